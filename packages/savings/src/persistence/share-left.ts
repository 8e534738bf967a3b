import { ln, pow } from "@kontrafakt/numerics";
import type { CourseOptions } from "../options/persistence-options.js";

/** A course with its uncertain numbers at given values: `shares` are those of `points`, in their order. */
export interface Course {
  readonly form: CourseOptions["form"];
  readonly years: number;
  readonly lag: number;
  readonly decline: number;
  readonly at: readonly number[];
  readonly shares: readonly number[];
}

/**
 * Mean share of the last observed effect that is left between `from` and `to` years after the window: of f(x) = 1 (constant), (1 − d)^(x − lag)
 * (exponential), the last point's share (stepwise; 1 before the first) or straight lines through (0, 1) and the points (interpolated; the last
 * share after them), and 0 before `lag` and from `years` on.
 */
export function shareLeft(course: Course, from: number, to: number): number {
  const start = Math.max(from, course.lag);
  const end = Math.min(to, course.years);
  if (course.form === "none" || !(start < end)) return 0;
  return area(course, start, end) / (to - from);
}

function area(course: Course, start: number, end: number): number {
  if (course.form === "constant") return end - start;
  if (course.form === "exponential") {
    const kept = 1 - Math.min(1, Math.max(0, course.decline));
    if (kept === 0) return 0;
    return kept === 1 ? end - start : (pow(kept, start - course.lag) - pow(kept, end - course.lag)) / -ln(kept);
  }
  const { at, shares } = course;
  const share = (i: number) => Math.min(1, Math.max(0, shares[i]));
  const last = at.length - 1;
  let sum = 0;
  let left = 0;
  let height = 1;
  for (let i = 0; i <= last + 1; i++) {
    const right = i > last ? Infinity : at[i];
    const next = i > last ? share(last) : share(i);
    const [a, b] = [Math.max(start, left), Math.min(end, right)];
    if (a < b) {
      const slope = course.form === "interpolated" && i <= last ? (next - height) / (right - left) : 0;
      sum += (b - a) * (height + slope * ((a + b) / 2 - left));
    }
    left = right;
    height = next;
  }
  return sum;
}
