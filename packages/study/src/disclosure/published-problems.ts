import type { Problem } from "@kontrafakt/base";
import { coarse, type DisclosureRules } from "@kontrafakt/cohort";
import type { Tally } from "./tally.js";
import { about, few, tellCount } from "./tell.js";

/** Parameters that count people, whatever the problem. */
const COUNTS_PEOPLE: ReadonlySet<string> = new Set(
  "people starters treated unmatched personPeriods rows sets units controls count largest".split(" "),
);

/** Further parameters that count people, by problem. */
const COUNTS_IN = new Map([
  ["effects/rows-left-out", ["missing", "unobserved"]],
  ["study/inference-few-treated-clusters", ["clusters", "treatedClusters"]],
  ["study/inference-few-clusters", ["clusters"]],
  ["effects/few-treated-clusters", ["clusters"]],
  ["effects/unmatched-few-treated-clusters", ["clusters"]],
]);

/** Parameters that are shares of people, in per cent, by problem: told to the twentieth, since share and people count those in it. */
const SHARES_IN = new Map([
  ["effects/few-treated-clusters", "share"],
  ["effects/largest-treated-cluster", "percent"],
  ["effects/wild-one-dominates", "percent"],
]);

/** Whether a parameter of a problem counts people. */
export function countsPeople(code: string, name: string): boolean {
  return COUNTS_PEOPLE.has(name) || (COUNTS_IN.get(code)?.includes(name) ?? false);
}

/** Those of them that count starters. */
const COUNTS_STARTERS = new Set("starters treated unmatched sets".split(" "));

/** What is told of counts elsewhere in the results. */
export interface CountsElsewhere {
  readonly starters: readonly number[];
  readonly people: readonly number[];
  readonly hidden: ReadonlyMap<number, string>;
}

/** Parameters that name people by their identifiers, by problem. */
const NAMES_PEOPLE = new Map([
  ["effects/incomplete", "which"],
  ["effects/incomplete-dropped", "which"],
  ["effects/sampling-weight", "unit"],
]);

/** Parameters that name a group of one or of few, by problem: what the problem says of it counts its people. */
const NAMES_FEW: ReadonlyMap<string, readonly string[]> = new Map([
  ["effects/cell-one-unit", ["group", "time"]],
  ["effects/cell-few-treated", ["group", "time"]],
  ["effects/cell-few-controls", ["group", "time"]],
  ["effects/imputation-one-treated", ["which"]],
]);

/**
 * Each problem once, in the order first met, small counts of people withheld and nobody named. A count near one told elsewhere, or by the same
 * problem of another outcome, is told as about that one; beside a withheld count others are told to the next multiple of five.
 *
 * @param elsewhere counts told exactly elsewhere, and those of starters that are told there as something else
 */
export function publishedProblems(
  problems: readonly Problem[],
  rules: DisclosureRules,
  tally: Tally,
  elsewhere: CountsElsewhere = { starters: [], people: [], hidden: new Map() },
): Problem[] {
  const { smallCell } = rules;
  const seen = new Set<string>();
  const out: Problem[] = [];
  const alike = new Map<string, number[]>();
  for (const p of problems) {
    const counts = Object.entries(p.params).filter(([name, value]) => countsPeople(p.code, name) && typeof value === "number");
    const withheld = counts.some(([, value]) => few(value as number, smallCell));
    let changed = 0;
    const told = (name: string, value: number) => {
      const ofStarters = COUNTS_STARTERS.has(name);
      const hidden = ofStarters ? elsewhere.hidden.get(value) : undefined;
      if (hidden !== undefined) {
        changed++;
        return hidden;
      }
      const same = alike.get(`${p.code} ${name}`) ?? [];
      const anchors = [...(ofStarters ? elsewhere.starters : elsewhere.people), ...same];
      const near = anchors.find((a) => few(Math.abs(a - value), smallCell));
      if (near === undefined && !few(value, smallCell)) alike.set(`${p.code} ${name}`, [...same, value]);
      if (value >= smallCell && (near !== undefined || withheld)) {
        changed++;
        return about(near ?? Math.ceil(value / 5) * 5);
      }
      return tellCount(value, rules, tally);
    };
    const params = Object.fromEntries(
      Object.entries(p.params).map(([name, value]) => {
        if (NAMES_PEOPLE.get(p.code) === name) return [name, "…"];
        if (smallCell > 1 && NAMES_FEW.get(p.code)?.includes(name)) return [name, "…"];
        if (smallCell > 1 && SHARES_IN.get(p.code) === name && typeof value === "number") return [name, coarse(value, 5)];
        return [name, countsPeople(p.code, name) && typeof value === "number" ? told(name, value) : value];
      }),
    );
    const key = JSON.stringify([p.code, p.where, params]);
    if (seen.has(key)) continue;
    seen.add(key);
    tally.add("difference", changed);
    out.push({ ...p, params });
  }
  return out;
}
