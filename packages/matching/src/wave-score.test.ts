// Fitted probabilities equal those of the plain, unstandardised logit to 1e-9 absolute.
import { logit, stream } from "@kontrafakt/numerics";
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
});
