import { NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { CONTROL, TREATED } from "../comparison.js";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";

type Person = readonly [start: number, age: number, sex: number, region: number];

/** People over 12 periods (ordinals 100–111): age, sex and a clustering; the outcome is the age in every period. */
function panelOf(people: readonly Person[], more: Partial<Panel> = {}): Panel {
  const periods = 12;
  return {
    kind: "panel",
    units: people.length,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => 100 + t) },
    ids: people.map((_, i) => `u${i}`),
    firstTreated: Int32Array.from(people, ([start]) => start),
    observed: new Uint8Array(people.length * periods).fill(1),
    measures: [
      {
        name: "days",
        unit: "days",
        values: Float64Array.from({ length: people.length * periods }, (_, k) => people[Math.floor(k / periods)][1]),
      },
    ],
    covariates: [
      { name: "age", values: Float64Array.from(people, ([, age]) => age) },
      { name: "sex", values: Float64Array.from(people, ([, , sex]) => sex) },
    ],
    clusterings: [{ name: "region", of: Int32Array.from(people, ([, , , region]) => region), count: 3 }],
    ...more,
  };
}

const people: Person[] = [
  [105, 10, 0, 0],
  [105, 12, 0, 0],
  [105, 40, 1, 1],
  [107, 11, 0, 0],
  [NEVER, 11, 0, 0],
  [NEVER, 12, 0, 0],
  [NEVER, 13, 0, -1],
  [NEVER, 41, 1, 1],
  [NEVER, 70, 1, 2],
  [NEVER, 12, 1, 0],
];
const base: MatchingOptionsInput = { share: "reuse", history: { windows: [] } };
/** Sets as "wave: starters | controls", with the weight of a control. */
const setsOf = ({ comparison: { wave, set, role, unit, weight } }: ReturnType<typeof matchWaves>): string[] => {
  const rows = Array.from(set.keys());
  return [...new Set(set)].map((s) => {
    const of = (arm: number): number[] => rows.filter((k) => set[k] === s && role[k] === arm);
    const names = (arm: number): string =>
      of(arm)
        .map((k) => unit[k])
        .join(" ");
    expect(of(TREATED).every((k) => weight[k] === 1)).toBe(true);
    const control = new Set(of(CONTROL).map((k) => weight[k]));
    expect(control.size).toBe(1);
    return `${wave[of(TREATED)[0]]}: ${names(TREATED)} | ${names(CONTROL)} × ${[...control][0]}`;
  });
};

describe("exact matching within waves", () => {
  it("puts everybody with the same values of what `exact` names in one set", () => {
    const m = matchWaves(panelOf(people), { ...base, method: "exact", exact: ["sex", "region"] });
    expect(setsOf(m)).toEqual(["105: 0 1 | 3 4 5 × 0.6666666666666666", "105: 2 | 7 × 1", "107: 3 | 4 5 × 0.5"]);
    expect(m.comparison.independence).toBe("unit");
    expect(m.unmatched.unit).toHaveLength(0);
    const strata = m.problems.find((p) => p.code === "matching/strata");
    expect(strata?.params).toEqual({ strata: 3, starters: 4, controls: 6, people: 2 });
  });

  it("compares every covariate where `exact` names none, and lists who is alone", () => {
    const m = matchWaves(panelOf(people), { ...base, method: "exact" });
    expect(setsOf(m)).toEqual(["105: 1 | 5 × 1", "107: 3 | 4 × 1"]);
    expect(m.comparison.independence).toBe("set");
    expect(Array.from(m.unmatched.unit)).toEqual([0, 2]);
    expect(m.unmatched.reasons[m.unmatched.reason[0]]).toBe("no-control-in-stratum");
    const alone = m.problems.find((p) => p.code === "matching/exact-strata-alone");
    expect(alone?.params).toEqual({ unmatched: 2, starters: 4, variables: "age, sex" });
  });

  it("says what to do where nobody agrees", () => {
    const apart = people.map(([start, ...rest], i): Person => [start, i, rest[1], rest[2]]);
    expect(() => matchWaves(panelOf(apart), { ...base, method: "exact" })).toThrow(
      /same values of all of: age, sex; .*coarsened/,
    );
  });

  it("never lets the unknown agree: a level `missing` of a category", () => {
    const panel = panelOf(people);
    const missing = Float64Array.from(people, (_, i) => ([0, 1, 4].includes(i) ? 1 : 0));
    const covariates = [...panel.covariates, { name: "sex=missing", values: missing }];
    const m = matchWaves({ ...panel, covariates }, { ...base, covariates: ["age"], method: "exact", exact: ["sex"] });
    expect(setsOf(m)).toEqual(["105: 2 | 7 8 9 × 0.3333333333333333", "107: 3 | 5 6 × 0.5"]);
  });

  it("names what the cohort does not have", () => {
    expect(() => matchWaves(panelOf(people), { ...base, method: "exact", exact: ["shoe"] })).toThrow(
      /option matching\.exact: the cohort has nothing called "shoe"; it has: age, sex, region/,
    );
  });
});

