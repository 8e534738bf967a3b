import { dateOf, dayOf } from "@kontrafakt/base";
import { looseText } from "@kontrafakt/cohort";
import type { PriceRow } from "../savings-value.js";
import type { PriceDraft } from "./read-prices.js";
import type { RefundLine } from "./read-refunds.js";
import { scaledPrice } from "./scale-price.js";

/**
 * Gross prices split between who pays and who refunds. A rule that holds part of a year refunds that part of the year's price: share × days it
 * holds / days of the year. Both parts keep the price's range in proportion and are drawn as one price (`refunded` tells of which). A refunder
 * has a row for each year of the price, 0 where no rule holds.
 */
export function splitRefunds(drafts: readonly PriceDraft[], lines: readonly RefundLine[]): PriceRow[] {
  const spelled = spellings(drafts, lines);
  return drafts.flatMap(({ row }) => {
    const own = lines.filter((line) => refunds(line, row));
    return own.length === 0 ? [row] : parts(row, own, spelled);
  });
}

/**
 * What gross prices are split into in years after theirs that have none of their own: rows for the years in which what the rules refund is
 * another than in the year before. A rule that began or ended within a price's year counts for all or nothing of the next.
 */
export function laterRefunds(drafts: readonly PriceDraft[], lines: readonly RefundLine[]): PriceRow[] {
  const spelled = spellings(drafts, lines);
  return drafts.flatMap(({ row }) => {
    const own = lines.filter((line) => refunds(line, row));
    const turns = own.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
    const years = [...new Set(turns.flatMap((day) => [dateOf(day).year, dateOf(day).year + 1]))].filter((y) => y > row.year);
    if (years.length === 0) return [];
    const same = drafts.filter((other) => other.row.consequence === row.consequence && other.row.payer === row.payer);
    const next = same.reduce((first, { row: { year } }) => (year > row.year ? Math.min(first, year) : first), Infinity);
    const later = years.filter((year) => year < next).sort((a, b) => a - b);
    return later.flatMap((year) => parts({ ...row, year }, own, spelled));
  });
}

/** Payers as the price file writes them, else as the refund file does first. */
function spellings(drafts: readonly PriceDraft[], lines: readonly RefundLine[]): ReadonlyMap<string, string> {
  const spelled = new Map<string, string>();
  for (const { row } of drafts) spelled.set(looseText(row.payer), row.payer);
  for (const { refundedBy } of lines) if (!spelled.has(looseText(refundedBy))) spelled.set(looseText(refundedBy), refundedBy);
  return spelled;
}

/** What is left to the payer, then what each other payer refunds. */
function parts(row: PriceRow, lines: readonly RefundLine[], spelled: ReadonlyMap<string, string>): PriceRow[] {
  const by = new Map<string, { share: number; line: RefundLine }>();
  for (const line of lines) {
    const name = spelled.get(looseText(line.refundedBy)) ?? line.refundedBy;
    const share = line.share * shareOfYear(line, row.year);
    const before = by.get(name);
    by.set(name, { share: share + (before?.share ?? 0), line: before === undefined || before.share === 0 ? line : before.line });
  }
  const total = [...by.values()].reduce((sum, { share }) => sum + share, 0);
  const left = { payer: row.payer, by: [...by.keys()].join(", "), share: total, side: "payer", origin: lines[0].origin } as const;
  return [
    { ...scaledPrice(row, Math.max(0, 1 - total)), refunded: left },
    ...[...by].map(([name, { share, line }]): PriceRow => {
      const refunded = { payer: row.payer, by: name, share, side: "refunder", origin: line.origin } as const;
      return {
        ...scaledPrice(row, Math.min(1, share)),
        payer: name,
        source: line.source === "" ? row.source : line.source,
        refunded,
      };
    }),
  ];
}

/** Days of the year on which the rule holds, of all its days. */
function shareOfYear({ from, to }: RefundLine, year: number): number {
  const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  return Math.max(0, Math.min(to, last) - Math.max(from, first) + 1) / (last - first + 1);
}

/** Whether a rule refunds a price. */
export function refunds(line: RefundLine, row: PriceRow): boolean {
  return line.outcome.name === row.consequence && looseText(line.payer) === looseText(row.payer);
}
