import type { StudyWindow } from "../population/study-window.js";
import type { Stretch } from "./stretch.js";

/** Where a reading counts: a period of the window, the share of the value, and how many of the period's days it covers. */
export interface Place {
  readonly t: number;
  readonly share: number;
  readonly days: number;
}

export type Longer = "start" | "end" | "repeat" | "share";

/**
 * The periods in which a stretch counts; none where it lies outside the window. Undefined where it spans periods and nothing says what
 * becomes of that.
 */
export function placeStretch(
  { from, to }: Stretch,
  window: Pick<StudyWindow, "starts" | "ordinals">,
  longer: Longer | undefined,
): readonly Place[] | undefined {
  const { starts } = window;
  const periods = window.ordinals.length;
  const first = periodAt(starts, from);
  const last = periodAt(starts, to);
  const overlap = (t: number) => Math.min(to + 1, starts[t + 1]) - Math.max(from, starts[t]);
  if (first === last) return inside(first, periods) ? [{ t: first, share: 1, days: overlap(first) }] : [];
  if (longer === undefined) return undefined;
  if (longer === "start" || longer === "end") {
    const t = longer === "start" ? first : last;
    return inside(t, periods) ? [{ t, share: 1, days: starts[t + 1] - starts[t] }] : [];
  }
  const places: Place[] = [];
  for (let t = Math.max(first, 0); t <= Math.min(last, periods - 1); t++) {
    const days = overlap(t);
    const length = starts[t + 1] - starts[t];
    if (longer === "share") places.push({ t, share: days / (to + 1 - from), days });
    else if (2 * days > length) places.push({ t, share: 1, days: length });
  }
  return places;
}

const inside = (t: number, periods: number) => t >= 0 && t < periods;

/** Period that holds a day; −1 before the window, the number of periods after it. */
export function periodAt(starts: Int32Array, day: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
