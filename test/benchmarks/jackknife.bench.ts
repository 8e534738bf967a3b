import { NEVER, type Panel } from "@kontrafakt/cohort";
import { attGt, bootstrap, jackknife, jackknifeTest, waveEffects } from "@kontrafakt/effects";
import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

// Target on 2 cores: the jackknife of attGt with 2,000 clusters by downdating ≤ 2 s.
function panelOf(units: number, periods: number, clusters: number): Panel {
  const random = stream(1, "bench/jackknife", 0);
  const values = new Float64Array(units * periods);
  const x = Float64Array.from({ length: units }, () => random.normal());
  const firstTreated = Int32Array.from({ length: units }, (_, i) => (i % 6 === 0 ? NEVER : 2 + (i % 6)));
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < periods; t++) values[i * periods + t] = level + 0.1 * t * x[i] + random.normal();
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: [],
    firstTreated,
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "y", unit: "kr", values }],
    covariates: [{ name: "x", values: x }],
    clusterings: [{ name: "town", of: Int32Array.from({ length: units }, (_, i) => i % clusters), count: clusters }],
  };
}

const few = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

describe("jackknife of attGt with 2,000 clusters", () => {
  const towns = attGt(panelOf(20_000, 10, 2000), { cluster: "town" });
  const notYet = attGt(panelOf(20_000, 10, 2000), { cluster: "town", control: "notYet" });
  const covariate = attGt(panelOf(20_000, 10, 2000), { cluster: "town", covariates: ["x"], method: "reg" });
  const people = attGt(panelOf(2000, 20, 2000));
  bench("20,000 units × 10, towns", () => void jackknife(towns), few);
  bench("20,000 units × 10, towns, not yet treated", () => void jackknife(notYet), few);
  bench("20,000 units × 10, towns, regression on a covariate", () => void jackknife(covariate), few);
  bench("2,000 units × 20, units", () => void jackknife(people), few);
});

describe("jackknife of attGt, doubly robust, anew where a cluster stands", () => {
  const fit = attGt(panelOf(4000, 8, 40), { cluster: "town", covariates: ["x"] });
  bench("4,000 units × 8, 40 towns", () => void jackknife(fit), few);
});

/** 500 starters in four waves, each with three controls, over 20 periods. */
function matched() {
  const random = stream(1, "bench/jackknife", 1);
  const [sets, size, periods] = [500, 4, 20];
  const rows = sets * size;
  const at = Int32Array.from({ length: rows }, (_, r) => r);
  const wave = at.map((r) => 8 + 2 * (Math.floor(r / size) % 4));
  const role = Uint8Array.from(at, (r) => (r % size === 0 ? 1 : 0));
  const until = new Int32Array(rows).fill(NEVER);
  const panel: Panel = {
    kind: "panel",
    units: rows,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: periods }, (_, t) => t) },
    ids: [],
    firstTreated: wave.map((g, r) => (role[r] === 1 ? g : NEVER)),
    observed: new Uint8Array(rows * periods).fill(1),
    measures: [{ name: "y", unit: "kr", values: Float64Array.from({ length: rows * periods }, () => random.normal()) }],
    covariates: [],
    clusterings: [],
  };
  const comparison: Comparison = {
    kind: "comparison",
    unit: at,
    wave,
    set: at.map((r) => Math.floor(r / size)),
    role,
    weight: Float64Array.from(role, (d) => (d === 1 ? 1 : 1 / (size - 1))),
    independence: "set",
    start: wave.slice(),
    until,
    score: Float64Array.from(at, () => random.normal()),
    waves: Int32Array.of(8, 10, 12, 14),
    uncensored: new Float64Array(rows * 4).fill(1),
    anticipation: 0,
    gap: 0,
    historyUsed: 4,
  };
  return waveEffects(panel, comparison, {}, ["y"]);
}

describe("jackknife after matching, 500 starters × 1,500 controls × 20 periods, score and own history adjusted for", () => {
  const fit = matched();
  bench("matched sets", () => void jackknife(fit), few);
});

describe("bootstrap", () => {
  const fit = attGt(panelOf(4000, 8, 40), { cluster: "town" });
  const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? 1 : 0));
  const options = {
    covariance: "auto",
    crossing: "auto",
    bands: "auto",
    beside: [],
    draws: 999,
    weights: "rademacher",
    imposeNull: true,
    pValue: "inclusive",
    within: "auto",
    resample: "clusters",
    fewTreated: "fermanPinto",
    level: 0.95,
  } as const;
  const asked = { ...options, beside: [] };
  bench("4,000 units × 8, 40 towns, 999 draws", async () => void (await bootstrap(fit, c, asked, { seed: 1 })), few);
  // Target on 2 cores: 9,999 draws after matching in a few seconds, from sums by set.
  const sets = matched();
  const after = Float64Array.from(sets.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
  const many = { ...asked, draws: 9999 };
  bench(
    "500 matched sets × 20 periods, two slopes, 9,999 draws",
    async () => void (await bootstrap(sets, after, many, { seed: 1 })),
    few,
  );
  bench(
    "4,000 units × 8, 40 towns, the jackknife's test",
    async () => void (await jackknifeTest(fit, c, asked, { seed: 1 })),
    few,
  );
});
