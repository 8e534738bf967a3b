import { NEVER, type Panel } from "@kontrafakt/cohort";
import {
  attGt,
  evidenceTest,
  inferenceOptions,
  permutation,
  permutationInterval,
  randomisation,
  totalWeights,
  waveEffects,
} from "@kontrafakt/effects";
import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

const [SETS, CONTROLS, PERIODS] = [500, 3, 20];
const waves = Int32Array.from([8, 10, 12, 14]);

/** 500 starters in 4 waves with 3 controls each, in 20 schools of starters and 20 others. */
function world(): { panel: Panel; comparison: Comparison } {
  const random = stream(1, "bench/permutation", 0);
  const units = SETS * (CONTROLS + 1);
  const row = Int32Array.from({ length: units }, (_, r) => r);
  const set = row.map((r) => Math.floor(r / (CONTROLS + 1)));
  const role = Uint8Array.from(row, (r) => (r % (CONTROLS + 1) === 0 ? 1 : 0));
  const wave = set.map((s) => waves[s % 4]);
  const of = row.map((r) => (role[r] === 1 ? set[r] % 20 : 20 + (r % 20)));
  const values = Float64Array.from({ length: units * PERIODS }, () => random.normal());
  const panel: Panel = {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: PERIODS }, (_, t) => t) },
    ids: Array.from(row, (r) => `u${r}`),
    firstTreated: row.map((r) => (role[r] === 1 ? wave[r] : NEVER)),
    observed: new Uint8Array(values.length).fill(1),
    measures: [{ name: "y", unit: "days", values }],
    covariates: [],
    clusterings: [{ name: "school", of, count: 40 }],
  };
  const comparison: Comparison = {
    kind: "comparison",
    unit: row,
    wave,
    start: wave,
    set,
    role,
    weight: Float64Array.from(role, (v) => (v === 1 ? 1 : 1 / CONTROLS)),
    until: new Int32Array(units).fill(NEVER),
    score: new Float64Array(units),
    uncensored: new Float64Array(units * 4).fill(1),
    waves,
    anticipation: 0,
    independence: "set",
    gap: 0,
    historyUsed: 4,
  };
  return { panel, comparison };
}

const { panel, comparison } = world();
const fit = waveEffects(panel, comparison, { adjust: [] });
const c = totalWeights(fit.effects, "y");
const schools = waveEffects(panel, comparison, { adjust: [], cluster: "school" });
const all = attGt(panel);
const overall = Float64Array.from(all.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
const options = { ...inferenceOptions.parse({}), level: 0.95 };
const few = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };
const run = (work: () => Promise<unknown>) => async () => {
  await work();
};

describe("9,999 draws on 500 starters × 1,500 controls × 20 periods", () => {
  bench(
    "test within sets (at most 2 s)",
    run(() => permutation(fit, c, { seed: 1 })),
    few,
  );
  bench(
    "test and interval within sets",
    run(() => permutationInterval(fit, c, options, { seed: 1 })),
    few,
  );
  bench(
    "evidence by 40 schools",
    run(() => evidenceTest(schools, totalWeights(schools.effects, "y"), { seed: 1 })),
    few,
  );
  bench(
    "2,000 people of everyone among 5 arms",
    run(() => randomisation(all, overall, options, { seed: 1 })),
    few,
  );
});
