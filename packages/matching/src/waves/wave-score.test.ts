// Fitted probabilities equal those of the plain, unstandardised fits to 1e-9 absolute.
import { firthLogit, logit, probit, stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RiskSet } from "./risk-set.js";
import { waveScore } from "./wave-score.js";

const n = 400;
const random = stream(3, "matching/test-score", 0);
const x = Float64Array.from({ length: n }, () => 1000 + 30 * random.normal());
const b = Float64Array.from({ length: n }, () => (random.uniform() < 0.2 ? 1 : 0));
const wave = Int32Array.from({ length: n }, (_, r) => (r < 250 ? 0 : 1));
const treated = Uint8Array.from(x, (v, r) => (random.uniform() < 0.1 + 0.002 * (v - 1000) + 0.2 * b[r] ? 1 : 0));
const rows: RiskSet = { unit: Int32Array.from({ length: n }, (_, r) => r), wave, treated, waves: Int32Array.of(5, 9) };

describe("waveScore", () => {
  it("is a logit with one intercept a wave and shared slopes", () => {
    const score = waveScore(rows, [
      { name: "x", values: x },
      { name: "b", values: b },
    ]);
    const design = new Float64Array(n * 4);
    for (let r = 0; r < n; r++) design.set([wave[r] === 0 ? 1 : 0, wave[r], x[r], b[r]], 4 * r);
    const plain = logit({ x: design, y: Float64Array.from(treated), n, k: 4 });
    score.probability.forEach((p, r) => {
      expect(Math.abs(p - plain.probability[r])).toBeLessThan(1e-9);
    });
    expect(Array.from(score.used)).toEqual([1, 1]);
    expect(score.problems).toEqual([]);
  });

  it("gives equal people in a wave bitwise equal scores", () => {
    const twin = x.slice();
    twin[7] = twin[100];
    const same = b.slice();
    same[7] = same[100];
    const { linear } = waveScore(rows, [
      { name: "x", values: twin },
      { name: "b", values: same },
    ]);
    expect(linear[7]).toBe(linear[100]);
  });

  it("leaves out what separates starters, and only that", () => {
    const none = Float64Array.from(treated, (d, r) => (d === 0 && r % 9 === 0 ? 1 : 0));
    const score = waveScore(rows, [
      { name: "x", values: x },
      { name: "never among starters", values: none },
      { name: "b", values: b },
    ]);
    expect(Array.from(score.used)).toEqual([1, 0, 1]);
    expect(score.problems).toEqual([
      expect.objectContaining({ code: "matching/separation", params: { variable: "never among starters" } }),
    ]);
    const without = waveScore(rows, [
      { name: "x", values: x },
      { name: "b", values: b },
    ]);
    expect(score.linear).toEqual(without.linear);
  });

  const twoColumns = [
    { name: "x", values: x },
    { name: "b", values: b },
  ];
  const plainDesign = new Float64Array(n * 4);
  for (let r = 0; r < n; r++) plainDesign.set([wave[r] === 0 ? 1 : 0, wave[r], x[r], b[r]], 4 * r);
  const y = Float64Array.from(treated);

  it("is a probit or Firth's logit when asked, and sampling weights enter", () => {
    const weights = Float64Array.from(x, (_, r) => 0.5 + (r % 4));
    for (const [settings, fit] of [
      [{ model: "probit", weights }, probit],
      [{ penalty: "firth", weights }, firthLogit],
      [{ weights }, logit],
    ] as const) {
      const plain = fit({ x: plainDesign, y, weights, n, k: 4 });
      waveScore(rows, twoColumns, settings).probability.forEach((p, r) => {
        expect(Math.abs(p - plain.probability[r])).toBeLessThan(1e-9);
      });
    }
    // Weights that are whole numbers count as repeated rows, in the caliper's SD too, but for its degrees of freedom.
    const equal = waveScore(rows, twoColumns, { weights: new Float64Array(n).fill(3) });
    expect(equal.sd).toBeCloseTo(waveScore(rows, twoColumns).sd, 12);
  });

  it("does not change with the units of a covariate", () => {
    const kinds = { logit: {}, probit: { model: "probit" }, firth: { penalty: "firth" } } as const;
    const first = {
      logit: waveScore(rows, twoColumns),
      probit: waveScore(rows, twoColumns, kinds.probit),
      firth: waveScore(rows, twoColumns, kinds.firth),
    };
    const unit = fc.record({
      by: fc.constantFrom(1e-6, 0.01, 3, 1e5),
      from: fc.constantFrom(0, -40, 2000),
      negative: fc.boolean(),
    });
    fc.assert(
      fc.property(unit, fc.constantFrom("logit", "probit", "firth"), ({ by, from, negative }, kind) => {
        const values = x.map((v) => from * by + (negative ? -by : by) * v);
        const base = first[kind];
        const scaled = waveScore(rows, [{ name: "x", values }, twoColumns[1]], kinds[kind]);
        scaled.linear.forEach((v, r) => {
          expect(Math.abs(v - base.linear[r])).toBeLessThan(1e-9);
        });
        expect(scaled.sd).toBeCloseTo(base.sd, 9);
      }),
      { numRuns: 12 },
    );
  });

  it("keeps what separates starters under Firth's penalty", () => {
    const none = Float64Array.from(treated, (d, r) => (d === 0 && r % 9 === 0 ? 1 : 0));
    const score = waveScore(rows, [...twoColumns, { name: "never among starters", values: none }], { penalty: "firth" });
    expect(Array.from(score.used)).toEqual([1, 1, 1]);
    expect(score.problems).toEqual([]);
    expect(score.design.names).toEqual(["wave 1", "wave 2", "x", "b", "never among starters"]);
    for (let r = 0; r < n; r++) if (none[r] === 1) expect(score.probability[r]).toBeLessThan(0.1);
  });

  it("drops a nearly collinear variable at the tolerance asked for", () => {
    const close = x.map((v, r) => v + 1e-3 * (r % 7));
    const both = [...twoColumns, { name: "nearly x", values: close }];
    expect(waveScore(rows, both).problems).toEqual([]);
    expect(waveScore(rows, both, { tolerance: 1e-3 }).problems).toEqual([
      expect.objectContaining({ code: "matching/collinear", params: { variable: "nearly x" } }),
    ]);
  });
});
