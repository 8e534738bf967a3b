import { leastSquares, stream } from "@kontrafakt/numerics";
import { expect, it } from "vitest";
import { type BlockDesign, FITTED, unitBlocks } from "./unit-blocks.js";
import { fitBlocks, residualsOf } from "./unit-blocks-fit.js";
import { unidentifiedRows } from "./unit-blocks-identified.js";
import { transposed } from "./unit-blocks-transposed.js";

const WANTED = 2;

function randomDesign(seed: number): { design: BlockDesign; y: Float64Array; dense: (r: number) => number[] } {
  const random = stream(seed, "test/unit-blocks", 0);
  const units = 3 + random.integer(6);
  const periods = 2 + random.integer(5);
  const n = units * periods;
  const own = random.uniform() < 0.6;
  const blocks = own ? units : 1 + random.integer(3);
  const block = Int32Array.from({ length: units }, (_, i) => (own ? i : random.integer(blocks)));
  const covariates = Array.from({ length: random.integer(3) }, (_, j) =>
    // The second is now and then constant in each unit: nothing of it is left within blocks of units.
    Float64Array.from({ length: n }, (_, r) => (j === 1 && seed % 3 === 0 ? Math.floor(r / periods) : 50 + random.normal())),
  );
  const trend = random.uniform() < 0.3 ? Int32Array.from({ length: periods }, (_, t) => 2000 + t + (t > 1 ? 1 : 0)) : undefined;
  const periodEffects = random.uniform() < 0.8;
  const share = 0.4 + 0.5 * random.uniform();
  const state = Uint8Array.from({ length: n }, () => (random.uniform() < share ? FITTED : random.integer(2) * WANTED));
  const weight = Float64Array.from({ length: units }, () => 0.2 + random.uniform());
  const design = { units, periods, block, blocks, state, weight, periodEffects, covariates, ...(trend && { trend }) };
  const dense = (r: number) => {
    const t = r % periods;
    const b = block[Math.floor(r / periods)];
    const line: number[] = [];
    for (let c = 0; c < blocks; c++) line.push(c === b ? 1 : 0);
    if (trend) for (let c = 0; c < blocks; c++) line.push(c === b ? trend[t] - 2002 : 0);
    if (periodEffects) for (let s = 0; s < periods; s++) line.push(s === t ? 1 : 0);
    return [...line, ...covariates.map((x) => x[r] - 50)];
  };
  return { design, y: Float64Array.from({ length: n }, () => 1e4 + random.normal()), dense };
}

const rowsWith = (design: BlockDesign, state: number) => [...design.state.keys()].filter((r) => design.state[r] === state);

function matrixOf(lines: readonly number[][]) {
  return { x: Float64Array.from(lines.flat()), n: lines.length, k: lines[0].length };
}

// Dense weighted least squares with a column for every effect, and for the range of rows its rank. Outcomes at 1e4 with a spread of 1: residuals and
// weights 1e-8, values outside the fitted rows 1e-7.
it("is dense least squares, knows what fitted rows determine, and transposes it, in 500 random panels", () => {
  let checked = 0;
  let refused = 0;
  let worst = 0;
  for (let seed = 0; seed < 500; seed++) {
    const { design, y, dense } = randomDesign(seed);
    const fitted = rowsWith(design, FITTED);
    const wanted = rowsWith(design, WANTED);
    if (fitted.length === 0) continue;
    const T = design.periods;
    const lines = fitted.map(dense);
    const weights = Float64Array.from(fitted, (r) => design.weight[Math.floor(r / T)]);
    const oracle = leastSquares({ ...matrixOf(lines), y: Float64Array.from(fitted, (r) => y[r]), weights });
    const system = unitBlocks(design);
    const left = residualsOf(system, fitBlocks(system, y), y);
    fitted.forEach((r, at) => {
      worst = Math.max(worst, Math.abs(left[r] - oracle.residuals[at]));
    });
    const why = unidentifiedRows(system);
    for (const r of wanted) {
      const line = dense(r);
      const { rank } = leastSquares({ ...matrixOf([...lines, line]), y: new Float64Array(fitted.length + 1) });
      expect(why[r] === 0, `seed ${seed} row ${r}`).toBe(rank === oracle.rank);
      if (why[r] !== 0) {
        refused++;
        continue;
      }
      checked++;
      const value = line.reduce((sum, v, j) => sum + v * oracle.coefficients[j], 0);
      worst = Math.max(worst, Math.abs(y[r] - left[r] - value) / 10);
    }
    const counted = Uint8Array.from(design.state, (s, r) => (s === WANTED && why[r] === 0 ? 1 : 0));
    const cohort = Int32Array.from({ length: design.units }, (_, i) => i % 2);
    const termOf = Int32Array.from({ length: 2 * T }, (_, p) => p % 3);
    const { total, dense: mu, block: nu } = transposed(system, { terms: 3, cohort, termOf, counted }, true);
    for (let term = 0; term < 3; term++) {
      const mean = new Array<number>(lines[0].length).fill(0);
      for (const r of wanted) {
        const i = Math.floor(r / T);
        if (counted[r] === 1 && termOf[cohort[i] * T + (r % T)] === term)
          dense(r).forEach((v, j) => {
            mean[j] += (design.weight[i] * v) / total[term];
          });
      }
      fitted.forEach((r, at) => {
        const i = Math.floor(r / T);
        const u = lines[at].reduce(
          (sum, v, a) => sum + v * mean.reduce((s, m, b) => s + m * oracle.inverse[a * mean.length + b], 0),
          0,
        );
        const { width: K, q } = system;
        const at0 = (system.block[i] * 3 + term) * q;
        let own = nu![at0] + (q === 2 ? nu![at0 + 1] * system.time[r % T] : 0);
        if (system.firstCovariate > 0) own += mu[term * K + (r % T)];
        design.covariates.forEach((x, j) => {
          own += mu[term * K + system.firstCovariate + j] * (x[r] - system.shift[j]);
        });
        worst = Math.max(worst, Math.abs(own - u) / (1 + Math.abs(u)));
      });
    }
  }
  expect(worst).toBeLessThan(1e-8);
  expect(checked).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(300);
});
