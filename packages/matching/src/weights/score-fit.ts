import { exp, firthLogit, gram, informationInverse, logit, normalCdf, probit } from "@kontrafakt/numerics";
import type { WeightsInput } from "./weights-value.js";

export interface ScoreModel {
  /** Default logit. */
  readonly model?: "logit" | "probit";
  /** Default none; firth (Firth 1993) is for the logit only. */
  readonly penalty?: "none" | "firth";
}

/** A fitted score with what weights and their influence need of it. */
export interface ScoreFit {
  readonly coefficients: Float64Array;
  readonly dropped: number[];
  readonly separated: number[];
  readonly converged: boolean;
  readonly iterations: number;
  /** p and 1 − p, each without cancellation, and ∂p/∂η; n values. */
  readonly probability: Float64Array;
  readonly complement: Float64Array;
  readonly density: Float64Array;
  /** Each row's part a in the score equation Σ a x = 0, sampling weight included. */
  readonly part: Float64Array;
  /** −∂ Σ a x / ∂b inverted, k × k. */
  readonly inverse: Float64Array;
}

/**
 * Fits treatment on the design. The parts of a Firth fit hold each row's half hat value; what the penalty's hat values change by other rows
 * is of order 1/n of them and left out of `inverse`, which is that of the logit.
 */
export function scoreFit(input: WeightsInput & ScoreModel, base: Float64Array): ScoreFit {
  const { x, treated, n, k, tolerance, maxIterations, model = "logit", penalty = "none" } = input;
  const given = { x, y: Float64Array.from(treated), weights: base, n, k, tolerance, maxIterations };
  if (model === "probit") return probitFit(given, treated, base);
  const fit = penalty === "firth" ? firthLogit(given) : logit(given);
  const probability = fit.linear.map((eta) => 1 / (1 + exp(-eta)));
  const complement = fit.linear.map((eta) => 1 / (1 + exp(eta)));
  const density = probability.map((p, i) => p * complement[i]);
  const part = probability.map((p, i) => base[i] * (treated[i] === 1 ? complement[i] : -p));
  if (penalty === "firth") {
    for (let i = 0; i < n; i++) part[i] += base[i] * density[i] * hat(x, i, k, fit.inverse) * (0.5 - probability[i]);
  }
  return { ...fit, probability, complement, density, part };
}

function probitFit(given: Parameters<typeof probit>[0], treated: Uint8Array, base: Float64Array): ScoreFit {
  const { x, n, k } = given;
  const fit = probit(given);
  const { linear, dropped } = fit;
  const probability = linear.map((eta) => normalCdf(eta));
  const complement = linear.map((eta) => normalCdf(-eta));
  const density = linear.map((eta) => exp(-0.5 * eta * eta) * ROOT_2PI_INVERSE);
  const part = new Float64Array(n);
  const curvature = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const hazard = treated[i] === 1 ? density[i] / probability[i] : density[i] / complement[i];
    part[i] = base[i] * (treated[i] === 1 ? hazard : -hazard);
    curvature[i] = base[i] * hazard * (hazard + (treated[i] === 1 ? linear[i] : -linear[i]));
  }
  const kept = Array.from({ length: k }, (_, j) => j).filter((j) => !dropped.includes(j));
  const observed = fit.converged ? gram(x, curvature, n, k, kept) : undefined;
  const inverse = observed ? informationInverse(x, n, k, kept, observed, () => curvature) : fit.inverse;
  return { ...fit, probability, complement, density, part, inverse };
}

const ROOT_2PI_INVERSE = 0.3989422804014327;

function hat(x: Float64Array, i: number, k: number, inverse: Float64Array): number {
  let value = 0;
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) value += x[i * k + a] * inverse[a * k + b] * x[i * k + b];
  return value;
}
