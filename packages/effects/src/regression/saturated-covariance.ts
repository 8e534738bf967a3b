import type { Paths, Saturated } from "./saturated-shape.js";
import type { Factor } from "./small-sample.js";

/**
 * Rows by cluster: w/W (d_t − d_ref) of the cell's own units, less the same of the controls, d being the deviation from the mean path.
 * @param weight of each unit, with its cluster's adjustment
 * @param levels the same for mean outcomes; null for none
 */
export function influence(
  shape: Saturated,
  paths: readonly Paths[],
  weight: Float64Array,
  scale: number,
  levels: Float64Array | null,
): Float64Array {
  const { units, T, stride, group, groups, cell, outcomes, atom, atomOf } = shape;
  const K = cell.length;
  const all = outcomes.length * K;
  const figures = levels ? 2 * all : all;
  const rows = new Float64Array(atom.levels * figures);
  const own = Array.from({ length: groups }, (_, g) => [...cell.keys()].filter((k) => cell[k].group === g));
  const every = [...cell.keys()];
  const time = Int32Array.from(cell, (c) => c.time);
  const reference = Int32Array.from(cell, (c) => c.reference);
  const d = new Float64Array(T);
  outcomes.forEach(({ values }, o) => {
    const { mean, total } = paths[o];
    for (let i = 0; i < units.length; i++) {
      const g = group[i];
      const share = scale / total[g + 1];
      for (let t = 0; t < T; t++) d[t] = share * (values[units[i] * stride + t] - mean[(g + 1) * T + t]);
      const at = atomOf[i] * figures + o * K;
      for (const k of g < 0 ? every : own[g]) {
        const change = weight[i] * (d[time[k]] - d[reference[k]]);
        if (g < 0) rows[at + k] -= change;
        else {
          rows[at + k] += change;
          if (levels) rows[at + all + k] += levels[i] * d[time[k]];
        }
      }
    }
  });
  return rows;
}

/** What hangs together within the closed form: the rows of a unit, or no two rows. */
type Together = "unit" | "hetero" | "iid";

/**
 * Covariance from sums by group. With a = 1 at the cell's period and −1 at its reference: [same cohort] a'Pa/W² + a'P₀a/W₀², where P, of the
 * cohort and of the controls, is Σ w² ee' (unit), its diagonal (hetero), or W σ² on the diagonal (iid), times the factor.
 */
export function fromSums(
  shape: Saturated,
  paths: readonly Paths[],
  weight: Float64Array,
  how: Together,
  factor: Factor,
): Float64Array {
  const { T, cell, outcomes } = shape;
  const K = cell.length;
  const figures = outcomes.length * K;
  const out = new Float64Array(figures * figures);
  for (let a = 0; a < outcomes.length; a++) {
    for (let b = 0; b <= a; b++) {
      const products = scaledProducts(shape, paths, weight, a, b, how, factor);
      for (let j = 0; j < K; j++) {
        for (let k = 0; k < K; k++) {
          let v = along(products[0], T, cell[j], cell[k]);
          if (cell[j].group === cell[k].group) v += along(products[cell[j].group + 1], T, cell[j], cell[k]);
          out[(a * K + j) * figures + b * K + k] = v;
          out[(b * K + k) * figures + a * K + j] = v;
        }
      }
    }
  }
  return out;
}

function along(p: Float64Array, T: number, j: Saturated["cell"][number], k: Saturated["cell"][number]): number {
  return p[j.time * T + k.time] - p[j.time * T + k.reference] - (p[j.reference * T + k.time] - p[j.reference * T + k.reference]);
}

/** T × T of each group, controls first; e are deviations from the group's mean path less the unit's mean of them. */
function scaledProducts(
  shape: Saturated,
  paths: readonly Paths[],
  weight: Float64Array,
  a: number,
  b: number,
  how: Together,
  factor: Factor,
): Float64Array[] {
  const { units, T, stride, group, groups, outcomes } = shape;
  const out = Array.from({ length: groups + 1 }, () => new Float64Array(T * T));
  const [e, f] = [new Float64Array(T), new Float64Array(T)];
  const residuals = (o: number, i: number, to: Float64Array) => {
    const at = (group[i] + 1) * T;
    let own = 0;
    for (let t = 0; t < T; t++) {
      to[t] = outcomes[o].values[units[i] * stride + t] - paths[o].mean[at + t];
      own += to[t];
    }
    for (let t = 0; t < T; t++) to[t] -= own / T;
  };
  for (let i = 0; i < units.length; i++) {
    residuals(a, i, e);
    if (b !== a) residuals(b, i, f);
    const other = b === a ? e : f;
    const w = how === "iid" ? weight[i] : weight[i] * weight[i];
    const sum = out[group[i] + 1];
    for (let t = 0; t < T; t++) {
      const v = w * e[t];
      if (how !== "unit") sum[t * T + t] += v * other[t];
      else for (let s = 0; s < T; s++) sum[t * T + s] += v * other[s];
    }
  }
  const { total } = paths[a];
  if (how !== "iid") return out.map((sum, g) => sum.map((v) => (factor.value * v) / (total[g] * total[g])));
  let sigma = 0;
  for (const sum of out) for (const v of sum) sigma += v / factor.rowsLeft;
  return out.map((sum, g) => sum.map((_, c) => (c % (T + 1) === 0 ? sigma / total[g] : 0)));
}
