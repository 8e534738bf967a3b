import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "@kontrafakt/base";
import { NEVER } from "@kontrafakt/cohort";
import { renderReport, summaryLines } from "@kontrafakt/report";
import { type MatchedResults, readResults, type Study } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { speakOf } from "../../packages/report/src/language.js";
import { assumptionLines } from "../../packages/report/src/narrative/assumption-lines.js";
import { bracketPart } from "../../packages/report/src/sections/bracket-part.js";
import { candidatesTable } from "../../packages/report/src/sections/candidates-table.js";
import type { MatchedPage } from "../../packages/report/src/sections/page.js";
import { evaluateRead, readStudy } from "../../packages/study/src/evaluate.js";
import { parseStudy } from "../../packages/study/src/parse-study.js";
import { sampleStudy } from "../determinism/sample.js";
import { partOf } from "./part-of.js";

const OUTCOMES = ["placement", "absence"];
const { study: sample, sources } = sampleStudy();
let read: Awaited<ReturnType<typeof readStudy>>;
/** Sum over all starters of the days each outcome changed by, as the world was made. */
const truth = (() => {
  const path = fileURLToPath(new URL("../../data-samples/early-support/truth.json", import.meta.url));
  const { effects } = JSON.parse(readFileSync(path, "utf8")) as { effects: Record<string, Record<string, (number | null)[]>> };
  const sum = (outcome: string) =>
    Object.values(effects[outcome])
      .flat()
      .reduce<number>((total, days) => total + (days ?? 0), 0);
  return Object.fromEntries(Object.keys(effects).map((outcome) => [outcome, sum(outcome)]));
})();

beforeAll(async () => {
  const { money, cohort } = await readStudy(sample, sources, { seed: sample.seed });
  // All starters, half of the others and half of the outcomes: each method is to run, not to be precise.
  const panel = partOf(cohort.panel, (i) => cohort.panel.firstTreated[i] !== NEVER || i % 2 === 0);
  const known = <R extends { readonly consequence: string }>(rows: readonly R[]) =>
    rows.filter((r) => OUTCOMES.includes(r.consequence));
  read = {
    money: { ...money, prices: known(money.prices), claim: known(money.claim), budget: [] },
    cohort: { ...cohort, panel: { ...panel, measures: panel.measures.filter((m) => OUTCOMES.includes(m.name)) } },
  };
}, 60_000);

/** The sample with other matching options, as a municipality would write them. */
async function run(matching: object): Promise<MatchedResults> {
  const { anticipation, history } = sample.matching;
  const written = {
    anticipation,
    history: { ...history, outcomes: OUTCOMES, windows: [[1, 4]] },
    exclude: ["household"],
    peak: { bracket: "never" },
    ...matching,
  };
  const { cohort } = sample;
  const outcomes = Object.fromEntries(OUTCOMES.map((name) => [name, cohort.outcomes[name]]));
  const text = JSON.stringify({
    ...sample,
    cohort: { ...cohort, outcomes },
    matching: written,
    savings: { ...sample.savings, draws: 1000 },
    effects: { ...sample.effects, estimators: {} },
  });
  const { study, problems } = parseStudy(text, "study.yaml");
  expect(problems).toEqual([]);
  const { results } = await evaluateRead(study as Study, read, { seed: sample.seed }, []);
  return readResults(canonicalJson(results), "results.json") as MatchedResults;
}

const total = (results: MatchedResults, outcome: string) => {
  const found = results.outcomes.find((o) => o.name === outcome);
  if (found === undefined) throw new Error(`no ${outcome}`);
  return { estimate: found.total.estimate, away: (found.total.estimate - truth[outcome]) / found.total.se };
};

