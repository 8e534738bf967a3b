import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { CONTROL, TREATED } from "../comparison.js";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";
import type { Matched } from "./matched.js";
import { withinSd } from "./within-sd.js";

const N = 240;
const T = 12;
const STARTS = [105, 107, 109];

/** 60 starters in three waves and 180 others; need moves starting and days. */
function panelOf(): Panel {
  const draw = stream(1, "test/nearest-within-waves", 0);
  const of = (make: (i: number) => number): Float64Array => Float64Array.from({ length: N }, (_, i) => make(i));
  const starts = (i: number): boolean => i % 4 === 0;
  const need = of((i) => draw.normal() + (starts(i) ? 0.4 : 0));
  const age = of(() => 8 + draw.integer(9));
  const born = of((i) => 12_000 - 365 * age[i] + draw.integer(365));
  const girl = of(() => draw.integer(2));
  const area = of(() => draw.integer(3));
  const values = new Float64Array(N * T);
  for (let i = 0; i < N; i++) for (let t = 0; t < T; t++) values[i * T + t] = 5 + need[i] + draw.normal();
  return {
    kind: "panel",
    units: N,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: T }, (_, t) => 100 + t) },
    ids: Array.from({ length: N }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: N }, (_, i) => (starts(i) ? STARTS[(i / 4) % 3] : NEVER)),
    observed: new Uint8Array(N * T).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [
      { name: "need", values: need },
      { name: "age", values: age },
      { name: "born", values: born },
      { name: "sex=girl", values: girl },
      { name: "area=b", values: area.map((a) => (a === 1 ? 1 : 0)) },
      { name: "area=c", values: area.map((a) => (a === 2 ? 1 : 0)) },
    ],
    clusterings: [{ name: "school", of: Int32Array.from({ length: N }, (_, i) => (i % 17 === 5 ? -1 : i % 5)), count: 5 }],
  };
}

const panel = panelOf();
const base: MatchingOptionsInput = {
  covariates: ["need", "age", "sex"],
  caliper: null,
  share: "reuse",
  ratio: 1,
  history: { windows: [[1, 2]] },
};
const match = (options: MatchingOptionsInput, seed = 0): Matched => matchWaves(panel, { ...base, ...options }, { seed });
const column = (name: string): Float64Array => panel.covariates.find((c) => c.name === name)?.values as Float64Array;

interface Pair {
  readonly starter: number;
  readonly control: number;
  readonly wave: number;
}
function pairsOf({ comparison: { unit, set, role, wave } }: Matched): Pair[] {
  const starters = new Map<number, number>();
  unit.forEach((i, k) => {
    if (role[k] === TREATED) starters.set(set[k], i);
  });
  return Array.from(unit.keys())
    .filter((k) => role[k] === CONTROL)
    .map((k) => ({ starter: starters.get(set[k]) as number, control: unit[k], wave: wave[k] }));
}
const reasons = ({ unmatched }: Matched): string[] => Array.from(unmatched.reason, (r) => unmatched.reasons[r]);
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

