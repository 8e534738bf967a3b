import { ALWAYS, type Panel } from "@kontrafakt/cohort";
import { leastSquares, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Effects, Term } from "../effects-value.js";
import { twoWay } from "../regression/two-way.js";
import { bacon } from "./bacon.js";
import { randomPanel } from "./random-panel.fixture.js";
import { reversalSd } from "./reversal-sd.js";
import { twoWayWeights } from "./two-way-weights.js";

/** Least squares with dummies on the observed rows. */
function twoWayOls(panel: Panel, more: readonly Float64Array[] = []): number {
  const T = panel.periods.ordinals.length;
  const rows = [...panel.observed.keys()].filter((at) => panel.observed[at] === 1);
  const k = panel.units + T - 1 + more.length + 1;
  const x = new Float64Array(rows.length * k);
  rows.forEach((at, r) => {
    const i = Math.floor(at / T);
    const t = at % T;
    x[r * k + i] = 1;
    if (t > 0) x[r * k + panel.units + t - 1] = 1;
    more.forEach((values, j) => {
      x[r * k + panel.units + T - 1 + j] = values[at];
    });
    x[r * k + k - 1] = panel.periods.ordinals[t] >= panel.firstTreated[i] ? 1 : 0;
  });
  const y = Float64Array.from(rows, (at) => panel.measures[0].values[at]);
  const weights = Float64Array.from(rows, (at) => panel.samplingWeight?.[Math.floor(at / T)] ?? 1);
  return leastSquares({ x, y, weights, n: rows.length, k }).coefficients[k - 1];
}

