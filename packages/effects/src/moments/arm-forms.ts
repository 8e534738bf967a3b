import { pairSums } from "@kontrafakt/cohort";
import { armMean } from "../att-gt/arm-mean.js";
import type { Form } from "./moment-cells.js";
import type { MomentDesign } from "./moment-design.js";

/**
 * Forms whose coefficients carry the small-sample factors of their arms: of treated and of controls, each variable by itself, c/(c − 1)
 * with c the effective number of units that have it; and N/(N − p) for the controls of p + 1 strata.
 * Of clusters the same stands in `clusterFactors`.
 */
export function armForms(design: MomentDesign, forms: readonly (readonly Form[])[]): Form[][] {
  return forms.map((own, k) => {
    const group = design.cells[k % design.cells.length].group;
    const factors = [true, false].map((treated) => {
      const side = own.filter(({ arm }) => (design.group[arm] === group) === treated);
      const strata = treated ? 1 : new Set(side.map(({ arm }) => design.moments.arms[arm].stratum)).size;
      return new Map(variablesOf(side).map((v) => [v, factorOf(design, side, v, strata - 1)]));
    });
    return own.map((form) => {
      const side = factors[design.group[form.arm] === group ? 0 : 1];
      return { ...form, coefficient: form.coefficient.map((c, x) => c * (side.get(form.variable[x]) as number)) };
    });
  });
}

export function variablesOf(side: readonly Form[]): number[] {
  return [...new Set(side.flatMap(({ variable }) => variable))];
}

function factorOf({ moments }: MomentDesign, side: readonly Form[], v: number, slopes: number): number {
  const V = moments.shift.length;
  let sum = 0;
  let squares = 0;
  for (const { arm, variable } of side) {
    if (!variable.includes(v)) continue;
    const { n, w, ww } = pairSums(moments.arms[arm], V, v, v);
    sum += w;
    // Without squared weights the units of an arm count alike.
    squares += Number.isNaN(ww) ? (w * w) / n : ww;
  }
  const c = (sum * sum) / squares;
  if (!(c > 1 + 1e-9)) return 1;
  return Math.sqrt(c / (c - 1)) * slopesFactor(c, slopes);
}

function slopesFactor(n: number, slopes: number): number {
  return slopes > 0 && n > slopes ? Math.sqrt(n / (n - slopes)) : 1;
}

/** Factor of what each cluster puts into each term through treated (2k) or controls (2k + 1), by variable: atoms of `armMean`. */
export function clusterFactors(
  design: MomentDesign,
  own: readonly Form[],
  k: number,
  atomOf: Int32Array,
  rowsOf: readonly (readonly number[])[],
): (form: Form, variable: number, atom: number) => number {
  const { moments, group, cells } = design;
  const { clusters } = moments;
  if (!clusters) return () => 1;
  const V = moments.shift.length;
  const treatedGroup = cells[k % cells.length].group;
  const isTreated = (form: Form) => group[form.arm] === treatedGroup;
  const found = new Map<string, { place: Map<number, number>; factors: Float64Array }>();
  for (const treated of [true, false]) {
    const side = own.filter((form) => isTreated(form) === treated);
    const slopes = treated ? 0 : new Set(side.map(({ arm }) => moments.arms[arm].stratum)).size - 1;
    for (const v of variablesOf(side)) {
      const place = new Map<number, number>();
      const [sum, squares]: number[][] = [[], []];
      let single = true;
      for (const { arm, variable } of side) {
        if (!variable.includes(v)) continue;
        for (const r of rowsOf[arm]) {
          const w = clusters.w[r * V + v];
          const n = clusters.n[r * V + v];
          if (!(w > 0)) continue;
          const atom = atomOf[clusters.cluster[r]];
          const at = place.get(atom) ?? place.size;
          if (at < place.size || n > 1) single = false;
          place.set(atom, at);
          sum[at] = (sum[at] ?? 0) + w;
          // Units of a cluster are taken to count alike.
          squares[at] = (squares[at] ?? 0) + (w * w) / n;
        }
      }
      const facts = armMean(Float64Array.from(sum), Float64Array.from(squares), single);
      const total = sum.reduce((a, b) => a + b, 0);
      const N = (total * total) / squares.reduce((a, b) => a + b, 0);
      const more = slopesFactor(N, slopes);
      found.set(`${treated}/${v}`, { place, factors: facts.factors.map((f) => f * more) });
    }
  }
  return (form, v, atom) => {
    const { place, factors } = found.get(`${isTreated(form)}/${v}`) ?? { place: new Map(), factors: new Float64Array(0) };
    const at = place.get(atom);
    return at === undefined ? 1 : factors[at];
  };
}
