import type { ArmValues } from "./arm-values.js";

/**
 * The comparison's parts, cells in which everyone counts and counts alike added up: most clusters are in the comparison, and one sum then stands
 * for many cells. Cells stay as they are where a later wave is a comparison too, or an arm has but one cluster (which takes its spread from single
 * cells).
 */
export function comparisonPools({ clusters, arms, arm, cells, role, mass, sum, shift }: ArmValues) {
  const sizes = new Int32Array(arms);
  for (const a of arm) sizes[a]++;
  const apart = sizes.includes(1) || role.subarray(0, (arms - 1) * cells).includes(-1);
  const poolOf = new Int32Array(cells);
  const first: number[] = [];
  const alike = (k: number, l: number) => {
    for (let j = 0; j < clusters; j++)
      if (!(mass[j * cells + k] > 0 && mass[j * cells + k] === mass[j * cells + l])) return false;
    return true;
  };
  for (let k = 0; k < cells; k++) {
    const found = apart ? -1 : first.findIndex((l) => alike(k, l));
    poolOf[k] = found < 0 ? first.push(k) - 1 : found;
  }
  const pools = first.length;
  const own = {
    mass: new Float64Array(clusters * pools),
    sum: new Float64Array(clusters * pools),
    shift: new Float64Array(clusters * pools),
  };
  for (let j = 0; j < clusters; j++)
    for (let k = 0; k < cells; k++) {
      const to = j * pools + poolOf[k];
      own.mass[to] = mass[j * cells + k];
      own.sum[to] += sum[j * cells + k];
      own.shift[to] += shift[j * cells + k];
    }
  return { ...own, pools, poolOf };
}
