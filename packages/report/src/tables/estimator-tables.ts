import type { Beside, MatchedResults } from "@kontrafakt/study";
import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import type { Speaker } from "../language.js";
import { estimatorName, failureOf } from "../narrative/estimator-text.js";
import type { Make } from "../table-rows.js";
import { relativeColumns } from "./relative-columns.js";

/** The tables of other estimators, where the study asks for them. */
export function estimatorTables({ outcomes }: MatchedResults): Make<MatchedResults>[] {
  const beside = outcomes.flatMap((o) => o.beside ?? []);
  if (beside.length === 0) return [];
  return beside.some((b) => b.decomposition) ? [estimatorsTable, twoWayTable] : [estimatorsTable];
}

/** Every average of every estimator and its parts by event time, group or period. */
const estimatorsTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t, estimators: say } = speaker.words;
  const all = results.outcomes.flatMap((o) => (o.beside ?? []).map((beside) => ({ o, beside })));
  const share = relativeColumns(
    all.map(({ beside }) => beside),
    speaker,
  );
  const about = [t.outcome, t.unit, say.name, say.estimator, say.label, t.kind, t.what, t.n];
  const figures = [t.estimate, t.se, t.df, t.lower, t.upper];
  const tested = all.some(({ beside }) => beside.randomisation !== undefined);
  const test = tested ? [say.randomisationP, say.randomisationDraws] : [];
  const header = [...about, ...figures, say.units, say.rows, say.missing, ...share.header, ...test];
  const untested = test.map(() => null);
  const testOf = ({ randomisation: r }: Beside): CsvCell[] => (tested && r ? [n(r.p), r.draws] : untested);
  const rows = all.flatMap(({ o, beside }) => {
    const first = [
      speaker.text(o.label),
      speaker.unit(o.unit),
      beside.name,
      estimatorName(beside.estimator, speaker),
      beside.label,
    ];
    const use = [beside.units, beside.rowsUsed ?? null, beside.missingCells ?? null];
    if (beside.failed !== undefined)
      return [
        [
          ...first,
          say.failedShort,
          failureOf(beside, results, speaker),
          ...Array(6).fill(null),
          null,
          null,
          null,
          ...share.none,
          ...untested,
        ],
      ];
    return beside.averages.flatMap(({ type, overall, parts }, i) =>
      [{ ...overall, at: null, n: null }, ...parts].map((f, k): CsvCell[] => [
        ...first,
        say.kinds[type],
        f.at === null ? null : type === "dynamic" ? f.at : periodAt(results, f.at, speaker),
        f.n,
        ...[f.estimate, f.se, f.df, f.lower, f.upper].map(n),
        ...use,
        ...(i === 0 && k === 0 ? share.cells(beside) : share.none),
        ...(k === 0 && type === "simple" ? testOf(beside) : untested),
      ]),
    );
  });
  return { name: "estimators", header, rows };
};

function periodAt({ periods }: MatchedResults, ordinal: number, speaker: Speaker): string {
  return speaker.period(periods.labels[periods.ordinals.indexOf(ordinal)] ?? String(ordinal));
}

/** What went into the number of two-way fixed effects. */
const twoWayTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t, estimators: say } = speaker.words;
  const rows = results.outcomes.flatMap((o) =>
    (o.beside ?? []).flatMap(({ name, decomposition }): CsvCell[][] => {
      if (decomposition === undefined) return [];
      const { types, negative } = decomposition;
      const first = [speaker.text(o.label), name];
      return [
        ...types.map(({ type, weight, estimate }) => [...first, say.types[type], n(weight), n(estimate), null, null]),
        [...first, say.negativeWeights, n(negative.sum), null, negative.cells, negative.of],
      ];
    }),
  );
  return {
    name: "two-way-weights",
    header: [t.outcome, say.name, say.comparison, say.weight, say.average, say.negativeCells, say.allCells],
    rows,
  };
};
