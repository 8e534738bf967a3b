import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { expect, it } from "vitest";
import { linearCombination } from "../linear-combination.js";
import { randomWaves } from "../random-waves.fixture.js";
import { type WaveFit, waveEffects } from "../wave-effects.js";
import { wildSystem } from "./wild-system.js";

const spec = fc.record({
  seed: fc.nat(1e6),
  sets: fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 1, maxLength: 3 }),
  controls: fc.integer({ min: 1, max: 3 }),
  reuse: fc.boolean(),
});

it("solves to the fit's own combination, with did's standard error before its factor", () => {
  fc.assert(
    fc.property(spec, (given) => {
      const { panel, comparison } = randomWaves({ ...given, periods: 14, effect: 1 });
      const fit = waveEffects(panel, comparison, { compat: "did", adjust: [], inference: { crossing: "components" } });
      const random = stream(given.seed, "test/squares", 0);
      const c = fit.effects.estimate.map(() => (random.uniform() < 0.5 ? 0 : random.normal()));
      c[0] = 1;
      const squares = fit.leastSquares!(c);
      const system = wildSystem(squares);
      const own = linearCombination(fit.effects, c);
      const size = c.reduce((sum, v, k) => sum + Math.abs(v * fit.effects.estimate[k]), 0);
      expect(Math.abs(system.estimate - own.estimate)).toBeLessThan(1e-11 * size);
      expect(Math.sqrt(system.squares) / own.se).toBeCloseTo(1, 9);
      expect(system.treatedClusters).toBe(system.clusters);
      expect(squares.factor).toBe(system.clusters / (system.clusters - 1));
    }),
    { numRuns: 25 },
  );
});

it("takes rows by cluster where whole clusters got the programme", () => {
  const { panel, comparison } = randomWaves({ seed: 4, sets: [12, 12], effect: 1 });
  // Starters of six schools, controls of eight others.
  const of = Int32Array.from({ length: panel.units }, (_, i) => (i % 4 === 0 ? (i / 4) % 6 : 6 + (i % 8)));
  const schools = { ...panel, clusterings: [{ name: "school", of, count: 14 }] };
  const fit = waveEffects(schools, comparison, {
    compat: "did",
    adjust: [],
    cluster: "school",
    inference: { crossing: "clusters" },
  });
  const c = fit.effects.terms.map((t) => (t.event! >= 0 ? t.n : 0));
  const system = wildSystem(fit.leastSquares!(Float64Array.from(c)));
  const own = linearCombination(fit.effects, Float64Array.from(c));
  expect(system.estimate / own.estimate).toBeCloseTo(1, 11);
  expect(Math.sqrt(system.squares) / own.se).toBeCloseTo(1, 9);
  expect([system.clusters, system.treatedClusters]).toEqual([12, 6]);
});

it("refuses slopes, people as independent, two clusterings, and a combination of another length", () => {
  const { panel, comparison } = randomWaves({ seed: 1, sets: [24, 24] });
  const all = (fit: WaveFit) => new Float64Array(fit.effects.terms.length).fill(1);
  const adjusted = waveEffects(panel, comparison, { adjust: ["score"] });
  expect(() => adjusted.leastSquares!(all(adjusted))).toThrow(/event times adjust for covariates.*scoreBootstrap/);
  expect(() => adjusted.leastSquares!(all(adjusted).subarray(1))).toThrow(/a combination has/);
  const people = waveEffects(panel, { ...comparison, independence: "unit" }, { adjust: [] });
  expect(() => people.leastSquares!(all(people))).toThrow(/scoreBootstrap/);
  const clusterings = [{ name: "school", of: Int32Array.from({ length: panel.units }, (_, i) => i % 14), count: 14 }];
  const both = waveEffects({ ...panel, clusterings }, comparison, {
    adjust: [],
    cluster: "school",
    inference: { crossing: "multiway" },
  });
  expect(() => both.leastSquares!(all(both))).toThrow(/which cross/);
});
