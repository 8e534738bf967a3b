import type { Results } from "@kontrafakt/study";
import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import { inferenceGroups, methodName } from "../inference-rows.js";
import type { Speaker } from "../language.js";
import type { Make } from "../table-rows.js";

/** The table of how sure the figures are, where results tell it. */
export function inferenceTables(results: Results, speaker: Speaker): Make[] {
  return inferenceGroups(results, speaker).length > 0 ? [inferenceTable] : [];
}

/** Every figure by the default, with the choice behind it, and by each other method. */
const inferenceTable: Make = (results, speaker) => {
  const { table: t, inference: say, estimators } = speaker.words;
  const header = [
    t.what,
    estimators.name,
    t.unit,
    say.method,
    t.estimate,
    t.se,
    t.df,
    t.lower,
    t.upper,
    say.level,
    say.p,
    say.pHigher,
    say.pLower,
    say.draws,
    say.exact,
    say.null,
    say.clusters,
    say.treatedClusters,
    say.covariance,
    say.degreesOf,
    say.reason,
  ];
  const rows = inferenceGroups(results, speaker).flatMap(({ label, estimator, unit, level, main, inference }): CsvCell[][] => {
    const { choice, test, beside } = inference;
    const about = [label, estimator ?? null, unit];
    const tested = (p: typeof test | undefined) => [n(p?.p), n(p?.pAbove), n(p?.pBelow)];
    const figures = (f: typeof main) => [f.estimate, f.se, f.df, f.lower, f.upper].map(n);
    return [
      [
        ...about,
        say.main,
        ...figures(main),
        level,
        ...tested(test),
        null,
        null,
        say.nulls.mean,
        choice?.clusters ?? null,
        choice?.treatedClusters ?? null,
        choice?.covariance ?? null,
        choice?.degrees ?? null,
        choice?.reason ?? null,
      ],
      ...beside.map((b) => [
        ...about,
        methodName(b.method, b.variant, speaker),
        ...figures(b),
        b.level,
        ...[b.p, b.pAbove, b.pBelow].map(n),
        b.draws,
        b.exact ? t.yes : t.no,
        say.nulls[b.null],
        b.clusters,
        b.treatedClusters ?? null,
        null,
        null,
        null,
      ]),
    ];
  });
  return { name: "inference", header, rows };
};
