import { NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { explainMatch } from "./explain-match.js";
import { matchWaves } from "./match-waves.js";

type Person = readonly [start: number, x: number, sex: number, home?: number];

/** People over 12 periods (ordinals 100–111), compared on x; the last is not observed at 105. */
function panelOf(people: readonly Person[]): Panel {
  const periods = 12;
  const observed = new Uint8Array(people.length * periods).fill(1);
  observed[(people.length - 1) * periods + 5] = 0;
  return {
    kind: "panel",
    units: people.length,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => 100 + t) },
    ids: people.map((_, i) => `u${i}`),
    firstTreated: Int32Array.from(people, ([start]) => start),
    observed,
    measures: [{ name: "days", unit: "days", values: new Float64Array(people.length * periods) }],
    covariates: [
      { name: "x", values: Float64Array.from(people, ([, x]) => x) },
      { name: "sex", values: Float64Array.from(people, ([, , sex]) => sex) },
    ],
    clusterings: [{ name: "household", of: Int32Array.from(people, ([, , , home], i) => home ?? 10 + i), count: 40 }],
  };
}

const people: Person[] = [
  [105, 5, 0, 0],
  [105, 3, 0],
  [107, 9, 1],
  [NEVER, 4.5, 0],
  [NEVER, 2.6, 0],
  [NEVER, 4.4, 1],
  [NEVER, 0, 0],
  [NEVER, 6, 1],
  [NEVER, 4.9, 0, 0],
  [NEVER, 1, 0],
];
const panel = panelOf(people);
const base: MatchingOptionsInput = { covariates: ["x"], share: "first", history: { windows: [] } };
const near: MatchingOptionsInput = { caliper: null, ratio: 1 };
const explain = (unit: number, options: MatchingOptionsInput = {}) => {
  const matched = matchWaves(panel, { ...base, ...(options.method ? {} : near), ...options });
  return { matched, ...explainMatch(panel, matched, unit) };
};

describe("explainMatch", () => {
  it("tells role, score, set and members of a matched starter, and that it is gone afterwards", () => {
    const { matched, waves, start } = explain(0);
    expect(start).toBe(105);
    const row = matched.atRisk.unit.indexOf(0);
    expect(waves[0]).toEqual({
      wave: 105,
      role: "starter",
      score: matched.atRisk.score[row],
      probability: matched.atRisk.probability[row],
      sets: [{ weight: 1, starters: 1, controls: 1, members: [{ unit: 3, distance: expect.any(Number), weight: 1 }] }],
      near: [],
    });
    const gap = Math.abs(matched.atRisk.score[row] - matched.atRisk.score[matched.atRisk.unit.indexOf(3)]);
    expect(waves[0].sets[0].members[0].distance).toBeCloseTo(gap, 14);
    expect(waves[1]).toEqual({ wave: 107, role: "started", sets: [], near: [] });
  });

  it("tells why somebody is out, excluded or offered elsewhere", () => {
    expect(explain(9).waves[0]).toEqual({ wave: 105, role: "out", reason: "not-observed", sets: [], near: [] });
    expect(explain(8).waves[0]).toMatchObject({ role: "other", eligible: false, near: [] });
    const { waves } = explain(6, { share: "lot" });
    const offered = waves.map((w) => w.offeredTo ?? w.wave);
    expect(new Set(offered).size).toBe(1);
  });

  it("tells a starter without a control who was near, and what stood between", () => {
    const { waves, matched } = explain(2, { caliper: 0.3, exact: ["sex"] });
    expect(waves[1]).toMatchObject({ role: "starter", reason: expect.stringMatching(/^no-control/), sets: [] });
    const near = new Map(waves[1].near.map((n) => [n.unit, n.limits]));
    expect(waves[1].near[0].unit).toBe(7);
    expect(near.get(7)).toEqual([{ limit: "caliper", difference: expect.any(Number), width: matched.caliperWidth }]);
    expect([...near.values()].flat().map((l) => l.limit)).toContain("exact");
  });

  it("tells whom a taken control serves", () => {
    const { waves } = explain(2, { method: "coarsened", coarsening: { by: { x: [2, 7] } }, covariates: ["x"] });
    expect(waves[1].near.map((n) => n.limits)).toContainEqual([{ limit: "stratum", name: "x" }]);
    const short = panelOf([...people.slice(0, 4), ...people.slice(7)]);
    const matched = matchWaves(short, { ...base, ...near, exact: ["sex"] });
    const starter = explainMatch(short, matched, 1);
    expect(starter.waves[0].near[0]).toMatchObject({ unit: 3, limits: [{ limit: "taken", by: [0] }] });
  });

  it("a control that serves again is not taken, but one that served an earlier wave is", () => {
    // Starter 0 takes unit 2 at 105; at 107 starter 1 has nobody else of its sex.
    const few = panelOf([
      [105, 5, 0],
      [107, 8, 0],
      [NEVER, 4.9, 0],
      [NEVER, 0, 1],
      [107, 0.1, 1],
      [NEVER, 1, 1],
    ]);
    const earlier = matchWaves(few, { ...base, ...near, exact: ["sex"], replace: true, score: { penalty: "firth" } });
    const [, later] = explainMatch(few, earlier, 1).waves;
    expect(later).toMatchObject({ role: "starter", reason: "no-control-in-stratum", sets: [] });
    expect(later.near.find((n) => n.unit === 2)?.limits).toEqual([{ limit: "taken", by: [0] }]);

    const same = panelOf([
      [105, 5, 0],
      [105, 9, 0],
      [NEVER, 4.9, 0],
      [NEVER, 1, 0],
      [NEVER, 11, 0],
      [NEVER, 2, 0],
    ]);
    const limitsOf = (reuseLimit: number): string[] => {
      const options: MatchingOptionsInput = {
        ...base,
        ...near,
        replace: true,
        reuseLimit,
        calipers: { x: { width: 1, unit: "raw" } },
      };
      const { waves } = explainMatch(same, matchWaves(same, options), 1);
      return waves[0].near.filter((n) => n.unit === 2).flatMap((n) => n.limits.map((l) => l.limit));
    };
    expect(limitsOf(2)).toEqual(["calipers"]);
    expect(limitsOf(1)).toEqual(["calipers", "taken"]);
  });

  it("tells an untaken control its nearest starters, what they got and how far that was", () => {
    const { waves } = explain(4);
    expect(waves[0].sets).toHaveLength(1);
    const left = explain(6).waves[0];
    expect(left).toMatchObject({ role: "other", eligible: true, sets: [] });
    expect(left.near[0]).toMatchObject({ unit: 1, got: 1, limits: [] });
    expect(left.near[0].distance).toBeGreaterThan(left.near[0].farthest ?? Number.POSITIVE_INFINITY);
  });

  it("explains strata: what a person differs in", () => {
    const { waves } = explain(5, { method: "exact", exact: ["sex"], share: "reuse" });
    expect(waves[0].near[0].limits).toEqual([{ limit: "stratum", name: "sex" }]);
    expect(waves[1].sets[0]).toMatchObject({ starters: 1, controls: 2, weight: 0.5, members: [{ unit: 2 }] });
  });

  it("explains distances in variables", () => {
    const { distance, waves } = explain(0, { distance: "euclidean", distanceOn: ["x"] });
    expect(distance).toBe("euclidean");
    expect(waves[0].sets[0].members[0].distance).toBeCloseTo(Math.abs(5 - people[waves[0].sets[0].members[0].unit][1]), 12);
    expect(structuredClone(waves)).toEqual(waves);
  });
});
