import { tQuantile } from "@kontrafakt/numerics";
import { column, ESTIMANDS, type Row } from "./coverage.js";

/** How an estimand came out over the replications. */
export interface Summary {
  readonly estimand: string;
  readonly truth: number;
  readonly bias: number;
  /** Monte-Carlo standard error of the bias. */
  readonly biasError: number;
  /** Bias over the mean standard error. */
  readonly biasInSe: number;
  /** Standard deviation of the errors, and the mean standard error that was reported. */
  readonly sd: number;
  readonly meanSe: number;
  /** Share of 95% intervals that hold the truth, and of those that miss it on either side. */
  readonly coverage: number;
  readonly truthBelow: number;
  readonly truthAbove: number;
  readonly beforeAfterBias: number;
  readonly treatedVersusRestBias: number;
  /** Share of replications in which treated against the rest has the wrong sign. */
  readonly treatedVersusRestWrongSign: number;
}

/** Bias, coverage and one-sided errors of every estimand. */
export function summarise(rows: readonly Row[]): Summary[] {
  return ESTIMANDS.map((estimand) => {
    const of = (field: Parameters<typeof column>[2]) => column(rows, estimand, field);
    const [estimate, se, df, truth, beforeAfter, rest] = (
      ["estimate", "se", "df", "truth", "beforeAfter", "treatedVersusRest"] as const
    ).map(of);
    const errors = estimate.map((v, k) => v - truth[k]);
    const reach = se.map((s, k) => s * tQuantile(0.975, df[k]));
    const bias = mean(errors);
    const sd = Math.sqrt(mean(errors.map((v) => (v - bias) * (v - bias))) * (rows.length / (rows.length - 1)));
    return {
      estimand,
      truth: mean(truth),
      bias,
      biasError: sd / Math.sqrt(rows.length),
      biasInSe: bias / mean(se),
      sd,
      meanSe: mean(se),
      coverage: share(errors, (v, k) => Math.abs(v) <= reach[k]),
      truthBelow: share(errors, (v, k) => v > reach[k]),
      truthAbove: share(errors, (v, k) => v < -reach[k]),
      beforeAfterBias: mean(beforeAfter.map((v, k) => v - truth[k])),
      treatedVersusRestBias: mean(rest.map((v, k) => v - truth[k])),
      treatedVersusRestWrongSign: share(rest, (v, k) => v * truth[k] < 0),
    };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function share(values: readonly number[], holds: (value: number, k: number) => boolean): number {
  return values.filter(holds).length / values.length;
}
