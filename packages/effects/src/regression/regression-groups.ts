import { fail, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";

/** Groups by start as a regression sees them: whoever starts after the last period (anticipation counted) is never treated. */
export function regressionGroups(panel: Panel, anticipation: number, effects: readonly string[]) {
  const { ordinals } = panel.periods;
  if (ordinals.length < 2) fail("effects/one-period", {}, { periods: ordinals.length }, messages);
  const last = ordinals[ordinals.length - 1];
  const group = panel.firstTreated.map((g) => (g !== ALWAYS && g > last + anticipation ? NEVER : g));
  let always = 0;
  for (const g of group) if (g === ALWAYS || g <= ordinals[0] + anticipation) always++;
  const problems: Problem[] = [];
  if (!effects.includes("unit")) problems.push(problem("effects/no-unit-effects", "warning", { option: "effects" }));
  return { group, always, problems };
}
