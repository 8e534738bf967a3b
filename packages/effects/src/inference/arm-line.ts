import type { ArmValues } from "./arm-values.js";
import { comparisonPools } from "./comparison-pools.js";

/**
 * Writes the line (`statisticAt`) of c'θ̂ under other arms. The variance is by arm and robust to unequal spread: with u_j a cluster's part
 * of θ̂ − θ (deviation from its cell's mean by its share of the weight), V_a = n_a/(n_a − 1) Σ u_j² over the n_a clusters of arm a. An arm
 * of one cluster tells nothing of its spread: it takes that of clusters of the comparison in its cells (the comparison, if it is the one, that of the
 * treated in theirs). Sources: DiCiccio & Romano 2017, doi:10.1080/01621459.2016.1202117; Chung & Romano 2013, doi:10.1214/13-AOS1090;
 * Wu & Ding 2021, doi:10.1080/01621459.2020.1750415.
 */
export function armLine(values: ArmValues): (arm: Int32Array, lines: Float64Array, at: number) => void {
  const { clusters, arms, cells, role, mass, sum, shift } = values;
  const last = arms - 1;
  const pooled = comparisonPools(values);
  const { pools, poolOf } = pooled;
  // Weight, sum, shift of each cell's treated and of each pool's comparison.
  const treated = new Float64Array(3 * cells);
  const others = new Float64Array(3 * pools);
  const squares = new Float64Array(3 * arms);
  const count = new Int32Array(arms);
  const own = Array.from({ length: arms }, (_, a) =>
    Int32Array.from({ length: cells }, (_, k) => k).filter((k) => role[a * cells + k] !== 0),
  );

  return (arm, lines, at) => {
    treated.fill(0);
    others.fill(0);
    squares.fill(0);
    count.fill(0);
    for (let j = 0; j < clusters; j++) {
      const a = arm[j];
      if (a === last) {
        for (let q = 0; q < pools; q++) add(others, 3 * q, pooled, j * pools + q);
        continue;
      }
      for (let i = 0; i < own[a].length; i++) {
        const k = own[a][i];
        if (role[a * cells + k] > 0) add(treated, 3 * k, values, j * cells + k);
        else add(others, 3 * poolOf[k], values, j * cells + k);
      }
    }
    for (let k = 0; k < cells; k++) {
      // Without treated or without comparison a cell says nothing; pools of several cells have both.
      if (treated[3 * k] > 0 && others[3 * poolOf[k]] > 0) continue;
      treated[3 * k] = 0;
      others[3 * poolOf[k]] = 0;
    }
    let total = 0;
    let off = 0;
    for (let k = 0; k < cells; k++) {
      if (!toMeans(treated, 3 * k)) continue;
      total += treated[3 * k + 1];
      off += treated[3 * k + 2];
    }
    for (let q = 0; q < pools; q++) {
      if (!toMeans(others, 3 * q)) continue;
      total -= others[3 * q + 1];
      off -= others[3 * q + 2];
    }
    for (let j = 0; j < clusters; j++) {
      const a = arm[j];
      let u = 0;
      let v = 0;
      let counts = 0;
      if (a === last) {
        for (let q = 0; q < pools; q++) {
          const from = j * pools + q;
          const share = others[3 * q];
          const m = pooled.mass[from];
          u -= share * (pooled.sum[from] - m * others[3 * q + 1]);
          v -= share * (pooled.shift[from] - m * others[3 * q + 2]);
          counts += m * share;
        }
      } else {
        for (let i = 0; i < own[a].length; i++) {
          const k = own[a][i];
          const from = j * cells + k;
          const up = role[a * cells + k] > 0;
          const tally = up ? treated : others;
          const to = up ? 3 * k : 3 * poolOf[k];
          const share = up ? tally[to] : -tally[to];
          u += share * (sum[from] - mass[from] * tally[to + 1]);
          v += share * (shift[from] - mass[from] * tally[to + 2]);
          counts += mass[from] * tally[to];
        }
      }
      if (!(counts > 0)) continue;
      count[a]++;
      squares[3 * a] += u * u;
      squares[3 * a + 1] += u * v;
      squares[3 * a + 2] += v * v;
    }
    const variance = [0, 0, 0];
    for (let a = 0; a < arms; a++) {
      if (count[a] > 1) for (let q = 0; q < 3; q++) variance[q] += (squares[3 * a + q] * count[a]) / (count[a] - 1);
      else if (count[a] === 1) borrowed(values, arm, a, count, a === last ? treated : others, variance);
    }
    if (count.every((n) => n < 2)) variance[0] = 1;
    lines[at] = total;
    lines[at + 1] = off;
    lines[at + 2] = variance[0];
    lines[at + 3] = variance[1];
    lines[at + 4] = variance[2];
  };
}

type Parts = Pick<ArmValues, "mass" | "sum" | "shift">;

function add(tally: Float64Array, to: number, { mass, sum, shift }: Parts, from: number): void {
  tally[to] += mass[from];
  tally[to + 1] += sum[from];
  tally[to + 2] += shift[from];
}

/** Weight, sum and shift become 1/weight and the two means; false where there is no weight. */
function toMeans(tally: Float64Array, to: number): boolean {
  if (!(tally[to] > 0)) return false;
  tally[to] = 1 / tally[to];
  tally[to + 1] *= tally[to];
  tally[to + 2] *= tally[to];
  return true;
}

/** Adds the variance of an arm of one cluster, as clusters of other arms have it in the same cells. @param tally means of those arms by cell */
function borrowed(
  { clusters, arms, cells, role, mass, sum, shift }: ArmValues,
  arm: Int32Array,
  alone: number,
  count: Int32Array,
  tally: Float64Array,
  variance: number[],
): void {
  const last = arms - 1;
  for (let b = 0; b < arms; b++) {
    if (b === alone || count[b] < 2 || (alone !== last && b !== last)) continue;
    const of = alone === last ? b : alone;
    for (let j = 0; j < clusters; j++) {
      if (arm[j] !== b) continue;
      let u = 0;
      let v = 0;
      for (let k = 0; k < cells; k++) {
        const m = mass[j * cells + k];
        if (role[of * cells + k] !== 1 || !(m > 0) || tally[3 * k] === 0) continue;
        u += sum[j * cells + k] / m - tally[3 * k + 1];
        v += shift[j * cells + k] / m - tally[3 * k + 2];
      }
      variance[0] += (u * u) / (count[b] - 1);
      variance[1] += (u * v) / (count[b] - 1);
      variance[2] += (v * v) / (count[b] - 1);
    }
  }
}
