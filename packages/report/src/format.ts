/** How a language writes numbers. */
export interface NumberStyle {
  readonly decimal: string;
  readonly group: string;
}

/** Shown where there is no number. */
export const NO_NUMBER = "–";

/** A figure as it comes from results, where JSON turned NaN into null and Infinity into text. */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (value === "Infinity") return Infinity;
  if (value === "-Infinity") return -Infinity;
  return Number.NaN;
}

/** The figure, or null where a chart or table must leave a gap. */
export function finite(value: unknown): number | null {
  const x = numberOf(value);
  return Number.isFinite(x) ? x : null;
}

/** Fixed decimals, thousands grouped, a true minus sign, never "−0". */
export function formatNumber(value: unknown, decimals: number, style: NumberStyle): string {
  const x = numberOf(value);
  if (Number.isNaN(x)) return NO_NUMBER;
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const fixed = Math.abs(x).toFixed(decimals);
  const point = fixed.indexOf(".");
  const whole = point < 0 ? fixed : fixed.slice(0, point);
  const fraction = point < 0 ? "" : style.decimal + fixed.slice(point + 1);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
  const zero = /^[0.]*$/.test(fixed);
  return (x < 0 && !zero ? "−" : "") + grouped + fraction;
}

/** Decimals that show three significant digits of a figure of this size, between 0 and 3. */
export function decimalsFor(value: unknown): number {
  const size = Math.abs(numberOf(value));
  if (!(size < 100)) return 0;
  if (size >= 10) return 1;
  return size >= 0.095 || size === 0 ? 2 : 3;
}
