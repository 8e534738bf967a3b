import { canonicalJson, type Params, type Problem, problem } from "@kontrafakt/base";
import type { Candidate, MatchingOptions } from "./matching-shape.js";
import { isOnScore, makesWeights } from "./method-kinds.js";

type Path = readonly (string | number)[];

export interface MatchingOptionProblem {
  /** From the `matching:` block on. */
  readonly path: Path;
  readonly problem: Problem;
}

/** The options of a candidate: those above, but for what it names itself. */
export function candidateOptions({ candidates: _, ...options }: MatchingOptions, candidate: Candidate): MatchingOptions {
  const { name: __, ...own } = candidate;
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...options, ...Object.fromEntries(given), candidates: [] };
}

/**
 * Rules between options: an option that can have no effect is refused, and so is a combination that is not defined. An option at its
 * default was perhaps not given, and passes. What only a candidate uses may stand above, where it inherits it.
 *
 * @param defaults the options where nothing is given
 */
export function matchingOptionProblems(options: MatchingOptions, defaults: MatchingOptions): MatchingOptionProblem[] {
  const found: MatchingOptionProblem[] = [];
  const merged = options.candidates.map((candidate) => specificationProblems(candidateOptions(options, candidate), defaults));
  const key = (path: Path) => path.join(".");
  for (const own of specificationProblems(options, defaults)) {
    const everywhere = merged.every((others) => others.some((other) => key(other.path) === key(own.path)));
    if (everywhere || own.problem.code !== WITHOUT_EFFECT) found.push(own);
  }
  const names = new Set<string>();
  options.candidates.forEach((candidate, i) => {
    if (names.has(candidate.name))
      found.push(at(["candidates", i, "name"], "matching/candidate-named-twice", { name: candidate.name }));
    names.add(candidate.name);
    for (const { path, problem: own } of merged[i]) {
      if (!Object.hasOwn(candidate, path[0])) continue;
      found.push(at(["candidates", i, ...path], own.code, own.params));
    }
  });
  return found;
}

const WITHOUT_EFFECT = "matching/option-without-effect";

function at(path: Path, code: string, params: Params): MatchingOptionProblem {
  return { path, problem: problem(code, "error", { option: `matching.${path.join(".")}` }, params) };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, step) => (here as Record<string | number, unknown> | undefined)?.[step], value);
}

/** The rules of one specification, candidates aside. */
function specificationProblems(options: MatchingOptions, defaults: MatchingOptions): MatchingOptionProblem[] {
  const { method, distance, coarsening, weighting, score, peak, history } = options;
  const found: MatchingOptionProblem[] = [];
  const unless = (used: boolean, needs: string, ...paths: Path[]) => {
    for (const path of paths) {
      const value = valueAt(options, path);
      if (used || canonicalJson(value ?? null) === canonicalJson(valueAt(defaults, path) ?? null)) continue;
      found.push(at(path, WITHOUT_EFFECT, { option: path.join("."), needs }));
    }
  };
  const needs = (path: Path, needed: string) => {
    found.push(
      at(path, "matching/option-needs", { option: path.join("."), value: String(valueAt(options, path)), needs: needed }),
    );
  };
  const near = method === "nearest";
  const paired = near || (method === "coarsened" && coarsening.k2k);
  const weights = makesWeights(method);

  unless(near, "method: nearest", ["ratio"], ["variableRatio"], ["caliper"], ["calipers"], ["order"], ["replace"], ["antiExact"]);
  unless(paired, "method: nearest, or coarsened with coarsening.k2k", ["distance"], ["distanceOn"]);
  unless(!weights, "a method that makes sets (nearest, exact, coarsened)", ["exact"]);
  unless(options.replace, "replace: true", ["reuseLimit"]);
  // With replacement nobody takes a control from another.
  if (near) unless(!options.replace || options.reuseLimit !== null, "replace: false, or a reuseLimit", ["order"]);
  unless(method === "coarsened", "method: coarsened", ["coarsening", "cuts"], ["coarsening", "by"], ["coarsening", "k2k"]);
  unless(weights, "method: ipw, entropy or cbps", ["weighting", "target"], ["weighting", "trim"]);
  unless(method === "entropy", "method: entropy", ["weighting", "moments"]);
  if (paired) unless(!isOnScore(distance), "a distance that is not the score's", ["distanceOn"]);
  unless(peak.bracket !== "never", "peak.bracket: auto or always", ["peak", "shift"]);
  unless(history.windows.length > 0, "history.windows", ["history", "outcomes"]);

  const { variableRatio } = options;
  if (near && variableRatio && !(variableRatio.least <= options.ratio && options.ratio <= variableRatio.most))
    found.push(at(["variableRatio"], "matching/ratio-outside", { ratio: options.ratio, ...variableRatio }));
  if (score.penalty === "firth" && score.model !== "logit") needs(["score", "penalty"], "score.model: logit");
  if (weights && weighting.target === "ato" && method !== "ipw") needs(["weighting", "target"], "method: ipw");
  if (weights && options.share === "first") needs(["share"], "a method that makes sets (nearest, exact, coarsened)");
  if (peak.bracket !== "never" && peak.shift !== undefined && peak.shift <= history.gap)
    needs(["peak", "shift"], `more periods than history.gap, which is ${history.gap}`);
  for (const [i, name] of options.antiExact.entries())
    if (options.exact.includes(name)) found.push(at(["antiExact", i], "matching/agree-and-differ", { name }));
  return found;
}
