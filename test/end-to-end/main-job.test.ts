import { readFileSync } from "node:fs";
import { canonicalJson, yearOfPeriod } from "@kontrafakt/base";
import { pseudonyms, readCohort } from "@kontrafakt/cohort";
import { renderReport } from "@kontrafakt/report";
import { monetize } from "@kontrafakt/savings";
import {
  type Evaluation,
  effectsOf,
  evaluate,
  lockStudy,
  type MatchedResults,
  matchStudy,
  readResults,
  type Study,
} from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { publishFiles } from "../../packages/kontrafakt/src/cli/output-files.js";
import { parseYaml } from "../../packages/study/src/parse-yaml.js";
import { sampleBytes, sampleStudy } from "../determinism/sample.js";
import { analysedQuarters } from "./analysed.js";
import { csvRows } from "./csv-rows.js";

interface Truth {
  readonly effects: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
}

const { study, sources } = sampleStudy();
const context = { seed: study.seed };
let evaluation: Evaluation;
/** As any reader of results.json has them. */
let results: MatchedResults;
let published: readonly { readonly path: string; readonly text: string }[];
const report = (path: string) => published.find((f) => f.path === path)?.text ?? "";

beforeAll(async () => {
  const lock = await lockStudy(study, sources, context);
  evaluation = await evaluate(study, sources, context, lock);
  results = readResults(canonicalJson(evaluation.results), "results.json") as MatchedResults;
  published = await publishFiles(results, "da", ["en"]);
}, 120_000);

const text = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);

