import type { Distribution, PriceRow } from "../savings-value.js";

/** The distribution of `factor` times a number, factor ≥ 0. */
export function scaledDistribution(d: Distribution, factor: number): Distribution {
  if (factor === 1) return d;
  if (factor === 0) return { kind: "fixed", value: 0 };
  switch (d.kind) {
    case "fixed":
      return { kind: d.kind, value: d.value * factor };
    case "uniform":
      return { kind: d.kind, low: d.low * factor, high: d.high * factor };
    case "triangular":
    case "pert":
      return { kind: d.kind, low: d.low * factor, mode: d.mode * factor, high: d.high * factor };
    case "beta":
      return { kind: d.kind, low: d.low * factor, high: d.high * factor, mean: d.mean * factor, sd: d.sd * factor };
    case "empirical":
      return { kind: d.kind, values: d.values.map((value) => value * factor) };
    default:
      return { kind: d.kind, mean: d.mean * factor, sd: d.sd * factor };
  }
}

type Varying = Pick<PriceRow, "amount" | "low" | "high" | "distribution">;

/** A price times `factor` ≥ 0, with its range and distribution. */
export function scaledPrice<T extends Varying>(price: T, factor: number): T {
  if (factor === 1) return price;
  const { amount, low, high, distribution } = price;
  return {
    ...price,
    amount: amount * factor,
    ...(low !== undefined && { low: low * factor }),
    ...(high !== undefined && { high: high * factor }),
    ...(distribution !== undefined && { distribution: scaledDistribution(distribution, factor) }),
  };
}
