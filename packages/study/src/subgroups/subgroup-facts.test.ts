import type { Panel } from "@kontrafakt/cohort";
import { NO_RULES } from "@kontrafakt/cohort";
import { effectsOptions, type Term, waveEffects } from "@kontrafakt/effects";
import type { Comparison, Matched } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import type { MoneyFiles, Savings } from "@kontrafakt/savings";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { createTally } from "../disclosure/tally.js";
import type { Study } from "../options/study-schema.js";
import { covariateValues } from "./covariate-values.js";
import { keptStarters } from "./kept-starters.js";
import { publishedSubgroups } from "./published-subgroups.js";
import { restrictComparison } from "./restrict-comparison.js";
import { subgroupFacts } from "./subgroup-facts.js";

const NEVER = 2 ** 31 - 1;
const T = 10;
const waves = [2021 * 4, 2021 * 4 + 1];
const homes = ["flat", "house", "shared"];

/** Starters of each wave and home, each with two controls of its own; controls' homes are anyone's. Placement is rare among those in `rareIn`. */
function made(starters: readonly (readonly number[])[], rareIn = -1) {
  const random = stream(5, "test/subgroups", 0);
  const ordinals = Int32Array.from({ length: T }, (_, t) => 2020 * 4 + t);
  const home: number[] = [];
  const rows: { unit: number; wave: number; set: number; role: number; weight: number }[] = [];
  let set = 0;
  for (const [h, of] of starters.entries()) {
    for (const [g, n] of of.entries()) {
      for (let i = 0; i < n; i++, set++) {
        for (const role of [1, 0, 0]) {
          rows.push({ unit: home.length, wave: waves[g], set, role, weight: role === 1 ? 1 : 0.5 });
          home.push(role === 1 ? h : home.length % 3);
        }
      }
    }
  }
  const units = home.length;
  const values = (rare: boolean) =>
    Float64Array.from({ length: units * T }, (_, at) => {
      const r = rows[Math.floor(at / T)];
      const event = ordinals[at % T] - r.wave;
      if (rare && home[rows.findIndex((x) => x.set === r.set && x.role === 1)] === rareIn) return 0;
      return 10 + 3 * random.normal() - (r.role === 1 && event >= 0 ? 2 : 0);
    });
  const panel: Panel = {
    kind: "panel",
    units,
    periods: { unit: "quarter", ordinals },
    ids: home.map(String),
    firstTreated: Int32Array.from(rows, (r) => (r.role === 1 ? r.wave : NEVER)),
    observed: new Uint8Array(units * T).fill(1),
    measures: [
      { name: "placement", unit: "days", values: values(true) },
      { name: "school", unit: "days", values: values(false) },
    ],
    covariates: [1, 2].map((k) => ({
      name: `home=${homes[k]}`,
      base: "flat",
      values: Float64Array.from(home, (h) => (h === k ? 1 : 0)),
    })),
    clusterings: [],
  };
  const whole = (name: "unit" | "wave" | "set" | "role") => Int32Array.from(rows, (r) => r[name]);
  const comparison: Comparison = {
    kind: "comparison",
    unit: whole("unit"),
    wave: whole("wave"),
    set: whole("set"),
    role: Uint8Array.from(rows, (r) => r.role),
    weight: Float64Array.from(rows, (r) => r.weight),
    independence: "set",
    start: whole("wave"),
    until: new Int32Array(rows.length).fill(NEVER),
    score: new Float64Array(rows.length),
    waves: Int32Array.from(waves),
    uncensored: new Float64Array(rows.length * waves.length).fill(1),
    anticipation: 0,
    gap: 0,
    historyUsed: 2,
  };
  return { panel, comparison, home };
}

const effects = effectsOptions.parse({ baseWindow: 2, adjust: [] });
const study = { effects, savings: { subgroups: ["home"] } } as unknown as Study;
const money = { prices: ["placement", "school"].map((consequence) => ({ consequence, amount: 1 })) } as unknown as MoneyFiles;
const rulesOf = (smallCell: number, rounding = 1): FigureRules => {
  const rules = { ...NO_RULES, smallCell, rounding };
  return { people: rules, outcome: () => rules, file: () => rules, owners: [] };
};

function facts({ panel, comparison }: ReturnType<typeof made>, rules = rulesOf(5), given = study) {
  const whole = waveEffects(panel, comparison, effects).effects;
  return { whole, ...subgroupFacts(panel, { comparison } as Matched, given, money, whole, rules, createTally()) };
}

const key = (t: Term) => `${t.outcome}/${t.group}/${t.time}`;

