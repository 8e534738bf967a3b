import { fail, periodLabel } from "@kontrafakt/base";
import { ALWAYS, type Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { MatchingOptions } from "../options/matching-options.js";
import { isOnScore } from "../options/method-kinds.js";
import type { Lost } from "./lost.js";
import { type Variable, wavesOf } from "./risk-set.js";
import type { ScoredRows } from "./scored-rows.js";

/** Stops where nothing can be matched, and says what to do about it. */
export function refuse(
  panel: Panel,
  { rows, variables, problems }: ScoredRows,
  eligible: Uint8Array,
  lost: readonly Lost[],
  options: MatchingOptions,
): void {
  const ordinals = panel.periods.ordinals;
  const label = (g: number | undefined): string => (g === undefined ? "?" : periodLabel(g, panel.periods.unit));
  if (wavesOf(panel).length === 0) {
    const before = panel.firstTreated.reduce((n, g) => n + (g === ALWAYS || g < ordinals[0] ? 1 : 0), 0);
    fail(
      "matching/no-starters",
      { option: "cohort.people.start" },
      { from: label(ordinals[0]), to: label(ordinals.at(-1)), before },
      messages,
    );
  }
  const starters = rows.treated.reduce((a, b) => a + b, 0);
  if (starters === 0) {
    const count = (reason: Lost["reason"]): number => lost.filter((l) => l.treated === 1 && l.reason === reason).length;
    const gaps = problems.filter((p) => p.code === "matching/missing-values" && Number(p.params.starters) > 0);
    const params = {
      variables: gaps.map((p) => p.params.variable).join(", "),
      history: count("no-history"),
      covariate: count("missing-covariate"),
      notObserved: count("not-observed"),
      first: label(ordinals[0]),
    };
    if (count("no-control-left") > 0) noControls(0, options);
    if (params.history > 0) fail("matching/no-history", { option: "matching.history.windows" }, params, messages);
    fail("matching/no-starters-at-risk", {}, params, messages);
  }
  if (starters === 1) fail("matching/one-starter", {}, { wave: label(rows.waves[rows.wave[rows.treated.indexOf(1)]]) }, messages);
  if (!eligible.includes(1)) noControls(rows.treated.length - starters, options);
  if (variables.length > starters && !needsNoScore(options)) {
    fail(
      "matching/more-variables-than-starters",
      { option: largestSource(variables) },
      { variables: variables.length, starters },
      messages,
    );
  }
}

/** Strata are made without a score, but for pairs that are nearest on it: see `strataScore` for what then stands in for it. */
export function needsNoScore({
  method,
  coarsening,
  distance,
}: Pick<MatchingOptions, "method" | "coarsening" | "distance">): boolean {
  if (method === "coarsened") return !coarsening.k2k || !isOnScore(distance);
  return method === "exact";
}

/** The option that most of the score's variables come from. */
function largestSource(variables: readonly Variable[]): string {
  const counts = new Map<string, number>();
  for (const { name, outcome, term } of variables) {
    const option = term
      ? "matching.score"
      : outcome === undefined
        ? `cohort.people.covariates.${name.split("=")[0]}`
        : "matching.history.windows";
    counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0][0];
}

function noControls(others: number, options: MatchingOptions): never {
  fail("matching/no-controls", {}, { others, exclude: options.exclude?.join(", ") || "none" }, messages);
}
