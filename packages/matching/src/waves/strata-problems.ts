import { fail, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { MatchingOptions } from "../options/matching-options.js";
import type { StrataColumn } from "./strata-columns.js";

/** Share of starters alone in their stratum from which it is a warning. */
const MANY = 0.5;
/** Variables named as cut finest. */
const FINEST = 3;

interface StrataFound {
  readonly compared: readonly StrataColumn[];
  /** Controls of each stratum with both arms. */
  readonly perStratum: readonly number[];
  /** Matched starters, and rows of their controls. */
  readonly starters: number;
  readonly controls: number;
  /** Starters whose stratum has no control, of `all` at risk. */
  readonly alone: number;
  readonly all: number;
}

/** How many strata were found, and which variables left starters alone in theirs. */
export function strataProblems(
  { compared, perStratum, starters, controls, alone, all }: StrataFound,
  options: MatchingOptions,
): Problem[] {
  const sorted = Int32Array.from(perStratum).sort();
  const people = sorted[Math.ceil(sorted.length / 2) - 1];
  const found = [problem("matching/strata", "note", {}, { strata: perStratum.length, starters, controls, people })];
  if (alone < MANY * all) return found;
  const { code, option } = about(options);
  return [
    ...found,
    problem(code, "warning", { option }, { unmatched: alone, starters: all, variables: finest(compared, options) }),
  ];
}

/** Stops where no starter shares a stratum with a control, and says what to do about it. */
export function refuseEmptyStrata(compared: readonly StrataColumn[], options: MatchingOptions): never {
  const code = options.method === "exact" ? "matching/no-exact-stratum" : "matching/no-coarsened-stratum";
  return fail(code, { option: about(options).option }, { variables: finest(compared, options) }, messages);
}

function about({ method, exact }: MatchingOptions): { code: string; option: string } {
  if (method === "coarsened") return { code: "matching/coarsened-strata-alone", option: "matching.coarsening" };
  return { code: "matching/exact-strata-alone", option: exact.length > 0 ? "matching.exact" : "matching.method" };
}

/** Every variable compared exactly; of those cut, the ones with most intervals, and how many. */
function finest(compared: readonly StrataColumn[], { method }: MatchingOptions): string {
  const names = [...new Set(compared.map(({ name }) => name))].join(", ");
  if (method === "exact") return names;
  const cut = compared.filter(({ intervals }) => intervals > 1).sort((a, b) => b.intervals - a.intervals);
  const most = cut.slice(0, FINEST).map(({ name, intervals }) => `${name} (${intervals})`);
  return most.join(", ") || names;
}
