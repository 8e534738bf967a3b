import { type Context, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { looseText, type Source } from "@kontrafakt/cohort";
import { messages } from "./messages.js";
import type { SavingsOptions } from "./options/savings-options.js";
import { type OutcomeInfo, outcomeNames } from "./outcome-names.js";
import { budgetColumns, budgetRows } from "./read-budget.js";
import { claimColumns, claimRows } from "./read-claim.js";
import { costColumns, costRows } from "./read-costs.js";
import { priceColumns, priceRows } from "./read-prices.js";
import { readRows } from "./rows.js";
import type { BudgetRow, ClaimRow, CostRow, PriceRow } from "./savings-value.js";

/** The money files as read. `problems` holds warnings only: errors are thrown. */
export interface MoneyFiles {
  readonly kind: "money-files";
  readonly prices: readonly PriceRow[];
  readonly costs: readonly CostRow[];
  readonly claim: readonly ClaimRow[];
  readonly budget: readonly BudgetRow[];
  readonly problems: readonly Problem[];
}

/**
 * Reads prices, programme cost, claim and budget.
 *
 * @param sources by the file name the options give
 * @param outcomes the study's outcomes; only these can be priced or claimed
 * @throws KontrafaktError with every fault of every file, each with file, row and column
 */
export async function readMoney(
  sources: ReadonlyMap<string, Source>,
  options: SavingsOptions,
  outcomes: readonly OutcomeInfo[],
  context: Context,
): Promise<MoneyFiles> {
  const { priceYear, currency } = options;
  const names = outcomeNames(outcomes);
  const problems: Problem[] = [];
  const read = (section: "prices" | "programmeCost" | "claim", wishes: Parameters<typeof readRows>[3]) =>
    readRows(sources, options[section], section, wishes, problems, context);
  const prices = priceRows(await read("prices", priceColumns), names, priceYear, currency);
  const costs = costRows(await read("programmeCost", costColumns), priceYear, currency);
  const claim = claimRows(await read("claim", claimColumns), names, priceYear, currency);
  const budget = options.budget
    ? budgetRows(await readRows(sources, options.budget, "budget", budgetColumns, problems, context), names, currency)
    : [];
  problems.push(...overlaps(prices, outcomes), ...refundLines(prices, outcomes), ...halfKnown(prices));
  if (problems.length === 0) problems.push(...strangers(prices, costs, claim));
  if (problems.some((p) => p.severity === "error")) throw new KontrafaktError(problems, messages);
  return { kind: "money-files", prices, costs, claim, budget, problems };
}

/** Two priced consequences that count the same service would count each krone twice. */
function overlaps(prices: readonly PriceRow[], outcomes: readonly OutcomeInfo[]): Problem[] {
  const found: Problem[] = [];
  const priced: string[] = [];
  for (const { name, overlaps } of outcomes) {
    const row = prices.find((p) => p.consequence === name);
    if (row === undefined) continue;
    const same = overlaps?.find(({ outcome }) => priced.includes(outcome));
    if (same !== undefined) {
      const params = { first: same.outcome, second: name, counts: same.counts };
      found.push(problem("savings/consequences-overlap", "error", row.origin, params));
    }
    priced.push(name);
  }
  return found;
}

/** What one payer refunds is that payer's alone, and what is left after the refund is never that payer's. */
function refundLines(prices: readonly PriceRow[], outcomes: readonly OutcomeInfo[]): Problem[] {
  const parts = new Map(outcomes.flatMap(({ name, refund }) => (refund === undefined ? [] : [[name, refund] as const])));
  return prices.flatMap(({ consequence, payer: found, origin }) => {
    const part = parts.get(consequence);
    if (part === undefined) return [];
    const { scheme, side, payer } = part;
    const isPayer = looseText(found) === looseText(payer);
    if (isPayer === (side === "state")) return [];
    const params = { outcome: consequence, scheme, payer, found };
    const code = side === "state" ? "savings/refund-not-payers" : "savings/refund-twice";
    return [problem(code, "error", origin, params)];
  });
}

/** A price known in some years only would make a total of different things. */
function halfKnown(prices: readonly PriceRow[]): Problem[] {
  const known = new Map<string, PriceRow>();
  const id = (p: PriceRow) => JSON.stringify([p.consequence, p.payer]);
  for (const p of prices) if (!Number.isNaN(p.amount) && !known.has(id(p))) known.set(id(p), p);
  return prices
    .filter((p) => Number.isNaN(p.amount) && known.has(id(p)))
    .map(({ consequence, payer, year, origin }) => {
      const other = known.get(id({ consequence, payer } as PriceRow));
      return problem("savings/price-half-known", "error", origin, { consequence, payer, year, other: other?.year ?? null });
    });
}

/** A claim for someone nobody measures cannot be answered. */
function strangers(prices: readonly PriceRow[], costs: readonly CostRow[], claim: readonly ClaimRow[]): Problem[] {
  if (prices.length === 0) return [];
  const payers = new Set([...prices, ...costs].map((row) => row.payer));
  const priced = new Set(prices.map((p) => p.consequence));
  return claim.flatMap(({ payer, consequence, origin }) => {
    if (!payers.has(payer)) {
      return [problem("savings/claim-payer-unknown", "error", origin, { payer, payers: [...payers].join(", ") })];
    }
    if (consequence !== "" && !priced.has(consequence)) {
      return [problem("savings/claim-not-priced", "error", origin, { consequence, priced: [...priced].join(", ") })];
    }
    return [];
  });
}
