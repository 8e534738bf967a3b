import type { DisclosureRules } from "@kontrafakt/cohort";
import type { Count, OutcomeResult } from "../results.js";
import type { Tally } from "./tally.js";
import { about, few, tellApart } from "./tell.js";

/**
 * Counts of starters by event time and of people behind other estimators, all outcomes together: what is told exactly is 0 or at
 * least the threshold away from every other, so that no leaver shows between two periods, outcomes or tables.
 *
 * @param outcomes with exact counts
 * @param told counts of starters, and of all people, that are told exactly elsewhere
 * @param matchedAt matched starters of the waves that reach an event time, told by wave: less those, a count is of who was not observed
 */
export function publishCounts(
  outcomes: readonly OutcomeResult[],
  rules: DisclosureRules,
  told: { readonly starters: readonly number[]; readonly people: readonly number[] },
  tally: Tally,
  matchedAt: (event: number) => number = () => Number.NaN,
): OutcomeResult[] {
  const of = (counts: readonly Count[], anchors: readonly number[]) => tellAll(counts, rules, anchors, tally);
  const fewMissing = ({ n, event }: OutcomeResult["events"][number]) =>
    typeof n === "number" && few(matchedAt(event) - n, rules.smallCell);
  const events = of(
    outcomes.flatMap((o) => o.events.map((e) => (fewMissing(e) ? Number.NaN : e.n))),
    told.starters,
  );
  const eventTold = (e: OutcomeResult["events"][number]): Count => {
    const next = events.next();
    if (!fewMissing(e)) return next;
    tally.add("difference");
    const { rounding } = rules;
    return about(Math.round(matchedAt(e.event) / rounding) * rounding);
  };
  const parts = of(
    outcomes.flatMap((o) => (o.beside ?? []).flatMap((b) => b.averages.flatMap((a) => a.parts.map((p) => p.n)))),
    events.anchors,
  );
  const units = of(
    outcomes.flatMap((o) => (o.beside ?? []).map((b) => b.units)),
    told.people,
  );
  return outcomes.map((o) => ({
    ...o,
    events: o.events.map((e) => ({ ...e, n: eventTold(e) })),
    ...(o.beside && {
      beside: o.beside.map((b) => ({
        ...b,
        units: units.next(),
        averages: b.averages.map((a) => ({ ...a, parts: a.parts.map((p) => ({ ...p, n: parts.next() })) })),
      })),
    }),
  }));
}

function tellAll(counts: readonly Count[], rules: DisclosureRules, anchors: readonly number[], tally: Tally) {
  const found = tellApart(
    counts.map((n) => (typeof n === "number" ? n : Number.NaN)),
    rules,
    anchors,
    tally,
  );
  let at = 0;
  return { anchors: found.anchors, next: () => found.told[at++] };
}
