import type { PeriodUnit } from "@kontrafakt/base";
import type { Effects, Term } from "@kontrafakt/effects";
import { yearlySums } from "./yearly-sums.js";

interface Version1 {
  readonly periods: { readonly unit: PeriodUnit };
  readonly outcomes: readonly { readonly name: string }[];
  readonly effects: {
    readonly estimator: string;
    readonly clusters: number | string;
    readonly terms: readonly Term[];
    readonly estimate: readonly unknown[];
    readonly df: readonly unknown[];
    readonly covariance: readonly unknown[];
  };
}

const number = (value: unknown) =>
  typeof value === "number" ? value : value === "Infinity" ? Number.POSITIVE_INFINITY : Number.NaN;

/**
 * results.json of schema version 1 in the shape of version 2: effects by wave and period with their counts of people become sums by wave
 * and year. How the files were read, and which rules withheld what, was not kept then. Other counts stay as they were published.
 */
export function migrate1to2(old: Record<string, unknown>): Record<string, unknown> {
  const { periods, outcomes, effects } = old as unknown as Version1;
  if (!Array.isArray(effects?.terms) || !Array.isArray(outcomes)) return { ...old, schemaVersion: 2 };
  const K = effects.terms.length;
  const covariance = new Float64Array(K * K);
  for (let i = 0, at = 0; i < K; i++) {
    for (let j = 0; j <= i; j++, at++) {
      covariance[i * K + j] = number(effects.covariance[at]);
      covariance[j * K + i] = number(effects.covariance[at]);
    }
  }
  const cells: Effects = {
    kind: "effects",
    estimator: effects.estimator,
    terms: effects.terms,
    estimate: Float64Array.from(effects.estimate, number),
    covariance,
    df: Float64Array.from(effects.df, number),
    clusters: 0,
    basis: { kind: "covariance-only" },
    problems: [],
  };
  const sums = yearlySums(
    cells,
    periods.unit,
    outcomes.map((o) => o.name),
  );
  return {
    ...old,
    schemaVersion: 2,
    effects: { ...sums, clusters: effects.clusters },
    data: { files: [] },
    disclosure: { rules: [], withheld: [] },
  };
}
