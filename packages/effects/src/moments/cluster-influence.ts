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

/** Influence of each cluster on each estimate, atoms × terms, from sums by cluster. */
export function clusterInfluence(
  { moments: m }: MomentDesign,
  forms: readonly (readonly Form[])[],
  atomOf: Int32Array,
  atoms: number,
  scale: number,
): Float64Array {
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
    for (const { arm: a, variable, coefficient, centre } of own) {
      for (const r of rowsOf[a]) {
        let sum = 0;
        for (let x = 0; x < variable.length; x++) {
          const at = r * V + variable[x];
          sum += coefficient[x] * (wy[at] - centre[x] * w[at]);
        }
        out[atomOf[cluster[r]] * K + k] += scale * sum;
      }
    }
  });
  return out;
}
