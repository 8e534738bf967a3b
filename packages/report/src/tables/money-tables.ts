import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import { MONEY_LEVEL } from "../levels.js";
import type { Make } from "../table-rows.js";
import { withheldRows } from "../withheld-rows.js";

const savingsTable: Make = (results, speaker) => {
  const level = speaker.percent(MONEY_LEVEL);
  const { table: t, measure } = speaker.words;
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "savings",
    header: [
      t.measure,
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
      l.year ?? t.allYears,
      l.payer ?? t.allPayers,
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
          (l) => l.measure === "gross" && !l.discounted && l.year === null && l.payer === payer && l.consequence === consequence,
        );
        return line ? [[payer, name, n(line.figure.estimate), n(line.figure.lower), n(line.figure.upper)]] : [];
      }),
    ),
  };
};

const claimTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "claim",
    header: [t.year, t.payer, t.consequence, t.claim, t.evaluated],
    rows: results.verification.rows.map((r) => [
      r.year,
      r.payer || t.allPayers,
      r.consequence === "" ? t.all : (names.get(r.consequence) ?? r.consequence),
      n(r.claim),
      r.evaluated === null ? t.notMeasured : n(r.evaluated),
    ]),
  };
};

const pricesTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  return {
    name: "prices",
    header: [t.consequence, t.payer, t.year, t.unit, t.price, t.low, t.high, t.priceYear, t.cashable, t.source, t.file, t.row],
    rows: results.money.prices.map((p) => [
      p.consequence,
      p.payer,
      p.year,
      p.unit,
      n(p.amount),
      n(p.low),
      n(p.high),
      p.priceYear,
      n(p.cashable),
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

/** Tables of money, and what was withheld: of a study of any design. */
export const moneyTables: readonly Make[] = [savingsTable, payersTable, claimTable, pricesTable, budgetTable, withheldTable];
