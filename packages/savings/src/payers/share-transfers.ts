import { type Context, type Problem, problem } from "@kontrafakt/base";
import { tQuantile } from "@kontrafakt/numerics";
import type { Account } from "../account/account.js";
import { combination, figure } from "../account/figure.js";
import { intervalOf } from "../draws/interval-of.js";
import type { Horizon } from "../figures/figures-value.js";
import type { MoneyFigure } from "../savings-value.js";
import { bottomLine, type LineWeights } from "./bottom-line.js";
import { type PayerDraws, type PayerGains, payerGains } from "./payer-gains.js";
import type { PayerShare, SharingRule, Transfer } from "./payers-value.js";
import { shapleyOf } from "./shapley.js";
import { netOf, type Sharing, sharingRules } from "./sharing-rules.js";

const RULES: readonly SharingRule[] = ["makeWhole", "byCost", "byGain", "shapley"];

/** The parties of one horizon: whose lines they are, known and drawn. */
interface Parties {
  readonly horizon: Horizon;
  readonly names: readonly string[];
  readonly lines: readonly LineWeights[];
  readonly gains: Float64Array;
  readonly costs: Float64Array;
  readonly drawn: PayerGains;
}

/**
 * Each payer's share of cost and gain, and the transfers that each sharing rule asks for, discounted, within the window and, where something is
 * assumed after it, with that too. Citizens and relatives are no party to an agreement between payers, and who has no known price has no net
 * to share.
 *
 * Figures are the rules at the estimates. `byCost` is linear, so its standard error is exact; the others are applied to every draw, and their
 * intervals are quantiles of the draws: at fixed prices, and with prices drawn too (`priceLower`, `priceUpper`); `se` is that of a t interval as
 * wide.
 */
export function shareTransfers(
  account: Account,
  draws: PayerDraws,
  context: Pick<Context, "seed">,
): { readonly transfers: Transfer[]; readonly payerShares: PayerShare[]; readonly problems: Problem[] } {
  const { payers, kinds, measured } = account;
  const problems: Problem[] = [];
  const mayAgree = payers.map((_, k) => k).filter((k) => kinds[k] !== "citizen" && kinds[k] !== "relative");
  const unknown = mayAgree.filter((k) => measured[k] === 0);
  const members = mayAgree.filter((k) => measured[k] === 1);
  const horizons: readonly Horizon[] = account.assumption === undefined ? ["observed"] : ["observed", "withAssumed"];
  const payerShares = horizons.flatMap((horizon) => shares(account, horizon));
  if (members.length < 2) return { transfers: [], payerShares, problems };
  if (account.sums.cells.bounded) {
    // A transfer is a difference of gains.
    problems.push(problem("savings/transfers-correlation-unknown", "note", {}, {}));
    return { transfers: [], payerShares, problems };
  }
  if (unknown.length > 0) {
    const who = unknown.map((k) => payers[k]).join(", ");
    problems.push(problem("savings/transfers-not-measured", "note", {}, { payers: who }));
  }
  const rules = sharingRules(shapleyOf(members.length, context.seed));
  const transfers = horizons.flatMap((horizon) => {
    const parties = partiesOf(account, members, horizon, draws);
    problems.push(...remarks(parties).filter(({ code }) => !problems.some((p) => p.code === code)));
    return RULES.flatMap((rule) => transfersOf(account, parties, rule, rules[rule]));
  });
  return { transfers, payerShares, problems };
}

function lineOf(account: Account, payer: string, horizon: Horizon): LineWeights {
  return bottomLine(account, { account: "payer", payer, horizon, discounted: true });
}

function partiesOf(account: Account, members: readonly number[], horizon: Horizon, draws: PayerDraws): Parties {
  const names = members.map((k) => account.payers[k]);
  const lines = names.map((payer) => lineOf(account, payer, horizon));
  const gains = Float64Array.from(lines, ({ weights }) => combination(account, weights).estimate);
  const costs = Float64Array.from(lines, ({ cost }) => cost);
  return { horizon, names, lines, gains, costs, drawn: payerGains(account, members, lines, horizon, draws) };
}

function remarks({ gains, costs, names }: Parties): Problem[] {
  const net = netOf({ gains, costs }).reduce((sum, v) => sum + v, 0);
  const cost = costs.reduce((sum, c) => sum + c, 0);
  const found: Problem[] = [];
  const about = { payers: names.join(", ") };
  if (!(cost > 0)) found.push(problem("savings/transfers-without-cost", "note", {}, about));
  else if (net < 0) found.push(problem("savings/transfers-net-loss", "note", {}, about));
  if (gains.every((g) => !(g > 0))) found.push(problem("savings/transfers-without-gain", "note", {}, about));
  return found;
}

