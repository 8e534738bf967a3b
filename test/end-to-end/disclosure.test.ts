import { canonicalJson } from "@kontrafakt/base";
import { readCohort, withheldBecause } from "@kontrafakt/cohort";
import { TREATED } from "@kontrafakt/matching";
import { type Evaluation, evaluate, type MatchedResults, matchStudy, nearEarlier, readResults } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { publishFiles } from "../../packages/kontrafakt/src/cli/output-files.js";
import { csvRows } from "./csv-rows.js";
import { tellingStudy } from "./disclosure-study.js";

// An attacker has everything in publish/, knows how it is made, and subtracts.
const T = 5;
const given = tellingStudy();
let evaluation: Evaluation;
let results: MatchedResults;
let published: ReadonlyMap<string, string>;

beforeAll(async () => {
  evaluation = await evaluate(given.study, given.sources, { seed: 1 });
  results = readResults(canonicalJson(evaluation.results), "results.json") as MatchedResults;
  const files = await publishFiles(results, "en", ["da"]);
  published = new Map(files.map(({ path, text }) => [path, text]));
}, 60_000);

const file = (path: string) => published.get(path) ?? "";
const table = (name: string) => csvRows(file(`tables/${name}.csv`), ",");
const exact = (counts: readonly unknown[]) => counts.filter((n): n is number => typeof n === "number");
const apart = (counts: readonly number[], what: string) => {
  for (const a of counts)
    for (const b of counts) if (a !== b) expect(Math.abs(a - b), `${what}: ${a} and ${b}`).toBeGreaterThanOrEqual(T);
};

/** Counts of starters told exactly, wherever they stand. */
const starterCounts = (r: MatchedResults) => [
  ...exact([r.analysed.starters, r.analysed.matched]),
  ...exact(r.flow.people.map((p) => p.treated)),
  ...exact(r.outcomes.flatMap((o) => o.events.map((e) => e.n))),
  ...exact(r.problems.flatMap((p) => [p.params.starters, p.params.treated])),
];

describe("counts of people", () => {
  test("the study has what there is to find: single leavers, few faulty rows", () => {
    const n = evaluation.internal.effects.terms.filter(
      (t) => t.outcome === "placement" && t.group === 8080 && (t.event as number) >= 0,
    );
    const steps = n.slice(1).map((t, i) => n[i].n - t.n);
    expect(steps.filter((left) => left === 1)).toHaveLength(given.secrets.leavers.length);
    expect(evaluation.internal.ledger.files.map((f) => f.rowsListed)).toEqual([2, 1, 0]);
  });

  test("nothing told exactly is few, and nothing told of starters or people differs by few", () => {
    const { analysed, flow, waves } = results;
    const rows = flow.files.flatMap((f) => [f.read, f.used, f.listed, ...f.reasons.map((r) => r.rows)]);
    const wave = waves.flatMap((w) => [w.starters, w.matched, w.controls]);
    const steps = flow.people.flatMap((p) => [p.people, p.treated]);
    for (const n of exact([...rows, ...wave, ...steps, ...Object.values(analysed), ...starterCounts(results)]))
      expect(n === 0 || n >= T, String(n)).toBe(true);
    apart(starterCounts(results), "starters");
    apart(exact([...flow.people.map((p) => p.people), flow.files[0].read, flow.files[0].used]), "people");
    apart(
      exact(
        flow.people.flatMap((p) => (typeof p.people === "number" && typeof p.treated === "number" ? [p.people - p.treated] : [])),
      ),
      "others",
    );
  });

  test("no sum gives a withheld count: rows of files, reasons, waves", () => {
    for (const { read, used, listed, reasons } of results.flow.files) {
      if (typeof read === "number" && typeof used === "number") expect(read - used === 0 || read - used >= T).toBe(true);
      const left = reasons.filter((r) => r.listed);
      const hidden = left.filter((r) => typeof r.rows === "string");
      if (typeof listed === "number") expect(hidden).toEqual([]);
    }
    for (const w of results.waves)
      if (typeof w.starters === "number" && typeof w.matched === "number")
        expect(w.starters - w.matched === 0 || w.starters - w.matched >= T).toBe(true);
  });

  test("effects carry no count, and degrees of freedom of one wave are no count of its people", () => {
    expect(
      results.effects.terms.flatMap((t) => Object.keys(t)).filter((key) => /^(n|controls|personPeriods)$/.test(key)),
    ).toEqual([]);
    expect(table("cells")[0].some((head) => /starters|controls|person/i.test(head))).toBe(false);
    const late = results.outcomes.flatMap((o) => o.events.filter((e) => e.event >= 10 || e.event <= -9));
    expect(late.length).toBeGreaterThan(0);
    for (const e of late) expect(e.df % 5).toBe(0);
  });

  test("the number of people is not in the digits of a mean", () => {
    let checked = 0;
    for (const o of results.outcomes) {
      for (const value of o.paths.treated) {
        if (value === null) continue;
        checked++;
        // Every number of people near the true one has a whole number of days that gives the mean as told.
        for (let n = 24; n <= 68; n++) {
          const nearest = Math.round(value * n) / n;
          expect(Math.abs(nearest - value)).toBeLessThanOrEqual(0.5 / n + 1e-12);
        }
        expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
      }
    }
    expect(checked).toBeGreaterThan(20);
  });
});

