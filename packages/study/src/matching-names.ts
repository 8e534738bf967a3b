import type { Study } from "./options/study-schema.js";
import type { OptionPath } from "./parse-yaml.js";

type Matching = Study["matching"];

/** A name that an option of the matching gives, and of what it may be. */
export interface MatchingName {
  readonly path: OptionPath;
  /** Without the level of a category (`sex=Girl`) or the window of a history (`placement[1,4]`). */
  readonly name: string;
  readonly of: "covariate" | "outcome" | "clustering" | "variable" | "group" | "limit";
}

/** What each kind of name may be one of. */
export function namesOf(kind: MatchingName["of"], study: Study, clusterings: readonly string[]): readonly string[] {
  const covariates = Object.keys(study.cohort.people.covariates);
  const outcomes = Object.keys(study.cohort.outcomes);
  switch (kind) {
    case "covariate":
      return covariates;
    case "outcome":
      return outcomes;
    case "clustering":
      return clusterings;
    case "group":
      return [...covariates, ...clusterings];
    case "limit":
      return [...covariates, ...outcomes, "born"];
    default:
      return [...covariates, ...outcomes];
  }
}

/** The specification itself and its candidates, with where they stand. */
export function specifications(matching: Matching): readonly { readonly path: OptionPath; readonly given: Partial<Matching> }[] {
  return [
    { path: ["matching"], given: matching },
    ...matching.candidates.map((given, i) => ({ path: ["matching", "candidates", i], given: given as Partial<Matching> })),
  ];
}

/** Every name in the matching's options that the cohort must know. Those in a formula are found out when it is read. */
export function matchingNames(matching: Matching): readonly MatchingName[] {
  return specifications(matching).flatMap(({ path, given }) => {
    const found: MatchingName[] = [];
    const add = (of: MatchingName["of"], names: readonly string[] | undefined, steps: OptionPath, keys = false) => {
      for (const [i, name] of (names ?? []).entries())
        found.push({ path: [...path, ...steps, keys ? name : i], name: rootOf(name), of });
    };
    add("covariate", given.covariates, ["covariates"]);
    add("outcome", given.history?.outcomes, ["history", "outcomes"]);
    add("clustering", given.exclude, ["exclude"]);
    add("group", given.exact, ["exact"]);
    add("group", given.antiExact, ["antiExact"]);
    add("variable", given.distanceOn, ["distanceOn"]);
    add("limit", Object.keys(given.calipers ?? {}), ["calipers"], true);
    add("variable", Object.keys(given.coarsening?.by ?? {}), ["coarsening", "by"], true);
    for (const [i, term] of (given.score?.terms ?? []).entries()) {
      if ("interaction" in term) add("variable", term.interaction, ["score", "terms", i, "interaction"]);
      else {
        const [key, name] = "power" in term ? (["power", term.power] as const) : (["spline", term.spline] as const);
        found.push({ path: [...path, "score", "terms", i, key], name: rootOf(name), of: "variable" });
      }
    }
    return found;
  });
}

function rootOf(name: string): string {
  const window = /\[\d+,\s*\d+\]$/.exec(name);
  const level = name.indexOf("=");
  return window ? name.slice(0, window.index) : level > 0 ? name.slice(0, level) : name;
}
