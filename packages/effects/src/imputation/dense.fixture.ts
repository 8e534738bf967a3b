import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { leastSquares } from "@kontrafakt/numerics";
import type { ImputationOptionsInput } from "../options/imputation-options.js";

/** Models that differ in every part. */
export const settings: ImputationOptionsInput[] = [
  {},
  { cluster: "town" },
  { effects: ["town", "period"], cluster: "unit" },
  { effects: ["town", "period"], cluster: "town", anticipation: 1 },
  { covariates: ["a"], anticipation: 1 },
  { covariates: ["a", "b"], cluster: "town" },
  { unitTrends: true },
  { effects: ["town", "period"], unitTrends: true, cluster: "unit" },
  { effects: ["unit"] },
  { effects: ["period"], covariates: ["a"] },
];

/** A dense matrix by rows, for oracles. */
export type Matrix = readonly (readonly number[])[];

export const transpose = (a: Matrix): number[][] => (a.length === 0 ? [] : a[0].map((_, j) => a.map((row) => row[j])));

export const times = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => {
    const out = new Array<number>(b[0]?.length ?? 0).fill(0);
    row.forEach((v, k) => {
      if (v === 0) return;
      for (let j = 0; j < out.length; j++) out[j] += v * b[k][j];
    });
    return out;
  });

export const weighted = (a: Matrix, w: readonly number[]): number[][] => a.map((row, i) => row.map((v) => v * w[i]));

/** (X'WX)⁻: of the independent columns, 0 elsewhere; by reflections on X, not through the cross-product. */
export function generalInverse(x: Matrix, w: readonly number[]): number[][] {
  const k = x[0].length;
  const { inverse } = leastSquares({
    x: Float64Array.from(x.flat()),
    y: new Float64Array(x.length),
    weights: Float64Array.from(w),
    n: x.length,
    k,
  });
  return Array.from({ length: k }, (_, j) => [...inverse.subarray(j * k, (j + 1) * k)]);
}

/** Lines of a design with a column for every effect. */
export function denseRows(panel: Panel, options: Omit<ImputationOptionsInput, "compat">) {
  const { effects = ["unit", "period"], covariates = [], unitTrends = false, cluster = "unit", anticipation = 0 } = options;
  const T = panel.periods.ordinals.length;
  const own = effects.includes("unit");
  const town = panel.clusterings[0];
  const blockOf = (i: number) => (own ? i : effects.includes("town") ? town.of[i] : 0);
  const blocks = own ? panel.units : effects.includes("town") ? town.count : 1;
  const x = covariates.map((name) => panel.measures.find((m) => m.name === name)!.values);
  const rows = [...panel.observed.keys()].flatMap((r) => {
    const i = Math.floor(r / T);
    const time = panel.periods.ordinals[r % T];
    const g = panel.firstTreated[i];
    if (panel.observed[r] === 0 || g === ALWAYS) return [];
    const block = Array.from({ length: blocks }, (_, b) => (b === blockOf(i) ? 1 : 0));
    const line = [
      ...block,
      ...(unitTrends ? block.map((v) => v * (time - 3)) : []),
      ...(effects.includes("period") ? Array.from({ length: T }, (_, t) => (t === r % T ? 1 : 0)) : []),
      ...x.map((values) => values[r]),
    ];
    return [
      {
        i,
        r,
        g,
        time,
        line,
        w: panel.samplingWeight?.[i] ?? 1,
        y: panel.measures[0].values[r],
        treated: g !== NEVER && time >= g - anticipation,
        cluster: cluster === "unit" ? i : town.of[i],
      },
    ];
  });
  return rows;
}

export type DenseRow = ReturnType<typeof denseRows>[number];
