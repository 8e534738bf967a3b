import { periodLabel } from "@kontrafakt/base";
import type { Account } from "../account/account.js";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyOptions } from "../options/savings-options.js";
import { courseIndex, persistenceFactors } from "./assumption.js";
import type { PersistenceUsed } from "./persistence-value.js";

/** What was assumed after the window, and how long each wave was followed. */
export function persistenceUsed(account: Account, { persistence }: MoneyOptions, facts: StudyFacts): PersistenceUsed {
  const { assumption, sums } = account;
  const last = sums.years[sums.years.length - 1];
  return {
    form: persistence.form,
    until: last,
    source: persistence.source ?? "",
    ageOut: persistence.ageOut ?? null,
    outcomes: Object.entries(persistence.outcomes).map(([outcome, { form, source }]) => ({
      outcome,
      form,
      ...(source !== undefined && { source }),
    })),
    remaining: (facts.remaining ?? []).filter(({ year }) => year <= last),
    followUp: followUp(account),
    ...(assumption && {
      left: sums.consequences.map((outcome) => {
        const factors = persistenceFactors(assumption, assumption.courses[courseIndex(assumption, outcome)].course);
        return { outcome, shares: assumption.columns.map(({ year }, a) => ({ year, share: factors[a] })) };
      }),
    }),
  };
}

function followUp({ sums, periods }: Account): PersistenceUsed["followUp"] {
  const until = new Map<number, number>();
  for (const { group, time } of sums.cells.terms) {
    if (group === undefined || time === undefined) continue;
    until.set(group, Math.max(time, until.get(group) ?? time));
  }
  return Array.from(until, ([wave, end]) => {
    const followed = periods.ordinals.filter((ordinal) => ordinal >= wave && ordinal <= end).length;
    return { wave, label: periodLabel(wave, periods.unit), periods: followed };
  }).sort((a, b) => a.wave - b.wave);
}
