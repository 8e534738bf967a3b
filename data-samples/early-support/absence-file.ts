import { QUARTERS } from "./calendar.js";
import { danishNumber } from "./csv.js";
import { type Line, spoil } from "./faults.js";
import { MARKUP_ID } from "./people-file.js";
import type { World } from "./world.js";
import { personId } from "./world-panel.js";

export const ABSENCE_HEADER = [
  "BorgerID",
  ...Array.from({ length: QUARTERS }, (_, t) => `${2017 + Math.floor(t / 4)}-K${(t % 4) + 1}`),
];

/** absence.csv: days away from day care or school, one column a quarter, blank while the child is not under observation. */
export function absenceLines(world: World): Line[] {
  const { people, observed, measures, referrals } = world;
  const lines: Line[] = Array.from({ length: people.n }, (_, i) => ({
    cells: [
      personId(i),
      ...Array.from({ length: QUARTERS }, (_, t) =>
        observed[i * QUARTERS + t] === 1 ? danishNumber(measures.absence[i * QUARTERS + t]) : "",
      ),
    ],
  }));
  const faults = [
    ["syg", "not a number"],
    ["-3", "negative value"],
    ["140", "more days than the period has"],
  ] as const;
  faults.forEach(([text, reason], k) => {
    const t = 1 + 2 * k;
    const i = referrals.startQuarter.findIndex((start, j) => j > 300 + 700 * k && start < 0 && observed[j * QUARTERS + t] === 1);
    if (i >= 0) spoil(lines[i], 1 + t, text, reason, "noted", ABSENCE_HEADER[1 + t]);
  });
  lines.splice(Math.min(500, lines.length), 0, {
    cells: [MARKUP_ID, ...Array.from({ length: QUARTERS }, (_, t) => String(3 + (t % 3)))],
  });
  return lines;
}
