import type { AnyResults, Results } from "@kontrafakt/study";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { changeOf, type Outcome } from "../outcome-words.js";
import { findFigure } from "../savings-lines.js";
import { outcomeLabel } from "../sections/amounts.js";

/** Outcomes that stand beside the money: those without a price that are not money themselves. */
export function humanOnes(results: Pick<AnyResults, "outcomes" | "savings">): readonly Outcome[] {
  const { human } = results.savings;
  const named = new Set(human.map((h) => h.outcome));
  return results.outcomes.filter((o) => (human.length > 0 ? named.has(o.name) : !o.priced));
}

/** Which way each human outcome went, or is assumed to go, in one sentence beside a statement of savings; that none was measured, where so. */
export function besideMoney(results: Pick<AnyResults, "outcomes" | "savings">, speaker: Speaker): string {
  const { later, fate } = speaker.words;
  const { human } = results.savings;
  const ways =
    human.length > 0
      ? human.map((h) => ({ name: h.outcome, direction: h.direction }))
      : humanOnes(results).map((o) => ({ name: o.name, direction: directionOf(o) }));
  if (ways.length === 0) return fate.none;
  return later.human(
    ways.map((w) => later.humanLine(outcomeLabel(results, w.name, speaker), later.direction[w.direction])).join("; "),
  );
}

/** A warning where human outcomes became worse, stronger where less was spent at the same time, or where none was measured. */
export function humanWarning(results: Pick<Results, "outcomes" | "savings">, speaker: Speaker): string | undefined {
  const { fate, later } = speaker.words;
  const human = humanOnes(results);
  if (human.length === 0) return fate.none;
  const worse = human.filter((o) => changeOf(o) === "worse");
  if (worse.length === 0) return undefined;
  const names = speaker.list(worse.map((o) => speaker.text(o.label)));
  const gross = findFigure(results.savings, { measure: "gross" });
  return numberOf(gross?.lower) > 0 ? later.lowerAndWorse(names) : fate.worse(names);
}

function directionOf(outcome: Outcome): "better" | "worse" | "no-clear-change" | "not-told" {
  const change = outcome.withheld ? "unknown" : changeOf(outcome);
  return change === "better" || change === "worse" ? change : change === "unknown" ? "not-told" : "no-clear-change";
}
