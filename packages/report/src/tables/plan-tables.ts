import type { PlanResults } from "@kontrafakt/study";
import type { Speaker } from "../language.js";
import { outcomeLabel } from "../sections/amounts.js";
import type { Rows } from "../table-rows.js";

/** Tables of a plan alone: starters, assumed effects, the target group, and the expected saving with its parts. */
export function planTables(results: PlanResults, speaker: Speaker): Rows[] {
  const { words } = speaker;
  const { planned, effects, target: group, claim } = words.plan;
  const { table: t } = words;
  const { plan } = results;
  const label = (name: string) => outcomeLabel(results, name, speaker);
  const path = (name: string, rows: NonNullable<PlanResults["plan"]["target"]>["path"]) => ({
    name,
    header: [t.year, t.payer, group.people, group.without],
    rows: rows.map((row) => [row.year, row.payer, row.people, row.amount]),
  });
  return [
    {
      name: "starters",
      header: [planned.year, planned.starters, t.lower, t.upper],
      rows: plan.starters.map((s) => [s.year, s.starters, s.low, s.high]),
    },
    {
      name: "assumed-effects",
      header: [
        t.outcome,
        effects.year,
        effects.stated,
        t.low,
        t.high,
        effects.distribution,
        effects.grade,
        effects.bias,
        effects.counted,
        effects.source,
      ],
      rows: plan.effects.map((e) => [
        label(e.outcome),
        e.yearSinceStart,
        e.effect,
        e.low,
        e.high,
        speaker.words.pricing.distribution[e.distribution.kind],
        e.grade,
        e.optimismBias,
        e.counted,
        e.source,
      ]),
    },
    ...(plan.target ? [path("target-group", plan.target.path), path("target-group-ahead", plan.target.ahead)] : []),
    {
      name: "expected",
      header: [t.year, t.payer, t.consequence, t.starters, claim.effect, claim.price, claim.cashable, t.claim],
      rows: plan.claim.map((r) => [r.year, r.payer, label(r.consequence), r.starters, r.effect, r.price, r.cashable, r.amount]),
    },
  ];
}
