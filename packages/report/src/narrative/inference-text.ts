import { type ChoiceResult, clusterWarnings, type Results } from "@kontrafakt/study";
import { finite, numberOf } from "../format.js";
import { type InferenceGroup, methodName } from "../inference-rows.js";
import type { Speaker } from "../language.js";
import { problemText } from "../problem-text.js";

/** Own words for a code; undefined for those of another version. */
function wordOf(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** What counts as independent, and why: a sentence or two, in words that need no statistics. */
export function choiceText(choice: ChoiceResult, speaker: Speaker): string {
  const { inference: say } = speaker.words;
  const what = say.crossed(choice.by.map((name) => wordOf(say.by, name) ?? say.byOther(name)));
  const count = (n: ChoiceResult["clusters"] | undefined) => (n === undefined || n === "–" ? "" : speaker.count(n));
  if (choice.covariance === "none") return say.unknown(what);
  const treated = count(choice.treatedClusters);
  const parts = [say.independent(count(choice.clusters), what).replace(/ {2,}/g, " ")];
  // Every matched set has one with the programme.
  if (treated !== "" && !(treated === count(choice.clusters) && choice.by[0] === "matched set")) parts.push(say.treated(treated));
  if (isTold(choice)) parts.push(say.largest(speaker.percent(choice.largestShare)));
  const reason = wordOf(say.reasons, choice.reason);
  return `${parts.join("")}.${reason === undefined ? "" : ` ${say.why(reason)}`}`;
}

/** The share of the largest is told where one is large: of many alike it says nothing. */
function isTold({ largestShare, by }: ChoiceResult): boolean {
  return numberOf(largestShare) >= 0.1 && by.some((name) => !["person", "unit", "matched set", "row"].includes(name));
}

/** How standard errors and degrees of freedom are made, for those who know the terms. */
export function madeText({ covariance, degrees }: ChoiceResult, speaker: Speaker): string {
  const { inference: say } = speaker.words;
  if (covariance === "none") return "";
  return say.made(wordOf(say.covariances, covariance) ?? covariance, wordOf(say.degrees, degrees) ?? degrees);
}

/** Each choice once, with the figures it is about where they differ. */
export function choiceLines(groups: readonly InferenceGroup[], speaker: Speaker): string[] {
  const about = new Map<string, string[]>();
  for (const { inference, label, estimator } of groups) {
    if (inference.choice === undefined) continue;
    const text = `${choiceText(inference.choice, speaker)} ${madeText(inference.choice, speaker)}`.trim();
    about.set(text, [...(about.get(text) ?? []), estimator === undefined ? label : `${label} (${estimator})`]);
  }
  return about.size === 1 ? [...about.keys()] : [...about].map(([text, of]) => `${speaker.list(of)}: ${text}`);
}

/** The test that must agree before a saving counts as shown. */
export function evidenceLines({ verification }: Pick<Results, "verification">, speaker: Speaker): string[] {
  const { inference: say } = speaker.words;
  const { evidence, verdict } = verification;
  if (verdict === "too-early") return [];
  if (evidence === undefined) return [say.noEvidence];
  const draws = speaker.number(evidence.draws, 0);
  const how = wordOf(say.evidence, evidence.method) ?? say.evidenceOther;
  const times = evidence.exact ? say.exactly(draws) : say.drawn(draws);
  const line = say.evidenceLine(how, times, speaker.p(evidence.p), numberOf(evidence.p) < 0.025);
  return [evidence.null === "sharp" ? `${line} ${say.sharp}` : line];
}

/** Warnings about intervals that simulation does not bear out, and methods that do not hold here. */
export function doubtLines({ problems }: Pick<Results, "problems">, speaker: Speaker): string[] {
  return problems
    .filter(({ code }) => code.startsWith("study/inference-") || clusterWarnings.has(code))
    .map((p) => problemText({ ...p, where: {} }, speaker.code));
}

/** Whether the methods agree on which side of the limits zero lies; nothing where none has limits. */
export function methodsAgree({ label, estimator, main, inference }: InferenceGroup, speaker: Speaker): string | undefined {
  const { inference: say } = speaker.words;
  const holdsZero = (f: { readonly lower: unknown; readonly upper: unknown }) => {
    const [lower, upper] = [numberOf(f.lower), numberOf(f.upper)];
    return Number.isNaN(lower) || Number.isNaN(upper) ? undefined : lower <= 0 && upper >= 0;
  };
  const own = holdsZero(main);
  const told = inference.beside.filter((b) => holdsZero(b) !== undefined);
  if (own === undefined || told.length === 0) return undefined;
  const others = told.filter((b) => holdsZero(b) !== own);
  const about = estimator === undefined ? label : `${label} (${estimator})`;
  if (others.length === 0) return say.agree(about);
  return (own ? say.differOther : say.differ)(about, speaker.list(others.map((b) => methodName(b.method, b.variant, speaker))));
}

/** "14 to 48", "no limit to 48". */
export function limitsText(lower: unknown, upper: unknown, write: (x: number) => string, speaker: Speaker): string {
  const { unbounded } = speaker.words.inference;
  const one = (x: unknown) => (finite(x) === null && !Number.isNaN(numberOf(x)) ? unbounded : write(numberOf(x)));
  return Number.isNaN(numberOf(lower)) && Number.isNaN(numberOf(upper)) ? "–" : speaker.range(one(lower), one(upper));
}
