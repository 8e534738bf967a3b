import { fail } from "@kontrafakt/base";
import { invertPositive } from "@kontrafakt/numerics";
import { messages } from "../messages.js";
import type { ClusterSquares } from "./cluster-squares.js";

/**
 * What a draw of the wild cluster bootstrap of c'β needs. With h = A⁻¹c, s_g = b_g − A_g β̂ and q_g = A_g h, δ = c'β̂ less the tested value:
 * the restricted residuals' scores are s_g + q_g δ/c'h; a draw w moves c'β by Σ w_g (own0 + δ own1)_g, and cluster g's part in its standard
 * error is w_g (own0 + δ own1)_g less left_g'(right0 + δ right1)'w.
 */
export interface WildSystem {
  /** Clusters that have a part in c'β. */
  readonly clusters: number;
  readonly treatedClusters: number;
  readonly estimate: number;
  /** Σ own0². */
  readonly squares: number;
  readonly own0: Float64Array;
  /** Each cluster's share of what c'β rests on; sums to 1. */
  readonly own1: Float64Array;
  readonly treated: Uint8Array;
  readonly rank: number;
  /** clusters × rank; the identity if absent. */
  readonly left?: Float64Array;
  /** clusters × rank. */
  readonly right0: Float64Array;
  readonly right1: Float64Array;
}

/** @throws KontrafaktError where the combination does not follow from the rows, or every row is fitted exactly */
export function wildSystem(squares: ClusterSquares): WildSystem {
  const { size, gram, product, combination } = squares;
  const blocks = usedBlocks(squares);
  const D = blocks.length * size;
  const clusters = usedClusters(squares, blocks);
  const G = clusters.length;
  const at = (g: number, b: number) => clusters[g] * squares.blocks + blocks[b];

  const inverse = blocks.map((_, b) => {
    const sum = new Float64Array(size * size);
    for (let g = 0; g < G; g++) for (let i = 0; i < sum.length; i++) sum[i] += gram[at(g, b) * sum.length + i];
    return inverted(sum, size);
  });
  const h = new Float64Array(D);
  const beta = new Float64Array(D);
  let estimate = 0;
  let spread = 0;
  const total = new Float64Array(size);
  const c = new Float64Array(size);
  blocks.forEach((block, b) => {
    total.fill(0);
    for (let g = 0; g < G; g++) for (let i = 0; i < size; i++) total[i] += product[at(g, b) * size + i];
    c.set(combination.subarray(block * size, (block + 1) * size));
    multiply(inverse[b], c, h, b * size);
    multiply(inverse[b], total, beta, b * size);
    for (let i = 0; i < size; i++) {
      estimate += c[i] * beta[b * size + i];
      spread += c[i] * h[b * size + i];
    }
  });

  const score = new Float64Array(G * D);
  const left = new Float64Array(G * D);
  const own0 = new Float64Array(G);
  const own1 = new Float64Array(G);
  let squared = 0;
  let uncentred = 0;
  for (let g = 0; g < G; g++) {
    let whole = 0;
    for (let b = 0; b < blocks.length; b++) {
      const from = at(g, b) * size;
      for (let i = 0; i < size; i++) {
        const d = b * size + i;
        let fitted = 0;
        let q = 0;
        for (let j = 0; j < size; j++) {
          const a = gram[(from + i) * size + j];
          fitted += a * beta[b * size + j];
          q += a * h[b * size + j];
        }
        score[g * D + d] = product[from + i] - fitted;
        left[g * D + d] = q;
        own0[g] += h[d] * score[g * D + d];
        own1[g] += (h[d] * q) / spread;
        whole += Math.abs(h[d]) * (Math.abs(product[from + i]) + Math.abs(fitted));
      }
    }
    squared += own0[g] * own0[g];
    uncentred += whole * whole;
  }
  if (!Number.isFinite(estimate) || !Number.isFinite(squared)) fail("effects/wild-not-estimated", {}, {}, messages);
  if (!(squared > 1e-24 * uncentred)) fail("effects/wild-no-spread", {}, { clusters: G }, messages);

  const right0 = new Float64Array(G * D);
  const right1 = new Float64Array(G * D);
  for (let g = 0; g < G; g++)
    for (let b = 0; b < blocks.length; b++) {
      const from = g * D + b * size;
      multiply(inverse[b], score.subarray(from, from + size), right0, from);
      multiply(inverse[b], left.subarray(from, from + size), right1, from);
    }
  for (let i = 0; i < right1.length; i++) right1[i] /= spread;
  const treated = Uint8Array.from(clusters, (g) => squares.treated[g]);
  const treatedClusters = treated.reduce((n, v) => n + v, 0);
  const common = { clusters: G, treatedClusters, treated, estimate, squares: squared, own0, own1 };
  if (2 * D < G) return { ...common, rank: D, left, right0, right1 };
  return { ...common, rank: G, right0: products(right0, left, G, D), right1: products(right1, left, G, D) };
}

/** Blocks that the combination looks at: no other has a part in it. */
function usedBlocks({ blocks, size, combination }: ClusterSquares): number[] {
  const used: number[] = [];
  for (let b = 0; b < blocks; b++) if (combination.subarray(b * size, (b + 1) * size).some((v) => v !== 0)) used.push(b);
  return used;
}

/** Clusters with rows in any of these blocks. */
function usedClusters({ clusters, blocks, size, gram }: ClusterSquares, used: readonly number[]): number[] {
  return Array.from({ length: clusters }, (_, g) => g).filter((g) =>
    used.some((b) => {
      const from = (g * blocks + b) * size * size;
      for (let i = 0; i < size; i++) if (gram[from + i * size + i] !== 0) return true;
      return false;
    }),
  );
}

/** The inverse of a symmetric matrix, its diagonal brought to 1 first. */
function inverted(matrix: Float64Array, k: number): Float64Array {
  if (k === 1 && matrix[0] > 0) return Float64Array.of(1 / matrix[0]);
  const scale = Float64Array.from({ length: k }, (_, i) => 1 / Math.sqrt(matrix[i * k + i]));
  const inverse = invertPositive(
    matrix.map((v, i) => v * scale[Math.floor(i / k)] * scale[i % k]),
    k,
  );
  if (!inverse) return fail("effects/wild-not-estimated", {}, {}, messages);
  return inverse.map((v, i) => v * scale[Math.floor(i / k)] * scale[i % k]);
}

function multiply(matrix: Float64Array, vector: Float64Array, into: Float64Array, from: number): void {
  const k = vector.length;
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += matrix[i * k + j] * vector[j];
    into[from + i] = sum;
  }
}

/** Rows of the first with rows of the second. */
function products(a: Float64Array, b: Float64Array, n: number, k: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += a[i * k + l] * b[j * k + l];
      out[i * n + j] = sum;
    }
  return out;
}
