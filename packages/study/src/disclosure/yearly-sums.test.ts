import { type Effects, interval, type Term, total } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { migrate1to2 } from "./migrate-1-to-2.js";
import { packedCovariance } from "./small-cells.js";
import { effectsOf, yearlySums } from "./yearly-sums.js";

const waves = [8085, 8087];
/** Two outcomes, two waves, quarters to the end of 2022; influence by person, own people in each wave. */
function cells(): Effects {
  const random = stream(3, "test/yearly-sums", 0);
  const terms: Term[] = [];
  for (const outcome of ["a", "b"])
    for (const group of waves)
      for (let time = group - 2; time < 8092; time++)
        terms.push({
          outcome,
          unit: "days",
          kind: "cell",
          scale: "difference",
          group,
          time,
          event: time - group,
          n: 30 - (time % 3),
          controls: 90,
          personPeriods: 30,
        });
  const K = terms.length;
  const atoms = 60;
  const stratum = Int32Array.from({ length: atoms }, (_, a) => a % 2);
  const rows = new Float64Array(atoms * K);
  for (let a = 0; a < atoms; a++)
    for (let k = 0; k < K; k++) if (waves[stratum[a]] === terms[k].group) rows[a * K + k] = random.normal() / 10;
  const covariance = new Float64Array(K * K);
  for (let i = 0; i < K; i++)
    for (let j = 0; j < K; j++) for (let a = 0; a < atoms; a++) covariance[i * K + j] += rows[a * K + i] * rows[a * K + j];
  return {
    kind: "effects",
    estimator: "E",
    terms,
    estimate: Float64Array.from(terms, () => random.normal()),
    covariance,
    df: new Float64Array(K).fill(29),
    clusters: atoms,
    basis: { kind: "influence", atoms, rows, stratum },
    problems: [],
  };
}
const effects = cells();
const sums = yearlySums(effects, "quarter", ["a", "b"]);

test("one sum for each outcome, wave and year from the start on, and no count of people", () => {
  expect(sums.terms.map((t) => [t.outcome, t.group, t.year, t.time])).toEqual(
    ["a", "b"].flatMap((o) => [
      [o, 8085, 2021, 8087],
      [o, 8085, 2022, 8091],
      [o, 8087, 2021, 8087],
      [o, 8087, 2022, 8091],
    ]),
  );
  expect(Object.keys(sums.terms[0])).not.toContain("n");
  expect(sums.covariance).toHaveLength(36);
});

test("each is Σ n · ATT over its cells", () => {
  sums.terms.forEach(({ outcome, group, year }, r) => {
    let expected = 0;
    effects.terms.forEach((t, k) => {
      if (t.outcome === outcome && t.group === group && (t.event as number) >= 0 && Math.floor((t.time as number) / 4) === year)
        expected += t.n * effects.estimate[k];
    });
    expect(sums.estimate[r]).toBeCloseTo(expected, 12);
  });
});

test("totals made from them are those made from the cells, standard error and degrees of freedom too", () => {
  const back = effectsOf({ effects: sums });
  const whole = interval(total(effects, "a"), 0);
  const own = back.terms.map((t) => (t.outcome === "a" ? 1 : 0));
  let estimate = 0;
  let variance = 0;
  own.forEach((w, i) => {
    estimate += w * back.estimate[i];
    own.forEach((v, j) => {
      variance += w * v * back.covariance[i * own.length + j];
    });
  });
  expect(estimate).toBeCloseTo(whole.estimate, 10);
  expect(Math.sqrt(variance)).toBeCloseTo(whole.se, 10);
  for (const df of sums.df) expect(df).toBeCloseTo(29, 10);
});

test("results of version 1 become the same sums", () => {
  const after = effects.terms.flatMap((t, k) => ((t.event as number) >= 0 ? [k] : []));
  const old = {
    kind: "results",
    schemaVersion: 1,
    periods: { unit: "quarter" },
    outcomes: [{ name: "a" }, { name: "b" }],
    effects: {
      estimator: "E",
      clusters: "<5",
      terms: after.map((k) => effects.terms[k]),
      estimate: after.map((k) => effects.estimate[k]),
      df: after.map(() => "Infinity"),
      covariance: packedCovariance(effects, after),
    },
  };
  const migrated = migrate1to2(old) as { schemaVersion: number; effects: typeof sums };
  expect(migrated.schemaVersion).toBe(2);
  expect(migrated.effects.terms).toEqual(sums.terms);
  migrated.effects.estimate.forEach((x, i) => {
    expect(x).toBeCloseTo(sums.estimate[i], 12);
  });
  migrated.effects.covariance.forEach((x, i) => {
    expect(x).toBeCloseTo(sums.covariance[i], 12);
  });
  expect(migrated.effects.df[0]).toBe(Number.POSITIVE_INFINITY);
  expect(migrated.effects.clusters).toBe("<5");
});
