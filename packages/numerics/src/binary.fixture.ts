import { type Stream, stream } from "./stream.js";

/** A design with an intercept (n × k), and outcomes drawn given the linear predictor with the coefficients `truth`. */
export function simulateBinary(name: string, outcome: (eta: number, random: Stream) => boolean) {
  return (n: number, truth: number[], seed: number) => {
    const random = stream(seed, name, 0);
    const k = truth.length;
    const x = Float64Array.from({ length: n * k }, (_, c) => (c % k === 0 ? 1 : random.normal()));
    const y = Float64Array.from({ length: n }, (_, i) =>
      outcome(
        truth.reduce((t, b, j) => t + b * x[i * k + j], 0),
        random,
      )
        ? 1
        : 0,
    );
    return { x, y, n, k };
  };
}

/** 30 of 40 treated and 10 of 60 others had the outcome; an intercept and treatment. */
export const twoByTwo = {
  x: Float64Array.of(1, 1, 1, 1, 1, 0, 1, 0),
  y: Float64Array.of(1, 0, 1, 0),
  weights: Float64Array.of(30, 10, 10, 50),
  n: 4,
  k: 2,
};
