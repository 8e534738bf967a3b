import { type Problem, problem, type Where } from "@kontrafakt/base";
import { looseText } from "@kontrafakt/cohort";
import type { PriceFileOptions, RefundFileOptions } from "../options/price-options.js";
import type { PriceDraft } from "./read-prices.js";
import type { RefundLine } from "./read-refunds.js";
import { refunds } from "./split-refunds.js";

/** Refund rules held against the prices, and gross prices that no rule splits. */
export function checkRefunds(
  drafts: readonly PriceDraft[],
  lines: readonly RefundLine[],
  prices: PriceFileOptions,
  columns: RefundFileOptions | undefined,
): Problem[] {
  if (columns === undefined) return withoutRefund(drafts, [], prices);
  return [...unmatched(drafts, lines, columns), ...collisions(drafts, lines, columns), ...withoutRefund(drafts, lines, prices)];
}

const at = ({ origin }: RefundLine, column: string): Where => ({ ...origin, column });

/** Lines that refund nothing, or what is refunded already. */
function unmatched(drafts: readonly PriceDraft[], lines: readonly RefundLine[], columns: RefundFileOptions): Problem[] {
  return lines.flatMap((line) => {
    const { outcome, payer } = line;
    const consequence = outcome.name;
    const priced = drafts.filter(({ row }) => row.consequence === consequence);
    if (priced.length === 0)
      return [problem("savings/refund-not-priced", "error", at(line, columns.consequence), { consequence })];
    const own = priced.filter(({ row }) => refunds(line, row));
    if (own.length === 0) {
      const payers = [...new Set(priced.map(({ row }) => row.payer))].join(", ");
      return [problem("savings/refund-payer-unknown", "error", at(line, columns.payer), { consequence, payer, payers })];
    }
    const net = own.find(({ refund }) => refund === "net");
    if (net === undefined) return [];
    return [problem("savings/refund-of-net", "error", at(line, columns.share), { consequence, payer, ...net.row.origin })];
  });
}

/** Refunders that have a price of their own in the same year, or refund two payers: a refund would be counted twice or lost. */
function collisions(drafts: readonly PriceDraft[], lines: readonly RefundLine[], columns: RefundFileOptions): Problem[] {
  const first = new Map<string, RefundLine>();
  return lines.flatMap((line) => {
    const { outcome, payer, refundedBy: by } = line;
    const consequence = outcome.name;
    const id = JSON.stringify([consequence, looseText(by)]);
    const before = first.get(id);
    const where = at(line, columns.refundedBy);
    if (before !== undefined) {
      if (looseText(before.payer) === looseText(payer)) return [];
      const params = { by, payer, other: before.payer, consequence, row: before.origin.row };
      return [problem("savings/refund-of-two", "error", where, params)];
    }
    first.set(id, line);
    const years = new Set(drafts.filter(({ row }) => refunds(line, row)).map(({ row }) => row.year));
    const own = drafts.find(
      ({ row }) => row.consequence === consequence && looseText(row.payer) === looseText(by) && years.has(row.year),
    );
    return own === undefined
      ? []
      : [problem("savings/refund-counted-twice", "error", where, { by, consequence, payer, ...own.row.origin })];
  });
}

/** Once a payer and consequence. */
function withoutRefund(drafts: readonly PriceDraft[], lines: readonly RefundLine[], columns: PriceFileOptions): Problem[] {
  const told = new Set<string>();
  return drafts.flatMap(({ row, refund }) => {
    const { payer, consequence, year, origin } = row;
    const id = JSON.stringify([consequence, payer]);
    if (refund !== "gross" || told.has(id) || lines.some((line) => refunds(line, row))) return [];
    told.add(id);
    return [
      problem("savings/gross-without-refund", "warning", { ...origin, column: columns.refund }, { payer, consequence, year }),
    ];
  });
}
