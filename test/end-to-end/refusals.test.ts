import { KontrafaktError, type Problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { attGt, bands, eventBands, events, type Inference, totalWeights, waldPretest, waveEffects } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { problemText } from "@kontrafakt/report";
import { inferBeside } from "kontrafakt";
import { expect, test } from "vitest";
import { randomWaves } from "../../packages/effects/src/random-waves.fixture.js";

const context = { seed: 1 };
const PERIODS = 12;
const START = 8;

/** Ten people a school; the programme given to the first schools as wholes. */
function inSchools(schools: number, treated: number): Panel {
  const units = 10 * schools;
  const random = stream(5, "test/refusals", schools);
  const ofSchool = Float64Array.from({ length: schools * PERIODS }, () => random.normal());
  const of = Int32Array.from({ length: units }, (_, i) => i % schools);
  const values = Float64Array.from(
    { length: units * PERIODS },
    (_, c) => random.normal() + ofSchool[of[Math.floor(c / PERIODS)] * PERIODS + (c % PERIODS)],
  );
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: PERIODS }, (_, t) => t) },
    ids: Array.from(of, (_, i) => `u${i}`),
    firstTreated: of.map((school) => (school < treated ? START : NEVER)),
    observed: new Uint8Array(units * PERIODS).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [],
    clusterings: [{ name: "school", of, count: schools }],
  };
}

const inSchool = (schools: number, treated: number) =>
  attGt(inSchools(schools, treated), { outcomes: ["days"], cluster: "school", base: "universal" });

/** The sentences of a refusal name each of these, in both languages. */
function names(problem: Problem | undefined, code: string, english: readonly string[], danish = english): void {
  expect(problem?.code).toBe(code);
  for (const word of english) expect(problemText(problem!, "en")).toContain(word);
  for (const word of danish) expect(problemText(problem!, "da")).toContain(word);
}

async function refusal(asked: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof KontrafaktError) return error.problems[0];
  }
  return undefined;
}

const holds = ({ p, lower, upper }: Inference) => p > 0 && p <= 1 && lower < upper;

test("one treated cluster: no bootstrap, wild, score or multiplier, and no jackknife; fewTreated and randomisation hold", async () => {
  const fit = inSchool(40, 1);
  for (const [method, code] of [
    ["bootstrap", "effects/bootstrap-one-cluster"],
    ["wildBootstrap", "effects/wild-one-treated"],
    ["scoreBootstrap", "effects/wild-one-treated"],
    ["multiplierBootstrap", "effects/wild-one-treated"],
    ["jackknife", "effects/jackknife-one-treated"],
  ] as const) {
    const { results, problems } = await inferBeside(fit, "days", { beside: [method], draws: 99 });
    expect(results).toEqual([]);
    names(problems[0], code, ["fewTreated", "randomisation"]);
  }
  const { results } = await inferBeside(fit, "days", { beside: ["fewTreated", "randomisation"], draws: 99 });
  expect(results.map((r) => [r.method, holds(r)])).toEqual([
    ["fewTreated", true],
    ["randomisation", true],
  ]);
});

test("more restrictions than clusters: no Wald test, but averages or Bonferroni", () => {
  const { test: none, problems } = waldPretest(inSchool(6, 3).effects, "days");
  expect(none).toBeNull();
  names(problems[0], "effects/wald-too-many", ["averages", "Bonferroni"], ["gennemsnit", "Bonferroni"]);
  expect(waldPretest(inSchool(40, 20).effects, "days").test?.df).toBe(START - 1);
});

test("a singular covariance: no sup-t band, but Bonferroni's, which auto takes and says so", async () => {
  const { effects } = inSchool(6, 3);
  const all = effects.terms.flatMap((_, k) => (effects.covariance[k * effects.terms.length + k] > 0 ? [k] : []));
  expect(all.length).toBeGreaterThan(6);
  const band = (kind: "auto" | "supT" | "bonferroni") => bands(effects, all, 0.95, "test/refusals", context, kind);
  names(await refusal(band("supT")), "effects/bands-singular", ["bands: bonferroni"]);
  const [asked, auto] = [await band("bonferroni"), await band("auto")];
  expect([asked.used, auto.used]).toEqual(["bonferroni", "bonferroni"]);
  expect(auto.limits).toEqual(asked.limits);
  expect(auto.limits.every(({ lower, bandLower }) => bandLower! < lower)).toBe(true);
  names(auto.problems[0], "effects/bands-bonferroni", ["Bonferroni"]);
  const study = events(effects, "days");
  names(await refusal(eventBands(study, 0.95, "test/refusals", context, "supT")), "effects/bands-singular", [
    "bands: bonferroni",
  ]);
});

test("bootstrap of people after nearest-neighbour matching: not valid; whole matched sets and the jackknife are", async () => {
  const { panel, comparison } = randomWaves({ seed: 3, sets: [8, 7], gaps: 0, later: 0 });
  const fit = waveEffects(panel, comparison, { baseWindow: 4, adjust: [] });
  const total = totalWeights(fit.effects, "first");
  const people = await inferBeside(fit, total, { beside: ["bootstrap"], resample: "people", draws: 99 });
  expect(people.results).toEqual([]);
  names(people.problems[0], "effects/bootstrap-people-matched", ["resample: clusters", "jackknife"]);
  const { results } = await inferBeside(fit, total, { beside: ["bootstrap", "jackknife"], draws: 99 });
  expect(results.map((r) => [r.method, r.variant, holds(r)])).toEqual([
    ["bootstrap", "sets, studentised", true],
    ["jackknife", "CV3", true],
  ]);
});