test("cells of a value are the mean over its sets by the plainest loop, and all values together are the whole", () => {
  const data = made([
    [9, 8],
    [7, 6],
    [8, 12],
  ]);
  const { whole, subgroups, problems } = facts(data);
  expect(problems).toEqual([]);
  expect(subgroups.map((s) => [s.covariate, s.value, s.starters, s.size, s.apart])).toEqual([
    ["home", "flat", 17, 17, true],
    ["home", "house", 13, 13, true],
    ["home", "shared", 20, 20, true],
  ]);
  const { panel, comparison, home } = data;
  const y = (unit: number, ordinal: number) => panel.measures[1].values[unit * T + ordinal - panel.periods.ordinals[0]];
  const [g, t] = [waves[1], waves[1] + 3];
  const change = (r: number) => y(comparison.unit[r], t) - (y(comparison.unit[r], g - 1) + y(comparison.unit[r], g - 2)) / 2;
  let sum = 0;
  let n = 0;
  comparison.role.forEach((role, r) => {
    if (role !== 1 || comparison.wave[r] !== g || home[comparison.unit[r]] !== 1) return;
    const controls = [...comparison.set.keys()].filter(
      (c) => comparison.set[c] === comparison.set[r] && comparison.role[c] === 0,
    );
    sum += change(r) - controls.reduce((all, c) => all + change(c), 0) / controls.length;
    n++;
  });
  const house = subgroups[1].effects;
  const at = house.terms.findIndex((x) => x.outcome === "school" && x.group === g && x.time === t);
  expect(house.terms[at].n).toBe(n);
  expect(house.estimate[at]).toBeCloseTo(sum / n, 10);
  whole.terms.forEach((term, k) => {
    const parts = subgroups.map((s) => [s, s.effects.terms.findIndex((x) => key(x) === key(term))] as const);
    const total = parts.reduce((all, [s, i]) => all + s.effects.terms[i].n * s.effects.estimate[i], 0);
    expect(total).toBeCloseTo(term.n * whole.estimate[k], 8);
  });
});

test("a value of few is left out with another, so that the whole less the others is not of few", () => {
  const { subgroups, problems } = facts(
    made([
      [9, 8],
      [7, 6],
      [2, 1],
    ]),
  );
  const told = subgroups.reduce((sum, s) => sum + s.size, 0);
  expect(33 - told).toBeGreaterThanOrEqual(5);
  expect(subgroups.every((s) => s.value !== "shared" && s.size >= 5)).toBe(true);
  expect(problems.map((p) => [p.code, p.params])).toEqual([["study/subgroup-left-out", { covariate: "home", threshold: 5 }]]);
});

test("an outcome few of one value have is left out of every value", () => {
  const { subgroups, problems } = facts(
    made(
      [
        [9, 8],
        [7, 6],
        [8, 12],
      ],
      1,
    ),
  );
  expect(subgroups).toHaveLength(3);
  for (const s of subgroups) expect(new Set(s.effects.terms.map((t) => t.outcome))).toEqual(new Set(["school"]));
  expect(problems.map((p) => [p.code, p.params.outcomes])).toEqual([["study/subgroup-rare", "placement"]]);
});

test("counts are rounded where an owner asks, and the size with them", () => {
  const { subgroups } = facts(
    made([
      [9, 8],
      [7, 6],
      [8, 12],
    ]),
    rulesOf(5, 10),
  );
  expect(subgroups.map((s) => [s.starters, s.size])).toEqual([
    ["≈20", 20],
    ["≈10", 10],
    ["≈20", 20],
  ]);
});

test("controls in sets of two values tie them together", () => {
  const data = made([
    [9, 8],
    [7, 6],
    [8, 12],
  ]);
  const { comparison } = data;
  const first = comparison.unit.findIndex((_, r) => comparison.role[r] === 0);
  const unit = comparison.unit.slice();
  unit[unit.length - 1] = unit[first];
  expect(facts({ ...data, comparison: { ...comparison, unit } }).subgroups.map((s) => s.apart)).toEqual([false, false, false]);
});

test("no covariate asked for, or one that everybody has the same value of", () => {
  const data = made([
    [9, 8],
    [7, 6],
    [8, 12],
  ]);
  expect(facts(data, rulesOf(5), { ...study, savings: { subgroups: [] } } as unknown as Study).subgroups).toEqual([]);
  const other = facts(data, rulesOf(5), { ...study, savings: { subgroups: ["sex"] } } as unknown as Study);
  expect(other.problems.map((p) => p.code)).toEqual(["study/subgroup-one-value"]);
});

