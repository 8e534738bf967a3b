import { type Clustering, NEVER, type Panel } from "@kontrafakt/cohort";

/**
 * 1 for each unit that may be a control: 0 for those with somebody else in one of the named clusterings who started the
 * programme in or before the panel's last period, in whatever wave. Unknown clusters (−1) exclude nobody.
 */
export function mayBeControl(panel: Panel, clusterings: readonly Clustering[]): Uint8Array {
  const last = panel.periods.ordinals[panel.periods.ordinals.length - 1];
  const started = Uint8Array.from(panel.firstTreated, (g) => (g !== NEVER && g <= last ? 1 : 0));
  const may = new Uint8Array(panel.units).fill(1);
  for (const { of, count } of clusterings) {
    const starters = new Int32Array(count);
    for (let i = 0; i < panel.units; i++) if (of[i] >= 0) starters[of[i]] += started[i];
    for (let i = 0; i < panel.units; i++) if (of[i] >= 0 && starters[of[i]] - started[i] > 0) may[i] = 0;
  }
  return may;
}