describe("what went in", () => {
  test("each file's rows are those of the file, and are used or listed", () => {
    expect(results.flow.files.map((f) => f.file)).toEqual(["people.csv", "services.csv", "residence.csv", "absence.csv"]);
    for (const { file, read, used, listed } of results.flow.files) {
      expect(read).toBe(csvRows(text(sampleBytes(file)), ";").length - 1);
      if (typeof listed === "number") expect(read).toBe((used as number) + listed);
      else expect([used, listed]).toEqual([`≈${read}`, "<5"]);
    }
  });

  test("every option of the study file comes back in the results", () => {
    const leaves = (value: unknown, path: string): [string, unknown][] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, v]) => leaves(v, `${path}/${key}`))
        : [[path, value]];
    const given = leaves(parseYaml(new TextDecoder().decode(sampleBytes("study.yaml")), "study.yaml").value, "");
    const back = new Map(leaves(results.study, ""));
    expect(given.length).toBeGreaterThan(100);
    expect(given.filter(([path, value]) => back.get(path) !== value)).toEqual([]);
  });

  test("the locked study, unchanged, is locked, and each file's hash is there", () => {
    expect(results.lock).toMatchObject({ status: "locked", deviations: [] });
    expect(results.inputs).toHaveLength(9);
    for (const { sha256 } of results.inputs) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("what may be published", () => {
  test("no identifier of the people file is in it", () => {
    const ids = csvRows(text(sampleBytes("people.csv")), ";")
      .slice(1)
      .map((row) => row[0]);
    const all = published.map((f) => f.text).join("\n");
    const plain = ids.filter((id) => /^B\d{5}$/.test(id));
    expect(plain.length).toBeGreaterThan(2900);
    const words = new Set(all.match(/B\d{5}/g));
    expect(plain.filter((id) => words.has(id))).toEqual([]);
    for (const id of ids.filter((i) => !plain.includes(i))) {
      const inMarkup = id.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      for (const way of [id, inMarkup, JSON.stringify(id).slice(1, -1)]) expect(all).not.toContain(way);
    }
  });

  test("nothing in the results is a list of people, sets or rows: the longest lists are cells and their covariance", () => {
    const lists: [string, number][] = [];
    const walk = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      if (Array.isArray(value)) lists.push([path, value.length]);
      for (const [key, v] of Object.entries(value)) walk(v, Array.isArray(value) ? path : `${path}.${key}`);
    };
    walk(results, "");
    const cells = results.effects.terms.length;
    expect(results.effects.covariance).toHaveLength((cells * (cells + 1)) / 2);
    const long = lists.filter(([path, length]) => length > 100 && !path.startsWith(".effects.") && path !== ".savings.lines");
    expect(long).toEqual([]);
  });
});

describe("from results.json alone", () => {
  /** Position of the covariance of two terms in the packed lower triangle. */
  const covariance = (i: number, j: number) =>
    results.effects.covariance[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)];
  const weighted = (weight: (k: number) => number) => {
    const { terms, estimate: theta } = results.effects;
    const used = terms.flatMap((_, k) => {
      const w = weight(k);
      return w === 0 ? [] : [{ k, w }];
    });
    let estimate = 0;
    let variance = 0;
    for (const i of used) {
      estimate += i.w * theta[i.k];
      for (const j of used) variance += i.w * j.w * covariance(i.k, j.k);
    }
    return { estimate, se: Math.sqrt(variance) };
  };
  const same = (found: { estimate: number; se: number }, expected: { estimate: number; se: number }) => {
    for (const part of ["estimate", "se"] as const) expect(Math.abs(found[part] / expected[part] - 1), part).toBeLessThan(1e-9);
  };
  const year = (k: number) => results.effects.terms[k].year;

  test("each outcome's total: the sum over waves and years; its mean: the same by person-periods", () => {
    for (const { name, total, mean } of results.outcomes) {
      const one = (k: number) => (results.effects.terms[k].outcome === name ? 1 : 0);
      same(weighted(one), total);
      expect(Math.abs(total.se / mean.se / (total.estimate / mean.estimate) - 1)).toBeLessThan(1e-9);
    }
  });

  test("the savings of the run, by the package that made them", async () => {
    const { study: given, periods } = results;
    const again = await monetize(
      effectsOf(results),
      { kind: "money-files", ...results.money, problems: [] },
      (given as unknown as Study).savings,
      { ...periods, unit: "quarter", ordinals: Int32Array.from(periods.ordinals) },
      context,
      results.money.facts,
    );
    expect(again.lines).toHaveLength(results.savings.lines.length);
    again.lines.forEach((line, i) => {
      const { figure, ...place } = results.savings.lines[i];
      expect(line).toMatchObject(place);
      for (const part of ["estimate", "se"] as const)
        expect(Math.abs(line.figure[part] - figure[part])).toBeLessThanOrEqual(1e-9 * Math.abs(figure[part]));
      // Degrees of freedom of a year are the wave's over all its years: limits move by a hair.
      expect(Math.abs(line.figure.lower - figure.lower)).toBeLessThanOrEqual(0.01 * figure.se);
    });
  });

  test("every gross and cashable line, discounted or not: −Σ effect · price", () => {
    const { rate, baseYear } = results.savings.discount;
    const lines = results.savings.lines.filter((l) => l.measure === "gross" || l.measure === "cashable");
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines.filter((l) => l.basis === "observed")) {
      const weight = (k: number) => {
        const { outcome } = results.effects.terms[k];
        if (line.year !== null && line.year !== year(k)) return 0;
        const prices = results.money.prices.filter(
          (p) =>
            p.consequence === outcome &&
            p.year === year(k) &&
            (line.payer === null || p.payer === line.payer) &&
            (line.consequence === null || p.consequence === line.consequence),
        );
        const price = prices.reduce((sum, p) => sum + p.amount * (line.measure === "cashable" ? p.cashable : 1), 0);
        const factor = line.discounted ? 1 / (1 + rate) ** (year(k) - baseYear) : 1;
        return -price * factor;
      };
      same(weighted(weight), line.figure);
    }
  });

  test("every assumed line: the last observed year, 30% less a year, at its prices", () => {
    const { rate, baseYear } = results.savings.discount;
    const last = results.savings.years.at(-1) as number;
    // The mean of 0.7^x over the j-th year after the window, x in years.
    const left = (j: number) => (0.7 ** j * (1 - 0.7)) / -Math.log(0.7);
    const lines = results.savings.lines.filter(
      (l) => l.basis === "assumed" && (l.measure === "gross" || l.measure === "cashable"),
    );
    expect([...new Set(lines.map((l) => l.year))]).toEqual([last + 1, last + 2, last + 3, null]);
    for (const line of lines) {
      const weight = (k: number) => {
        if (year(k) !== last) return 0;
        const price = results.money.prices
          .filter((p) => p.consequence === results.effects.terms[k].outcome && p.year === last)
          .filter((p) => (line.payer ?? p.payer) === p.payer && (line.consequence ?? p.consequence) === p.consequence)
          .reduce((sum, p) => sum + p.amount * (line.measure === "cashable" ? p.cashable : 1), 0);
        const years = [0, 1, 2].filter((j) => line.year === null || line.year === last + 1 + j);
        const factor = (j: number) => left(j) * (line.discounted ? 1 / (1 + rate) ** (last + 1 + j - baseYear) : 1);
        return -price * years.reduce((sum, j) => sum + factor(j), 0);
      };
      same(weighted(weight), line.figure);
    }
  });

  test("programme cost, net and cumulative net", () => {
    const cost = (upTo: number) =>
      results.money.costs
        .filter((c) => c.year <= upTo)
        .reduce((sum, c) => sum + (Number.isNaN(c.actual) ? c.planned : c.actual), 0);
    const line = (measure: string, of: number | null) =>
      results.savings.lines.find(
        (l) =>
          l.basis === "observed" &&
          l.measure === measure &&
          l.year === of &&
          l.payer === null &&
          l.consequence === null &&
          !l.discounted,
      )?.figure.estimate as number;
    const last = results.savings.years.at(-1) as number;
    expect(line("cost", null)).toBeCloseTo(cost(last), 4);
    expect(line("net", null)).toBeCloseTo(line("gross", null) - cost(last), 4);
    let gross = 0;
    for (const y of results.savings.years) {
      gross += line("gross", y);
      expect(line("cumulativeNet", y)).toBeCloseTo(gross - cost(y), 4);
    }
  });

  test("the primary row, and the claim's sum", () => {
    const { primary, evaluated, claim } = results.verification;
    expect(primary).toMatchObject({ measure: "gross", payers: [] });
    const years = new Set(primary.years);
    const weight = (k: number) =>
      years.has(year(k))
        ? -results.money.prices
            .filter((p) => p.consequence === results.effects.terms[k].outcome && p.year === year(k))
            .reduce((sum, p) => sum + p.amount, 0)
        : 0;
    same(weighted(weight), evaluated);
    expect(claim).toBe(results.money.claim.filter((c) => years.has(c.year)).reduce((sum, c) => sum + c.amount, 0));
  });
});

