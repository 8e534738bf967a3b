import type { Beside, MatchedResults, OutcomeResult } from "@kontrafakt/study";
import { codeLabel } from "../code-label.js";
import { finite, numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { problemText } from "../problem-text.js";

type Mean = Beside["averages"][number]["overall"];

/** The average that stands beside the matched mean: over all treated person-periods where there is one. */
export function mainAverage({ averages }: Beside): Mean | undefined {
  return (averages.find((a) => a.type === "simple") ?? averages[0])?.overall;
}

/** An estimator by name, as the reader of a report knows it. */
export function estimatorName(estimator: string, speaker: Speaker): string {
  const { names } = speaker.words.estimators;
  return Object.hasOwn(names, estimator) ? names[estimator as keyof typeof names] : estimator;
}

/** What an estimator takes for granted, in one plain phrase. */
export function assumptionOf(estimator: string, speaker: Speaker): string {
  const { assumes } = speaker.words.estimators;
  return Object.hasOwn(assumes, estimator) ? assumes[estimator as keyof typeof assumes] : "";
}

/** What the other estimators are, and that no money and no verdict come from them. */
export function estimatorsLead(results: MatchedResults, speaker: Speaker): string[] {
  const { estimators: say } = speaker.words;
  const names = new Set(results.outcomes.flatMap((o) => (o.beside ?? []).map((b) => b.name)));
  return [say.lead(names.size), say.whom];
}

/** Whether an outcome's other estimates lie within the matched estimate's interval; nothing where it cannot be told. */
export function agreementText(outcome: OutcomeResult, speaker: Speaker): string | undefined {
  const { estimators: say } = speaker.words;
  const told = (outcome.beside ?? []).map((b) => finite(mainAverage(b)?.estimate)).filter((x) => x !== null);
  const lower = numberOf(outcome.mean.lower);
  const upper = numberOf(outcome.mean.upper);
  if (told.length === 0 || !(lower <= upper)) return undefined;
  const outside = told.filter((x) => !(lower <= x && x <= upper)).length;
  const label = speaker.text(outcome.label);
  return outside === 0 ? say.agree(label, told.length) : say.differ(label, outside, told.length);
}

/** What it means that the estimates agree, or that some of them do not. */
export function meaningText(results: MatchedResults, speaker: Speaker): string {
  const { estimators: say } = speaker.words;
  const some = results.outcomes.some((o) => {
    const { lower, upper } = o.mean;
    return (o.beside ?? []).some((b) => {
      const x = finite(mainAverage(b)?.estimate);
      return x !== null && numberOf(lower) <= numberOf(upper) && (x < lower || x > upper);
    });
  });
  return some ? say.differMeans : say.agreeMeans;
}

/** Estimators without a figure and why, cells that could not be estimated: one line each. */
export function gapLines(outcome: OutcomeResult, results: MatchedResults, speaker: Speaker): string[] {
  const { estimators: say } = speaker.words;
  return (outcome.beside ?? []).flatMap((b) => {
    if (b.failed !== undefined) return [say.failed(b.name, failureOf(b, results, speaker))];
    if (finite(mainAverage(b)?.estimate) === null)
      return [b.averages.some((a) => a.parts.length > 0) ? say.partsOnly(b.name) : say.noFigure(b.name)];
    return b.missingCells ? [say.missingCells(b.name, b.missingCells)] : [];
  });
}

/** Randomisation tests of an outcome's other estimators: one line each. */
export function randomisationLines(outcome: OutcomeResult, speaker: Speaker): string[] {
  const { estimators: say } = speaker.words;
  return (outcome.beside ?? []).flatMap(({ name, randomisation: r }) =>
    r === undefined ? [] : [say.randomisation(name, speaker.number(r.draws, 0), speaker.p(r.p))],
  );
}

/** Why an estimator failed: the sentence of its problem, where the results hold it. */
export function failureOf({ name, failed = "" }: Beside, { problems }: MatchedResults, speaker: Speaker): string {
  const place = `effects.estimators.${name}`;
  const found = problems.find(
    ({ code, where: { option } }) => code === failed && (option === place || option?.startsWith(`${place}.`)),
  );
  // The next step is for whoever runs the study.
  return found ? problemText({ ...found, where: {} }, speaker.code).split(/;|\. (?=\p{Lu})/u)[0] : codeLabel(failed, speaker);
}

/** What the single number of two-way fixed effects is made of. */
export function decompositionText(beside: Beside, speaker: Speaker): string[] {
  const { estimators: say } = speaker.words;
  const { decomposition } = beside;
  if (decomposition === undefined) return [];
  const { types, negative } = decomposition;
  const forbidden = types
    .filter(({ type }) => type === "later-earlier" || type === "treated-always")
    .reduce((sum, { weight }) => sum + numberOf(weight), 0);
  const lines = [
    negative.cells > 0
      ? say.negative(beside.name, negative.cells, negative.of, speaker.number(Math.abs(negative.sum)))
      : say.noNegative(beside.name, negative.of),
  ];
  return forbidden > 0.0005 ? [...lines, say.forbidden(speaker.percent(forbidden))] : lines;
}
