import { canonicalJson } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { inferenceMethods } from "@kontrafakt/effects";
import { problemText, renderReport, tables } from "@kontrafakt/report";
import { type MatchedResults, readResults, type Study } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { speakOf } from "../../packages/report/src/language.js";
import { choiceText, doubtLines } from "../../packages/report/src/narrative/inference-text.js";
import { evaluateRead, readStudy } from "../../packages/study/src/evaluate.js";
import { parseStudy } from "../../packages/study/src/parse-study.js";
import { sampleStudy } from "../determinism/sample.js";
import { partOf } from "./part-of.js";

const OUTCOMES = ["placement", "absence"];
const { study: sample, sources } = sampleStudy();
let read: Awaited<ReturnType<typeof readStudy>>;

/** Waves that have starters, and how many schools each. */
interface Schools {
  readonly waves: number;
  readonly each: number;
}

/** Starters of the first waves in some schools a wave, the others in 14 schools where nobody starts. */
function inSchools(panel: Panel, { waves, each }: Schools): Panel {
  const starts = [...new Set(panel.firstTreated)]
    .filter((s) => s !== NEVER && s >= panel.periods.ordinals[0])
    .sort((a, b) => a - b);
  const own = partOf(panel, (i) => panel.firstTreated[i] === NEVER || starts.slice(0, waves).includes(panel.firstTreated[i]));
  const of = Int32Array.from(own.firstTreated, (start, i) =>
    start === NEVER ? each * waves + (i % 14) : each * starts.indexOf(start) + (i % each),
  );
  const school = { name: "school", of, count: each * waves + 14 };
  return { ...own, clusterings: [...own.clusterings.filter(({ name }) => name !== "school"), school] };
}

beforeAll(async () => {
  const { money, cohort } = await readStudy(sample, sources, { seed: sample.seed });
  const { panel } = cohort;
  const known = <R extends { readonly consequence: string }>(list: readonly R[]) =>
    list.filter((r) => OUTCOMES.includes(r.consequence));
  const early = [...new Set(panel.firstTreated)].sort((a, b) => a - b)[4];
  const some = partOf(panel, (i) => panel.firstTreated[i] <= early || (panel.firstTreated[i] === NEVER && i % 8 === 0));
  read = {
    money: { ...money, prices: known(money.prices), claim: known(money.claim), budget: [] },
    cohort: { ...cohort, panel: { ...some, measures: some.measures.filter((m) => OUTCOMES.includes(m.name)) } },
  };
}, 60_000);

/** @param schools whole ones that were given the programme; without, people by themselves */
async function run(effects: object, schools?: Schools): Promise<MatchedResults> {
  const { anticipation, history } = sample.matching;
  const { cohort } = sample;
  const matching = {
    anticipation,
    history: { ...history, outcomes: OUTCOMES, windows: [[1, 4]] },
    exclude: [],
    peak: { bracket: "never" },
  };
  const text = JSON.stringify({
    ...sample,
    cohort: {
      ...cohort,
      people: { ...cohort.people, school: "school" },
      outcomes: Object.fromEntries(OUTCOMES.map((name) => [name, cohort.outcomes[name]])),
    },
    matching,
    savings: { ...sample.savings, draws: 1000 },
    effects: { baseWindow: sample.effects.baseWindow, adjust: [], ...effects },
  });
  const { study, problems } = parseStudy(text, "study.yaml");
  expect(problems).toEqual([]);
  const { panel } = read.cohort;
  const given = schools === undefined ? read : { ...read, cohort: { ...read.cohort, panel: inSchools(panel, schools) } };
  const { results } = await evaluateRead(study as Study, given, { seed: sample.seed }, []);
  return readResults(canonicalJson(results), "results.json") as MatchedResults;
}

/** All but the bootstrap, which takes longest and stands with the schools. */
const beside = inferenceMethods.filter((method) => method !== "bootstrap");

