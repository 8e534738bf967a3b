import { type Problem, problem } from "@kontrafakt/base";
import { looseText } from "@kontrafakt/cohort";
import type { PriceFileOptions } from "../options/price-options.js";
import type { PriceRow } from "../savings-value.js";
import type { OutcomeInfo } from "./outcome-names.js";
import type { PriceDraft } from "./read-prices.js";

/** Headers of the price file by key. */
type Columns = PriceFileOptions;

/** Faults that show only when price rows are held against each other. */
export function checkPrices(drafts: readonly PriceDraft[], columns: Columns): Problem[] {
  const rows = drafts.map(({ row }) => row);
  return [...sharesAboveOne(drafts, columns), ...halfKnown(rows), ...varying(rows, columns), ...averages(rows, columns)];
}

/** Shares of one amount over its payers are at most all of it. */
function sharesAboveOne(drafts: readonly PriceDraft[], columns: Columns): Problem[] {
  const sums = new Map<string, number>();
  return drafts.flatMap(({ row, share }) => {
    if (share === undefined) return [];
    const id = JSON.stringify([row.consequence, row.year]);
    const before = sums.get(id) ?? 0;
    sums.set(id, before + share);
    if (before > 1 + 1e-9 || before + share <= 1 + 1e-9) return [];
    const params = { consequence: row.consequence, year: row.year, total: Number((before + share).toFixed(6)) };
    return [problem("savings/shares-above-one", "error", { ...row.origin, column: columns.share }, params)];
  });
}

const pairOf = (p: Pick<PriceRow, "consequence" | "payer">) => JSON.stringify([p.consequence, p.payer]);

/** A price known in some years only would make a total of different things. */
function halfKnown(prices: readonly PriceRow[]): Problem[] {
  const known = new Map<string, PriceRow>();
  for (const p of prices) if (!Number.isNaN(p.amount) && !known.has(pairOf(p))) known.set(pairOf(p), p);
  return prices.flatMap((p) => {
    const other = Number.isNaN(p.amount) ? known.get(pairOf(p)) : undefined;
    if (other === undefined) return [];
    const { consequence, payer, year, origin } = p;
    return [problem("savings/price-half-known", "error", origin, { consequence, payer, year, other: other.year })];
  });
}

/** What a payer's price of a consequence has once for all years. */
const constant = ["step", "lag", "lagLow", "lagHigh", "transferTo", "group"] as const;

function varying(prices: readonly PriceRow[], columns: Columns): Problem[] {
  const first = new Map<string, PriceRow>();
  return prices.flatMap((p) => {
    const other = first.get(pairOf(p));
    if (other === undefined) first.set(pairOf(p), p);
    const key = other && constant.find((name) => other[name] !== p[name]);
    if (other === undefined || key === undefined) return [];
    const params = {
      what: columns[key],
      consequence: p.consequence,
      payer: p.payer,
      found: p[key] ?? "nothing",
      other: other[key] ?? "nothing",
      row: other.origin.row,
    };
    return [problem("savings/price-varies", "error", { ...p.origin, column: columns[key] }, params)];
  });
}

/** A receiver with a price of its own for the same consequence, or a refund to give, would both pay for it and be paid; told once a price. */
export function checkTransfers(prices: readonly PriceRow[], columns: Columns): Problem[] {
  const told = new Set<string>();
  return prices.flatMap((p) => {
    const { consequence, payer, year, transferTo, origin } = p;
    if (transferTo === undefined || told.has(pairOf(p))) return [];
    const own = prices.find((o) => o.consequence === consequence && looseText(o.payer) === looseText(transferTo));
    if (own === undefined) return [];
    told.add(pairOf(p));
    const params = { payer, receiver: transferTo, consequence, year, row: own.origin.row };
    return [problem("savings/transfer-to-payer", "error", { ...origin, column: columns.transferTo }, params)];
  });
}

/** Once a payer and consequence: an average holds buildings and staff that stay when one unit less is used. */
function averages(prices: readonly PriceRow[], columns: Columns): Problem[] {
  const told = new Set<string>();
  return prices.flatMap((p) => {
    const { basis, cashable, step, transferTo, origin, consequence, payer } = p;
    const all = basis === "average" && cashable === 1 && step === undefined && transferTo === undefined;
    if (!all || told.has(pairOf(p))) return [];
    told.add(pairOf(p));
    return [problem("savings/average-all-cashable", "warning", { ...origin, column: columns.cashable }, { consequence, payer })];
  });
}

/** What one payer refunds by a scheme of the cohort is that payer's alone, and what is left after the refund is never that payer's. */
export function checkSchemes(prices: readonly PriceRow[], outcomes: readonly OutcomeInfo[]): Problem[] {
  const parts = new Map(outcomes.flatMap(({ name, refund }) => (refund === undefined ? [] : [[name, refund] as const])));
  return prices.flatMap(({ consequence, payer: found, origin }) => {
    const part = parts.get(consequence);
    if (part === undefined) return [];
    const { scheme, side, payer } = part;
    const isPayer = looseText(found) === looseText(payer);
    if (isPayer === (side === "state")) return [];
    const code = side === "state" ? "savings/refund-not-payers" : "savings/refund-twice";
    return [problem(code, "error", origin, { outcome: consequence, scheme, payer, found })];
  });
}