describe("nearestWithinWaves", () => {
  it("keeps to groups that must agree or differ: categories by all their levels, and clusterings; the unknown are not matched", () => {
    const m = match({ exact: ["area", "school"], antiExact: ["sex"] });
    const pairs = pairsOf(m);
    expect(pairs.length).toBeGreaterThan(30);
    const school = panel.clusterings[0].of;
    for (const { starter: s, control: c } of pairs) {
      expect([column("area=b")[c], column("area=c")[c], school[c]]).toEqual([
        column("area=b")[s],
        column("area=c")[s],
        school[s],
      ]);
      expect(column("sex=girl")[c]).toBe(1 - column("sex=girl")[s]);
      expect(school[s]).toBeGreaterThanOrEqual(0);
    }
    m.unmatched.unit.forEach((i, k) => {
      if (school[i] < 0) expect(m.unmatched.reasons[m.unmatched.reason[k]]).toBe("no-control-in-stratum");
    });
    expect(reasons(m)).toContain("no-control-in-stratum");
  });

  it("keeps to calipers of covariates, of birth dates in days and of history, in SDs within waves or raw units", () => {
    const m = match({ calipers: { born: { width: 90, unit: "raw" }, need: 0.5, "days[1,2]": 1 } });
    const width =
      0.5 *
      withinSd(
        Float64Array.from(m.atRisk.unit, (i) => column("need")[i]),
        waveRows(m),
      );
    const pairs = pairsOf(m);
    expect(pairs.length).toBeGreaterThan(10);
    for (const { starter: s, control: c } of pairs) {
      expect(Math.abs(column("born")[s] - column("born")[c])).toBeLessThanOrEqual(90);
      expect(Math.abs(column("need")[s] - column("need")[c])).toBeLessThanOrEqual(width);
    }
    expect(reasons(m)).toContain("no-control-within-calipers");
  });

  it("lets a control serve several starters of a wave, but not more than the limit", () => {
    const served = (m: Matched): number => {
      const counts = new Map<string, number>();
      for (const { control, wave } of pairsOf(m)) counts.set(`${control} ${wave}`, (counts.get(`${control} ${wave}`) ?? 0) + 1);
      return most([...counts.values()]);
    };
    expect(served(match({ ratio: 3 }))).toBe(1);
    expect(served(match({ ratio: 3, replace: true, reuseLimit: 2 }))).toBe(2);
    expect(served(match({ ratio: 3, replace: true }))).toBeGreaterThan(2);
    const { comparison } = match({ ratio: 3, replace: true });
    const sums = new Float64Array(most([...comparison.set]) + 1);
    comparison.set.forEach((s, k) => {
      sums[s] += comparison.role[k] === CONTROL ? comparison.weight[k] : 0;
    });
    for (const sum of sums) expect(sum).toBeCloseTo(1, 12);
  });

  it("varies the number of controls about the ratio, with more for the smaller score", () => {
    const m = match({ ratio: 2, variableRatio: { least: 1, most: 5 }, replace: true });
    const counts = new Map<number, number>();
    for (const { starter } of pairsOf(m)) counts.set(starter, (counts.get(starter) ?? 0) + 1);
    expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(2 * counts.size);
    expect(least([...counts.values()])).toBe(1);
    expect(most([...counts.values()])).toBeGreaterThan(2);
    expect(() => match({ ratio: 3, variableRatio: { least: 1, most: 2 } })).toThrow(/ratio is 3/);
  });

  it("draws the order by lot from the seed, and from nothing else", () => {
    const order = { order: "random", share: "first" } as const;
    expect(match(order, 1).comparison).toEqual(match(order, 1).comparison);
    expect(pairsOf(match(order, 1))).not.toEqual(pairsOf(match(order, 2)));
    expect(pairsOf(match({}, 1))).toEqual(pairsOf(match({}, 2)));
  });

  it("takes the caliper in SDs of the probability where that is the distance", () => {
    const m = match({ distance: "probability", caliper: 0.1 });
    expect(m.caliperWidth).toBeCloseTo(0.1 * withinSd(m.atRisk.probability, waveRows(m)), 12);
    const at = (unit: number, wave: number): number =>
      m.atRisk.probability[m.atRisk.unit.findIndex((i, r) => i === unit && m.atRisk.wave[r] === wave)];
    for (const { starter, control, wave } of pairsOf(m))
      expect(Math.abs(at(starter, wave) - at(control, wave))).toBeLessThanOrEqual(m.caliperWidth);
  });

  it("matches on a distance in variables, within the caliper of the score", () => {
    const on = (distance: MatchingOptionsInput["distance"], more: MatchingOptionsInput = {}): Pair[] =>
      pairsOf(match({ distance, replace: true, ...more }));
    const wide = on("euclidean", { distanceOn: ["age"] });
    for (const { starter, control } of wide)
      expect(Math.abs(column("age")[starter] - column("age")[control])).toBeLessThanOrEqual(1);
    const kinds = (["mahalanobis", "robustMahalanobis", "scaledEuclidean", "euclidean"] as const).map((distance) => on(distance));
    expect(new Set(kinds.map((pairs) => JSON.stringify(pairs))).size).toBe(4);
    const m = match({ distance: "mahalanobis", caliper: 0.05 });
    const at = (unit: number, wave: number): number =>
      m.atRisk.score[m.atRisk.unit.findIndex((i, r) => i === unit && m.atRisk.wave[r] === wave)];
    for (const { starter, control, wave } of pairsOf(m))
      expect(Math.abs(at(starter, wave) - at(control, wave))).toBeLessThanOrEqual(m.caliperWidth);
    expect(on("mahalanobis", { distanceOn: ["need", "days"] })).not.toEqual(on("mahalanobis"));
  });

  it("names what the cohort does not have, a caliper on a category, and limits that leave nobody", () => {
    expect(() => match({ exact: ["gender"] })).toThrow(/nothing called "gender".*school/);
    expect(() => match({ calipers: { height: 1 } })).toThrow(/nothing called "height".*days\[1,2\]/);
    expect(() => match({ calipers: { area: 1 } })).toThrow(/"area" is a category/);
    expect(() => match({ distance: "mahalanobis", distanceOn: ["born"] })).toThrow(/nothing called "born".*need/);
    expect(() => match({ exact: ["born", "need"] })).toThrow(/no starter has a control: for 60 nobody is in the groups/);
  });
});

/** The rows at risk as `withinSd` takes them. */
function waveRows({ atRisk, comparison: { waves } }: Matched) {
  return { wave: atRisk.wave.map((g) => waves.indexOf(g)), treated: atRisk.treated, waves };
}