describe("the one child in secure placement", () => {
  test("has no figure, no line, and no difference of lines", () => {
    const secure = results.outcomes.find((o) => o.name === "secure");
    expect(secure).toMatchObject({ withheld: "few", events: [], paths: { event: [], treated: [] } });
    expect([secure?.mean.estimate, secure?.total.estimate, secure?.naive.beforeAfter].every((x) => Number.isNaN(x))).toBe(true);
    expect(results.effects.terms.some((t) => t.outcome === "secure")).toBe(false);
    expect(results.savings.lines.some((l) => l.consequence === "secure" || (l.payer === "State" && l.measure !== "cost"))).toBe(
      false,
    );
    for (const measure of ["gross", "cashable"] as const)
      for (const payer of [null, ...results.savings.payers])
        for (const year of [null, ...results.savings.years]) {
          const of = (c: (x: string | null) => boolean) =>
            results.savings.lines
              .filter((l) => l.measure === measure && l.payer === payer && l.year === year && !l.discounted && c(l.consequence))
              .reduce((sum, l) => sum + l.figure.estimate, 0);
          const whole = of((c) => c === null);
          expect(Math.abs(whole - of((c) => c !== null))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(whole)));
        }
  });

  test("its days and its amounts are nowhere within 10%, but by chance of the figures that others make", () => {
    const { secureDays } = given.secrets;
    const rows = [...table("effects"), ...table("paths"), ...table("events"), ...table("cells")].filter((row) =>
      row.some((c) => /secure/i.test(c)),
    );
    const numbers = rows
      .flat()
      .filter((cell) => /^-?\d/.test(cell))
      .map(Number);
    for (const secret of [secureDays, secureDays * 9000, secureDays * 4000, secureDays / 68])
      expect(numbers.filter((x) => Math.abs(Math.abs(x) / secret - 1) < 0.1)).toEqual([]);
    expect(results.verification.caps).toContain("rare-left-out");
    expect(results.savings.notMeasured).toEqual(expect.arrayContaining([{ payer: "State", consequence: "secure" }]));
  });

  test("the reports say that it is withheld, in both languages", () => {
    expect(file("report.html")).toContain("withheld, too few people");
    expect(file("report.da.html")).toContain("holdt tilbage, for få personer");
    expect(file("report.html")).toMatch(/secure\s+<span class="status">withheld/);
    expect(file("report.html")).toContain("What is withheld so that nobody can be recognised");
  });
});

describe("amounts of single people", () => {
  test("each mean told of starters keeps the p% rule, by the people themselves", async () => {
    const { panel } = await readCohort(given.sources, given.study.cohort, { seed: 1 });
    const { comparison } = matchStudy(panel, given.study, { seed: 1 });
    const P = panel.periods.ordinals.length;
    let hidden = 0;
    for (const o of results.outcomes.filter((x) => x.withheld === undefined)) {
      const values = panel.measures.find((m) => m.name === o.name)?.values as Float64Array;
      o.paths.event.forEach((event, i) => {
        const days: number[] = [];
        comparison.unit.forEach((unit, r) => {
          const t = comparison.role[r] === TREATED ? panel.periods.ordinals.indexOf(comparison.wave[r] + event) : -1;
          const y = t < 0 ? Number.NaN : values[unit * P + t];
          if (!Number.isNaN(y)) days.push(y);
        });
        const [first, second] = days.sort((a, b) => b - a);
        const rest = days.reduce((a, b) => a + b, 0) - first - second;
        if (o.paths.treated[i] === null) hidden++;
        else {
          expect(days.filter((d) => d !== 0).length).toBeGreaterThanOrEqual(T);
          expect(rest).toBeGreaterThanOrEqual(0.1 * first);
        }
      });
    }
    expect(hidden).toBeGreaterThan(0);
    expect(
      withheldBecause(
        { people: 3, notZero: 3, total: 9, largest: [3, 3, 3] },
        { smallCell: T, dominance: [], pPercent: 10, rounding: 1 },
      ),
    ).toBe("few");
  });

  test("days from one event time to the next are no single leaver's: their number is told roughly, and means to whole days a head", () => {
    const [placement] = results.outcomes;
    const around = placement.events.filter((e) => e.event >= 1 && e.event <= 9);
    expect(around.filter((e) => typeof e.n === "string").length).toBeGreaterThanOrEqual(given.secrets.leavers.length);
  });
});

describe("a later extract with one starter less", () => {
  let later: MatchedResults;
  beforeAll(async () => {
    const { study, sources } = tellingStudy(1);
    const now = await evaluate(study, sources, { seed: 1 });
    later = nearEarlier(readResults(canonicalJson(now.results), "results.json") as MatchedResults, results).results;
  }, 60_000);

  test("told beside the first tells of no single one", () => {
    apart([...starterCounts(results), ...starterCounts(later)], "starters of both");
    const people = (r: MatchedResults) =>
      exact([...r.flow.people.map((p) => p.people), r.flow.files[0].read, r.flow.files[0].used]);
    apart([...people(results), ...people(later)], "people of both");
    for (const [i, w] of later.waves.entries()) apart(exact([w.starters, results.waves[i].starters]), "starters of a wave");
    for (const o of later.outcomes) {
      const first = results.outcomes.find((x) => x.name === o.name) as MatchedResults["outcomes"][number];
      expect(o.naive).toEqual(first.naive);
      o.paths.event.forEach((event, i) => {
        const at = first.paths.event.indexOf(event);
        if (at >= 0) expect(o.paths.treated[i]).toBe(first.paths.treated[at]);
      });
    }
    expect(later.problems.some((p) => p.code === "study/near-earlier")).toBe(true);
  });

  test("run again beside its own publication it is the same, byte for byte", async () => {
    const { study, sources } = tellingStudy(1);
    const again = await evaluate(study, sources, { seed: 1 });
    const beside = nearEarlier(readResults(canonicalJson(again.results), "results.json") as MatchedResults, later).results;
    expect(canonicalJson(beside)).toBe(canonicalJson(later));
  });
});
