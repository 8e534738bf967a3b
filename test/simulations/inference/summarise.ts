import { tQuantile } from "@kontrafakt/numerics";
import { EFFECTS, type Effect, nameOf, OUTCOMES, type Outcome, type Setting } from "./cells.js";
import { FIELDS, type Row } from "./replicate.js";

/** How a 95% interval came out. */
interface IntervalSummary {
  readonly replications: number;
  /** Share that hold the truth, and of those that miss it: truth below the lower limit, and above the upper. */
  readonly coverage: number;
  readonly truthBelow: number;
  readonly truthAbove: number;
  /** Mean width over that of the oracle interval, ±1.96 standard deviations of the estimate over the replications. */
  readonly width: number;
}

/** One cell of the programme. */
export interface CellSummary extends IntervalSummary {
  readonly setting: string;
  readonly outcome: Outcome;
  readonly effect: Effect;
  /** Share of the replications that were refused an interval. */
  readonly refused: number;
  /** Mean error over the standard deviation of the estimate. */
  readonly bias: number;
  readonly medianDf: number;
  /** Without an effect: share whose interval lies wholly below 0 (a saving), and of those that the test agrees with. */
  readonly falseSavings?: number;
  readonly falseSavingsShown?: number;
  readonly did: IntervalSummary;
}

/** The cells of a setting, from its rows. */
export function summarise(setting: Setting, rows: readonly Row[]): CellSummary[] {
  return EFFECTS.flatMap((effect, e) =>
    OUTCOMES.map((outcome, o): CellSummary => {
      const from = 1 + (e * OUTCOMES.length + o) * FIELDS.length;
      const given = rows.filter((row) => row.length > from);
      const column = (of: readonly Row[], field: (typeof FIELDS)[number]) => of.map((row) => row[from + FIELDS.indexOf(field)]);
      const answered = given.filter((row) => !Number.isNaN(row[from]));
      const error = column(answered, "error");
      const se = column(answered, "se");
      const df = column(answered, "df");
      const reach = se.map((s, i) => s * tQuantile(0.975, df[i]));
      const beside = given.filter((row) => !Number.isNaN(row[from + FIELDS.indexOf("didError")]));
      const shown = effect === "none" ? column(answered, "p") : [];
      return {
        setting: nameOf(setting),
        outcome,
        effect,
        refused: 1 - answered.length / given.length,
        bias: mean(error) / deviation(error),
        medianDf: [...df].sort((a, b) => a - b)[Math.floor(df.length / 2)] ?? Number.NaN,
        ...intervals(error, reach),
        ...(effect === "none" && {
          falseSavings: share(shown, (p) => p < 2),
          falseSavingsShown: share(shown, (p) => p < 0.025),
        }),
        did: intervals(
          column(beside, "didError"),
          column(beside, "didSe").map((s) => s * 1.959963984540054),
        ),
      };
    }),
  );
}

function intervals(error: readonly number[], reach: readonly number[]): IntervalSummary {
  const truthBelow = share(error, (v, i) => v > reach[i]);
  const truthAbove = share(error, (v, i) => v < -reach[i]);
  return {
    replications: error.length,
    coverage: share(error, (v, i) => Math.abs(v) <= reach[i]),
    truthBelow,
    truthAbove,
    width: mean(reach) / (1.959963984540054 * deviation(error)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - centre) * (v - centre), 0) / (values.length - 1));
}

function share(values: readonly number[], holds: (value: number, i: number) => boolean): number {
  return values.filter(holds).length / values.length;
}
