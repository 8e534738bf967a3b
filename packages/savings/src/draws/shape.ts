import { betaQuantile, exp, gammaQuantile, log1p, normalQuantile } from "@kontrafakt/numerics";
import type { Distribution } from "../savings-value.js";

/** A distribution without its place and width, which may be what years of one price have in common. */
export type Shape =
  | { readonly kind: "point" | "uniform" | "normal" }
  | { readonly kind: "triangular"; readonly split: number }
  | { readonly kind: "lognormal"; readonly sigma: number }
  | { readonly kind: "gamma"; readonly shape: number }
  | { readonly kind: "beta"; readonly alpha: number; readonly beta: number }
  | { readonly kind: "empirical"; readonly sorted: readonly number[] };

/** A distribution as location + scale · shape. */
export interface Standardised {
  readonly location: number;
  readonly scale: number;
  readonly shape: Shape;
}

/** Above this (α + β, or gamma's shape) the quantile is Cornish and Fisher's in mean, variance and skewness, within 1e-8 of an sd. */
const NEARLY_NORMAL = 1e8;

export function standardised(d: Distribution): Standardised {
  switch (d.kind) {
    case "fixed":
      return { location: d.value, scale: 0, shape: { kind: "point" } };
    case "empirical":
      return { location: 0, scale: 1, shape: { kind: "empirical", sorted: d.values.toSorted((a, b) => a - b) } };
    case "uniform":
      return { location: d.low, scale: d.high - d.low, shape: { kind: "uniform" } };
    case "triangular":
    case "pert":
      return modal(d.kind, d.low, d.mode, d.high);
    case "normal":
      return { location: d.mean, scale: d.sd, shape: { kind: "normal" } };
    case "lognormal": {
      const variance = log1p((d.sd / d.mean) * (d.sd / d.mean));
      return { location: 0, scale: d.mean * exp(-variance / 2), shape: { kind: "lognormal", sigma: same(Math.sqrt(variance)) } };
    }
    case "gamma": {
      const squared = (d.sd / d.mean) * (d.sd / d.mean);
      return { location: 0, scale: d.mean * squared, shape: { kind: "gamma", shape: same(1 / squared) } };
    }
    case "beta": {
      const width = d.high - d.low;
      const mean = (d.mean - d.low) / width;
      const size = (mean * (1 - mean) * width * width) / (d.sd * d.sd) - 1;
      return { location: d.low, scale: width, shape: { kind: "beta", alpha: same(mean * size), beta: same((1 - mean) * size) } };
    }
  }
}

/** PERT is a beta distribution whose mean is (low + 4·mode + high)/6. Source: Malcolm et al. 1959, doi:10.1287/opre.7.5.646. */
function modal(kind: "triangular" | "pert", low: number, mode: number, high: number): Standardised {
  const width = high - low;
  if (!(width > 0)) return { location: low, scale: 0, shape: { kind: "point" } };
  const split = (mode - low) / width;
  if (kind === "triangular") return { location: low, scale: width, shape: { kind, split } };
  return { location: low, scale: width, shape: { kind: "beta", alpha: same(1 + 4 * split), beta: same(5 - 4 * split) } };
}

/** To 12 digits, so that years that differ by an index share a shape. */
function same(x: number): number {
  return Number(x.toPrecision(12));
}

/** Quantile of a shape at p in (0, 1). */
export function shapeQuantile(shape: Shape, p: number): number {
  switch (shape.kind) {
    case "point":
      return 0;
    case "uniform":
      return p;
    case "normal":
      return normalQuantile(p);
    case "triangular":
      return p < shape.split ? Math.sqrt(shape.split * p) : 1 - Math.sqrt((1 - shape.split) * (1 - p));
    case "lognormal":
      return exp(shape.sigma * normalQuantile(p));
    case "empirical":
      return shape.sorted[Math.max(0, Math.ceil(shape.sorted.length * p) - 1)];
    case "gamma":
      return shape.shape > NEARLY_NORMAL
        ? cornishFisher(p, shape.shape, Math.sqrt(shape.shape), 2 / Math.sqrt(shape.shape))
        : gammaQuantile(p, shape.shape);
    case "beta":
      return betaShape(p, shape.alpha, shape.beta);
  }
}

function betaShape(p: number, alpha: number, beta: number): number {
  const size = alpha + beta;
  if (size <= NEARLY_NORMAL) return betaQuantile(p, alpha, beta);
  const mean = alpha / size;
  const skewness = (2 * (beta - alpha) * Math.sqrt(size + 1)) / ((size + 2) * Math.sqrt(alpha * beta));
  return cornishFisher(p, mean, Math.sqrt((mean * (1 - mean)) / (size + 1)), skewness);
}

/** Source: Cornish & Fisher 1938, doi:10.2307/1400905; to the first order in the skewness. */
function cornishFisher(p: number, mean: number, sd: number, skewness: number): number {
  const z = normalQuantile(p);
  return mean + sd * (z + (skewness * (z * z - 1)) / 6);
}
