import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import { MONEY_LEVEL } from "../levels.js";
import { parameterValue } from "../narrative/parameters-text.js";
import { outcomeLabel, outcomesLabel } from "../sections/amounts.js";
import type { Make } from "../table-rows.js";
import { limitsOf } from "./figures-tables.js";

const transfersTable: Make = (results, speaker) => {
  const { sharing, table: t, worth } = speaker.words;
  const { net, transfer, after, rule } = sharing.table;
  return {
    name: "transfers",
    header: [rule, worth.table.horizon, t.payer, ...[net, transfer, after].flatMap((name) => [name, ...limitsOf(name, t)])],
    rows: results.savings.transfers.map((x) => [
      sharing.rule[x.rule],
      worth.horizon[x.horizon],
      x.payer,
      ...[x.net, x.transfer, x.after].flatMap((f) => [n(f.estimate), n(f.lower), n(f.upper)]),
    ]),
  };
};

const payerSharesTable: Make = (results, speaker) => {
  const { sharing, table: t, worth } = speaker.words;
  return {
    name: "payer-shares",
    header: [t.payer, sharing.table.kind, worth.table.horizon, sharing.table.cost, sharing.table.gain],
    rows: results.savings.payerShares.map((s) => [s.payer, sharing.kind[s.kind], worth.horizon[s.horizon], n(s.cost), n(s.gain)]),
  };
};

const bookableTable: Make = (results, speaker) => {
  const { sharing, table: t } = speaker.words;
  const { bookable } = results.savings;
  const levels = [...new Set(bookable.flatMap((b) => b.bounds.map((bound) => bound.level)))].sort((a, b) => a - b);
  return {
    name: "bookable",
    header: [t.account, t.payer, t.year, t.estimate, ...levels.map((level) => sharing.bookable.atLeast(speaker.percent(level)))],
    rows: bookable.map((b) => [
      b.account,
      b.payer,
      b.year,
      n(b.estimate),
      ...levels.map((level) => n(b.bounds.find((x) => x.level === level)?.amount)),
    ]),
  };
};

const waterfallTable: Make = (results, speaker) => {
  const { gap, table: t } = speaker.words;
  const level = speaker.percent(MONEY_LEVEL);
  return {
    name: "waterfall",
    header: [t.step, t.estimate, ...limitsOf(t.interval(level), t)],
    rows: results.verification.waterfall.map((w): CsvCell[] => [
      gap.step[w.step],
      w.amount === null ? gap.notKnown : n(w.amount),
      n(w.figure?.lower),
      n(w.figure?.upper),
    ]),
  };
};

const gapTable: Make = (results, speaker) => {
  const { gap: say } = speaker.words;
  return {
    name: "gap",
    header: [say.table.source, say.table.amount],
    rows: results.verification.gap.map((g) => [say.shortSource[g.source], n(g.amount)]),
  };
};

const reconciliationTable: Make = (results, speaker) => {
  const { gap: say, table: t } = speaker.words;
  const { computed, booked, difference, share } = say.table;
  return {
    name: "reconciliation",
    header: [t.account, t.payer, t.consequence, t.year, computed, booked, difference, share],
    rows: results.verification.reconciliation.map((r) => [
      r.account,
      r.payer,
      outcomesLabel(results, r.consequence, speaker),
      r.year,
      n(r.computed),
      n(r.booked),
      n(r.difference),
      n(r.share),
    ]),
  };
};

const listPricesTable: Make = (results, speaker) => {
  const { later, table: t } = speaker.words;
  const { spend, quantity, byList, bySpend } = later.table;
  return {
    name: "list-prices",
    header: [spend, quantity, t.year, byList, ...limitsOf(byList, t), bySpend, ...limitsOf(bySpend, t)],
    rows: (results.savings.listPrices ?? []).map((l) => [
      outcomeLabel(results, l.spend, speaker),
      outcomeLabel(results, l.quantity, speaker),
      l.year ?? t.allYears,
      ...[l.figure, l.bySpend].flatMap((f) => [n(f.estimate), n(f.lower), n(f.upper)]),
    ]),
  };
};

const volumeTable: Make = (results, speaker) => {
  const { gap, table: t } = speaker.words;
  const { planned, actual, dropouts } = gap.volume;
  return {
    name: "volume",
    header: [t.year, planned, actual, dropouts],
    rows: (results.money.volume ?? []).map((r) => [r.year, n(r.planned), n(r.actual), n(r.dropouts)]),
  };
};

const parametersTable: Make = (results, speaker) => {
  const { pricing, table: t, worth } = speaker.words;
  const { parameters: say } = pricing;
  const { parameters } = results.savings;
  const changes = new Map(parameters?.newer?.changes.map((c) => [c.name, c.to]));
  return {
    name: "parameters",
    header: [
      say.table.country,
      say.table.edition,
      say.table.name,
      say.table.value,
      say.table.used,
      say.table.checked,
      say.table.newer,
      say.table.source,
    ],
    rows: (parameters?.parameters ?? []).map((p) => [
      worth.country[parameters?.country ?? "DK"],
      parameters?.vintage,
      say.name[p.name],
      parameterValue(p.value, p.unit, speaker),
      p.used ? t.yes : t.no,
      p.verified ? t.yes : t.no,
      changes.has(p.name) ? parameterValue(changes.get(p.name) ?? null, p.unit, speaker) : "",
      p.source,
    ]),
  };
};

/** Payers, accounts and what the figures rest on. Those without rows are not written. */
export const accountsTables: readonly Make[] = [
  transfersTable,
  payerSharesTable,
  bookableTable,
  waterfallTable,
  gapTable,
  reconciliationTable,
  listPricesTable,
  volumeTable,
  parametersTable,
];
