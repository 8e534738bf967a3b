import type { MatchedResults, Results } from "@kontrafakt/study";
import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import type { Speaker } from "../language.js";
import { effectsLevel } from "../levels.js";
import type { Make } from "../table-rows.js";
import { relativeColumns } from "./relative-columns.js";
import { sumYear } from "./sum-year.js";

/** Columns that only studies of one design have, at the end of the table of effects. */
interface MoreColumns<R extends Results> {
  readonly header: readonly string[];
  readonly cells: (outcome: R["outcomes"][number], kind: "mean" | "total") => readonly CsvCell[];
}

function effectRows<R extends Results>(results: R, speaker: Speaker, more: MoreColumns<R>): ReturnType<Make> {
  const { table: t } = speaker.words;
  const outcomes: readonly R["outcomes"][number][] = results.outcomes;
  const share = relativeColumns(outcomes, speaker);
  const rows = outcomes.flatMap((o) =>
    (["mean", "total"] as const).map((kind): CsvCell[] => {
      const f = o[kind];
      const figures = [f.estimate, f.se, f.df, f.lower, f.upper].map(n);
      const preTrend = o.preTrend === null ? null : n(o.preTrend.p);
      const label = [speaker.text(o.label), speaker.unit(o.unit), t[kind]];
      return [...label, ...figures, preTrend, ...(kind === "mean" ? share.cells(o) : share.none), ...more.cells(o, kind)];
    }),
  );
  const header = [
    t.outcome,
    t.unit,
    t.kind,
    t.estimate,
    t.se,
    t.df,
    t.lower,
    t.upper,
    t.preTrend,
    ...share.header,
    ...more.header,
  ];
  return { name: "effects", header, rows };
}

/** Mean and total effect of each outcome, with the mean as a share where it is told. */
export const effectsTable: Make = (results, speaker) => effectRows(results, speaker, { header: [], cells: () => [] });

/** The same, and what simpler comparisons would have said of the total. */
export const matchedEffectsTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t } = speaker.words;
  return effectRows(results, speaker, {
    header: [t.beforeAfter, t.versusRest],
    cells: ({ naive }, kind) => (kind === "total" ? [n(naive.beforeAfter), n(naive.treatedVersusRest)] : [null, null]),
  });
};

export const eventsTable: Make = (results, speaker) => {
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

export const cellsTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  const { terms, estimate, df, covariance } = results.effects;
  const labels = new Map(results.periods.ordinals.map((ordinal, i) => [ordinal, speaker.period(results.periods.labels[i])]));
  const label = (ordinal: number) => labels.get(ordinal) ?? String(ordinal);
  const names = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return {
    name: "cells",
    header: [t.outcome, t.group, t.year, t.total, t.unit, t.se, t.df],
    rows: terms.map((term, i) => [
      names.get(term.outcome) ?? term.outcome,
      label(term.group),
      sumYear(terms, term, label),
      n(estimate[i]),
      speaker.unit(term.unit),
      Math.sqrt(n(covariance[(i * (i + 3)) / 2])),
      n(df[i]),
    ]),
  };
};
