import { expect, test } from "vitest";
import { figure } from "../account/figure.js";
import { priorFigures } from "./prior-figures.js";

const density = (x: number, mean: number, sd: number) => Math.exp(-(((x - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));

/** Posterior by adding up prior × likelihood over a fine grid. */
function byGrid(mean: number, sd: number, estimate: number, se: number) {
  const [low, high, N] = [-40, 40, 16_000];
  const step = (high - low) / N;
  let total = 0;
  const points: [number, number][] = [];
  for (let i = 0; i < N; i++) {
    const x = low + (i + 0.5) * step;
    const p = density(x, mean, sd) * density(estimate, x, se);
    total += p;
    points.push([x, p]);
  }
  const expected = (f: (x: number) => number) => points.reduce((sum, [x, p]) => sum + f(x) * p, 0) / total;
  return { expected, mean: expected((x) => x) };
}

test.each([
  [4, 2, 5, 3],
  [1, 3, 5, 0],
  [-2, 1.5, 5, 1],
  [9, 2.5, 5, 8],
])("estimate %f, se %f: a numerical integration says the same", (estimate, se, claim, cost) => {
  const given = priorFigures({ kind: "given", mean: 2, sd: 3, source: "x" }, figure(estimate, se, 20), claim, cost);
  const found = given ?? expect.fail();
  const { expected, mean } = byGrid(2, 3, estimate, se);
  expect(found.posterior.mean).toBeCloseTo(mean, 6);
  expect(found.posterior.sd).toBeCloseTo(Math.sqrt(expected((x) => (x - mean) ** 2)), 6);
  const share = (limit: number) => expected((x) => (x > limit ? 1 : 0));
  expect(found.probabilitySaving).toBeCloseTo(share(0), 3);
  expect(found.probabilityClaim).toBeCloseTo(share(claim), 3);
  expect(found.probabilityNet).toBeCloseTo(share(cost), 3);
  const worth = expected((x) => Math.max(0, x - cost)) - Math.max(0, mean - cost);
  expect(found.perfectInformation).toBeCloseTo(worth, 5);
});

test("the sceptical prior gives the claim one chance in twenty, and pulls towards no saving", () => {
  const found = priorFigures({ kind: "sceptical" }, figure(100, 1e9, Infinity), 200, 0) ?? expect.fail();
  expect(found).toMatchObject({ kind: "sceptical", mean: 0, source: "" });
  expect(found.probabilityClaim).toBeCloseTo(0.05, 6);
  expect(found.probabilitySaving).toBeCloseTo(0.5, 6);
  const strong = priorFigures({ kind: "sceptical" }, figure(100, 60, Infinity), 200, 0) ?? expect.fail();
  expect(strong.posterior.mean).toBeGreaterThan(0);
  expect(strong.posterior.mean).toBeLessThan(100);
});

test("without a usable standard error nothing is said", () => {
  for (const se of [0, Number.NaN, Infinity])
    expect(priorFigures({ kind: "sceptical" }, figure(100, se, 9), 200, 0)).toBeUndefined();
});