describe("twoWayWeights", () => {
  it("gives two-way fixed effects as Σ weight × effect where the effects of cells are known, on 500 random panels", () => {
    for (let seed = 0; seed < 500; seed++) {
      const random = stream(seed, "test/cells", 0);
      const table = new Map<string, number>();
      const effect = (g: number, t: number) => {
        const key = `${g}/${t}`;
        if (!table.has(key)) table.set(key, 2 * random.normal());
        return table.get(key)!;
      };
      const spec = { seed, units: 6 + (seed % 12), periods: 3 + (seed % 4), effect, weights: seed % 2 === 0 };
      const panel = randomPanel({ ...spec, gaps: seed % 5 === 0 ? 0 : 0.15 });
      let result: ReturnType<typeof twoWayWeights>;
      try {
        result = twoWayWeights(panel, { outcome: "y" });
      } catch (error) {
        expect(String(error)).toContain("treatment does not vary");
        continue;
      }
      const direct = twoWayOls(panel);
      const sum = result.cells.reduce((s, c) => s + c.weight * table.get(`${c.group}/${c.time}`)!, 0);
      expect(Math.abs(result.estimate - direct)).toBeLessThan(1e-9 * (1 + Math.abs(direct)));
      expect(Math.abs(sum - direct)).toBeLessThan(1e-9 * (1 + Math.abs(direct)));
      expect(result.cells.reduce((s, c) => s + c.weight, 0)).toBeCloseTo(1, 12);
      expect(result.cells.reduce((s, c) => s + c.share, 0)).toBeCloseTo(1, 12);
    }
  });

  it("with covariates is least squares with covariates", () => {
    for (let seed = 0; seed < 40; seed++) {
      const panel = randomPanel({ seed, units: 15, periods: 5, gaps: 0.1, weights: true });
      const random = stream(seed, "test/z", 0);
      const z = Float64Array.from({ length: 75 }, () => random.normal());
      const more = { ...panel, measures: [...panel.measures, { name: "z", unit: "", values: z }] };
      const result = twoWayWeights(more, { outcome: "y", covariates: ["z"] });
      expect(result.estimate).toBeCloseTo(twoWayOls(panel, [z]), 9);
    }
  });

  it("agrees with bacon on a balanced panel, and has hand-computed weights", () => {
    const panel = randomPanel({ seed: 4, units: 30, periods: 6, weights: true });
    expect(twoWayWeights(panel, { outcome: "y" }).estimate).toBeCloseTo(bacon(panel, { outcome: "y" }).estimate, 12);
    // One unit treated from 2, one from 3, three periods: D less unit and period means is (−1/6, 1/3, −1/6) and (1/6, −1/3, 1/6).
    const two: Panel = {
      ...randomPanel({ seed: 1, units: 2, periods: 3 }),
      firstTreated: Int32Array.from([2, 3]),
    };
    const { cells, negative } = twoWayWeights(two, { outcome: "y" });
    expect(cells.map((c) => [c.group, c.time, c.n])).toEqual([
      [2, 2, 1],
      [2, 3, 1],
      [3, 3, 1],
    ]);
    [1, -0.5, 0.5].forEach((w, j) => {
      expect(cells[j].weight).toBeCloseTo(w, 12);
    });
    expect(negative).toMatchObject({ cells: 1, of: 3 });
    expect(negative.sum).toBeCloseTo(-0.5, 12);
  });

  it("says what the weights do to effects of the same cells", () => {
    const panel = randomPanel({ seed: 9, units: 25, periods: 5 });
    const { cells, negative } = twoWayWeights(panel, { outcome: "y" });
    expect(cells.some((c) => c.group === ALWAYS)).toBe(true);
    const own = cells.filter((c) => c.group !== ALWAYS);
    const terms = own.map((c): Term => {
      const sizes = { n: c.n, controls: 3, personPeriods: c.n };
      return { outcome: "y", unit: "kr", kind: "cell", scale: "difference", group: c.group, time: c.time, ...sizes };
    });
    const K = terms.length;
    const effects: Effects = {
      kind: "effects",
      estimator: "test",
      terms,
      estimate: Float64Array.from(own, (_, k) => k + 1),
      covariance: Float64Array.from({ length: K * K }, (_, at) => (at % (K + 1) === 0 ? 1 : 0)),
      df: new Float64Array(K).fill(20),
      clusters: 21,
      basis: { kind: "covariance-only" },
      problems: [],
    };
    const result = twoWayWeights(panel, { outcome: "y" }, effects);
    const mean = (of: "weight" | "share") => {
      const all = own.reduce((s, c) => s + c[of], 0);
      return own.reduce((s, c, k) => s + (c[of] / all) * (k + 1), 0);
    };
    expect(result.compared!.asTwoWay.estimate).toBeCloseTo(mean("weight"), 12);
    expect(result.compared!.byPeople.estimate).toBeCloseTo(mean("share"), 12);
    expect(result.problems.map((p) => p.code)).toEqual(["effects/two-way-covered"]);
    expect(result.negative).toEqual(negative);
    const other = twoWayWeights(panel, { outcome: "y" }, { ...effects, terms: terms.map((t) => ({ ...t, outcome: "z" })) });
    expect(other.compared).toBeUndefined();
    // Half of the group of 3 started between periods 2 and 3, counted in halves.
    const halves: Effects = {
      ...effects,
      terms: terms.map((t) => ({ ...t, group: 2 * t.group!, time: 2 * t.time!, n: t.n - (t.group === 3 ? 1 : 0) })),
    };
    const odd = terms.findIndex((t) => t.group === 3);
    const split: Effects = {
      ...halves,
      terms: [...halves.terms, { ...halves.terms[odd], group: 5, n: 1 }],
      estimate: Float64Array.from([...effects.estimate, effects.estimate[odd]]),
      covariance: new Float64Array((K + 1) * (K + 1)),
      df: new Float64Array(K + 1).fill(20),
    };
    const doubled = { ...panel, periods: { ...panel.periods, ordinals: panel.periods.ordinals.map((t) => 2 * t) } };
    const starts = panel.firstTreated.map((g) => (g > 0 && g < 100 ? 2 * g : g));
    const between = twoWayWeights({ ...doubled, firstTreated: starts }, { outcome: "y" }, split);
    expect(between.compared!.asTwoWay.estimate).toBeCloseTo(result.compared!.asTwoWay.estimate, 12);
    expect(between.compared!.byPeople.estimate).toBeCloseTo(result.compared!.byPeople.estimate, 12);
    expect(other.problems.map((p) => p.code)).toEqual(["effects/two-way-no-cells"]);
  });

  it("refuses a panel in which nothing varies", () => {
    const panel = randomPanel({ seed: 1, units: 10, periods: 4 });
    const all = { ...panel, firstTreated: new Int32Array(10).fill(2) };
    expect(() => twoWayWeights(all, { outcome: "y" })).toThrow("treatment does not vary");
  });

  it("is what twoWay warns of, also where periods are missing and some are treated throughout", () => {
    let warned = 0;
    for (let seed = 0; seed < 60; seed++) {
      const made = randomPanel({ seed, units: 12, periods: 5, weights: seed % 2 === 0, gaps: seed % 3 === 0 ? 0.1 : 0 });
      const ordinals = seed % 4 === 0 ? Int32Array.of(1, 3, 4, 6, 7) : made.periods.ordinals;
      const panel = { ...made, periods: { ...made.periods, ordinals } };
      const { negative } = twoWayWeights(panel, { outcome: "y" });
      const found = twoWay(panel).effects.problems.find(({ code }) => code === "effects/two-way-weights-negative");
      expect(found === undefined).toBe(negative.cells === 0);
      if (!found) continue;
      expect(found.params).toMatchObject({ cells: negative.cells, of: negative.of });
      expect(found.params.sum).toBeCloseTo(negative.sum, 4);
      warned++;
    }
    expect(warned).toBeGreaterThan(10);
  });
});

