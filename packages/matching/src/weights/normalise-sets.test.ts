import { expect, it } from "vitest";
import { normaliseSets } from "./normalise-sets.js";

const treated = Uint8Array.of(1, 0, 0, 1, 1, 0);
const set = Int32Array.of(0, 0, 0, 1, 1, 1);
/** Weights as functions of two parameters, and their derivatives at (a, b). */
const at = (a: number, b: number) => Float64Array.of(1 + a, 2 + a * b, b * b, 1, 1 + b, 0.5 + a * a);
const gradient = (a: number, b: number) => Float64Array.of(1, 0, b, a, 0, 2 * b, 0, 0, 0, 1, 2 * a, 0);

it("makes control sums the treated sums of each set and treated weights average 1", () => {
  const { weight } = normaliseSets({ weight: at(0.3, 0.7) }, treated, set);
  expect(weight[1] + weight[2]).toBeCloseTo(weight[0], 12);
  expect(weight[5]).toBeCloseTo(weight[3] + weight[4], 12);
  expect(weight[0] + weight[3] + weight[4]).toBeCloseTo(3, 12);
  expect(weight[1] / weight[2]).toBeCloseTo((2 + 0.21) / 0.49, 12);
});

it("carries the scaling into the gradient", () => {
  const [a, b, h] = [0.3, 0.7, 1e-6];
  const estimation = { parameters: 2, influence: new Float64Array(12), gradient: gradient(a, b) };
  const found = normaliseSets({ weight: at(a, b), estimation }, treated, set).estimation?.gradient as Float64Array;
  const scaled = (p: number, q: number) => normaliseSets({ weight: at(p, q) }, treated, set).weight;
  for (const [j, [up, down]] of [
    [scaled(a + h, b), scaled(a - h, b)],
    [scaled(a, b + h), scaled(a, b - h)],
  ].entries()) {
    up.forEach((w, i) => {
      expect(found[2 * i + j]).toBeCloseTo((w - down[i]) / (2 * h), 7);
    });
  }
});
