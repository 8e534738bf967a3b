import { NO_DAY } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";
import { danishDate } from "./csv.js";
import { type Line, planted } from "./faults.js";
import { MARKUP_ID } from "./people-file.js";
import { HOME } from "./services-file.js";
import { EXTRACT, type World } from "./world.js";
import { personId } from "./world-panel.js";

export const RESIDENCE_HEADER = ["BorgerID", "Fra dato", "Til dato", "Kommune"];
const NEIGHBOURS = ["Nordby", "Søndervig", "Åstrup", "Vesterhede", "Østermark"];

/**
 * residence.csv. Four in ten placements of two months and more move the child's address to another municipality while Fjordby
 * goes on paying: there the child is still Fjordby's.
 */
export function residenceLines(world: World): Line[] {
  const { residence, spells } = world;
  const draw = stream(world.seed, "early-support/residence-file", 0);
  const lines: Line[] = [];
  const row = (i: number, from: number, to: number, where: string) => {
    if (from > EXTRACT || (to !== NO_DAY && to < from)) return;
    lines.push({ cells: [personId(i), danishDate(from), danishDate(to > EXTRACT ? NO_DAY : to), where] });
  };
  let r = 0;
  for (let m = 0; m < residence.count; m++) {
    const i = residence.person[m];
    let from = residence.from[m];
    const to = residence.to[m];
    if (residence.home[m] === 0) {
      row(i, from, to, NEIGHBOURS[draw.integer(NEIGHBOURS.length)]);
      continue;
    }
    while (r < spells.count && spells.person[r] < i) r++;
    for (let s = r; s < spells.count && spells.person[s] === i; s++) {
      if (spells.service[s] !== 0 || spells.from[s] < from || (to !== NO_DAY && spells.from[s] > to)) continue;
      const end = spells.to[s] === NO_DAY ? EXTRACT : spells.to[s];
      const moves = end - spells.from[s] >= 60 && draw.uniform() < 0.4;
      if (!moves) continue;
      const away = spells.from[s] + 4;
      row(i, from, away - 1, HOME);
      row(i, away, spells.to[s], NEIGHBOURS[draw.integer(NEIGHBOURS.length)]);
      from = spells.to[s] === NO_DAY ? EXTRACT + 1 : spells.to[s] + 1;
    }
    row(i, from, to, HOME);
  }
  plant(lines);
  return lines;
}

function plant(lines: Line[]): void {
  const at = (share: number) => Math.floor(share * lines.length);
  const single = lines.findIndex((line, k) => k > at(0.6) && line.cells[2] === "" && line.cells[0] !== lines[k - 1].cells[0]);
  const id = lines[single].cells[0];
  lines.splice(single + 1, 0, planted([id, "01-01-2018", "", HOME], "overlapping residence", "noted", "Fra dato"));
  lines.splice(
    at(0.4),
    0,
    planted([lines[at(0.4)].cells[0], "01-06-2019", "01-02-2019", HOME], "from after to", "listed", "Til dato"),
  );
  lines.splice(at(0.2), 0, planted(["B98765", "14-02-2012", "", HOME], "unknown person", "listed", "BorgerID"));
  lines.splice(at(0.1), 0, { cells: [MARKUP_ID, "09-10-2012", "", HOME] });
}
