import type { Context } from "@kontrafakt/base";
import { BLOCK } from "@kontrafakt/numerics";
import type { Account } from "../account/account.js";
import type { UncertaintyShare, UncertaintySource } from "../savings-value.js";
import { meanOf } from "./distribution.js";
import type { DrawnMoney } from "./draw-money.js";
import { type Draws, drawShared } from "./draws.js";
import { drawnAccount } from "./each-cell.js";
import { type DrawnFrom, personDraws } from "./person-draws.js";
import { drawablePrices } from "./price-draws.js";
import { netOf, publicSelection } from "./public-net.js";
import { pickFreezeShares, twoSourceShares } from "./shapley-shares.js";

const SOURCES: readonly UncertaintySource[] = ["effect", "price", "lag", "persistence", "volume", "cost"];

/** Draws of the split, fewer with many groups: more would make it slower and hardly clearer, and its Monte-Carlo error is shown. */
const most = (groups: number) => (groups > 3 ? 4 : 10) * BLOCK;

/**
 * Which part of the variance comes from what: Shapley's split over the groups of inputs. With effects and prices alone it is that of the total
 * gross saving, undiscounted, over all payers; with others it is that of the discounted net of all public payers over all years, of cashable
 * money where a lag is uncertain (a lag moves nothing else). A total without variance is put down to the effect, and so is everything with
 * 2 degrees of freedom or fewer: its draws then have no variance, and as they near 2 its share nears 1.
 */
export async function uncertaintyShares(
  account: Account,
  draws: Draws,
  money: Pick<DrawnMoney, "gross" | "priceOnly">,
  context: Context,
): Promise<UncertaintyShare[]> {
  const present = SOURCES.filter((source) => source === "effect" || draws.inputs.some((input) => input.source === source));
  if (draws.df <= 2)
    return [...new Set([...present, "price" as const])].map((source) => ({
      source,
      share: source === "effect" ? 1 : 0,
      error: 0,
    }));
  if (present.every((source) => source === "effect" || source === "price")) return effectAndPrice(account, draws, money);
  return split(account, draws, present, context);
}

/** S = −Σ θ·p with independent θ and p, linear in each: what one of them does alone is its variance with the other at its mean. */
function effectAndPrice(
  account: Account,
  draws: Draws,
  { gross, priceOnly }: Pick<DrawnMoney, "gross" | "priceOnly">,
): UncertaintyShare[] {
  const both = new Float64Array(draws.draws);
  const Y = account.sums.years.length;
  gross.forEach((column, i) => {
    if (!account.together.includes(account.payers[Math.floor(i / Y)])) return;
    for (let d = 0; d < both.length; d++) both[d] += column[d];
  });
  return twoSourceShares(both, effectAtMeanPrice(account, draws), priceOnly);
}

function effectAtMeanPrice({ sums, prices, payers, together }: Account, draws: Draws): Float64Array {
  const [K, Y, D] = [payers.length, sums.years.length, draws.draws];
  const own = prices.distribution.map(meanOf);
  const out = new Float64Array(D);
  sums.used.forEach((used, row) => {
    if (used === 0) return;
    const [c, y] = [Math.floor(row / Y), row % Y];
    let price = 0;
    for (let k = 0; k < K; k++) if (together.includes(payers[k])) price += own[(c * K + k) * Y + y];
    for (const { from, to } of prices.transfers) {
      if (Math.floor(to / K) === c && together.includes(payers[to % K])) price -= own[from * Y + y];
    }
    for (let d = 0; d < D; d++) out[d] -= draws.effect[row * D + d] * price;
  });
  return out;
}

async function split(
  account: Account,
  all: Draws,
  present: readonly UncertaintySource[],
  context: Context,
): Promise<UncertaintyShare[]> {
  const D = Math.min(most(present.length), all.draws);
  const own = firstOf(all, D);
  const other = await drawShared(account, all.df, D, context, 1);
  const selection = publicSelection(account, all.inputs);
  const prices = drawablePrices(account);
  const person = new Map<string, Float64Array>();
  const value = (inOwn: (source: UncertaintySource) => boolean): Float64Array => {
    const from: DrawnFrom = Object.fromEntries(present.map((source) => [source, inOwn(source) ? own : other]));
    const key = JSON.stringify((["effect", "persistence", "volume"] as const).map(inOwn));
    const drawn = person.get(key) ?? personDraws(account, from, D);
    person.set(key, drawn);
    return netOf(drawnAccount(account, prices, from, D, drawn), selection);
  };
  const shares = pickFreezeShares(present.length, (set) => value((source) => (set & (1 << present.indexOf(source))) !== 0));
  return present.map((source, i) => ({ source, ...shares[i] }));
}

function firstOf(draws: Draws, D: number): Draws {
  if (D === draws.draws) return draws;
  const first = (columns: Float64Array) => {
    const n = columns.length / draws.draws;
    const out = new Float64Array(n * D);
    for (let i = 0; i < n; i++) out.set(columns.subarray(i * draws.draws, i * draws.draws + D), i * D);
    return out;
  };
  return { ...draws, draws: D, effect: first(draws.effect), rank: first(draws.rank) };
}
