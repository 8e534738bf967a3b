import type { DisclosureRules } from "@kontrafakt/cohort";
import { type Effects, type Interval, interval } from "@kontrafakt/effects";
import { coarseDegrees } from "../disclosure/coarse-degrees.js";
import { coarseInterval } from "../disclosure/published-outcome.js";
import type { Tally } from "../disclosure/tally.js";
import type { Beside } from "../results.js";

type Average = Beside["averages"][number];

const types = ["simple", "dynamic", "group", "calendar"] as const;
const nothing: Interval = { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN };

/** Makes an average with its parts; undefined where the estimator has none of that type. */
export type MakeAverage = (type: Average["type"]) => Effects | undefined;

/**
 * The averages an estimator has, by what its terms are: one number (`static`), event times, or cells with all four averages.
 *
 * @param effects of one outcome
 */
export function besideAverages(
  effects: Effects,
  make: MakeAverage,
  level: number,
  { smallCell }: DisclosureRules,
  tally: Tally,
): Average[] {
  const [first] = effects.terms;
  const at = effects.terms.findIndex(({ kind }) => kind === "static");
  if (at >= 0) return [{ type: "simple", overall: figures(effects, level, smallCell)(at), parts: [] }];
  if (first === undefined) return [];
  return (first.kind === "event" ? (["dynamic"] as const) : types).flatMap((type): Average[] => {
    const average = make(type);
    if (average === undefined) return [];
    const figure = figures(average, level, smallCell);
    const whole = average.terms.findIndex(({ kind }) => kind === "overall" || kind === "simple");
    const parts = average.terms.flatMap((term, k) => {
      const at = term.event ?? term.group ?? term.time;
      return k === whole || at === undefined ? [] : [{ ...figure(k), at, n: term.n }];
    });
    if (whole < 0 && parts.length === 0) return [];
    return [{ type, overall: whole < 0 ? nothing : figure(whole), parts: withoutFew(parts, smallCell, tally) }];
  });
}

/**
 * Intervals of an average. Where counts of people are withheld they are told to a twentieth of their standard errors: with every digit the
 * whole and its parts tell how many are in each, and degrees of freedom how many there are in all.
 */
function figures(average: Effects, level: number, smallCell: number): (k: number) => Interval {
  if (smallCell <= 1) return (k) => interval(average, k, level);
  const rough = coarseDegrees(average);
  return (k) => coarseInterval(interval(rough, k, level));
}

/**
 * Parts without those on few people; where it is one alone, without the next smallest too, since the whole less the others would tell it.
 */
function withoutFew<T extends { readonly n: number }>(parts: readonly T[], smallCell: number, tally: Tally): T[] {
  const few = new Set(parts.filter(({ n }) => n < smallCell));
  tally.add("few", few.size);
  const rest = parts.filter((part) => !few.has(part)).sort((a, b) => a.n - b.n);
  if (few.size === 1 && rest.length > 0) {
    few.add(rest[0]);
    tally.add("difference");
  }
  return parts.filter((part) => !few.has(part));
}
