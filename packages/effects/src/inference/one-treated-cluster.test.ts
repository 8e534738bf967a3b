import { cohortMoments, NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel, sectionsOf } from "../att-gt/random-panel.fixture.js";
import { waldPretest } from "../att-gt/wald-pretest.js";
import { averages } from "../averages.js";
import { tripleDifference } from "../decomposition/triple-difference.js";
import type { Effects, Fit } from "../effects-value.js";
import { eventBands, events } from "../events.js";
import { imputation } from "../imputation/imputation.js";
import { twoStage } from "../imputation/two-stage.js";
import { interval } from "../interval.js";
import { linearCombination } from "../linear-combination.js";
import { inferenceOptions } from "../options/inference-options.js";
import { eventStudy } from "../regression/event-study.js";
import { sunAbraham } from "../regression/sun-abraham.js";
import { twoWay } from "../regression/two-way.js";
import { relativeEffects } from "../scales/relative-effects.js";
import { total, totalWeights } from "../total.js";
import { inferBeside } from "./infer.js";

type Asked = { readonly covariance?: "CR0" | "CR1" | "CR2" | "CR3" };
type Make = (inference: Asked) => Fit;

/** Twelve treated in school 0; others in schools of four. */
function oneSchool(treatedSchools = 1): Panel {
  const panel = randomPanel({ seed: 4, units: 96, starts: [NEVER] });
  const firstTreated = Int32Array.from(panel.firstTreated, (g, i) => (i < 12 ? 3 : g));
  const of = Int32Array.from({ length: 96 }, (_, i) => (i < 12 ? i % treatedSchools : treatedSchools + ((i - 12) >> 2)));
  const eligible = { name: "eligible", values: Float64Array.from({ length: 96 }, (_, i) => (i % 4 < 2 ? 1 : 0)) };
  return {
    ...panel,
    firstTreated,
    covariates: [...panel.covariates, eligible],
    clusterings: [{ name: "school", of, count: treatedSchools + 21 }],
  };
}

const panel = oneSchool();
const base = { outcomes: ["y"], cluster: "school" };
const several = { outcomes: ["y"], cluster: ["school"] };
const makers: readonly [string, Make, string][] = [
  ["attGt", (inference) => attGt(panel, { ...base, inference }), "did"],
  ["attGt, covariates", (inference) => attGt(panel, { ...base, covariates: ["z"], inference }), "did"],
  ["attGt, cross-sections", (inference) => attGt(sectionsOf(panel), { ...base, method: "reg", inference }), "did"],
  ["imputation", (inference) => imputation(panel, { ...base, inference }), "didimputation"],
  ["twoStage", (inference) => twoStage(panel, { ...base, inference }), "did2s"],
  ["tripleDifference", (inference) => tripleDifference(panel, { ...base, eligible: "eligible", inference }), "triplediff"],
  ["twoWay", (inference) => twoWay(panel, { ...several, inference }), "fixest"],
  ["eventStudy", (inference) => eventStudy(panel, { ...several, inference }), "fixest"],
  ["sunAbraham", (inference) => sunAbraham(panel, { ...several, inference }), "fixest"],
];

const isUnknown = ({ covariance, df }: Effects) => covariance.every(Number.isNaN) && df.every(Number.isNaN);
const codes = ({ problems }: Pick<Effects, "problems">) => problems.map(({ code }) => code);

