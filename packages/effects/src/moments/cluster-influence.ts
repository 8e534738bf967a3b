import { type ArmStrata, armStrata } from "../att-gt/arm-strata.js";
import { clusterFactors } from "./arm-forms.js";
import type { Form } from "./moment-cells.js";
import type { MomentDesign } from "./moment-design.js";

/** Clusters that have anyone in the arms used: their number, and place of each of the moments' clusters (−1 none). */
export function usedClusters({ moments, group }: MomentDesign): { readonly atoms: number; readonly atomOf: Int32Array } {
  const { clusters } = moments;
  const atomOf = new Int32Array(clusters?.labels.length ?? 0).fill(-1);
  let atoms = 0;
  clusters?.cluster.forEach((c, r) => {
    if (group[clusters.arm[r]] >= 0 && atomOf[c] < 0) atomOf[c] = -2;
  });
  atomOf.forEach((a, c) => {
    if (a === -2) atomOf[c] = atoms++;
  });
  return { atoms, atomOf };
}

/**
 * Influence of each cluster on each estimate, atoms × terms, from sums by cluster.
 * @param byArm whether with the small-sample factors of arms
 */
export function clusterInfluence(
  design: MomentDesign,
  forms: readonly (readonly Form[])[],
  atomOf: Int32Array,
  atoms: number,
  byArm: boolean,
): Float64Array {
  const { moments: m } = design;
  const K = forms.length;
  const V = m.shift.length;
  const out = new Float64Array(atoms * K);
  if (!m.clusters) return out;
  const { cluster, arm, w, wy } = m.clusters;
  const rowsOf: number[][] = m.arms.map(() => []);
  arm.forEach((a, r) => {
    rowsOf[a].push(r);
  });
  forms.forEach((own, k) => {
    const factor = byArm ? clusterFactors(design, own, k, atomOf, rowsOf) : undefined;
    for (const form of own) {
      const { arm: a, variable, coefficient, centre } = form;
      for (const r of rowsOf[a]) {
        const atom = atomOf[cluster[r]];
        let sum = 0;
        for (let x = 0; x < variable.length; x++) {
          const at = r * V + variable[x];
          const part = coefficient[x] * (wy[at] - centre[x] * w[at]);
          sum += factor ? part * factor(form, variable[x], atom) : part;
        }
        out[atom * K + k] += sum;
      }
    }
  });
  return out;
}

/**
 * Squared shares of units by stratum, strata × terms, as `collectCells` has them of rows. Units of a cluster are taken to count alike; those followed
 * throughout are there once, at the cell's period.
 */
export function clusterParts(
  { moments: m }: MomentDesign,
  forms: readonly (readonly Form[])[],
  atomOf: Int32Array,
  { stratum, degrees }: ArmStrata,
): Float64Array {
  const K = forms.length;
  const V = m.shift.length;
  const out = new Float64Array(degrees.length * K);
  if (!m.clusters) return out;
  const { cluster, arm, n, w } = m.clusters;
  const followed = m.source === "panel" && m.arms.every(({ complete }) => complete);
  const rowsOf: number[][] = m.arms.map(() => []);
  arm.forEach((a, r) => {
    rowsOf[a].push(r);
  });
  forms.forEach((own, k) => {
    for (const { arm: a, variable, coefficient } of own) {
      for (const r of rowsOf[a]) {
        const at = stratum[atomOf[cluster[r]]] * K + k;
        for (let x = 0; x < (followed ? 1 : variable.length); x++) {
          const place = r * V + variable[x];
          if (n[place] > 0) out[at] += (coefficient[x] * coefficient[x] * w[place] * w[place]) / n[place];
        }
      }
    }
  });
  return out;
}

/** Strata of the clusters used, from their rows of the first outcome; of people who are followed, from the mean number in a period. */
export function clusterStrata(
  { moments: m, group, outcomes, periods }: MomentDesign,
  atomOf: Int32Array,
  atoms: number,
): ArmStrata {
  const { clusters } = m;
  const rows = clusters ? [...clusters.arm.keys()].filter((r) => group[clusters.arm[r]] >= 0) : [];
  const V = m.shift.length;
  const first = outcomes[0] * m.periods.ordinals.length;
  const over = m.source === "panel" ? periods.length : 1;
  const count = (values: Float64Array | undefined) =>
    Float64Array.from(rows, (r) => {
      let sum = 0;
      for (let v = r * V + first; v < r * V + first + periods.length; v++) sum += values?.[v] ?? 0;
      return sum / over;
    });
  return armStrata(
    {
      group: Int32Array.from(rows, (r) => group[clusters?.arm[r] ?? 0]),
      w: count(clusters?.w),
      units: count(clusters?.n),
      atom: Int32Array.from(rows, (r) => atomOf[clusters?.cluster[r] ?? 0]),
    },
    atoms,
  );
}
