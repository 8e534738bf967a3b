import type { Problem } from "@kontrafakt/base";
import { type DisclosureRules, type Panel, partsTable, suppressCounts } from "@kontrafakt/cohort";
import type { Effects } from "@kontrafakt/effects";
import type { Matched } from "@kontrafakt/matching";
import type { MoneyFiles, StudyFacts } from "@kontrafakt/savings";
import type { FigureRules } from "./disclosure/figure-rules.js";
import type { Tally } from "./disclosure/tally.js";
import { everyoneTotals } from "./everyone-totals.js";
import type { Study } from "./options/study-schema.js";
import { personYearsTold } from "./person-years-told.js";
import { remainingShares } from "./remaining-shares.js";
import type { OutcomeResult, PublishedFacts } from "./results.js";
import { subgroupFacts } from "./subgroups/subgroup-facts.js";
import { waveTotal } from "./wave-total.js";

export interface MoneyFactsInput {
  readonly panel: Panel;
  readonly matched: Matched;
  readonly study: Study;
  readonly money: MoneyFiles;
  /** Effects that may be told. */
  readonly effects: Effects;
  readonly outcomes: readonly OutcomeResult[];
  readonly rules: FigureRules;
  readonly tally: Tally;
}

/** Everything that the money side is told of the people, as it may be told. */
export function moneyFacts(input: MoneyFactsInput): { readonly facts: StudyFacts; readonly problems: readonly Problem[] } {
  const { panel, matched, study, money, effects, outcomes, rules, tally } = input;
  const { unit } = panel.periods;
  const fewest = (name: string) => Math.max(rules.people.smallCell, rules.outcome(name).smallCell);
  const told = outcomes.filter((o) => o.withheld === undefined).map((o) => o.name);
  const { subgroups, problems } = subgroupFacts(panel, matched, study, money, effects, rules, tally);
  const remaining = remainingShares(panel, matched.comparison, study.savings.persistence);
  const facts: StudyFacts = {
    starters: startersTold(waveTotal(matched.balance, "matched"), rules.people),
    waves: wavesTold(matched.balance.waves, rules.people),
    ...(money.claim.some((row) => row.parts) && { personYears: personYearsTold(effects, unit, fewest, tally) }),
    ...(study.savings.budget && { totals: everyoneTotals(panel, told, rules.outcome, tally) }),
    ...(remaining && { remaining }),
    outcomes: outcomeFacts(outcomes),
    ...(subgroups.length > 0 && { subgroups }),
  };
  return { facts, problems };
}

const orNull = (x: number): number | null => (Number.isNaN(x) ? null : x);

/** Mean effects of outcomes as they are told. */
export function outcomeFacts(
  outcomes: readonly Pick<OutcomeResult, "name" | "unit" | "better" | "mean">[],
): NonNullable<StudyFacts["outcomes"]> {
  return outcomes.map(({ name, unit, better, mean }) => {
    const limits = { estimate: orNull(mean.estimate), lower: orNull(mean.lower), upper: orNull(mean.upper) };
    return { outcome: name, unit, better, ...limits };
  });
}

/** Matched starters as they are told: where counts are rounded, figures per starter rest on the rounded one. */
export function startersTold(matched: number, { rounding }: DisclosureRules): number {
  return rounding > 1 ? Math.max(rounding, Math.round(matched / rounding) * rounding) : matched;
}

/**
 * Matched starters of each wave. One of few, which has no effect of its own, is left out, and so that it is not the total less the others, those
 * whose number would give it away are told as the average of what the total has for them, less half of what few can be at most.
 */
export function wavesTold(
  waves: readonly { readonly wave: number; readonly matched: number }[],
  rules: DisclosureRules,
): NonNullable<StudyFacts["waves"]> {
  const { smallCell } = rules;
  const counts = waves.map((w) => w.matched);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const { told } = suppressCounts(partsTable(counts, sum(counts)), smallCell);
  const of = (how: string) => counts.filter((_, k) => told[k] === how);
  const [few, beside] = [of("few"), of("besides")];
  const average = (sum(few) + sum(beside) - (few.length * smallCell) / 2) / beside.length;
  return waves.flatMap(({ wave, matched }, k) => {
    if (matched === 0 || told[k] === "few") return [];
    return [{ wave, starters: startersTold(told[k] === "besides" ? Math.max(smallCell, average) : matched, rules) }];
  });
}

/** What of the facts results may hold: not what can be had from the rest of them. */
export function publishedFacts({ outcomes: _, subgroups: __, ...facts }: StudyFacts): PublishedFacts {
  return facts;
}
