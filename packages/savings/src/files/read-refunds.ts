import { type Day, isoFromDay, NO_DAY } from "@kontrafakt/base";
import { looseText } from "@kontrafakt/cohort";
import type { Origin } from "../savings-value.js";
import { type OutcomeInfo, type OutcomeNames, outcomeAt } from "./outcome-names.js";
import { dayAt, nameAt, numberAt, originAt, payerAt, type Rows, refuse, refuseEmpty, shown, textAt } from "./rows.js";

export const refundColumns = [
  { key: "consequence", type: "category" },
  { key: "payer", type: "category" },
  { key: "refundedBy", type: "category" },
  { key: "share", type: "number" },
  { key: "from", type: "day", optional: true },
  { key: "to", type: "day", optional: true },
  { key: "source", type: "category", optional: true },
] as const;

/** A rule that holds from one day to another, both included; ±Infinity where it always did or still does. */
export interface RefundLine {
  readonly outcome: OutcomeInfo;
  readonly payer: string;
  readonly refundedBy: string;
  readonly share: number;
  readonly from: Day;
  readonly to: Day;
  readonly source: string;
  readonly origin: Origin;
}

/** Refund rules as values. Rules of one pair may follow each other, never overlap; together they refund no more than the price. */
export function refundLines(rows: Rows, names: OutcomeNames): RefundLine[] {
  const lines: RefundLine[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    nameAt(rows, "consequence", i);
    const outcome = outcomeAt(rows, "consequence", i, names);
    const payer = payerAt(rows, "payer", i);
    const refundedBy = payerAt(rows, "refundedBy", i);
    const share = numberAt(rows, "share", i);
    if (!(0 <= share && share <= 1)) refuse(rows, i, "share", "savings/share-outside", { found: shown(share) });
    if (payer !== "" && looseText(payer) === looseText(refundedBy))
      refuse(rows, i, "refundedBy", "savings/refund-to-self", { payer });
    const [from, to] = [dayAt(rows, "from", i), dayAt(rows, "to", i)];
    if (from !== NO_DAY && to !== NO_DAY && to < from) {
      refuse(rows, i, "to", "savings/refund-ends-first", { from: isoFromDay(from), to: isoFromDay(to) });
    }
    if (outcome?.refund !== undefined) {
      refuse(rows, i, "consequence", "savings/refund-of-scheme", { outcome: outcome.name, scheme: outcome.refund.scheme });
    }
    if (outcome === undefined || rows.problems.length > found) continue;
    const days = { from: from === NO_DAY ? -Infinity : from, to: to === NO_DAY ? Infinity : to };
    const line: RefundLine = {
      outcome,
      payer,
      refundedBy,
      share,
      ...days,
      source: textAt(rows, "source", i),
      origin: originAt(rows, i),
    };
    checkLine(rows, i, line, lines);
    if (rows.problems.length === found) lines.push(line);
  }
  if (rows.count === 0) refuseEmpty(rows);
  return lines;
}

/** Refuses a line that overlaps one of its own kind, or lets a price be refunded more than once over on some day. */
function checkLine(rows: Rows, i: number, line: RefundLine, earlier: readonly RefundLine[]): void {
  const meeting = earlier.filter(
    (e) => sameText(e.payer, line.payer) && e.outcome === line.outcome && e.from <= line.to && line.from <= e.to,
  );
  const own = meeting.find((e) => sameText(e.refundedBy, line.refundedBy));
  if (own !== undefined) {
    refuse(rows, i, "from", "savings/refunds-overlap", { payer: line.payer, by: line.refundedBy, row: own.origin.row });
    return;
  }
  for (const day of [line.from, ...meeting.map((e) => Math.max(e.from, line.from))]) {
    const total = meeting.reduce((sum, e) => (e.from <= day && day <= e.to ? sum + e.share : sum), line.share);
    if (total <= 1 + 1e-9) continue;
    refuse(rows, i, "share", "savings/refunds-above-price", {
      payer: line.payer,
      total: Number(total.toFixed(6)),
      other: meeting[0].origin.row,
    });
    return;
  }
}

const sameText = (a: string, b: string) => looseText(a) === looseText(b);
