import { pairSums } from "@kontrafakt/cohort";
import type { GroupShares, ShareMoments } from "../effects-value.js";
import type { ArmMeans } from "./arm-means.js";
import type { Form } from "./moment-cells.js";
import type { MomentDesign } from "./moment-design.js";

/**
 * What each of these arms of the moments puts into the covariance of the shares (groups × groups), and into that with the terms (terms ×
 * groups); what its people of one period do, where nobody is there in two.
 */
export type ShareParts = (
  arms: readonly number[],
  period?: number,
) => { readonly covariance: Float64Array; readonly cross: Float64Array }[];

/**
 * Shares of the groups, their covariance, and that with the estimates: p_g = Σ w 1{g} / n, whose influence at a unit is (w 1{g} − p_g) / n.
 * Of a panel shares are those of units (of the mean weight of their rows, where units lack periods and weights differ); of cross-sections and
 * cells, of the rows of the first outcome, a person's rows being taken together.
 * @param forms with the factors of their arms
 * @param scale factor of the shares' influence: √(G/(G − 1))
 */
export function momentShares(
  design: MomentDesign,
  { mean }: ArmMeans,
  forms: readonly (readonly Form[])[],
  scale: number,
): { readonly shares: ShareMoments; readonly byArm: ShareParts } {
  const { moments: m, group, groups } = design;
  const G = groups.length;
  const place = new Map(Array.from(groups, (g, i) => [g, i]));
  const w = new Float64Array(G);
  const ww = new Float64Array(G);
  const share = new Float64Array(G);
  const all = { n: 0, square: 0 };
  m.arms.forEach((_, a) => {
    if (group[a] < 0) return;
    const own = weightsOf(design, a);
    all.n += own.n;
    all.square += own.nn;
    const g = place.get(group[a]);
    if (g === undefined) return;
    share[g] += own.w;
    w[g] += own.nw;
    ww[g] += own.ww;
  });
  for (let g = 0; g < G; g++) share[g] /= all.n;
  const cross = new Float64Array(forms.length * G);
  m.arms.forEach((_, a) => {
    if (group[a] >= 0) addCross(design, a, place.get(group[a]) ?? -1, mean, forms, share, cross);
  });
  const over = (scale * scale) / all.n;
  const overCross = scale / all.n;
  const byArm: ShareParts = (arms, period) =>
    arms.map((a) => {
      const own = new Float64Array(G * G);
      const joint = new Float64Array(forms.length * G);
      const g = place.get(group[a]) ?? -1;
      const { nn, nw, ww: square } = weightsOf(design, a, period);
      addCross(design, a, g, mean, forms, share, joint, period);
      for (let h = 0; h < G; h++)
        for (let i = 0; i < G; i++) {
          const [atH, atI] = [h === g ? 1 : 0, i === g ? 1 : 0];
          own[h * G + i] =
            (over / all.n) * (atH * atI * square - atH * share[i] * nw - atI * share[h] * nw + share[h] * share[i] * nn);
        }
      return { covariance: own, cross: joint.map((v) => overCross * v) };
    });
  const covariance = new Float64Array(G * G);
  for (let g = 0; g < G; g++) {
    for (let h = 0; h < G; h++) {
      const own = g === h ? ww[g] : 0;
      covariance[g * G + h] = (over / all.n) * (own - share[h] * w[g] - share[g] * w[h] + share[g] * share[h] * all.square);
    }
  }
  return { shares: { groups, share, covariance, cross: cross.map((v) => overCross * v) }, byArm };
}

/** With n the rows of a unit that count (1 in a panel) and w its weight: Σn, Σnw, Σn², Σn²w and Σn²w² over the units of an arm. */
function weightsOf({ moments: m, periods, outcomes }: MomentDesign, a: number, period?: number) {
  const V = m.shift.length;
  const first = outcomes[0] * m.periods.ordinals.length;
  const sums = { n: 0, w: 0, nn: 0, nw: 0, ww: 0 };
  const [from, to] = period === undefined ? [first, first + periods.length] : [first + period, first + period + 1];
  for (let t = from; t < to; t++) {
    const row = pairSums(m.arms[a], V, t, t);
    sums.n += row.n;
    sums.w += row.w;
    if (m.source === "panel") {
      sums.nn += row.n;
      sums.nw += row.w;
      sums.ww += row.ww;
      continue;
    }
    for (let u = from; u < to; u++) {
      const own = pairSums(m.arms[a], V, t, u);
      sums.nn += own.n;
      sums.nw += own.w;
      sums.ww += own.ww;
    }
  }
  if (m.source !== "panel" || sums.n === 0) return sums;
  const over = m.arms[a].units / sums.n;
  return { n: sums.n * over, w: sums.w * over, nn: sums.nn * over, nw: sums.nw * over, ww: sums.ww * over };
}

