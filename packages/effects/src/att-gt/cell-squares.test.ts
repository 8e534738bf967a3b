import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { expect, it } from "vitest";
import { emptySquares } from "../inference/empty-squares.js";
import { wildSystem } from "../inference/wild-system.js";
import { linearCombination } from "../linear-combination.js";
import { attGt } from "./att-gt.js";
import { randomPanel } from "./random-panel.fixture.js";

const spec = fc.record({
  seed: fc.nat(1e6),
  gaps: fc.constantFrom(0, 0.1),
  weights: fc.boolean(),
  cluster: fc.constantFrom("unit", "town"),
  control: fc.constantFrom("never" as const, "notYet" as const),
  base: fc.constantFrom("varying" as const, "universal" as const),
});

it("solves to the fit's own combination, with did's standard error", () => {
  fc.assert(
    fc.property(spec, ({ seed, gaps, weights, ...options }) => {
      const fit = attGt(randomPanel({ seed, gaps, weights }), {
        ...options,
        compat: "did",
        outcomes: ["y", "m"],
        ...(gaps > 0 && { incomplete: "pairwise" as const }),
      });
      const random = stream(seed, "test/squares", 1);
      const c = fit.effects.estimate.map(() => (random.uniform() < 0.5 ? 0 : random.normal()));
      c[0] = 1;
      const squares = fit.leastSquares!(c);
      const system = wildSystem(squares);
      const own = linearCombination(fit.effects, c);
      const size = c.reduce((sum, v, k) => sum + Math.abs(v * fit.effects.estimate[k]), 0);
      expect(Math.abs(system.estimate - own.estimate)).toBeLessThan(1e-11 * size);
      expect(Math.sqrt(system.squares * squares.factor) / own.se).toBeCloseTo(1, 9);
    }),
    { numRuns: 25 },
  );
});

it("is not there with covariates, and refuses what it cannot hold", () => {
  const panel = randomPanel({ seed: 1 });
  expect(attGt(panel, { covariates: ["z"], outcomes: ["y"] }).leastSquares).toBeUndefined();
  const fit = attGt(panel, { outcomes: ["y"] });
  expect(() => fit.leastSquares!(new Float64Array(3))).toThrow(/a combination has 3/);
  expect(() => emptySquares(30_000, 99, 2)).toThrow(/30000 clusters and 99 cells are more/);
});
