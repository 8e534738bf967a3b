import { leastSquares, ln } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { entropyBalance } from "./entropy-balance.js";
import { people } from "./people.fixture.js";

const { x, k, n, treated, base } = people(300);
const input = { x, k, n, treated };

function sums(weight: Float64Array, arm: number): number[] {
  return Array.from({ length: k }, (_, j) => weight.reduce((s, w, i) => s + (treated[i] === arm ? w * x[i * k + j] : 0), 0));
}
const all = (weights: Float64Array) => [0, 1].map((arm) => sums(weights, arm));

describe("entropyBalance", () => {
  it("gives the target's sums, with weights exponential in the columns: the conditions of the minimum", () => {
    const [others, started] = all(base);
    const everybody = others.map((v, j) => v + started[j]);
    for (const [target, wanted] of [
      ["att", [started, started]],
      ["atc", [others, others]],
      ["ate", [everybody, everybody]],
    ] as const) {
      const fit = entropyBalance({ ...input, base, target });
      all(fit.weight).forEach((got, arm) => {
        got.forEach((v, j) => {
          expect(v / wanted[arm][j]).toBeCloseTo(1, 9);
        });
      });
      for (const arm of [0, 1]) {
        const own = Float64Array.from(treated, (d) => (d === arm ? 1 : 0));
        const { residuals } = leastSquares({ x, y: fit.weight.map((w, i) => ln(w / base[i])), weights: own, n, k });
        expect(Math.max(...residuals.map((e, i) => own[i] * Math.abs(e)))).toBeLessThan(1e-9);
      }
    }
  });

  it("by hand: three others at 0, 1, 2 and a target of 1.5 have weights 1 : r : r² with r² − r − 3 = 0", () => {
    // Σ w x / Σ w = (r + 2 r²) / (1 + r + r²) = 1.5 → r² − r − 3 = 0
    const r = (1 + Math.sqrt(13)) / 2;
    const fit = entropyBalance({ x: Float64Array.of(1, 1.5, 1, 0, 1, 1, 1, 2), treated: Uint8Array.of(1, 0, 0, 0), n: 4, k: 2 });
    const total = 1 + r + r * r;
    [1, 1 / total, r / total, (r * r) / total].forEach((w, i) => {
      expect(fit.weight[i]).toBeCloseTo(w, 12);
    });
  });

  it("takes a sampling weight of 2 as two rows", () => {
    const twice = Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 2 : 1));
    const rows = Array.from(twice.keys()).flatMap((i) => (twice[i] === 2 ? [i, i] : [i]));
    const long = entropyBalance({
      x: Float64Array.from(rows.flatMap((i) => [...x.subarray(i * k, (i + 1) * k)])),
      treated: Uint8Array.from(rows, (i) => treated[i]),
      n: rows.length,
      k,
    });
    const short = entropyBalance({ ...input, base: twice });
    rows.forEach((i, r) => {
      expect(long.weight[r]).toBeCloseTo(short.weight[i] / twice[i], 9);
    });
  });

  it("drops collinear columns and nothing changes", () => {
    const wide = k + 2;
    const design = new Float64Array(n * wide);
    for (let i = 0; i < n; i++) design.set([...x.subarray(i * k, (i + 1) * k), 3 - x[i * k + 1], 2], i * wide);
    const fit = entropyBalance({ ...input, x: design, k: wide });
    expect([fit.dropped, fit.infeasible, fit.converged]).toEqual([[4, 5], [], true]);
    entropyBalance(input).weight.forEach((w, i) => {
      expect(fit.weight[i]).toBeCloseTo(w, 9);
    });
  });

  it("names a column whose target is beyond, or at the edge of, everybody who could be weighted", () => {
    const older = x.slice();
    for (let i = 0; i < n; i++) if (treated[i] === 1) older[i * k + 2] += 200;
    expect(entropyBalance({ ...input, x: older })).toMatchObject({ infeasible: [2], jointly: false, converged: false });
    const noneOfThem = x.slice();
    for (let i = 0; i < n; i++) if (treated[i] === 1) noneOfThem[i * k + 3] = 0;
    const edge = entropyBalance({ ...input, x: noneOfThem });
    expect(edge).toMatchObject({ infeasible: [3], converged: false });
    expect(edge.estimation).toBeUndefined();
    const noControls = x.map((v, c) => (c % k === 3 && treated[Math.floor(c / k)] === 0 ? 0 : v));
    expect(entropyBalance({ ...input, x: noControls })).toMatchObject({ infeasible: [3], jointly: false });
  });

  it("names columns that can be balanced one by one but not together", () => {
    // Others lie on |a| + |b| = 1 at four corners and the middle; the target (0.8, 0.8) is within each range.
    const rows = [
      [1, 0.8, 0.8],
      [1, 1, 0],
      [1, -1, 0],
      [1, 0, 1],
      [1, 0, -1],
      [1, 0, 0],
    ];
    const together = entropyBalance({ x: Float64Array.from(rows.flat()), treated: Uint8Array.of(1, 0, 0, 0, 0, 0), n: 6, k: 3 });
    expect(together).toMatchObject({ infeasible: expect.arrayContaining([1, 2]), jointly: true, converged: false });
    // On the edge between two corners.
    rows[0] = [1, 0.5, 0.5];
    const edge = entropyBalance({ x: Float64Array.from(rows.flat()), treated: Uint8Array.of(1, 0, 0, 0, 0, 0), n: 6, k: 3 });
    expect(edge).toMatchObject({ infeasible: expect.arrayContaining([1, 2]), jointly: true, converged: false });
    expect(together.infeasible).toHaveLength(2);
    rows[0] = [1, 0.4, 0.4];
    const inside = entropyBalance({ x: Float64Array.from(rows.flat()), treated: Uint8Array.of(1, 0, 0, 0, 0, 0), n: 6, k: 3 });
    expect(inside).toMatchObject({ infeasible: [], converged: true });
  });

  it("refuses what cannot be weighted, and says where", () => {
    expect(() => entropyBalance({ ...input, treated: new Uint8Array(n) })).toThrow(/nobody to weight: 0 treated and 300 others/);
    expect(() => entropyBalance({ ...input, x: x.map((v, c) => (c === 9 ? Number.NaN : v)) })).toThrow(/column 2 of row 3/);
    expect(() => entropyBalance({ ...input, base: base.map((b, i) => (i === 4 ? -1 : b)) })).toThrow(/row 5 must be.*-1/);
    expect(() => entropyBalance({ ...input, k: 5 })).toThrow(/300 rows of 5 columns/);
    expect(() => entropyBalance({ ...input, base: new Float64Array(n) })).toThrow(/nobody to weight/);
  });

  it("finds the same weights whatever the columns' units", () => {
    const scaled = x.map((v, c) => [1, 1e-6, 1e5, 30][c % k] * v + [0, 1e-5, 0, -4][c % k]);
    const fit = entropyBalance({ ...input, x: scaled });
    entropyBalance(input).weight.forEach((w, i) => {
      expect(fit.weight[i] / w).toBeCloseTo(1, 7);
    });
  });
});
