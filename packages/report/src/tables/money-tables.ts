import type { Results } from "@kontrafakt/study";
import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { distributionText, lagText, refundText } from "../narrative/price-text.js";
import { allPayersName } from "../savings-lines.js";
import type { Make } from "../table-rows.js";
import { withheldRows } from "../withheld-rows.js";
import { accountsTables } from "./accounts-tables.js";
import { figuresTables } from "./figures-tables.js";

const savingsTable: Make = (results, speaker) => {
  const level = speaker.percent(MONEY_LEVEL);
  const { table: t, measure, later } = speaker.words;
  const together = allPayersName(results.savings, speaker.words);
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "savings",
    header: [
      t.measure,
      later.table.basis,
      t.year,
      t.payer,
      t.consequence,
      t.discounted,
      t.estimate,
      t.se,
      t.df,
      `${t.pointwise(level)}, ${t.lower.toLowerCase()}`,
      `${t.pointwise(level)}, ${t.upper.toLowerCase()}`,
      `${t.band(level)}, ${t.lower.toLowerCase()}`,
      `${t.band(level)}, ${t.upper.toLowerCase()}`,
      `${t.priceBand}, ${t.lower.toLowerCase()}`,
      `${t.priceBand}, ${t.upper.toLowerCase()}`,
    ],
    rows: results.savings.lines.map(({ figure: f, ...l }) => [
      measure[l.measure],
      later.basis[l.basis],
      l.year ?? t.allYears,
      l.payer ?? together,
      l.consequence === null ? t.all : (names.get(l.consequence) ?? l.consequence),
      l.discounted ? t.yes : t.no,
      n(f.estimate),
      n(f.se),
      n(f.df),
      n(f.lower),
      n(f.upper),
      n(f.bandLower),
      n(f.bandUpper),
      n(f.priceLower),
      n(f.priceUpper),
    ]),
  };
};

const payersTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const { savings } = results;
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  const missing = new Set(savings.notMeasured.map((m) => JSON.stringify([m.payer, m.consequence])));
  return {
    name: "payers",
    header: [t.payer, t.consequence, t.gross, t.lower, t.upper],
    rows: savings.payers.flatMap((payer) =>
      savings.consequences.flatMap((consequence): CsvCell[][] => {
        const name = names.get(consequence) ?? consequence;
        if (missing.has(JSON.stringify([payer, consequence]))) return [[payer, name, t.notMeasured, null, null]];
        const line = savings.lines.find(
          (l) =>
            l.basis === "observed" &&
            l.measure === "gross" &&
            !l.discounted &&
            l.year === null &&
            l.payer === payer &&
            l.consequence === consequence,
        );
        return line ? [[payer, name, n(line.figure.estimate), n(line.figure.lower), n(line.figure.upper)]] : [];
      }),
    ),
  };
};

const claimTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const together = allPayersName(results.savings, speaker.words);
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "claim",
    header: [t.year, t.payer, t.consequence, t.claim, t.evaluated],
    rows: results.verification.rows.map((r) => [
      r.year,
      r.payer || together,
      r.consequence === "" ? t.all : (names.get(r.consequence) ?? r.consequence),
      n(r.claim),
      r.evaluated === null ? t.notMeasured : n(r.evaluated),
    ]),
  };
};

const pricesTable: Make = (results, speaker) => {
  const { table: t, pricing } = speaker.words;
  const { prices: say } = pricing;
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "prices",
    header: [
      ...[t.consequence, t.payer, t.year, t.unit, t.price, t.low, t.high, t.priceYear, t.cashable],
      ...[say.basis, say.distribution, say.group, say.step, say.lag, say.refund, say.transfer, say.counts, say.stated, say.grade],
      ...[t.source, t.file, t.row],
    ],
    rows: [...results.money.prices, ...(results.money.later ?? [])].map((p) => [
      names.get(p.consequence) ?? p.consequence,
      p.payer,
      p.year,
      speaker.unit(p.unit),
      n(p.amount),
      n(p.low),
      n(p.high),
      p.priceYear,
      n(p.cashable),
      p.basis && pricing.basis[p.basis],
      distributionText(p, speaker),
      p.group,
      n(p.step),
      lagText(p, speaker),
      refundText(p, speaker),
      p.transferTo,
      n(p.counts),
      p.stated && pricing.statedAt(String(p.stated.priceYear), speaker.number(p.stated.factor, 3)),
      p.grade,
      p.source,
      p.origin?.file,
      p.origin?.row,
    ]),
  };
};

const withheldTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const rows = withheldRows(results, speaker).map((w) => [w.reason, w.figures]);
  return { name: "withheld", header: [t.reason, t.figures], rows };
};

const budgetTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  return {
    name: "budget",
    header: [t.account, t.year, t.adopted, t.adjusted, t.lowered, t.actual, t.reason],
    rows: results.verification.budget.map((b) => [
      b.account,
      b.year,
      n(b.adopted),
      n(b.adjusted),
      n(b.adopted) - n(b.adjusted),
      n(b.actual),
      b.reason,
    ]),
  };
};

/** Tables of money that a plan has too. */
export const expectedTables: readonly Make[] = [savingsTable, payersTable, pricesTable];

/** Tables of money, and what was withheld: of a study of any design. Those of figures that a study may be without only where it has them. */
export function moneyTables(results: Results, speaker: Speaker): Make[] {
  const some = [...figuresTables, ...accountsTables].filter((make) => make(results, speaker).rows.length > 0);
  return [savingsTable, payersTable, claimTable, pricesTable, budgetTable, ...some, withheldTable];
}
