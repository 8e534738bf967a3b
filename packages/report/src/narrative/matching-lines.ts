import type { MatchedResults, Results } from "@kontrafakt/study";
import { covariateLabel } from "../covariate-label.js";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { periodWords } from "../outcome-words.js";

type Options = Readonly<Record<string, unknown>>;

const group = (value: unknown): Options =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Options) : {};
const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const own = <T extends object>(words: T, key: unknown): T[keyof T] | undefined =>
  typeof key === "string" && Object.hasOwn(words, key) ? words[key as keyof T] : undefined;

/** How the comparison group was found, sentence by sentence; an option that is not there, or as nobody would wonder at, says nothing. */
export function matchingLines(results: MatchedResults, speaker: Speaker): string[] {
  const { matching: say } = speaker.words;
  const options = group(results.matching.used ?? results.study.matching);
  const { method, target, weights } = results.matching;
  const lines = [methodLine(results, options, speaker)];
  if (method === "coarsened" && group(options.coarsening).k2k === true) lines.push(say.k2k);
  if (target !== undefined) lines.push(say.target[target]);
  if (weights !== "sets") lines.push(weights === "estimated" ? say.estimated : say.fixed);
  lines.push(...limitLines(results, options, speaker));
  if (method === "nearest") lines.push(...nearestLines(options, speaker));
  if (options.share === "reuse" && weights === "sets") lines.push(say.reuse);
  const { probability, weight } = group(group(options.weighting).trim);
  if (weights !== "sets" && Array.isArray(probability)) {
    const [low, high] = probability.map((p) => speaker.percent(p));
    lines.push(say.trimProbability(low, high));
  }
  if (weights !== "sets" && Number.isFinite(numberOf(weight))) lines.push(say.trimWeight(speaker.percent(weight)));
  const score = group(options.score);
  if (score.model === "probit") lines.push(say.score.probit);
  if (score.penalty === "firth") lines.push(say.score.firth);
  if (typeof score.formula === "string") lines.push(say.score.formula(score.formula));
  const gap = numberOf(group(options.history).gap);
  if (gap > 0) lines.push(say.gap(span(gap, results, speaker)));
  lines.push(...peakLines(results, speaker));
  const { choice } = results.matching;
  const chosen = choice?.candidates.find((c) => c.chosen);
  if (choice && chosen)
    lines.push(say.candidates(speaker.number(choice.candidates.length, 0), candidateName(chosen.name, speaker)));
  return lines;
}

/** What the report calls a specification: the first has no name of its own. */
export function candidateName(name: string, speaker: Speaker): string {
  return name === "declared" ? speaker.words.matching.declared : speaker.words.quote(name);
}

/** "4 quarters". */
export function span(periods: number, results: Results, speaker: Speaker): string {
  const unit = periodWords(results, speaker);
  return `${speaker.number(periods, 0)} ${periods === 1 ? unit.one : unit.many}`;
}

function methodLine(results: MatchedResults, options: Options, speaker: Speaker): string {
  const { matching: say } = speaker.words;
  switch (results.matching.method) {
    case "exact": {
      const alike = names(options.exact);
      return say.exact(alike.length === 0 ? say.everything : labels(alike, results, speaker));
    }
    case "coarsened":
      return say.coarsened;
    case "ipw":
      return say.ipw;
    case "entropy":
      return say.entropy(say.moments[numberOf(group(options.weighting).moments) - 1] ?? say.moments[0]);
    case "cbps":
      return say.cbps;
    default: {
      const caliper = numberOf(options.caliper);
      const byScore = options.distance === undefined || options.distance === "linear" || options.distance === "probability";
      const on = own(say.distance, options.distance) ?? say.distance.linear;
      const limit = Number.isFinite(caliper)
        ? (byScore ? say.caliper : say.caliperAside)(speaker.number(caliper))
        : byScore
          ? say.noCaliper
          : "";
      return say.nearest(ratioText(options, speaker), on, limit);
    }
  }
}

function ratioText(options: Options, speaker: Speaker): string {
  const whole = (value: unknown) => speaker.number(value, 0);
  const { least, most } = group(options.variableRatio);
  return most === undefined
    ? speaker.words.matching.ratio(whole(options.ratio))
    : speaker.words.matching.variableRatio(whole(options.ratio), whole(least), whole(most));
}

/** What controls may not differ in, or by more than so much. */
function limitLines(results: MatchedResults, options: Options, speaker: Speaker): string[] {
  const { matching: say } = speaker.words;
  const lines: string[] = [];
  const limits = Object.entries(group(options.calipers)).map(([name, given]) => {
    const { width = given, unit = "sd" } = group(given);
    const isBorn = name === "born";
    const after = unit === "sd" ? say.sd : isBorn ? say.days : "";
    return say.limit(isBorn ? say.born : label(name, results, speaker), speaker.number(width), after);
  });
  if (limits.length > 0) lines.push(say.limits(speaker.list(limits)));
  const alike = names(options.exact);
  if (alike.length > 0 && results.matching.method !== "exact") lines.push(say.alike(labels(alike, results, speaker)));
  const different = names(options.antiExact);
  if (different.length > 0) lines.push(say.different(labels(different, results, speaker)));
  return lines;
}

function nearestLines(options: Options, speaker: Speaker): string[] {
  const { matching: say } = speaker.words;
  const order = own(say.order, options.order) ?? "";
  const limit = numberOf(options.reuseLimit);
  const reuse = options.replace !== true ? "" : Number.isFinite(limit) ? say.reuseLimit(speaker.number(limit, 0)) : say.replace;
  return [order, reuse].filter((line) => line !== "");
}

function peakLines({ matching, outcomes }: MatchedResults, speaker: Speaker): string[] {
  const { matching: say } = speaker.words;
  if (matching.peak === undefined || matching.peak.outcomes.length === 0) return [];
  const found = matching.peak.outcomes.filter((o) => o.found);
  if (found.length === 0) return [say.noPeak];
  const texts = found.map(({ outcome, size }) => {
    const known = outcomes.find((o) => o.name === outcome);
    return say.peakOf(known ? speaker.text(known.label) : outcome, speaker.change(size, 2));
  });
  return [say.peak(speaker.list(texts))];
}

function labels(of: readonly string[], results: MatchedResults, speaker: Speaker): string {
  return speaker.list(of.map((name) => label(name, results, speaker)));
}

/** A covariate, history variable or clustering by its label. */
function label(name: string, results: MatchedResults, speaker: Speaker): string {
  const row = results.balance.rows.find((r) => r.covariate === name);
  if (row) return covariateLabel(row, results, speaker);
  const level = results.balance.rows.find((r) => r.covariate.startsWith(`${name}=`));
  if (level) return covariateLabel({ ...level, covariate: name }, results, speaker);
  return own(speaker.words.matching.thing, name) ?? name;
}
