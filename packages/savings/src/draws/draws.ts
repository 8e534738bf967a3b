import { type Context, runBlocks } from "@kontrafakt/base";
import { BLOCK, pivotedCholesky } from "@kontrafakt/numerics";
import type { Account } from "../account/account.js";
import { type DrawBlock, type DrawnBlock, type DrawnKey, savingsJobs } from "./draw-block.js";
import type { Draws } from "./draws-value.js";
import { type AccountInput, accountInputs } from "./inputs.js";
import { personDraws } from "./person-draws.js";

export type { Draws } from "./draws-value.js";

const AT_ONCE = 16;

/**
 * Draws effects from a multivariate t with ν degrees of freedom, θ̂ + Σ^½ z √(ν/χ²_ν), whose variance is Σ·ν/(ν−2) (none for ν ≤ 2, whose
 * quantiles hold all the same), and every uncertain input by rank; a plan's effects by rank too. Blocks of 1,024 draws: neither their number nor who computes them
 * changes a bit.
 *
 * @param df ν of the headline total, above 0 or Infinity
 * @param set 1 = draws independent of the shared ones
 */
export async function drawShared(account: Account, df: number, draws: number, context: Context, set: 0 | 1 = 0): Promise<Draws> {
  const { estimate, covariance } = account.sums.effects;
  const m = estimate.length;
  const sd = Float64Array.from(estimate, (_, i) => Math.sqrt(Math.max(0, covariance[i * m + i])));
  const correlation = Float64Array.from(covariance, (value, at) => {
    const scale = sd[Math.floor(at / m)] * sd[at % m];
    return scale > 0 ? value / scale : 0;
  });
  const { factor, rank } = pivotedCholesky(correlation, m);
  for (let i = 0; i < m; i++) for (let r = 0; r < rank; r++) factor[i * rank + r] *= sd[i];
  const inputs = accountInputs(account);
  const groups = groupsOf(inputs, account.correlation);
  const pairs = account.prices.priced.length;
  const blocks: DrawBlock[] = [];
  for (let first = 0; first < draws; first += BLOCK) {
    const count = Math.min(BLOCK, draws - first);
    blocks.push({ seed: context.seed, block: first / BLOCK, count, set, estimate, factor, rank, df, pairs, ...groups });
  }
  const out: Draws = {
    kind: "draws",
    draws,
    df,
    effect: new Float64Array(m * draws),
    inputs: inputs.map(({ source, name, group }) => ({ source, name, ...(group !== undefined && { group }) })),
    rank: new Float64Array(inputs.length * draws),
  };
  // Some blocks at a time, so that hardly more than the draws themselves is in memory.
  for (let done = 0; done < blocks.length; done += AT_ONCE) {
    const some = blocks.slice(done, done + AT_ONCE);
    const drawn = await runBlocks<DrawBlock, DrawnBlock>(context, savingsJobs, "savings/draws", some);
    drawn.forEach((block, b) => {
      const { count } = some[b];
      const first = (done + b) * BLOCK;
      place(out.effect, block.effect, m, draws, first, count);
      place(out.rank, block.rank, inputs.length, draws, first, count);
    });
  }
  if (account.assumed) out.effect.set(personDraws(account, { effect: out }, draws));
  return out;
}

/** Inputs of one source and group move together, with the group's correlation; 1 where none is named. */
function groupsOf(
  inputs: readonly AccountInput[],
  correlation: Readonly<Record<string, number>>,
): { keys: DrawnKey[]; groups: number[] } {
  const ids: string[] = [];
  const groups: number[] = [];
  const keys = inputs.map(({ source, pair, group }) => {
    if (group === undefined) return { pair: source === "price" ? pair : -1, group: -1 };
    const id = JSON.stringify([source, group]);
    if (!ids.includes(id)) {
      ids.push(id);
      groups.push(Object.hasOwn(correlation, group) ? correlation[group] : 1);
    }
    return { pair: source === "price" ? pair : -1, group: ids.indexOf(id) };
  });
  return { keys, groups };
}

function place(into: Float64Array, from: Float64Array, columns: number, draws: number, first: number, count: number): void {
  for (let i = 0; i < columns; i++) into.set(from.subarray(i * count, (i + 1) * count), i * draws + first);
}
