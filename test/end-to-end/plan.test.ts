import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { charts, renderReport, summaryLines, tables } from "@kontrafakt/report";
import { readMoney, readPlan, savingsOptions, verify } from "@kontrafakt/savings";
import {
  compareLock,
  effectsOf,
  evaluate,
  hashInputs,
  lockStudy,
  nearEarlier,
  type PlanResults,
  type PlanStudy,
  parseStudy,
  readResults,
} from "@kontrafakt/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { capturedCli } from "../../packages/kontrafakt/src/cli/captured-cli.fixture.js";

const sample = fileURLToPath(new URL("../../data-samples/early-support-plan/", import.meta.url));
const names = ["effekter.csv", "historik.csv", "priser.csv", "udgift.csv"];

let folder: string;
let study: PlanStudy;
let sources: ReadonlyMap<string, Source>;
let results: PlanResults;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan-"));
  const args = ["run", join(sample, "study.yaml"), "--out", folder, "--workers", "1", "--lang", "en"];
  const { code, out, err } = await capturedCli(args);
  printed = out;
  expect(code, err).toBe(0);
  results = readResults(await readFile(join(folder, "publish/results.json"), "utf8"), "results.json") as PlanResults;
  study = parseStudy(await readFile(join(sample, "study.yaml"), "utf8"), "study.yaml").planStudy as PlanStudy;
  sources = new Map(
    await Promise.all(
      names.map(async (name) => [name, bytesSource(name, new Uint8Array(await readFile(join(sample, name))))] as const),
    ),
  );
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the plan's results are read back as they were, without a verdict, and the same again", async () => {
  expect(results.design).toBe("plan");
  expect(results).not.toHaveProperty("verification");
  const { results: again } = await evaluate(study, sources);
  expect(canonicalJson(again)).toBe(canonicalJson(results));
});

test("the summary says what is expected, and that nothing has been observed", () => {
  expect(printed).toMatch(/expected to save DKK 43\.6 million/);
  expect(printed).toMatch(/nothing has been observed/);
});

test.each(["en", "da"] as const)(
  "the report in %s says that nothing was observed, and holds every assumption with its source",
  async (language) => {
    const html = await renderReport(results, language);
    expect(html).toContain(
      language === "en" ? "Nothing in this report has been observed" : "Intet i denne rapport er observeret",
    );
    expect(html).not.toMatch(/undefined|NaN|\[object/);
    expect(html.replace(/<[^>]+>/g, " ")).not.toMatch(language === "en" ? /observed years/ : /observerede år/);
    for (const effect of results.plan.effects) expect(html).toContain(effect.source);
    expect(charts(results, language).map((c) => c.name)).toContain("target-group");
    expect(tables(results, language).map((t) => t.name)).toEqual(
      expect.arrayContaining(["assumed-effects", "expected", "savings"]),
    );
    expect(summaryLines(results, language).length).toBeGreaterThan(3);
  },
);

test("claim.csv is read as the claim of a study that verifies, and a plan that comes true leaves no gap", async () => {
  const claim = await readFile(join(folder, "publish/claim.csv"));
  const all = new Map([...sources, ["claim.csv", bytesSource("claim.csv", new Uint8Array(claim))] as const]);
  const { accounts: _, ...money } = study.savings;
  const options = savingsOptions.parse({ ...money, claim: { file: "claim.csv" } });
  const outcomes = results.outcomes.map(({ name, unit, label }) => ({ name, unit, aliases: Object.values(label) }));
  // The plan's one price serves all its years; a study asks for every year.
  const read = await readMoney(all, options, outcomes, { seed: 1 });
  const prices = read.prices.flatMap((p) => [2021, 2022, 2023, 2024].map((year) => ({ ...p, year })));
  expect(read.claim.map((c) => c.parts)).toEqual(
    results.plan.claim.map(({ starters, effect, price, cashable }) => ({ starters, effect, price, cashable })),
  );
  const effects = { ...effectsOf(results), basis: { kind: "covariance-only" } as const };
  const periods = { unit: "year", ordinals: Int32Array.from(results.periods.ordinals) } as const;
  const evidence = { caps: [], design: { se: 1e6 } };
  const { verification } = verify(effects, { ...read, prices }, options, periods, evidence, { starters: 240 });
  expect(verification.evaluated.estimate / verification.claim).toBeCloseTo(1, 9);
  expect(["reached", "in-line"]).toContain(verification.verdict);
  const gap = verification.gap.reduce((sum, part) => sum + part.amount, 0);
  expect(Math.abs(gap)).toBeLessThan(1e-3);
});

test("a plan can be locked, and a change of its effects shows", async () => {
  const context = { seed: 1 };
  const lock = await lockStudy(study, sources, context);
  expect(compareLock(lock, study, await hashInputs(study, sources, context)).status).toBe("locked");
  const { status, deviations } = compareLock(lock, { ...study, plan: { ...study.plan, until: 2025 } }, lock.inputs);
  expect(status).toBe("deviates");
  expect(deviations).toEqual([{ what: "plan.until", locked: "2024", now: "2025" }]);
});

test("beside an earlier publication a plan stays as it is", () => {
  expect(nearEarlier(results, results)).toEqual({ results, changes: [], sameStudy: true });
});

test("years in which the target group was of few people are left out", async () => {
  const history = new TextEncoder().encode("År;Personer;Udfald;Enheder\n2019;4;Anbringelse;900\n2020;244;Anbringelse;17000\n");
  const all = new Map([...sources, ["historik.csv", bytesSource("historik.csv", history)] as const]);
  const { results: told } = await evaluate({ ...study, savings: { ...study.savings, draws: 1000 } }, all);
  expect(told.plan.target?.years).toEqual([{ year: 2020, people: 244 }]);
  expect(told.disclosure.withheld).toEqual([{ reason: "few", figures: 1 }]);
  expect(told.problems.map((p) => p.code)).toContain("study/plan-history-few");
});

test("check tells what the files hold, and has no ledger to write", async () => {
  const { out, code } = await capturedCli(["check", join(sample, "study.yaml"), "--lang", "da"]);
  expect(code).toBe(0);
  expect(out).toMatch(/2021: 120 planlagt \(100 til 131\)/);
  expect(out).toMatch(/år 1 efter start: −20,0 \(−34 til −4\); 20.% trukket fra for optimisme; evidens B/);
  expect(out).toMatch(/2020: 245 personer, placement 17\.435/);
  const refused = await capturedCli(["check", join(sample, "study.yaml"), "--out", folder]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/a plan has no rows of people/) });
});

test("the sample's history is what kontrafakt history says of the children of Early Support before they started, in whole days", async () => {
  const early = fileURLToPath(new URL("../../data-samples/early-support/study.yaml", import.meta.url));
  const written = join(folder, "history.csv");
  const { code, out, err } = await capturedCli(["history", early, "--out", written, "--lang", "en"]);
  expect(code, err).toBe(0);
  expect(out).toMatch(/history\.csv: 20 rows/);
  const rows = (await readFile(written, "utf8")).replace("\ufeff", "").trim().split("\r\n");
  expect(rows[0]).toBe("year,people,outcome,units");
  const whole = rows.slice(1, 17).map((row) => {
    const [year, people, outcome, units] = row.split(",");
    return [Number(year), Number(people), outcome, Math.round(Number(units))];
  });
  const { history } = await readPlan(sources, study.plan, study.savings, { seed: 1 });
  expect(history.map((row) => [row.year, row.people, row.outcome, row.units])).toEqual(whole);
  const refused = await capturedCli(["history", join(sample, "study.yaml"), "--out", written]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/no people followed one by one/) });
});