describe("beside the planted truth, for exactly the people analysed", () => {
  const truth = JSON.parse(
    readFileSync(new URL("../../data-samples/early-support/truth.json", import.meta.url), "utf8"),
  ) as Truth;
  const total = new Map<string, number>();
  let saving = 0;

  beforeAll(async () => {
    const key = new Uint8Array(32).fill(1);
    const { panel } = await readCohort(sources, study.cohort, { ...context, key });
    const ids = [...new Set(Object.values(truth.effects).flatMap((effects) => Object.keys(effects)))];
    const idOf = new Map(pseudonyms(ids, key).map((name, i) => [name, ids[i]]));
    const quarters = analysedQuarters(panel, matchStudy(panel, study, context).comparison, study.effects.baseWindow);
    const people = new Map<string, number>();
    for (const { outcome, wave, time, unit } of quarters) {
      const cell = `${outcome} ${wave} ${time}`;
      people.set(cell, (people.get(cell) ?? 0) + 1);
      const effect = truth.effects[outcome][idOf.get(panel.ids[unit]) as string][time - wave] as number;
      total.set(outcome, (total.get(outcome) ?? 0) + effect);
      for (const p of results.money.prices)
        if (p.consequence === outcome && p.year === yearOfPeriod(time, "quarter")) saving -= effect * p.amount;
    }
    for (const { outcome, group, time, event, n } of evaluation.internal.effects.terms)
      if ((event as number) >= 0 && people.get(`${outcome} ${group} ${time}`) !== n)
        throw new Error(`${n} people in ${outcome} ${group} ${time}`);
  }, 60_000);

  test("each outcome's total lies within three standard errors of it, and its interval covers it", () => {
    for (const { name, total: found } of results.outcomes) {
      const t = total.get(name) as number;
      expect(t, name).toBeLessThan(0);
      expect(Math.abs(found.estimate - t) / found.se, name).toBeLessThan(3);
    }
    const covered = results.outcomes.filter(
      ({ name, total: f }) => f.lower <= (total.get(name) as number) && (total.get(name) as number) <= f.upper,
    );
    expect(covered.length).toBeGreaterThanOrEqual(3);
  });

  test("the saving's interval covers the true saving", () => {
    const { lower, upper } = results.verification.evaluated;
    expect(saving).toBeGreaterThan(0);
    expect(lower).toBeLessThan(saving);
    expect(upper).toBeGreaterThan(saving);
  });

  test("before–after overstates it, and treated versus rest has the wrong sign", () => {
    const price = (name: string) =>
      results.money.prices.filter((p) => p.consequence === name && p.year === 2024).reduce((s, p) => s + p.amount, 0);
    const priced = results.outcomes.filter((o) => o.priced);
    const saved = (of: (o: MatchedResults["outcomes"][number]) => number) =>
      priced.reduce((sum, o) => sum - price(o.name) * of(o), 0);
    expect(saved((o) => o.naive.beforeAfter)).toBeGreaterThan(saving);
    expect(saved((o) => o.naive.treatedVersusRest)).toBeLessThan(0);
  });
});

