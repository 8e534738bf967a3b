import { fail, periodLabel } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { RiskSet } from "./risk-set.js";

/** Stops at a sampling weight that is none, and at a wave in which all starters, or all others at risk, have a weight of 0. */
export function refuseSamplingWeights({ samplingWeight, periods }: Panel, { unit, wave, treated, waves }: RiskSet): void {
  if (!samplingWeight) return;
  const positive = new Int32Array(2 * waves.length);
  const present = new Uint8Array(waves.length);
  for (let r = 0; r < unit.length; r++) {
    const value = samplingWeight[unit[r]];
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) fail("matching/bad-sampling-weight", {}, { value }, messages);
    present[wave[r]] = 1;
    if (value > 0) positive[2 * wave[r] + treated[r]]++;
  }
  waves.forEach((g, w) => {
    const [others, starters] = positive.subarray(2 * w, 2 * w + 2);
    if (present[w] === 0 || (others > 0 && starters > 0)) return;
    fail("matching/wave-without-weight", {}, { wave: periodLabel(g, periods.unit), starters, others }, messages);
  });
}
