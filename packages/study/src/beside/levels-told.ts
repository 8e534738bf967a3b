import { contributions, type DisclosureRules, NEVER, type Panel, withheldBecause } from "@kontrafakt/cohort";

/**
 * Whether the mean level of everyone who started may be told, from the start on: by the rules that the levels of matched starters obey.
 * What they would have had without the programme is that level less the effect.
 */
export function levelsTold(panel: Panel, outcome: string, rules: DisclosureRules): boolean {
  const { ordinals } = panel.periods;
  const T = ordinals.length;
  const values = panel.measures.find((m) => m.name === outcome)?.values ?? new Float64Array(0);
  const starters = contributions();
  for (let i = 0; i < panel.units; i++) {
    const start = panel.firstTreated[i];
    if (start < ordinals[0] || start === NEVER) continue;
    let sum = 0;
    for (let t = 0; t < T; t++) {
      const y = values[i * T + t];
      if (ordinals[t] >= start && !Number.isNaN(y)) sum += Math.abs(y);
    }
    starters.add(sum);
  }
  const isYesNo = values.every((v) => v === 0 || v === 1 || Number.isNaN(v));
  return withheldBecause(starters.finish(), rules, isYesNo) === undefined;
}