describe("the verdict", () => {
  const words = {
    da: {
      reached: "Påvist: mindst som forudsat",
      "in-line": "Påvist: i tråd med det forudsatte",
      smaller: "Påvist: mindre end forudsat",
      "below-claim": "Ikke påvist: forudsat beløb ikke nået",
      "cannot-tell": "Kan ikke afgøres",
      "extra-cost": "Merudgift påvist",
      "too-early": "For tidligt at afgøre",
    },
    en: {
      reached: "Shown: at least as expected",
      "in-line": "Shown: in line with what was expected",
      smaller: "Shown: smaller than expected",
      "below-claim": "Not shown: expected amount not reached",
      "cannot-tell": "Cannot be determined",
      "extra-cost": "Extra cost shown",
      "too-early": "Too early to tell",
    },
  };
  /** Text of the report as it is read, without markup. */
  const read = (path: string) =>
    report(path)
      .replace(/<style[\s\S]*?<\/style>/g, "")
      .replace(/<[^>]*>/g, " ")
      .replaceAll("\u00a0", " ")
      .replaceAll("&#39;", "'")
      .replace(/\s+/g, " ");
  const millions = (value: number, decimal: string) => (value / 1e6).toFixed(1).replace("-", "−").replace(".", decimal);

  test("is the one of the seven that its numbers and the second test call for", () => {
    const { evaluated, claim: C, verdict, evidence } = results.verification;
    const shown = evidence === undefined || evidence.p < 0.025;
    const L = shown ? evaluated.lower : Math.min(0, evaluated.lower);
    const U = evaluated.upper;
    const rule =
      U < 0 ? "extra-cost" : L >= C ? "reached" : L > 0 ? (U < C ? "smaller" : "in-line") : U < C ? "below-claim" : "cannot-tell";
    expect(verdict).toBe(rule);
  });

  test("stands in both reports in the words of the design, with the numbers of results.json", () => {
    const { evaluated, claim, verdict } = results.verification;
    for (const [path, decimal] of [
      ["report.html", ","],
      ["report.en.html", "."],
    ] as const) {
      const page = read(path);
      for (const value of [evaluated.estimate, evaluated.lower, evaluated.upper, claim])
        expect(page, path).toContain(millions(value, decimal));
    }
    for (const code of Object.keys(words.da) as (typeof verdict)[]) {
      expect(read("report.html").includes(words.da[code])).toBe(code === verdict);
      expect(read("report.en.html").includes(words.en[code])).toBe(code === verdict);
    }
  });
});

describe("a study that was changed after it was locked", () => {
  test("has each change listed, old and new, and the report shows them", async () => {
    const lock = await lockStudy(study, sources, context);
    const changed = {
      ...study,
      matching: { ...study.matching, caliper: 0.15 },
      savings: { ...study.savings, draws: 1000 },
    };
    const { results: later } = await evaluate(changed, sources, context, lock);
    expect(later.lock.status).toBe("deviates");
    expect(later.lock.deviations).toEqual([
      { what: "matching.caliper", locked: "0.2", now: "0.15" },
      { what: "savings.draws", locked: "10000", now: "1000" },
    ]);
    for (const language of ["da", "en"] as const) {
      const html = await renderReport(readResults(canonicalJson(later), "results.json"), language);
      const section = /<section id="deviations"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
      for (const part of ["matching.caliper", "0.2", "0.15", "savings.draws", "10000", "1000"])
        expect(section).toContain(`>${part}<`);
    }
  }, 60_000);
});
