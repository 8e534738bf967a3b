import { canonicalJson } from "@kontrafakt/base";
import { charts, languageCodes, renderReport, renderSvg, summaryLines, tables } from "@kontrafakt/report";
import type { VerdictCode } from "@kontrafakt/savings";
import type { MatchedResults } from "@kontrafakt/study";
import { describe, expect, test } from "vitest";
import { exampleResults } from "./example.js";
import { groupsExample } from "./example-groups.js";
import { formula, hostileResults, proto, script } from "./hostile.js";

const results = exampleResults();

/** Each match with its surroundings: short to read where it fails. */
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(new RegExp(pattern, pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`))].map((m) =>
    text.slice(Math.max(0, m.index - 40), m.index + 60),
  );

/** As read back from results.json: NaN is null, Infinity a text. */
const asRead = (r: MatchedResults) => JSON.parse(canonicalJson(r)) as MatchedResults;

/** What is missing in the worst case: nothing matched, nothing priced, nothing known. */
function emptyResults(): MatchedResults {
  const figure = { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  return {
    ...results,
    title: "",
    study: {},
    inputs: [],
    lock: { status: "not-locked", deviations: [] },
    flow: { files: [], people: [] },
    waves: [],
    analysed: { starters: "<5", matched: 0, controls: 0, unmatched: "<5" },
    balance: { ...results.balance, rows: [], waves: [], worst: Number.NaN, passed: false },
    outcomes: [],
    effects: { estimator: "", clusters: 0, terms: [], estimate: [], df: [], covariance: [] },
    savings: {
      ...results.savings,
      years: [],
      payers: [],
      consequences: [],
      lines: [],
      breakEven: { year: null, surelyBy: null, share: [] },
      shares: [],
      notMeasured: [],
      figures: [],
      tornado: [],
      bookable: [],
      transfers: [],
      payerShares: [],
      parameters: undefined,
      persistence: { form: "none", until: 2024, source: "", ageOut: null, outcomes: [], remaining: [], followUp: [] },
      scaled: undefined,
      subgroups: undefined,
      listPrices: undefined,
      human: [],
    },
    verification: {
      ...results.verification,
      verdict: "too-early",
      evaluated: figure,
      evidence: undefined,
      inference: undefined,
      rows: [],
      budget: [],
      waterfall: [],
      gap: [],
      reconciliation: [],
      prior: undefined,
      caps: ["pre-trend"],
    },
    money: { prices: [], costs: [], claim: [], budget: [], facts: {} },
    problems: [],
  };
}

describe.each(languageCodes)("in %s", (language) => {
  test("charts compile without a warning and draw without a hole", async () => {
    const all = charts(results, language);
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(new Set(all.map((c) => c.name)).size).toBe(all.length);
    for (const { name, spec, title } of all) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      const svg = await renderSvg(spec);
      expect(svg).toMatch(
        new RegExp(`^<svg[^>]*role="img" lang="${language}" aria-labelledby="${name}-title ${name}-description"><title`),
      );
      expect(svg).toContain(title.replaceAll("&", "&amp;"));
      expect(found(svg, /NaN|undefined|Infinity|\[object|href=/)).toEqual([]);
      expect(JSON.stringify(spec)).not.toMatch(/"url"/);
    }
  }, 30_000);

  test("the report is one document that asks for nothing", async () => {
    const page = await renderReport(results, language);
    expect(page.startsWith(`<!doctype html>\n<html lang="${language}">`)).toBe(true);
    expect(found(page, /<script|<link|<img|<iframe|@import|url\(|src=|javascript:|\son[a-z]+="/i)).toEqual([]);
    expect(page.match(/https?:\/\/[^"]+/g)?.filter((u) => !u.startsWith("http://www.w3.org/"))).toEqual([]);
    expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(8);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(found(page, /NaN|undefined|\[object|Infinity|\bnull\b|kr\.\./)).toEqual([]);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const table of page.match(/<table>.*?<\/table>/gs) ?? []) expect(table).toMatch(/<caption>\S.*<th scope="col"/s);
    expect(page).toContain("cohort.eligibleAges");
    expect(await renderReport(results, language)).toBe(page);
  });

  test("reading results back from JSON changes no word", async () => {
    expect(await renderReport(asRead(results), language)).toBe(await renderReport(results, language));
    expect(tables(asRead(results), language)).toEqual(tables(results, language));
  });

  test.each(["cannot-tell", "extra-cost"] as VerdictCode[])("a verdict its numbers do not bear out: %s", async (verdict) => {
    const judged = { ...results, verification: { ...results.verification, verdict } };
    const page = await renderReport(judged, language);
    expect(page).toContain(`class="verdict v-${verdict}"`);
    expect(found(page, /NaN|undefined|[Pp]romis|[Cc]ontradict|[Ll]ovet|[Ll]øfte|[Mm]odsig/)).toEqual([]);
  });

  test("results with next to nothing in them still make a report", async () => {
    for (const empty of [emptyResults(), asRead(emptyResults())]) {
      const page = await renderReport(empty, language);
      expect(found(page, /NaN|undefined|\[object|\bnull\b/)).toEqual([]);
      expect(page).toMatch(/<h1>\S/);
      expect(summaryLines(empty, language).length).toBeGreaterThan(2);
      for (const { csv } of tables(empty, language)) expect(found(csv, /NaN|undefined|null/)).toEqual([]);
    }
  });

  test("about ten lines for the terminal", () => {
    const lines = summaryLines(results, language);
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines.length).toBeLessThanOrEqual(13);
    expect(lines.join("\n")).not.toMatch(/\u00a0|NaN|undefined/);
  });

  test("tables: every figure once, numbers in the language's way", () => {
    const all = tables(results, language);
    expect(all.map((t) => t.name)).toEqual([
      "flow",
      "waves",
      "balance",
      "balance-waves",
      "balance-periods",
      "balance-scores",
      "effects",
      "events",
      "paths",
      "cells",
      "estimators",
      "two-way-weights",
      "inference",
      "savings",
      "payers",
      "claim",
      "prices",
      "budget",
      "figures",
      "switching",
      "uncertainty",
      "tornado",
      "scaled",
      "subgroups",
      "transfers",
      "payer-shares",
      "bookable",
      "waterfall",
      "gap",
      "reconciliation",
      "list-prices",
      "parameters",
      "withheld",
    ]);
    for (const { csv } of all) {
      const [header, ...rows] = csv.slice(1).trimEnd().split("\r\n");
      const width = header.split(language === "da" ? ";" : ",").length;
      expect(rows.length).toBeGreaterThan(0);
      if (!csv.includes('"')) for (const row of rows) expect(row.split(language === "da" ? ";" : ",")).toHaveLength(width);
    }
    expect(all.find((t) => t.name === "prices")?.csv).toContain(language === "da" ? ";1150,5;" : ",1150.5,");
    expect(all.find((t) => t.name === "prices")?.csv).toMatch(language === "da" ? /;dage;/ : /,days,/);
    expect(all.find((t) => t.name === "payers")?.csv).toContain(language === "da" ? "ikke målt" : "not measured");
  });

  test("other estimators are told beside the matched one, and a failed one with its reason", async () => {
    const page = await renderReport(results, language);
    const section = page.slice(page.indexOf('<section id="estimators"'), page.indexOf('<section id="inference"'));
    expect(section).toContain("Lærebogens metode efter hold og kvartal, uden matchning");
    expect(section).toMatch(language === "da" ? /7 af 64 vægte er negative/ : /7 of 64 weights are negative/);
    expect(section).toMatch(language === "da" ? /lot har intet tal/ : /lot has no figure/);
    expect(section.match(/<svg/g)).toHaveLength(2);
    const told = tables(results, language).find((t) => t.name === "estimators")?.csv ?? "";
    // Two outcomes: the textbook's four averages with nine parts, six others, the failed one.
    expect(told.trimEnd().split("\r\n")).toHaveLength(1 + 2 * (4 + 9 + 6 + 1));
    const without = { ...results, outcomes: results.outcomes.map(({ beside: _, ...o }) => o) };
    expect(await renderReport(without, language)).not.toMatch(/id="estimators"|#estimators/);
  });

  test("how sure the figures are: what is independent and why, the second test, every method with its limits", async () => {
    const page = await renderReport(results, language);
    const section = page.slice(page.indexOf('<section id="inference"'), page.indexOf('<section id="assumptions"'));
    const say = (en: RegExp, da: RegExp) => expect(section).toMatch(language === "da" ? da : en);
    say(
      /take 20 schools as independent of one another, &lt;5 of them with the programme; the largest has 40% of the starters\. The reason: matched sets cross clusters/,
      /regner 20 skoler for uafhængige af hinanden, &lt;5 af dem med indsatsen; i den største er 40.% af deltagerne\. Begrundelse: de matchede sæt/,
    );
    say(/\(CR2\); degrees of freedom by Bell and McCaffrey/, /\(CR2\); frihedsgrader efter Bell og McCaffrey/);
    say(/9,999 times by lot.*one-sided p = 0\.002; it takes p &lt; 0\.025\. It agrees/, /9\.999 gange ved lod.*Den er enig/);
    say(/no limit to /, /ingen grænse til /);
    say(
      /Few treated clusters \(Ferman–Pinto\)<\/th><td class="n">[^<]+<\/td><td class="n">–</,
      /Få klynger med indsatsen \(Ferman–Pinto\)/,
    );
    say(/zero lies on the other side of the limits/, /ligger nul på den anden side af grænserne/);
    // Two outcomes by the textbook's estimator, one by the matched comparison, and money.
    expect(section.match(/<svg/g)).toHaveLength(4);
    expect(section.match(/<table>/g)).toHaveLength(5);
    const told = tables(results, language).find((t) => t.name === "inference")?.csv ?? "";
    expect(told.trimEnd().split("\r\n")).toHaveLength(1 + 4 * 9);
    const { inference: _, evidence: __, ...verification } = results.verification;
    const without = { ...results, verification, outcomes: results.outcomes.map(({ inference: _, beside: __, ...o }) => o) };
    expect(await renderReport(without, language)).not.toMatch(/id="inference"|#inference/);
  });

  test("what it is worth: every bottom line, observed apart from assumed, and what would have to change", async () => {
    const page = await renderReport(results, language);
    const part = (id: string) => page.slice(page.indexOf(`<section id="${id}"`)).split("</section>")[0];
    const say = (id: string, en: RegExp, da: RegExp) => expect(part(id)).toMatch(language === "da" ? da : en);
    say(
      "worth",
      /All public payers together<\/th><td class="n">29\.10</,
      /Alle offentlige betalere samlet<\/th><td class="n">29,10</,
    );
    say("worth", /below −1\.20 or above 0\.40/, /under −1,20 eller over 0,40/);
    say("worth", /<li>118 starters instead of 228<\/li>/, /<li>118 deltagere i stedet for 228<\/li>/);
    say("worth", /rules of Denmark \(parameters in the edition of 2021\)/, /reglerne i Danmark \(parametre i udgaven 2021\)/);
    say("later", /fade by the same share each year, until 2027/, /aftage med den samme andel hvert år, til og med 2027/);
    say("payers", /pays 88% of the cost and gets 65% of the saving/, /betaler 88.% af udgiften og får 65.% af besparelsen/);
    say(
      "claim",
      /Lower spending in the accounts<\/th><td class="n">not known</,
      /Lavere forbrug i regnskabet<\/th><td class="n">kendes ikke</,
    );
    say("claim", /by DKK.−5\.0.million: how many started DKK.−3\.1/, /med −5,0.mio\..kr\.: hvor mange der startede −3,1/);
    say("claim", /1 of 2 rows differs by more than 5%/, /1 af 2 rækker afviger mere end 5/);
    say("bookable", /<td class="n">nothing</, /<td class="n">intet</);
    say(
      "depends",
      /probability of a saving is above 99%, of at least/,
      /sandsynligheden for en besparelse over 99.%, for mindst/,
    );
    say("savings", /Beside the money: School absence \(better\)/, /Ved siden af pengene: Skolefravær \(bedre\)/);
    say(
      "method",
      /A newer edition, 2023-06, would change: tax distortion/,
      /En nyere udgave, 2023-06, ville ændre: skatteforvridning/,
    );
  });

  test("probability is a word only where a prior is declared", async () => {
    const { prior: _, ...verification } = results.verification;
    const page = await renderReport({ ...results, verification }, language);
    const depends = page.slice(page.indexOf('<section id="depends"')).split("</section>")[0];
    expect(depends).toMatch(language === "da" ? /studiet erklærer ingen/ : /the study declares none/);
    expect(found(depends, language === "da" ? /sandsynligheden for/ : /probability of/)).toEqual([]);
  });

  test("sections with nothing to say are not there", async () => {
    const page = await renderReport(emptyResults(), language);
    for (const id of ["later", "worth", "bookable", "depends", "subgroups"]) {
      expect(page).not.toContain(`id="${id}"`);
      expect(page).not.toContain(`href="#${id}"`);
    }
  });

  test("less spent and worse outcomes at the same time warns on the first screen and beside the savings", async () => {
    const outcomes = results.outcomes.map((o) =>
      o.name === "absence" ? { ...o, mean: { ...o.mean, estimate: 0.9, lower: 0.2, upper: 1.6 } } : o,
    );
    const human = [{ ...results.savings.human[0], estimate: 0.9, lower: 0.2, upper: 1.6, direction: "worse" as const }];
    const page = await renderReport({ ...results, outcomes, savings: { ...results.savings, human } }, language);
    expect(
      found(page, language === "da" ? /Der er brugt færre penge på ydelser, samtidig/ : /less was spent on services while/),
    ).toHaveLength(2);
  });

  test("a study of groups is told without matching, balance or people", async () => {
    for (const groups of [groupsExample(), JSON.parse(canonicalJson(groupsExample())) as ReturnType<typeof groupsExample>]) {
      const page = await renderReport(groups, language);
      expect(found(page, /<script|<link|<img|src=|NaN|undefined|\[object|Infinity|\bnull\b|kr\.\./)).toEqual([]);
      for (const id of ["who", "comparability", "paths", "simpler", "estimators"]) expect(page).not.toContain(`id="${id}"`);
      for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`);
      const text = page.replace(/<style>.*?<\/style>/s, "").replace(/<table>.*?<\/table>/gs, "");
      expect(found(text, language === "da" ? /match(?!et)|vægtede/i : /match(?!ed\b)|weighted/i)).toEqual([]);
      expect(page).toMatch(language === "da" ? />aldrig<\/th><td class="n">2\.721</ : />never<\/th><td class="n">2,721</);
      expect(charts(groups, language).map((c) => c.name)).toEqual(
        expect.arrayContaining(["claim", "outcome-effects", "event-study-placement", "payers"]),
      );
      expect(
        tables(groups, language)
          .map((t) => t.name)
          .slice(0, 4),
      ).toEqual(["cohorts", "flow", "effects", "events"]);
      expect(summaryLines(groups, language).length).toBeGreaterThan(6);
    }
  });

  test("attacks are text everywhere", async () => {
    const hostile = hostileResults();
    const page = await renderReport(hostile, language);
    expect(found(page, /<script|<i>|<b>/i)).toEqual([]);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain(formula.replaceAll("'", "&#39;"));
    expect(page).toContain(proto);
    expect(found(page, /\[object|native code|NaN|undefined/)).toEqual([]);
    for (const { name, spec } of charts(hostile, language)) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      const svg = await renderSvg(spec);
      expect(found(svg, /<script|\[object|native code|NaN/)).toEqual([]);
    }
    const payers = await renderSvg(charts(hostile, language).filter((c) => c.name === "payers")[0].spec);
    for (const text of [proto, formula, "&lt;script&gt;"]) expect(payers).toContain(text);
    for (const { csv } of tables(hostile, language)) {
      for (const cell of csv.slice(1).split(/[;,]|\r\n/)) expect(cell).not.toMatch(/^"?[=@]/);
      expect(csv).not.toContain(`${script}\u0000`);
    }
  }, 30_000);
});