describe("coarsened matching within waves", () => {
  const coarse = { ...base, method: "coarsened" } as const;

  it("cuts numbers, not 0/1, the same way in every wave", () => {
    const m = matchWaves(panelOf(people), { ...coarse, coarsening: { by: { age: [20, 60] } } });
    expect(setsOf(m)).toEqual(["105: 0 1 | 3 4 5 6 × 0.5", "105: 2 | 7 × 1", "107: 3 | 4 5 6 × 0.3333333333333333"]);
    const exact = matchWaves(panelOf(people), { ...coarse, exact: ["region"], coarsening: { by: { age: [20, 60] } } });
    expect(setsOf(exact)).toEqual(["105: 0 1 | 3 4 5 × 0.6666666666666666", "105: 2 | 7 × 1", "107: 3 | 4 5 × 0.5"]);
  });

  it("takes the cuts of an outcome for all its windows", () => {
    const history = {
      windows: [
        [1, 1],
        [2, 4],
      ] as [number, number][],
    };
    const cut = (by: Record<string, number>) =>
      setsOf(matchWaves(panelOf(people), { ...coarse, covariates: ["sex"], history, coarsening: { cuts: 500, by } }));
    expect(cut({ days: 3 })).toEqual(cut({ "days[1,1]": 3, "days[2,4]": 3 }));
    expect(cut({ days: 3, "days[2,4]": 500 })).not.toEqual(cut({ days: 3 }));
  });

  it("compares what was asked for, whatever terms or formula the score has", () => {
    const by = { age: [20, 60] };
    const plain = matchWaves(panelOf(people), { ...coarse, coarsening: { by } });
    for (const score of [{ terms: [{ power: "age", degree: 2 }] }, { formula: "age" }, { formula: "sex" }]) {
      expect(setsOf(matchWaves(panelOf(people), { ...coarse, score, coarsening: { by } }))).toEqual(setsOf(plain));
    }
  });

  it("under missing: indicator takes missing as a value of its own", () => {
    const panel = panelOf(people);
    const age = Float64Array.from(people, ([, own], i) => ([1, 4].includes(i) ? Number.NaN : own));
    const covariates = [{ name: "age", values: age }, panel.covariates[1]];
    const by = { age: [20, 60] };
    const m = matchWaves({ ...panel, covariates }, { ...coarse, missing: "indicator", coarsening: { by } });
    expect(setsOf(m)).toEqual(["105: 0 | 3 5 6 × 0.3333333333333333", "105: 1 | 4 × 1", "105: 2 | 7 × 1", "107: 3 | 5 6 × 0.5"]);
  });

  it("with k2k pairs as long as controls last, each pair a set", () => {
    const short: Person[] = [...people.slice(0, 3), [105, 12, 0, 0], [NEVER, 11, 0, 0], [NEVER, 12, 0, 0], people[7]];
    const m = matchWaves(panelOf(short), { ...coarse, coarsening: { k2k: true, by: { age: [20] } } });
    expect(m.comparison.independence).toBe("set");
    expect(setsOf(m)).toEqual(["105: 0 | 4 × 1", "105: 1 | 5 × 1", "105: 2 | 6 × 1"]);
    expect(Array.from(m.unmatched.unit)).toEqual([3]);
    expect(m.unmatched.reasons[m.unmatched.reason[0]]).toBe("no-control-left");
  });

  it("under share first a control that served is gone", () => {
    const m = matchWaves(panelOf(people), { ...coarse, share: "first", coarsening: { by: { age: [20, 60] } } });
    expect(setsOf(m)).toEqual(["105: 0 1 | 3 4 5 6 × 0.5", "105: 2 | 7 × 1"]);
    expect(Array.from(m.unmatched.unit)).toEqual([3]);
  });

  it("names the variables cut finest where half the starters are alone, or all", () => {
    const m = matchWaves(panelOf(people), { ...coarse, coarsening: { cuts: 60 } });
    const alone = m.problems.find((p) => p.code === "matching/coarsened-strata-alone");
    expect(alone?.params).toEqual({ unmatched: 2, starters: 4, variables: "age (60)" });
    const apart = people.map(([start, , ...rest], i): Person => [start, i, ...rest]);
    expect(() => matchWaves(panelOf(apart), { ...coarse, coarsening: { cuts: 500 } })).toThrow(/most intervals: age \(500\)/);
  });

  it("refuses cuts of what is never cut and of what it does not have", () => {
    const run = (by: Record<string, number>, exact: string[] = []) =>
      matchWaves(panelOf(people), { ...coarse, exact, coarsening: { by } });
    expect(() => run({ sex: 2 })).toThrow(/option matching\.coarsening\.by\.sex: "sex" is not cut/);
    expect(() => run({ age: 2 }, ["age"])).toThrow(/"age" is not cut/);
    expect(() => run({ shoe: 2 })).toThrow(/nothing called "shoe"/);
    expect(() => matchWaves(panelOf(people), { ...coarse, coarsening: { cuts: [5, 5] } })).toThrow(/must ascend/);
  });
});