describe("reversalSd", () => {
  it("is the least spread that solves the problem it is defined by, on 300 random sets of weights", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = stream(seed, "test/reversal", 0);
      const n = 2 + random.integer(5);
      const share = Float64Array.from({ length: n }, () => 0.1 + random.uniform());
      const all = share.reduce((a, b) => a + b, 0);
      const w = Float64Array.from({ length: n }, () => 1 + random.normal());
      const mean = share.reduce((s, p, c) => s + (p / all) * w[c], 0);
      const cells = Array.from(share, (p, c) => ({ share: p / all, weight: ((p / all) * w[c]) / mean }));
      const estimate = random.normal();
      const found = reversalSd(estimate, cells);
      const least = bruteForce(estimate, cells);
      if (least === Number.POSITIVE_INFINITY) expect(found.allOpposite).toBe(least);
      else expect(found.allOpposite / least).toBeCloseTo(1, 8);
      const spread = cells.reduce((s, c) => s + c.share * (c.weight / c.share - 1) * (c.weight / c.share - 1), 0);
      expect(found.meanZero).toBeCloseTo(Math.abs(estimate) / Math.sqrt(spread), 8);
    }
    const even = [
      { share: 0.5, weight: 0.5 },
      { share: 0.5, weight: 0.5 },
    ];
    expect(reversalSd(1, even)).toEqual({ meanZero: Number.POSITIVE_INFINITY, allOpposite: Number.POSITIVE_INFINITY });
  });
});

/** Tries every set of cells whose effect is 0, the others as the first-order conditions have them. */
function bruteForce(estimate: number, cells: readonly { share: number; weight: number }[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let mask = 1; mask < 2 ** cells.length - 1; mask++) {
    const free = cells.filter((_, c) => (mask >> c) & 1);
    const P = free.reduce((s, c) => s + c.share, 0);
    const S = free.reduce((s, c) => s + c.weight, 0);
    const T = free.reduce((s, c) => s + (c.weight * c.weight) / c.share, 0);
    const mu = Math.abs(estimate) / (T + (S * S) / (1 - P));
    const effects = free.map((c) => mu * (S / (1 - P) + c.weight / c.share));
    if (effects.every((v) => v <= 1e-12)) best = Math.min(best, mu * Math.sqrt(T + (S * S) / (1 - P)));
  }
  return cells.some((c) => c.weight < 0) ? best : Number.POSITIVE_INFINITY;
}
