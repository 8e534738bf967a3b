import { CLAIMS, COVARIANCES, FIGURES, type Row, VERDICTS } from "./replicate.js";

/** How a 95% interval with uncertain prices came out. */
export interface CoverageSummary {
  readonly figure: (typeof FIGURES)[number];
  readonly covariance: (typeof COVARIANCES)[number];
  readonly replications: number;
  /** Shares that hold the truth, and of those that miss it: truth below the lower limit, and above the upper. */
  readonly coverage: number;
  readonly truthBelow: number;
  readonly truthAbove: number;
  /** Mean error of the estimate at fixed prices over its standard deviation. */
  readonly bias: number;
}

/** Verdicts on one claim, in the programme that works or the one that does nothing. */
export interface VerdictSummary {
  readonly programme: keyof typeof CLAIMS;
  /** Over the expected saving of the programme that works; the truth is 1 or 0. */
  readonly claim: number;
  readonly replications: number;
  /** Shares of the verdicts, those that occur. */
  readonly verdicts: Readonly<Record<string, number>>;
}

const WIDTH = 2 + COVARIANCES.length;
const VERDICTS_FROM = 1 + FIGURES.length * WIDTH;

export function summariseCoverage(rows: readonly Row[]): CoverageSummary[] {
  return FIGURES.flatMap((figure, i) => {
    const from = 1 + i * WIDTH;
    return COVARIANCES.map((covariance, v): CoverageSummary => {
      const made = rows.filter((row) => !Number.isNaN(row[from + 2 + v]));
      const errors = made.map((row) => row[from] - row[from + 1]);
      const share = (side: number) => made.filter((row) => row[from + 2 + v] === side).length / made.length;
      return {
        figure,
        covariance,
        replications: made.length,
        coverage: share(0),
        truthBelow: share(-1),
        truthAbove: share(1),
        bias: mean(errors) / deviation(errors),
      };
    });
  });
}

export function summariseVerdicts(rows: readonly Row[]): VerdictSummary[] {
  let column = VERDICTS_FROM;
  return (["works", "none"] as const).flatMap((programme) =>
    CLAIMS[programme].map((claim): VerdictSummary => {
      const found = rows.map((row) => row[column]);
      column++;
      const shares = VERDICTS.map((code, at) => [code, found.filter((v) => v === at).length / found.length] as const);
      return { programme, claim, replications: rows.length, verdicts: Object.fromEntries(shares.filter(([, v]) => v > 0)) };
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - centre) * (v - centre), 0) / (values.length - 1));
}
