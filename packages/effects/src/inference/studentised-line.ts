import { over, reaches } from "../permutation-block.js";

/** Numbers a line takes: total, shift, and the variance's three. */
export const LINE = 5;

/**
 * A studentised statistic of one assignment as a function of the tested value δ, when δ is taken off the treated: t(δ) = (A − δB) /
 * √(C − 2δD + δ²E), five numbers at `lines[at]`. All tested values thus rest on the same assignments, each looked at once.
 */
export function statisticAt(lines: Float64Array, at: number, delta: number): number {
  const off = delta * lines[at + 1];
  const plain = lines[at + 2];
  const square = delta * delta * lines[at + 4];
  const total = lines[at] - off;
  const variance = plain - 2 * delta * lines[at + 3] + square;
  return over(
    Math.abs(total) > 1e-13 * (Math.abs(lines[at]) + Math.abs(off)) ? total : 0,
    variance > 1e-12 * (plain + square) ? variance : 0,
  );
}

/** Observed line, and those of the assignments looked at. */
export interface Lines {
  readonly observed: Float64Array;
  readonly drawn: Float64Array;
  /** Whether `drawn` holds every assignment there is, the observed one among them. */
  readonly exact: boolean;
}

/** One-sided p-values of c'θ = δ. `strict` counts only what is further out than the observed. */
export function pValues({ observed, drawn, exact }: Lines, delta: number, strict: boolean): { above: number; below: number } {
  const t = statisticAt(observed, 0, delta);
  const n = drawn.length / LINE;
  let high = 0;
  let low = 0;
  for (let at = 0; at < drawn.length; at += LINE) {
    const s = statisticAt(drawn, at, delta);
    if (reaches(s, t)) high++;
    if (reaches(-s, -t)) low++;
  }
  if (strict) return { above: (n - low) / n, below: (n - high) / n };
  return exact ? { above: high / n, below: low / n } : { above: (1 + high) / (n + 1), below: (1 + low) / (n + 1) };
}

/** Twice the smaller of the two, so that it agrees with an interval of equal tails. */
export function twoSided({ above, below }: { readonly above: number; readonly below: number }): number {
  return Math.min(1, 2 * Math.min(above, below));
}

/** Doublings of the standard error until a limit counts as infinite. */
const FARTHEST = 40;
const HALVINGS = 50;

/**
 * The values of c'θ that neither one-sided test refuses at (1 − level)/2: from the observed value outwards in doubling steps to the first
 * that is refused, then by bisection. ±Infinity where none is; NaN where nothing can be taken off.
 */
export function invertLines(lines: Lines, level: number, strict: boolean): { lower: number; upper: number } {
  const [total, shift, variance] = lines.observed;
  if (!(Math.abs(shift) > 0)) return { lower: Number.NaN, upper: Number.NaN };
  const centre = total / shift;
  const step = Math.sqrt(Math.max(0, variance)) / Math.abs(shift) || Math.abs(centre) || 1;
  const alpha = (1 - level) / 2;
  const limit = (side: "above" | "below", sign: 1 | -1) => {
    const kept = (delta: number) => pValues(lines, delta, strict)[side] > alpha * (1 + 1e-12);
    let inside = centre;
    let outside = Number.NaN;
    for (let i = -1, far = step / 2; i < FARTHEST; i++, far *= 2) {
      if (!kept(centre + sign * far)) {
        outside = centre + sign * far;
        break;
      }
      inside = centre + sign * far;
    }
    if (Number.isNaN(outside)) return sign * Number.POSITIVE_INFINITY;
    for (let i = 0; i < HALVINGS && Math.abs(outside - inside) > 1e-12 * Math.max(step, Math.abs(inside)); i++) {
      const middle = (inside + outside) / 2;
      if (kept(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { lower: limit("above", -1), upper: limit("below", 1) };
}
