import type { SetContributions } from "./set-contributions.js";

/**
 * What each member's contribution falls by when 1 is taken off c'θ in equal parts of the treated's outcomes. A treated member's falls by its
 * part; of k treated among M, that of each other rises by k/(M − k) of it, since the treated would then be among those it is compared with.
 * Without this the treated would keep what was taken off whenever they play controls.
 */
export function treatedShift({ start, treated, actor }: SetContributions): Float64Array {
  const each = 1 / actor.length;
  const shift = new Float64Array(start[treated.length]);
  let next = 0;
  treated.forEach((k, s) => {
    const rest = start[s + 1] - start[s] - k;
    if (rest > 0) shift.fill((-each * k) / rest, start[s], start[s + 1]);
    for (let i = 0; i < k; i++) shift[start[s] + actor[next++]] = each;
  });
  return shift;
}
