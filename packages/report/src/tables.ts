import type { Results } from "@kontrafakt/study";
import { balanceTables } from "./balance-tables.js";
import { codeLabel } from "./code-label.js";
import { type CsvCell, csv } from "./csv.js";
import { numberOf } from "./format.js";
import { type LanguageCode, speakOf } from "./language.js";
import { effectsLevel, MONEY_LEVEL } from "./levels.js";
import type { Make } from "./table-rows.js";
import { withheldRows } from "./withheld-rows.js";

export interface NamedTable {
  /** Safe as a file name, without ending. */
  readonly name: string;
  readonly csv: string;
}

/** Every figure of the report as CSV: headings in the language, semicolon and decimal comma where the language has them. */
export function tables(results: Results, language: LanguageCode): NamedTable[] {
  const speaker = speakOf(results, language);
  const style = { delimiter: speaker.words.csv.delimiter, decimal: speaker.words.style.decimal };
  const textbook = results.outcomes.some((o) => o.textbook) ? [textbookTable] : [];
  const people = [flowTable, wavesTable, ...balanceTables(results), effectsTable, eventsTable, pathsTable, cellsTable];
  const money = [savingsTable, payersTable, claimTable, ...textbook, pricesTable, budgetTable];
  return [...people, ...money, withheldTable].map((make) => {
    const { name, header, rows } = make(results, speaker);
    const heads = header.map((h) => h.replaceAll("\u00a0", " "));
    return { name, csv: csv(heads, rows, style) };
  });
}

const n = numberOf;

const flowTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const files = results.flow.files.flatMap((f): CsvCell[][] => [
    [f.file, t.read, "", f.read, ""],
    [f.file, t.used, "", f.used, ""],
    [f.file, t.listed, "", f.listed, ""],
    ...f.reasons.map((r) => [f.file, r.listed ? t.leftOut : t.noted, codeLabel(r.code, speaker), r.rows, ""]),
  ]);
  const people = results.flow.people.map((p): CsvCell[] => ["", t.people, codeLabel(p.code, speaker), p.people, p.treated]);
  return { name: "flow", header: [t.file, t.what, t.reason, t.rows, t.treated], rows: [...files, ...people] };
};

const wavesTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  return {
    name: "waves",
    header: [t.wave, t.starters, t.matched, t.controls, t.followUp],
    rows: results.waves.map((w) => [speaker.period(w.label), w.starters, w.matched, w.controls, w.followUp]),
  };
};

const effectsTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  return {
    name: "effects",
    header: [t.outcome, t.unit, t.kind, t.estimate, t.se, t.df, t.lower, t.upper, t.beforeAfter, t.versusRest, t.preTrend],
    rows: results.outcomes.flatMap((o) =>
      (
        [
          ["mean", o.mean],
          ["total", o.total],
        ] as const
      ).map(([kind, f]) => [
        speaker.text(o.label),
        speaker.unit(o.unit),
        t[kind],
        n(f.estimate),
        n(f.se),
        n(f.df),
        n(f.lower),
        n(f.upper),
        kind === "total" ? n(o.naive.beforeAfter) : null,
        kind === "total" ? n(o.naive.treatedVersusRest) : null,
        o.preTrend === null ? null : n(o.preTrend.p),
      ]),
    ),
  };
};

const eventsTable: Make = (results, speaker) => {
  const level = speaker.percent(effectsLevel(results));
  const { words } = speaker;
  const { table: t } = words;
  return {
    name: "events",
    header: [
      t.outcome,
      t.event,
      t.role,
      t.n,
      t.estimate,
      t.se,
      t.df,
      `${t.pointwise(level)}, ${t.lower.toLowerCase()}`,
      `${t.pointwise(level)}, ${t.upper.toLowerCase()}`,
      `${t.band(level)}, ${t.lower.toLowerCase()}`,
      `${t.band(level)}, ${t.upper.toLowerCase()}`,
    ],
    rows: results.outcomes.flatMap((o) =>
      o.events.map((e) => [
        speaker.text(o.label),
        e.event,
        words.role[e.role],
        e.n,
        n(e.estimate),
        n(e.se),
        n(e.df),
        n(e.lower),
        n(e.upper),
        n(e.bandLower),
        n(e.bandUpper),
      ]),
    ),
  };
};

const pathsTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const some = results.outcomes.some((o) => o.others !== undefined);
  return {
    name: "paths",
    header: [t.outcome, t.event, t.starters, t.matchedComparison, t.rest, ...(some ? [t.publishedOthers] : [])],
    rows: results.outcomes.flatMap((o) =>
      o.paths.event.map((event, i) => [
        speaker.text(o.label),
        event,
        n(o.paths.treated[i]),
        n(o.paths.comparison[i]),
        n(o.paths.rest[i]),
        ...(some ? [n(o.others?.values[i])] : []),
      ]),
    ),
  };
};

const cellsTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const { terms, estimate, df, covariance } = results.effects;
  const labels = new Map(results.periods.ordinals.map((ordinal, i) => [ordinal, speaker.period(results.periods.labels[i])]));
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "cells",
    header: [t.outcome, t.group, t.year, t.total, t.unit, t.se, t.df],
    rows: terms.map((term, i) => [
      names.get(term.outcome) ?? term.outcome,
      labels.get(term.group) ?? String(term.group),
      term.year,
      n(estimate[i]),
      speaker.unit(term.unit),
      Math.sqrt(n(covariance[(i * (i + 3)) / 2])),
      n(df[i]),
    ]),
  };
};

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

const textbookTable: Make = (results, speaker) => {
  const { words } = speaker;
  const { table: t } = words;
  return {
    name: "textbook",
    header: [t.outcome, t.unit, t.kind, t.what, t.starters, t.estimate, t.se, t.df, t.lower, t.upper],
    rows: results.outcomes.flatMap((o) =>
      (o.textbook?.averages ?? []).flatMap(({ type, overall, parts }) =>
        [{ ...overall, at: null, n: null }, ...parts].map((f) => [
          speaker.text(o.label),
          speaker.unit(o.unit),
          words.textbook[type],
          type === "dynamic" || f.at === null
            ? f.at
            : speaker.period(results.periods.labels[results.periods.ordinals.indexOf(f.at)]),
          f.n,
          n(f.estimate),
          n(f.se),
          n(f.df),
          n(f.lower),
          n(f.upper),
        ]),
      ),
    ),
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
