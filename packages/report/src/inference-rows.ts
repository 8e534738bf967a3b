import type { InferenceResult, Results } from "@kontrafakt/study";
import { finite, numberOf } from "./format.js";
import type { Speaker } from "./language.js";
import { effectsLevel, MONEY_LEVEL } from "./levels.js";
import { perPersonPeriod } from "./outcome-words.js";

/** An interval of a figure, as results tell it. */
export interface Limits {
  readonly estimate: number;
  readonly se?: number;
  readonly df?: number;
  readonly lower: number;
  readonly upper: number;
}

/** A figure by the default and by each other method. */
export interface InferenceGroup {
  /** `days`; `days, mine` of an estimator; `money`. */
  readonly key: string;
  readonly what: "total" | "overall" | "money";
  /** The outcome's label; of money the words for the primary saving. */
  readonly label: string;
  readonly estimator?: string;
  /** In words; of money its currency. */
  readonly unit: string;
  readonly level: number;
  /** Which side is good: below for services and for outcomes of which less is better. */
  readonly good: "below" | "above";
  readonly main: Limits;
  readonly inference: InferenceResult;
}

/** Every figure that has something to be said of how sure it is, in the order of the report: money first. */
export function inferenceGroups(results: Results, speaker: Speaker): InferenceGroup[] {
  const { outcomes, verification, savings } = results;
  const level = effectsLevel(results);
  const groups: InferenceGroup[] = [];
  if (verification.inference !== undefined && finite(verification.evaluated.estimate) !== null)
    groups.push({
      key: "money",
      what: "money",
      label: speaker.words.inference.primary,
      unit: savings.currency,
      level: MONEY_LEVEL,
      good: "above",
      main: verification.evaluated,
      inference: verification.inference,
    });
  for (const outcome of outcomes) {
    if (outcome.withheld !== undefined) continue;
    const about = { label: speaker.text(outcome.label), level };
    const unit = speaker.unit(outcome.unit);
    const good = outcome.better === "higher" ? ("above" as const) : ("below" as const);
    if (outcome.inference !== undefined)
      groups.push({ ...about, unit, key: outcome.name, what: "total", good, main: outcome.total, inference: outcome.inference });
    for (const { name, averages, inference } of ("beside" in outcome && outcome.beside) || []) {
      const main = (averages.find((a) => a.type === "simple") ?? averages[0])?.overall;
      if (inference === undefined || main === undefined) continue;
      const of = { what: "overall", estimator: name, unit: perPersonPeriod(results, outcome, speaker) } as const;
      groups.push({ ...about, ...of, key: `${outcome.name}, ${name}`, good, main, inference });
    }
  }
  return groups;
}

/** One-sided p for a change to the better. */
export function pBetter({ good }: Pick<InferenceGroup, "good">, test: { pAbove?: number; pBelow?: number } | undefined): number {
  return numberOf(good === "above" ? test?.pAbove : test?.pBelow);
}

/** A method by name, as the reader of a report knows it. */
export function methodName(method: string, variant: string, speaker: Speaker): string {
  const { methods, variants } = speaker.words.inference;
  const name = Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : method;
  // Permutation says in its name among whom.
  return method !== "permutation" && Object.hasOwn(variants, variant)
    ? `${name} (${variants[variant as keyof typeof variants]})`
    : name;
}
