import { type Contributions, coarse, coarseMean, type DisclosureRules, withheldBecause } from "@kontrafakt/cohort";
import type { Interval, Paths } from "@kontrafakt/effects";
import type { OutcomeResult } from "../results.js";
import type { OutcomePeople } from "./outcome-people.js";
import type { Tally } from "./tally.js";
import { few } from "./tell.js";

const nothing: Interval = { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN };

/**
 * Whether so few of those compared have the outcome after the start that not even its effect may be told: an estimate is a difference of
 * means, and where four children have a secure placement it is their days. Nobody at all may be told of a group, not of both.
 */
export function isRare({ treated, comparison }: OutcomePeople, { smallCell }: DisclosureRules): boolean {
  if (smallCell <= 1) return false;
  return few(treated.notZero, smallCell) || few(comparison.notZero, smallCell) || treated.notZero + comparison.notZero === 0;
}

/** An outcome of which nothing is told but that it was looked at. */
export function withheldOutcome(outcome: Pick<OutcomeResult, "name" | "label" | "unit" | "better">): OutcomeResult {
  return {
    ...outcome,
    priced: false,
    withheld: "few",
    mean: nothing,
    total: nothing,
    events: [],
    paths: { event: [], treated: [], comparison: [], rest: [] },
    preTrend: null,
    naive: { beforeAfter: Number.NaN, treatedVersusRest: Number.NaN },
  };
}

/**
 * Mean paths fit for publishing: of each point only what the primary rules allow, rounded so that its digits give neither the number of
 * people nor the sum of their days.
 */
export function publishedPaths(paths: Paths, rules: DisclosureRules, yesNo: boolean, tally: Tally): OutcomeResult["paths"] {
  const shown = Array.from(paths.event.keys()).filter((i) => paths.n[i] >= rules.smallCell);
  const told = (value: number, n: number, reason: ReturnType<typeof withheldBecause>): number | null => {
    if (Number.isNaN(value)) return null;
    if (reason !== undefined) {
      tally.add(reason);
      return null;
    }
    return rules.smallCell > 1 ? coarseMean(value, n, rules.smallCell) : value;
  };
  const line = (values: Float64Array, people: readonly Contributions[]) =>
    shown.map((i) => told(values[i], paths.n[i], withheldBecause(people[i], rules, yesNo)));
  tally.add("few", 3 * (paths.event.length - shown.length));
  return {
    event: shown.map((i) => paths.event[i]),
    treated: line(paths.treated, paths.contributions.treated),
    comparison: line(paths.comparison, paths.contributions.comparison),
    rest: shown.map((i) =>
      told(paths.rest[i], paths.n[i], paths.restNotZero[i] < rules.smallCell && rules.smallCell > 1 ? "few" : undefined),
    ),
  };
}

/**
 * The mean level of both groups over a window of event times, weighted by starters: what is left to say where single points are withheld.
 * It is withheld itself where the points withheld in it are, all together, still few people's or one's: they would be what it says less
 * the points that are told. That nobody has anything at those times may follow.
 *
 * @param told the points of the paths as told
 * @param peopleAt the people of both groups at some event times
 */
export function publishedLevel(
  paths: Paths,
  [from, to]: readonly [number, number],
  told: OutcomeResult["paths"],
  peopleAt: (at: (event: number) => boolean) => OutcomePeople,
  rules: DisclosureRules,
  tally: Tally,
): NonNullable<OutcomeResult["levels"]>["after"] {
  const inside = Array.from(paths.event.keys()).filter((i) => paths.event[i] >= from && paths.event[i] <= to);
  const n = inside.reduce((sum, i) => sum + paths.n[i], 0);
  const level = (group: "treated" | "comparison"): number | null => {
    const mean = inside.reduce((sum, i) => sum + (paths.n[i] / n) * paths[group][i], 0);
    if (inside.length === 0 || Number.isNaN(mean)) return null;
    const withheld = new Set(
      inside.map((i) => paths.event[i]).filter((e) => (told[group][told.event.indexOf(e)] ?? null) === null),
    );
    const all = peopleAt((event) => event >= from && event <= to);
    const rest = peopleAt((event) => withheld.has(event))[group];
    const reason =
      withheldBecause(all[group], rules, all.yesNo) ?? (rest.notZero > 0 ? withheldBecause(rest, rules, all.yesNo) : undefined);
    if (reason === undefined) return rules.smallCell > 1 ? coarseMean(mean, n, rules.smallCell) : mean;
    tally.add(reason);
    return null;
  };
  return { treated: level("treated"), comparison: level("comparison") };
}

/** What simpler comparisons say are sums of people's own days: the primary rules apply to the starters' total. */
export function publishedNaive(
  naive: { readonly beforeAfter: number; readonly treatedVersusRest: number },
  people: OutcomePeople,
  rules: DisclosureRules,
  tally: Tally,
): OutcomeResult["naive"] {
  const reason = people.treated.notZero === 0 ? undefined : withheldBecause(people.treated, rules, people.yesNo);
  const { beforeAfter, treatedVersusRest } = naive;
  if (reason === undefined) return { beforeAfter, treatedVersusRest };
  tally.add(reason, 2);
  return { beforeAfter: Number.NaN, treatedVersusRest: Number.NaN };
}

/**
 * An interval rounded, all of it, to a step not below a twentieth of its standard error: far below what it is uncertain by, and enough
 * that the number of people cannot be had by dividing it into a total. Degrees of freedom, which count people too, by `coarseDf`.
 */
export function coarseInterval<T extends Interval>(figure: T): T {
  const step = coarseStep(figure);
  const rounded: Record<string, number> = {};
  for (const [name, value] of Object.entries(figure)) {
    if (name === "df") rounded.df = coarseDf(value);
    else if (/^(estimate|se|lower|upper|bandLower|bandUpper)$/.test(name)) rounded[name] = coarse(value as number, step);
  }
  return { ...figure, ...rounded };
}

/** A twentieth of the standard error; of the figure itself where it has none. */
export function coarseStep({ se, estimate }: Pick<Interval, "se" | "estimate">): number {
  return (Number.isNaN(se) ? Math.abs(estimate) : se) / 20;
}

/** Degrees of freedom to the multiple of five below; under ten to 7, 4, 2 or 1. Where they are people less one they would count them. */
export function coarseDf(df: number): number {
  if (!(df >= 1 && Number.isFinite(df))) return df;
  if (df >= 10) return Math.floor(df / 5) * 5;
  // As sums of squares they miss a whole number by rounding errors.
  const whole = Math.floor(df + 1e-6);
  return [7, 4, 2].find((step) => step <= whole) ?? 1;
}

/** Whether a mean over so many people, unadjusted, shows in its digits: it is a whole number of shares that sets and base periods make. */
export function isFractionOf(mean: number, people: number): boolean {
  for (let shares = 1; shares <= 240; shares++) {
    const sum = mean * people * shares;
    if (Math.abs(sum - Math.round(sum)) < 1e-9 * Math.max(1, Math.abs(sum))) return true;
  }
  return false;
}