describe.each<[method: string, matching: object, en: RegExp, da: RegExp]>([
  [
    "nearest",
    { distance: "mahalanobis", order: "closest", replace: true, reuseLimit: 2, exact: ["sex"], calipers: { age: 1 } },
    /matched with up to 3 controls on how alike[\s\S]*always has the same Sex[\s\S]*up to 2 starters/,
    /matches hver deltager med op til 3/,
  ],
  [
    "exact",
    { exact: ["sex", "singleParent"], history: { windows: [[1, 4]], outcomes: ["placement"] } },
    /exactly the same Sex and Single parent/,
    /præcis samme Køn og Enlig forsørger/,
  ],
  [
    "coarsened",
    { covariates: ["sex", "age"], history: { windows: [[1, 4]], outcomes: ["placement"] }, coarsening: { cuts: 4 } },
    /cut into intervals/,
    /deles i intervaller/,
  ],
  [
    "ipw",
    { weighting: { trim: { weight: 0.99 } } },
    /inverse probability weighting[\s\S]*Weights above the 99% quantile/,
    /omvendt sandsynlighedsvægtning/,
  ],
  ["entropy", {}, /entropy balancing/, /entropibalancering/],
  ["cbps", {}, /covariate balancing propensity score/, /covariate balancing propensity score/],
])("method %s", (method, matching, en, da) => {
  let results: MatchedResults;
  beforeAll(async () => {
    results = await run({ method, ...matching });
  }, 60_000);

  test("finds the fall in absence and placement that the world was made with", () => {
    for (const outcome of OUTCOMES) {
      const { estimate, away } = total(results, outcome);
      expect(estimate).toBeLessThan(0);
      expect(Math.abs(away)).toBeLessThan(4);
    }
    expect(results.matching.method).toBe(method);
    expect(results.study.matching).toMatchObject(matching);
  });

  test("is told in both languages", async () => {
    const isWeighted = ["ipw", "entropy", "cbps"].includes(method);
    const lines = (code: "en" | "da") => assumptionLines(results, speakOf(results, code)).join("\n");
    expect(lines("en")).toMatch(en);
    expect(lines("da")).toMatch(da);
    // One language in full for each, since charts take most of the time.
    const code = ["exact", "ipw", "cbps"].includes(method) ? "da" : "en";
    const page = await renderReport(results, code);
    const weighted = { en: "Weighted comparison", da: "Vægtet sammenligning" }[code];
    const matched = { en: "Matched comparison", da: "Matchet sammenligning" }[code];
    expect([page.includes(weighted), page.includes(matched)]).toEqual([isWeighted, !isWeighted]);
    // Not what was noted along the way, whose sentences are the same for all methods.
    const rest = page.replace(/<section id="assumptions"[\s\S]*?<\/section>/, "");
    if (isWeighted) expect(rest).not.toMatch(/after matching|matched sets?\b|efter matchning|matchede? sæt|undefined/i);
    expect(summaryLines(results, "da").join("\n")).not.toContain("undefined");
  });
});

describe("history and base before the peak", () => {
  test("stand beside the declared ones, told roughly", async () => {
    const results = await run({ peak: { bracket: "always" } });
    const { bracket } = results;
    expect(bracket).toMatchObject({ gap: 4, declaredGap: 0, outcomes: [{ outcome: "placement" }, { outcome: "absence" }] });
    const absence = bracket?.outcomes[1].total;
    expect(absence?.upper).toBeLessThan(0);
    expect(String(absence?.estimate)).toMatch(/^-\d+0$/);
    expect(results.verification.caps.includes("depends-on-base")).toBe(bracket?.agrees === false);
    const page = bracketPart({ results, speaker: speakOf(results, "da") } as MatchedPage).html;
    expect(page).toContain("Hvis deltagerne blev henvist, da det var værst");
    expect(page).toContain("4 kvartaler");
  });

  test("cannot be told where the data do not reach so far back, and that is said", async () => {
    const results = await run({ peak: { bracket: "always", shift: 40 } });
    expect(results.bracket).toBeUndefined();
    const said = results.problems.find((p) => p.code === "study/bracket-not-run");
    expect(said).toMatchObject({ severity: "warning", params: { gap: 40, code: "matching/no-history" } });
  });
});

test("several specifications are compared by balance, and the report tells which was used", async () => {
  const results = await run({
    candidates: [
      { name: "Weights", method: "entropy" },
      { name: "Caliper 0", caliper: 0 },
    ],
  });
  const { choice, method, used } = results.matching;
  expect(choice?.candidates.map((c) => c.name)).toEqual(["declared", "Weights", "Caliper 0"]);
  expect(choice?.candidates[2]).toMatchObject({ chosen: false, failed: "matching/nobody-matched" });
  expect(method).toBe(choice?.candidates[1].chosen ? "entropy" : "nearest");
  expect(used).toMatchObject({ method });
  const page = candidatesTable({ results, speaker: speakOf(results, "en") }).html;
  expect(page).toContain("“Weights”");
  expect(page).toContain("could not be matched");
});
