import type { Jobs } from "@kontrafakt/base";
import { normalCdf, normalQuantile, type Stream, stream } from "@kontrafakt/numerics";
import { factorProduct } from "./factor-product.js";

/** What one block of the shared draws is made from. */
export interface DrawBlock {
  readonly seed: number;
  readonly block: number;
  /** Draws in this block. */
  readonly count: number;
  /** Which of the independent sets of draws; 0 is the one shared by all figures. */
  readonly set: number;
  readonly estimate: Float64Array;
  /** Terms × rank: covariance = factor·factor'. */
  readonly factor: Float64Array;
  readonly rank: number;
  /** Infinity for normal draws. */
  readonly df: number;
  /** Pairs of consequence and payer: each draw takes a uniform for every one, so that no price's draws hang on what else is uncertain. */
  readonly pairs: number;
  readonly keys: readonly DrawnKey[];
  /** Correlation of prices in each group, 0–1. */
  readonly groups: readonly number[];
}

export interface DrawnKey {
  /** Of a price: its pair; else −1 and the next uniform of the other inputs. */
  readonly pair: number;
  /** Place in `groups`; −1 = by itself. */
  readonly group: number;
}

/** Column by column: `effect[term * count + d]`, `rank[key * count + d]`. */
export interface DrawnBlock {
  readonly effect: Float64Array;
  readonly rank: Float64Array;
}

const STREAMS = [
  { effect: "savings/effect", price: "savings/price", group: "savings/price-group", other: "savings/input" },
  { effect: "savings/effect-2", price: "savings/price-2", group: "savings/price-group-2", other: "savings/input-2" },
] as const;

/** One block of draws: θ̂ + factor·z·√(ν/χ²_ν), and one rank a key. Keys of a group have Gaussian copula √ρ·z_group + √(1 − ρ)·z_own. */
export function drawBlock({ seed, block, count, set, estimate, factor, rank, df, pairs, keys, groups }: DrawBlock): DrawnBlock {
  const terms = estimate.length;
  const names = STREAMS[set];
  const effectStream = stream(seed, names.effect, block);
  const z = new Float64Array(rank * count);
  const scale = new Float64Array(count).fill(1);
  for (let d = 0; d < count; d++) {
    effectStream.normals(z, d * rank, (d + 1) * rank);
    if (df !== Infinity) scale[d] = Math.sqrt(df / effectStream.chiSquared(df));
  }
  const effect = factorProduct(factor, terms, rank, z, count);
  for (let row = 0; row < terms; row++) {
    const centre = estimate[row];
    for (let d = 0, at = row * count; d < count; d++, at++) effect[at] = centre + scale[d] * effect[at];
  }
  return { effect, rank: ranks() };

  function ranks(): Float64Array {
    const out = new Float64Array(keys.length * count);
    if (keys.length === 0) return out;
    const own = stream(seed, names.price, block);
    const common = stream(seed, names.group, block);
    const other = stream(seed, names.other, block);
    const prices = keys.some((key) => key.pair >= 0);
    const others = keys.filter((key) => key.pair < 0).length;
    // Draw by draw, as they come.
    const ofPair = uniforms(own, prices ? pairs * count : 0);
    const ofGroup = uniforms(common, groups.length * count);
    const ofOther = uniforms(other, others * count);
    let another = 0;
    keys.forEach(({ pair, group }, key) => {
      const [from, at, step] = pair >= 0 ? [ofPair, pair, pairs] : [ofOther, another++, others];
      for (let d = 0; d < count; d++) {
        const alone = from[d * step + at];
        out[key * count + d] = group < 0 ? alone : together(alone, ofGroup[d * groups.length + group], groups[group]);
      }
    });
    return out;
  }
}

function uniforms(random: Stream, n: number): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = random.uniform();
  return out;
}

function together(own: number, common: number, correlation: number): number {
  if (correlation === 1) return common;
  if (correlation === 0) return own;
  const z = Math.sqrt(correlation) * normalQuantile(common) + Math.sqrt(1 - correlation) * normalQuantile(own);
  return Math.min(Math.max(normalCdf(z), Number.MIN_VALUE), 1 - Number.EPSILON / 2);
}

/** Jobs of this package, for a worker bundle. */
export const savingsJobs: Jobs = { "savings/draws": drawBlock };