function transfersOf(account: Account, parties: Parties, rule: SharingRule, sharing: Sharing): Transfer[] {
  const { horizon, names, lines, gains, costs, drawn } = parties;
  if (rule === "byCost" && !costs.some((cost) => cost > 0)) return [];
  const after = sharing({ gains, costs });
  const net = netOf({ gains, costs });
  const priced = overDraws(drawn.priced, drawn.costs ?? costs, sharing);
  const known = rule === "byCost" ? byCost(account, parties) : byDraws(parties, sharing, { after, net });
  return names.map((payer, k): Transfer => {
    const own = (what: keyof Shared, f: MoneyFigure): MoneyFigure => {
      const [priceLower, priceUpper] = intervalOf(priced[what][k]);
      return { ...f, priceLower, priceUpper };
    };
    return {
      rule,
      horizon,
      payer,
      net: own("net", linear(account, lines[k].weights, costs[k])),
      transfer: own("transfer", known.transfer[k]),
      after: own("after", known.after[k]),
    };
  });
}

type Known = Readonly<Record<"transfer" | "after", readonly MoneyFigure[]>>;

/** Linear: after_k = s_k·Σ(gain − cost) with s_k the share of the cost. */
function byCost(account: Account, { lines, costs }: Parties): Known {
  const cost = costs.reduce((sum, c) => sum + c, 0);
  const all = sumOf(lines.map(({ weights }) => weights));
  const share = (k: number) => costs[k] / cost;
  return {
    after: lines.map((_, k) =>
      linear(
        account,
        all.map((w) => share(k) * w),
        costs[k],
      ),
    ),
    // The costs cancel: each bears its share of them before and after.
    transfer: lines.map(({ weights }, k) =>
      linear(
        account,
        weights.map((w, i) => share(k) * all[i] - w),
        0,
      ),
    ),
  };
}

/** A linear figure less a known amount. */
function linear(account: Account, weights: Float64Array, less: number): MoneyFigure {
  const { estimate, se, df } = combination(account, weights);
  return figure(estimate - less, se, df);
}

function byDraws({ costs, drawn }: Parties, sharing: Sharing, { after, net }: Record<"after" | "net", Float64Array>): Known {
  const fixed = overDraws(drawn.fixed, costs, sharing);
  const own = (estimate: number, draws: Float64Array): MoneyFigure => {
    const [lower, upper] = intervalOf(draws);
    if (!(upper > lower)) return { estimate, se: 0, df: Infinity, lower, upper };
    return { estimate, se: (upper - lower) / (2 * tQuantile(0.975, drawn.df)), df: drawn.df, lower, upper };
  };
  return {
    after: Array.from(after, (value, k) => own(value, fixed.after[k])),
    transfer: Array.from(after, (value, k) => own(value - net[k], fixed.transfer[k])),
  };
}

type Shared = Readonly<Record<"net" | "transfer" | "after", readonly Float64Array[]>>;

/** A rule in every draw. @param costs by party, or by party and draw */
function overDraws(gainsOf: readonly Float64Array[], costs: Float64Array | readonly Float64Array[], sharing: Sharing): Shared {
  const D = gainsOf[0].length;
  const columns = () => gainsOf.map(() => new Float64Array(D));
  const out = { net: columns(), transfer: columns(), after: columns() };
  const stakes = { gains: new Float64Array(gainsOf.length), costs: new Float64Array(gainsOf.length) };
  for (let d = 0; d < D; d++) {
    gainsOf.forEach((gain, k) => {
      const cost = costs[k];
      stakes.gains[k] = gain[d];
      stakes.costs[k] = typeof cost === "number" ? cost : cost[d];
    });
    const after = sharing(stakes);
    gainsOf.forEach((_, k) => {
      const net = stakes.gains[k] - stakes.costs[k];
      out.net[k][d] = net;
      out.after[k][d] = after[k];
      out.transfer[k][d] = after[k] - net;
    });
  }
  return out;
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(columns[0].length);
  for (const column of columns) for (let i = 0; i < out.length; i++) out[i] += column[i];
  return out;
}

/** Shares of all cost and of all gain; a payer whose prices are unknown has no share of the gain. */
function shares(account: Account, horizon: Horizon): PayerShare[] {
  const lines = account.payers.map((payer) => lineOf(account, payer, horizon));
  const gains = lines.map(({ weights }, k) => (account.measured[k] === 1 ? combination(account, weights).estimate : Number.NaN));
  const gain = gains.reduce((sum, g) => sum + (Number.isNaN(g) ? 0 : g), 0);
  const cost = lines.reduce((sum, line) => sum + line.cost, 0);
  return account.payers.map((payer, k) => ({
    payer,
    kind: account.kinds[k],
    horizon,
    cost: cost > 0 ? lines[k].cost / cost : Number.NaN,
    gain: gain > 0 ? gains[k] / gain : Number.NaN,
  }));
}
