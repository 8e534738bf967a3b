import { dayOf, NO_DAY, yearOfPeriod } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";
import { FIRST, quarterOf, quarterStart } from "./calendar.js";
import { danishDate, danishNumber } from "./csv.js";
import { type Line, planted, spoil } from "./faults.js";
import { paidByHome } from "./residence.js";
import { SERVICES, type Spells, spellList } from "./services.js";
import { EXTRACT, type World } from "./world.js";
import { personId } from "./world-panel.js";

export const SERVICES_HEADER = ["BorgerID", "Ydelse", "Fra", "Til", "Pris pr. dag", "Betalingskommune"];
export const HOME = "Fjordby";
export const PROGRAMME = "Tidlig Støtte";
const PROGRAMME_PRICE = 128;

/** The programme's own spells: a year to a year and a half; one in eight leaves early. */
function programmeSpells(world: World): Spells {
  const draw = stream(world.seed, "early-support/programme", 0);
  const list = spellList();
  world.referrals.startQuarter.forEach((start, i) => {
    if (start < 0) return;
    const days = draw.uniform() < 0.125 ? 30 + draw.integer(120) : 365 + draw.integer(190);
    list.add(i, SERVICES.length, world.referrals.startDay[i], world.referrals.startDay[i] + days - 1);
  });
  return paidByHome(list.done(), world.residence);
}

/** services.csv: what Fjordby paid from 2017 to the extract, some placements on two rows that overlap, its faults planted. */
export function serviceLines(world: World): Line[] {
  const draw = stream(world.seed, "early-support/services-file", 0);
  const opening = quarterStart(0);
  const lines: Line[] = [];
  const write = (spells: Spells, r: number) => {
    const from = spells.from[r];
    const to = spells.to[r] > EXTRACT ? NO_DAY : spells.to[r];
    const shade = draw.uniform();
    const cut = draw.uniform();
    if (from > EXTRACT || (to !== NO_DAY && to < opening)) return;
    const rule = SERVICES[spells.service[r]];
    const year = yearOfPeriod(FIRST + quarterOf(Math.max(from, opening)), "quarter");
    const price = rule ? rule.price * (1 + 0.018 * (year - 2024)) * (0.92 + 0.16 * shade) : PROGRAMME_PRICE;
    const row = (first: number, last: number) =>
      lines.push({
        cells: [
          personId(spells.person[r]),
          rule?.danish ?? PROGRAMME,
          danishDate(first),
          danishDate(last),
          danishNumber(price, 2),
          HOME,
        ],
      });
    const length = (to === NO_DAY ? EXTRACT : to) - from + 1;
    if (spells.service[r] === 0 && cut < 0.08 && length > 120) {
      row(from, from + Math.floor(length / 2) + 14);
      row(from + Math.floor(length / 2), to);
    } else row(from, to);
  };
  const programme = programmeSpells(world);
  for (let r = 0, p = 0; r < world.spells.count || p < programme.count; ) {
    if (p < programme.count && (r === world.spells.count || programme.person[p] < world.spells.person[r])) write(programme, p++);
    else write(world.spells, r++);
  }
  plant(world, lines);
  return lines;
}

function plant(world: World, lines: Line[]): void {
  // A child with a placement row gives the spoilt rows a known person.
  const find = (service: string, after: number, open?: boolean) =>
    lines.findIndex(
      (line, k) =>
        k >= after && !line.fault && line.cells[1] === service && (open === undefined || (line.cells[3] === "") === open),
    );
  const at = (share: number) => Math.floor(share * lines.length);
  spoil(lines[find("Anbringelse", at(0.1))], 1, "  ANBRINGELSE ", "odd case and spaces", "noted", "Ydelse");
  spoil(lines[find("Specialskole", at(0.2))], 4, "efter aftale", "price is not a number", "noted", "Pris pr. dag");
  spoil(lines[find("Familierådgivning", at(0.3), true)], 3, "31-12-2030", "ends after the extract", "noted", "Til");
  const spaced = lines[find("Anbringelse", at(0.4))];
  spoil(spaced, 0, ` ${spaced.cells[0]}  `, "spaces around an identifier", "noted", "BorgerID");

  const person = (share: number) => lines[at(share)].cells[0].trim();
  const double = find("Anbringelse", at(0.5), false);
  // A correction of a spell that stands above it: its days are counted there already.
  const reversed = find("Anbringelse", at(0.55), false);
  const reversal = lines[reversed].cells.map((cell, c) => (c === 4 ? `-${cell}` : cell));
  // A family that lives in Nordby, which pays.
  const away = world.residence.home.findIndex(
    (home, m) =>
      home === 0 && world.residence.from[m] > dayOf(2018, 1, 1) && world.residence.to[m] > world.residence.from[m] + 200,
  );
  const elsewhere = personId(world.residence.person[away]);
  const since = world.residence.from[away];
  const paidByOther = [elsewhere, "Anbringelse", danishDate(since + 20), danishDate(since + 140), "2700,00", "Nordby"];
  const foreign = lines.findIndex((line) => line.cells[0] >= elsewhere);
  const rows: [number, Line][] = [
    [double + 1, planted([...lines[double].cells], "duplicate row", "listed", "")],
    [
      at(0.05),
      planted(["B99999", "Anbringelse", "01-03-2019", "30-06-2019", "2500,00", HOME], "unknown person", "listed", "BorgerID"),
    ],
    [
      at(0.15),
      planted([person(0.15), "Specialskole", "15-09-2020", "01-02-2020", "1100,00", HOME], "from after to", "listed", "Til"),
    ],
    [
      at(0.25),
      planted([person(0.25), "Anbringelse", "31-02-2021", "30-06-2021", "2550,00", HOME], "impossible date", "listed", "Fra"),
    ],
    [
      at(0.35),
      planted([person(0.35), "Familierådgivning", "", "31-08-2022", "420,00", HOME], "start of spell missing", "listed", "Fra"),
    ],
    [
      at(0.45),
      planted([person(0.45), "Anbringlse", "01-05-2021", "31-10-2021", "2600,00", HOME], "unknown service", "listed", "Ydelse"),
    ],
    [reversed + 1, planted(reversal, "negative price", "listed", "Pris pr. dag")],
    [
      at(0.65),
      planted([person(0.65), "Anbringelse", "15-03-2025", "", "2600,00", HOME], "begins after the extract", "listed", "Fra"),
    ],
    [at(0.75), planted([person(0.75), "Specialskole", "01-08-2019"], "too few fields", "listed", "")],
    [at(0.8), planted([], "empty line", "listed", "")],
    [foreign, planted(paidByOther, "paid by another municipality", "listed", "Betalingskommune")],
  ];
  for (const [place, line] of rows.sort((a, b) => b[0] - a[0])) lines.splice(place, 0, line);
  lines.push(planted(["I alt", "", "", "", "412398761,50", ""], "totals row", "listed", "BorgerID"));
}