describe.each(makers)("one treated cluster: %s", (_, make) => {
  const fit = make({});
  const { effects } = fit;

  it("has estimates and no covariance, for levels and figures made of it too", async () => {
    expect(isUnknown(effects)).toBe(true);
    expect(effects.inference).toMatchObject({ covariance: "none", degrees: "none", reason: "one-treated-cluster" });
    expect(codes(effects)).toContain("effects/one-treated-cluster");
    expect(effects.estimate.some((v) => v !== 0 && Number.isFinite(v))).toBe(true);
    const c = Float64Array.from(effects.estimate, (v) => (Number.isFinite(v) && v !== 0 ? 1 : 0));
    const sum = linearCombination(effects, c);
    expect(Number.isFinite(sum.estimate)).toBe(true);
    expect([sum.se, sum.df]).toEqual([Number.NaN, Number.NaN]);
    const { lower, upper } = interval(effects, c.indexOf(1));
    expect([lower, upper]).toEqual([Number.NaN, Number.NaN]);
    const levels = fit.withLevels!();
    expect(levels.terms.length).toBe(2 * effects.terms.length);
    expect(isUnknown(levels)).toBe(true);
    const by = effects.terms[0].kind === "event" ? "event" : "simple";
    for (const { ratio } of relativeEffects(levels, "y", { by, level: 0.95 }).effects)
      expect([ratio.se, ratio.lower, ratio.fieller.lower]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    if (effects.terms.some(({ kind }) => kind !== "static")) expect(waldPretest(effects, "y").test).toBeNull();
    if (effects.terms[0].kind !== "cell") return;
    const path = events(effects, "y");
    const made = [total(effects, "y"), path, averages(effects, "y", { by: "group" })];
    const { basis } = effects;
    if (basis.kind === "influence" && basis.shares)
      for (const type of ["simple", "dynamic", "group", "calendar"] as const) made.push(aggregate(effects, { type }));
    for (const one of made) expect(isUnknown(one)).toBe(true);
    const { limits } = await eventBands(path, 0.95, "test/one", { seed: 1 });
    for (const limit of limits) expect([limit.lower, limit.bandLower]).toEqual([Number.NaN, undefined]);
  });

  it("stays so under CR1 and CR3; CR0 is given as asked, and doubted", () => {
    for (const covariance of ["CR1", "CR2", "CR3"] as const) expect(isUnknown(make({ covariance }).effects)).toBe(true);
    const asked = make({ covariance: "CR0" });
    expect(asked.effects.covariance.some((v) => v > 0)).toBe(true);
    for (const one of [asked.effects, asked.withLevels!()]) {
      expect(codes(one)).toContain("effects/one-treated-cluster-asked");
      expect(codes(one)).not.toContain("effects/one-treated-cluster");
    }
  });

  it("other methods by cluster are refused; fewTreated and randomisation answer where arms are known", async () => {
    const c =
      effects.terms[0].kind === "cell" ? totalWeights(effects, "y") : Float64Array.of(1, ...effects.terms.slice(1).map(() => 0));
    const beside = [
      "fewTreated",
      "randomisation",
      "scoreBootstrap",
      "multiplierBootstrap",
      "wildBootstrap",
      "jackknife",
      "bootstrap",
    ];
    const options = { ...inferenceOptions.parse({ beside, draws: 199 }), level: 0.95 };
    const { results, problems } = await inferBeside(fit, c, options, { seed: 1 });
    const methods = results.map(({ method }) => method);
    expect(methods).toEqual(fit.armValues ? ["fewTreated", "randomisation"] : []);
    for (const one of results) expect(one.p > 0 && one.p <= 1 && Number.isFinite(one.estimate)).toBe(true);
    expect(problems.filter(({ code }) => code === "effects/wild-one-treated").length).toBeGreaterThanOrEqual(2);
  });
});

describe("one treated cluster", () => {
  it("is told of sums by cohort and cluster", async () => {
    const { effects } = attGt(await cohortMoments(panel, { cluster: "school" }), base);
    expect(isUnknown(effects)).toBe(true);
    expect(codes(effects)).toContain("effects/one-treated-cluster");
    expect(isUnknown(aggregate(effects, { type: "group" }))).toBe(true);
  });

  it("is nothing of two, of units, or of another package's figures", () => {
    const two = attGt(oneSchool(2), base).effects;
    expect(two.covariance.some((v) => v > 0)).toBe(true);
    const one = { ...panel, firstTreated: panel.firstTreated.map((g, i) => (i === 0 ? 3 : i < 12 ? NEVER : g)) };
    const unit = attGt(one, { outcomes: ["y"] }).effects;
    expect(codes(unit).join()).not.toContain("one-treated-cluster");
    expect(unit.inference).toMatchObject({ covariance: "CR2", by: ["unit"] });
    expect(attGt(panel, { ...base, compat: "did" }).effects.covariance.some((v) => v > 0)).toBe(true);
    const fixest = twoWay(panel, { ...several, compat: "fixest" }).effects;
    expect(fixest.covariance[0]).toBeGreaterThan(0);
    expect(codes(fixest)).toContain("effects/one-treated-cluster-asked");
  });

  it.each(makers)("CR0 and another package's standard errors are refused together: %s", (_, make, compat) => {
    const both = { covariance: "CR0" } as const;
    expect(() => make(both)).not.toThrow();
    const made: Record<string, () => unknown> = {
      did: () => attGt(panel, { ...base, compat: "did", inference: both }),
      didimputation: () => imputation(panel, { ...base, compat: "didimputation", inference: both }),
      did2s: () => twoStage(panel, { ...base, compat: "did2s", inference: both }),
      triplediff: () => tripleDifference(panel, { ...base, eligible: "eligible", compat: "triplediff", inference: both }),
      fixest: () => sunAbraham(panel, { ...several, compat: "fixest", inference: both }),
    };
    expect(made[compat]).toThrow(/cannot both be had/);
  });
});

describe("every start in one school of its own", () => {
  const alone: Panel = { ...oneSchool(3), firstTreated: panel.firstTreated.map((g, i) => (i < 12 ? 3 + (i % 3) : g)) };
  const all = (fit: Fit) => totalWeights(fit.effects, "y");

  it.each([
    ["attGt", () => attGt(alone, base)],
    ["imputation", () => imputation(alone, base)],
    ["twoStage", () => twoStage(alone, base)],
  ] as const)("%s tells no interval, since no start has two schools", (_, make) => {
    const { effects } = make();
    expect(isUnknown(effects)).toBe(true);
    expect(effects.inference?.reason).toBe("each-start-one-cluster");
    expect(codes(effects)).toContain("effects/each-start-one-cluster");
  });

  it("what the sentence names answers: the wild bootstrap, randomisation, and one regression", async () => {
    const fit = attGt(alone, base);
    const options = { ...inferenceOptions.parse({ beside: ["wildBootstrap", "randomisation"], draws: 199 }), level: 0.95 };
    const { results } = await inferBeside(fit, all(fit), options, { seed: 1 });
    expect(results.map(({ method }) => method)).toEqual(["wildBootstrap", "randomisation"]);
    for (const { p } of results) expect(p).toBeGreaterThan(0);
    expect(interval(twoWay(alone, several).effects, 0).se).toBeGreaterThan(0);
  });
});
