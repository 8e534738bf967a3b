import { type Contributions, contributions, type Panel } from "@kontrafakt/cohort";
import { type Comparison, TREATED } from "@kontrafakt/matching";

/** What each person of a group added to an outcome from the start on, as far as they are looked at. */
export interface OutcomePeople {
  readonly treated: Contributions;
  readonly comparison: Contributions;
  /** Every value of the outcome is 0 or 1. */
  readonly yesNo: boolean;
}

/**
 * Of one outcome, the people of both groups who have it at some event times: each person once, in whatever waves.
 *
 * @param at which event times; without, all from the start on
 */
export function outcomePeople(
  panel: Panel,
  comparison: Comparison,
  outcome: string,
  at: (event: number) => boolean = (event) => event >= 0,
): OutcomePeople {
  const { ordinals } = panel.periods;
  const T = ordinals.length;
  const values = panel.measures.find((m) => m.name === outcome)?.values ?? new Float64Array(0);
  const groups = [new Map<number, number>(), new Map<number, number>()];
  comparison.unit.forEach((unit, r) => {
    const of = groups[comparison.role[r] === TREATED ? 0 : 1];
    let sum = 0;
    for (let t = 0; t < T; t++) {
      const y = values[unit * T + t];
      const event = ordinals[t] - comparison.wave[r];
      if (!at(event) || ordinals[t] >= comparison.until[r] || Number.isNaN(y)) continue;
      sum += Math.abs(y);
    }
    of.set(unit, Math.max(of.get(unit) ?? 0, sum));
  });
  const [treated, control] = groups.map((of) => {
    const all = contributions();
    for (const sum of of.values()) all.add(sum);
    return all.finish();
  });
  return { treated, comparison: control, yesNo: values.every((v) => v === 0 || v === 1 || Number.isNaN(v)) };
}
