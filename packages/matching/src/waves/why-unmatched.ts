import { admissible } from "../nearest/nearest-limits.js";
import type { Reason } from "./lost.js";
import type { WaveLimits } from "./wave-limits.js";

/**
 * Why a starter found no control in its wave: nobody was free, or of those free when the wave began nobody was in the groups it must
 * agree with and out of those it must not, or nobody of these within the calipers of variables; else the score's caliper, or the others took them.
 * @param t the starter, a row of the wave
 * @param free 1 where a row of the wave may be a control (or is a starter)
 */
export function whyUnmatched(
  t: number,
  treated: Uint8Array,
  free: Uint8Array,
  { calipers, strata, antiExact }: WaveLimits,
): Reason {
  const controls: number[] = [];
  free.forEach((f, a) => {
    if (f === 1 && treated[a] === 0) controls.push(a);
  });
  if (controls.length === 0) return "no-control-left";
  const differs = admissible({ antiExact });
  const inGroup = controls.filter((c) => (!strata || (strata[t] >= 0 && strata[c] === strata[t])) && (!differs || differs(t, c)));
  if (inGroup.length === 0) return "no-control-in-stratum";
  const near = admissible({ calipers });
  if (near && !inGroup.some((c) => near(t, c))) return "no-control-within-calipers";
  return "no-control-within-caliper";
}