describe("people who started by themselves", () => {
  let results: MatchedResults;
  let plain: MatchedResults;
  beforeAll(async () => {
    const estimators = {
      everyone: { estimator: "attGt", outcomes: ["placement"], incomplete: "full", inference: { beside: ["jackknife"] } },
    };
    results = await run({ inference: { beside, draws: 499 }, estimators });
    plain = await run({ inference: { draws: 499 } });
  }, 120_000);

  test("each method has the total and limits of its own, or a warning that names another", () => {
    for (const { inference, total } of results.outcomes) {
      expect(inference?.choice).toMatchObject({ covariance: "CR2", by: ["matched set"] });
      expect(inference?.beside.length).toBeGreaterThan(4);
      for (const one of inference?.beside ?? []) {
        expect(one.estimate / total.estimate).toBeCloseTo(1, 8);
        expect(one.lower).toBeLessThan(total.estimate);
        expect(one.upper).toBeGreaterThan(total.estimate);
        expect(one.p).toBeGreaterThanOrEqual(0);
        expect(one.p).toBeLessThanOrEqual(1);
      }
      const told = new Set(inference?.beside.map((b) => b.method));
      const refused = beside.filter((method) => !told.has(method));
      const warned = results.problems.filter((p) => p.where.option?.startsWith("effects.inference"));
      expect(refused.length === 0 || warned.length > 0).toBe(true);
    }
  });

  test("the default's p goes with its limits", () => {
    for (const { inference, total } of results.outcomes) {
      const holdsZero = total.lower <= 0 && total.upper >= 0;
      expect((inference?.test?.p ?? Number.NaN) >= 0.05).toBe(holdsZero);
    }
  });

  test("they change no figure, no test and no verdict", () => {
    const bare = ({ inference: _, ...rest }: MatchedResults["verification"]) => rest;
    expect(bare(results.verification)).toEqual(bare(plain.verification));
    expect(results.verification.evidence).toMatchObject({ draws: 499, exact: false, p: expect.any(Number) });
    expect(results.outcomes.map((o) => o.total)).toEqual(plain.outcomes.map((o) => o.total));
    expect(results.savings).toEqual(plain.savings);
    expect(plain.outcomes.map((o) => o.inference?.beside)).toEqual([[], []]);
  });

  test("the primary saving is told in money by the same methods", () => {
    const { evaluated, inference, primary } = results.verification;
    expect(inference?.beside.map((b) => b.method)).toEqual(results.outcomes[0].inference?.beside.map((b) => b.method));
    for (const one of inference?.beside ?? []) expect(one.estimate / evaluated.estimate).toBeCloseTo(1, 8);
    expect(inference?.beside.every((b) => (b.p === undefined) === (primary.measure === "net"))).toBe(true);
  });

  test("an estimator on everyone has its own", () => {
    const [mine] = results.outcomes[0].beside ?? [];
    expect(mine.inference?.beside.map((b) => b.method)).toEqual(["jackknife"]);
    const step = mine.averages[0].overall.se / 10;
    expect(Math.abs((mine.inference?.beside[0].estimate ?? 0) - mine.averages[0].overall.estimate)).toBeLessThan(step);
  });

  test("nobody can be counted from the limits", () => {
    const [{ inference, total }] = results.outcomes;
    for (const { se, lower, upper } of inference?.beside ?? []) {
      for (const x of [se, lower, upper]) {
        if (x === undefined || !Number.isFinite(x)) continue;
        expect(x.toPrecision(12)).toMatch(/^-?\d+\.?\d*?0{6,}$|^-?0\.\d{1,4}0+$/);
      }
    }
    expect(total.se).toBeGreaterThan(0);
  });

  test("the report tells them", async () => {
    const language = "da";
    const page = await renderReport(results, language);
    expect(page).toContain('<section id="inference"');
    expect(page.match(/NaN|undefined|\[object|Infinity/g)).toBeNull();
    expect(tables(results, language).map((t) => t.name)).toContain("inference");
  });
});

describe("whole schools that were given the programme", () => {
  test("a school counts as one, in the interval and in the test", async () => {
    const results = await run(
      { cluster: "school", inference: { draws: 499, beside: ["jackknife", "randomisation"] } },
      { waves: 3, each: 2 },
    );
    const [{ inference }] = results.outcomes;
    expect(inference?.choice).toMatchObject({ by: ["school"], clusters: 20, treatedClusters: 6 });
    expect(results.verification.evidence?.method).not.toBe("set");
    expect(results.problems.map((p) => p.code)).not.toContain("study/inference-few-treated-clusters");
    const told = choiceText(inference!.choice!, speakOf(results, "en"));
    expect(told).toContain("The intervals take 20 schools as independent of one another, 6 of them with the programme");
  }, 60_000);

  test("with three of them the reader is warned, and the number of schools is no count of people to be told", async () => {
    const results = await run(
      { cluster: "school", inference: { draws: 99, beside: ["fewTreated", "bootstrap"] } },
      { waves: 1, each: 3 },
    );
    const warned = results.problems.find((p) => p.code.startsWith("study/inference-"));
    expect(warned?.severity).toBe("warning");
    expect(results.outcomes[0].inference?.choice?.treatedClusters).toBe("<5");
    expect(doubtLines(results, speakOf(results, "da"))).toContain(problemText({ ...warned!, where: {} }, "da"));
  }, 60_000);

  test("with all of them in one school an estimator beside has no interval, and fewTreated where asked", async () => {
    const alike = { estimator: "attGt", outcomes: ["placement"], incomplete: "full", cluster: "school" };
    const inference = { draws: 99, beside: ["fewTreated", "scoreBootstrap"] };
    const estimators = {
      everyone: { ...alike, inference },
      adjusted: { estimator: "imputation", outcomes: ["placement"], cluster: "school" },
      regression: { estimator: "eventStudy", outcomes: ["placement"], cluster: ["school"] },
    };
    const results = await run({ estimators, inference: { draws: 99 } }, { waves: 1, each: 1 });
    const [{ beside }] = results.outcomes;
    expect(beside?.map(({ name }) => name)).toEqual(["everyone", "adjusted", "regression"]);
    for (const { averages, relative, inference: own } of beside ?? []) {
      expect(averages.length).toBeGreaterThan(0);
      for (const { estimate, se, lower, upper } of averages.flatMap(({ overall, parts }) => [overall, ...parts])) {
        expect(Number.isFinite(estimate)).toBe(true);
        // Few digits: an exact mean would count people.
        expect(estimate.toPrecision(12)).toMatch(/^-?\d+\.?\d*?0{6,}$|^-?0\.\d{1,6}0+$/);
        expect([se, lower, upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
      }
      expect(relative).toBeUndefined();
      expect(own?.choice).toMatchObject({ covariance: "none", reason: "one-treated-cluster" });
      expect(own?.test).toBeUndefined();
    }
    expect(beside?.[0].inference?.beside.map(({ method }) => method)).toEqual(["fewTreated"]);
    const codes = results.problems.map(({ code }) => code);
    expect(codes).toContain("effects/one-treated-cluster");
    expect(codes).toContain("effects/wild-one-treated");
    for (const language of ["da", "en"] as const) {
      const page = await renderReport(results, language);
      expect(page.match(/NaN|undefined|\[object|Infinity/g)).toBeNull();
      expect(page).toContain(language === "en" ? "There is no standard error and no interval" : "Der er ingen standardfejl");
      expect(tables(results, language).map((t) => t.name)).toContain("inference");
    }
  }, 60_000);
});