test("values come back from indicators; who has none is nowhere", () => {
  const { panel } = made([
    [3, 0],
    [2, 0],
    [1, 0],
  ]);
  const missing = { name: "home=missing", values: Float64Array.from({ length: panel.units }, (_, u) => (u === 4 ? 1 : 0)) };
  const yes = { name: "loneParent", values: Float64Array.from({ length: panel.units }, (_, u) => u % 2) };
  const more: Panel = {
    ...panel,
    covariates: [...panel.covariates, missing, yes, { name: "income", values: new Float64Array(panel.units).fill(3) }],
  };
  const home = covariateValues(more, "home");
  expect(home?.values).toEqual(homes);
  expect(Array.from(home?.of ?? []).slice(0, 6)).toEqual([0, 1, 2, 0, -1, 2]);
  expect(covariateValues(more, "loneParent")).toMatchObject({ values: ["no", "yes"] });
  expect(covariateValues(more, "income")).toBeUndefined();
});

test("restricted, control weights sum to the treated of their set; strata and waves keep controls of the same value", () => {
  const { comparison, panel } = made([
    [4, 3],
    [3, 3],
    [4, 2],
  ]);
  const of = covariateValues(panel, "home")?.of ?? new Int32Array(0);
  const strata: Comparison = { ...comparison, set: comparison.wave.map((w) => waves.indexOf(w)), independence: "unit" };
  for (const whole of [comparison, strata]) {
    const sub = restrictComparison(whole, (_, own) => own === 1, of);
    const sums = new Map<string, number>();
    sub.unit.forEach((u, r) => {
      if (sub.role[r] === 1 || whole === strata) expect(of[u]).toBe(1);
      const at = `${sub.set[r]}/${sub.role[r]}`;
      sums.set(at, (sums.get(at) ?? 0) + sub.weight[r]);
    });
    for (const [at, sum] of sums) if (at.endsWith("/1")) expect(sums.get(at.replace("/1", "/0"))).toBeCloseTo(sum, 12);
    expect(Math.max(...sub.set) + 1).toBe(new Set(sub.set).size);
  }
  const rows = comparison.unit.length;
  const estimation = { parameters: 1, influence: new Float64Array(rows).fill(2), gradient: Float64Array.from(strata.weight) };
  const weighted = restrictComparison({ ...strata, estimation }, (_, own) => own === 1, of);
  expect(weighted.unit).toHaveLength(rows);
  weighted.unit.forEach((u, r) => {
    expect(weighted.weight[r] > 0).toBe(of[u] === 1);
    expect(weighted.estimation?.gradient[r]).toBe(weighted.weight[r]);
  });
});

test("neither a subgroup nor what is left out of all of them is of few", () => {
  const counts = fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(counts, fc.nat(8), fc.integer({ min: 1, max: 10 }), (starters, others, threshold) => {
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      const matched = sum(starters.map(sum)) + others;
      const kept = keptStarters(starters, matched, threshold);
      for (const waveCounts of kept) expect(sum(waveCounts) === 0 || sum(waveCounts) >= threshold).toBe(true);
      const left = matched - sum(kept.map(sum));
      const nothing = kept.every((k) => sum(k) === 0);
      expect(left === 0 || left >= threshold || nothing).toBe(true);
      for (const [v, k] of kept.entries()) for (const [g, n] of k.entries()) expect([0, starters[v][g]]).toContain(n);
    }),
  );
});

test("published figures are rounded, prices' bounds too, to a step near a twentieth of the standard error; not where nobody asks", () => {
  const figure = {
    estimate: 12_345.6,
    se: 2_000,
    df: 43,
    lower: 8_345.6,
    upper: 16_345.6,
    priceLower: 7_999.9,
    priceUpper: 17_777.7,
  };
  const savings = {
    subgroups: [{ covariate: "home", value: "flat", starters: 17, total: figure, perStarter: figure, alike: null }],
  } as unknown as Savings;
  const [{ total }] = publishedSubgroups(savings, rulesOf(5).people).subgroups ?? [];
  for (const [name, value] of Object.entries(total)) {
    if (name !== "df") expect(Math.abs(value / 100 - Math.round(value / 100))).toBeLessThan(1e-9);
    if (name !== "df") expect(Math.abs(value - figure[name as keyof typeof figure])).toBeLessThanOrEqual(100);
  }
  expect(total.df).toBe(40);
  expect(publishedSubgroups(savings, NO_RULES)).toBe(savings);
});
