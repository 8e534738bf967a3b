import { fail, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { MomentsOptions } from "../options/moments-options.js";
import { byCodeUnits } from "../text/by-code-units.js";
import type { CrossSections } from "./cross-sections.js";
import type { Panel } from "./panel.js";

const MOST_STRATA = 1000;

/** What tells an arm. */
export interface ArmKey {
  readonly firstTreated: number;
  readonly stratum: number;
}

/** Arms in the order of cohort and stratum, and that of each unit; −1 where it has no stratum. */
export function armKeys(
  firstTreated: Int32Array,
  stratum: Int32Array,
): { readonly of: Int32Array; readonly list: readonly ArmKey[] } {
  const seen = new Map<number, Map<number, number>>();
  const list: ArmKey[] = [];
  const found = firstTreated.map((g, i) => {
    if (stratum[i] < 0) return -1;
    let own = seen.get(g);
    if (own === undefined) {
      own = new Map();
      seen.set(g, own);
    }
    let at = own.get(stratum[i]);
    if (at === undefined) {
      at = list.length;
      own.set(stratum[i], at);
      list.push({ firstTreated: g, stratum: stratum[i] });
    }
    return at;
  });
  const order = [...list.keys()].sort((a, b) => list[a].firstTreated - list[b].firstTreated || list[a].stratum - list[b].stratum);
  const rank = new Int32Array(list.length);
  order.forEach((a, r) => {
    rank[a] = r;
  });
  return { of: found.map((a) => (a < 0 ? -1 : rank[a])), list: order.map((a) => list[a]) };
}

/** Stratum of each unit by the values of covariates, in order of code units; −1 where one is missing. */
export function stratify(
  data: Panel | CrossSections,
  { strata: names }: MomentsOptions,
  units: number,
  problems: Problem[],
): { strata: readonly string[]; stratum: Int32Array } {
  if (names.length === 0) return { strata: [""], stratum: new Int32Array(units) };
  const covariates = names.map((name) => named(data.covariates, name, "cohort/moments-stratum", "strata"));
  const of = new Map<string, number>();
  let missing = 0;
  const stratum = Int32Array.from({ length: units }, (_, i) => {
    if (covariates.some(({ values }) => Number.isNaN(values[i]))) {
      missing++;
      return -1;
    }
    const label = covariates.map(({ name, values }) => `${name}=${values[i]}`).join(", ");
    let at = of.get(label);
    if (at === undefined) {
      at = of.size;
      if (at === MOST_STRATA) fail("cohort/moments-strata", { option: "strata" }, { limit: MOST_STRATA }, messages);
      of.set(label, at);
    }
    return at;
  });
  if (missing > 0) problems.push(problem("cohort/moments-stratum-missing", "warning", { option: "strata" }, { count: missing }));
  const labels = [...of.keys()];
  const strata = [...labels].sort(byCodeUnits);
  const rank = labels.map((label) => strata.indexOf(label));
  return { strata, stratum: stratum.map((s) => (s < 0 ? -1 : rank[s])) };
}

/** The item of a name, or an error that lists the names there are. */
export function named<T extends { readonly name: string }>(list: readonly T[], name: string, code: string, option: string): T {
  const known = list.map((item) => item.name).join(", ") || "none";
  return list.find((item) => item.name === name) ?? fail(code, { option }, { name, known }, messages);
}