function addCross(
  { moments: m, periods, outcomes }: MomentDesign,
  a: number,
  g: number,
  mean: Float64Array,
  forms: readonly (readonly Form[])[],
  share: Float64Array,
  cross: Float64Array,
  period?: number,
): void {
  const V = m.shift.length;
  const G = share.length;
  const first = outcomes[0] * m.periods.ordinals.length;
  if (!forms.some((own) => own.some((form) => form.arm === a))) return;
  // Over the rows of a unit that count: Σw²(y_v − m_v) and Σw², then the same with w in place of w².
  const [square, squareWeight, plain, plainWeight] = [0, 1, 2, 3].map(() => new Float64Array(V));
  for (let v = 0; v < V; v++) {
    const rows = period === undefined ? [first, first + periods.length] : [first + period, first + period + 1];
    const [from, to] = m.source === "panel" ? [v, v + 1] : rows;
    for (let u = from; u < to; u++) {
      const own = pairSums(m.arms[a], V, v, u);
      if (!(own.w > 0)) continue;
      square[v] += own.wwyV - mean[a * V + v] * own.ww;
      squareWeight[v] += own.ww;
      plain[v] += own.wyV - mean[a * V + v] * own.w;
      plainWeight[v] += own.w;
    }
  }
  forms.forEach((own, k) => {
    for (const { arm, variable, coefficient, centre } of own) {
      if (arm !== a) continue;
      variable.forEach((v, x) => {
        const c = coefficient[x];
        const delta = mean[a * V + v] - centre[x];
        if (g >= 0) cross[k * G + g] += c * (square[v] + delta * squareWeight[v]);
        const all = c * (plain[v] + delta * plainWeight[v]);
        for (let h = 0; h < G; h++) cross[k * G + h] -= share[h] * all;
      });
    }
  });
}

/** Rows of the first outcome over the arms used, and the groups' shares of them. */
function rowShares({ moments: m, group, groups, periods, outcomes }: MomentDesign) {
  const V = m.shift.length;
  const first = outcomes[0] * m.periods.ordinals.length;
  const share = new Float64Array(groups.length);
  let rows = 0;
  m.arms.forEach((arm, a) => {
    if (group[a] < 0) return;
    const g = groups.indexOf(group[a]);
    for (let t = first; t < first + periods.length; t++) {
      const own = pairSums(arm, V, t, t);
      rows += own.n;
      if (g >= 0) share[g] += own.w;
    }
  });
  return { rows, share: share.map((v) => v / rows), first };
}

/** The same by cluster, from sums by cluster; shares are of rows. */
export function clusterShares(design: MomentDesign, atomOf: Int32Array, atoms: number, scale: number): GroupShares {
  const { moments: m, group, groups, periods } = design;
  const { rows, share, first } = rowShares(design);
  const G = groups.length;
  const V = m.shift.length;
  const out = new Float64Array(atoms * G);
  if (!m.clusters) return { groups, share, rows: out };
  const { cluster, arm, n, w } = m.clusters;
  for (let r = 0; r < arm.length; r++) {
    if (group[arm[r]] < 0) continue;
    const own = groups.indexOf(group[arm[r]]);
    let count = 0;
    let weight = 0;
    for (let v = r * V + first; v < r * V + first + periods.length; v++) {
      count += n[v];
      weight += w[v];
    }
    const at = atomOf[cluster[r]] * G;
    for (let g = 0; g < G; g++) out[at + g] += (scale * ((g === own ? weight : 0) - share[g] * count)) / rows;
  }
  return { groups, share, rows: out };
}
