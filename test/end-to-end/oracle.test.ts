import { yearOfPeriod } from "@kontrafakt/base";
import { type Panel, readCohort } from "@kontrafakt/cohort";
import type { Effects, Interval } from "@kontrafakt/effects";
import { type Comparison, type Matched, TREATED } from "@kontrafakt/matching";
import { tQuantile } from "@kontrafakt/numerics";
import { evaluate, type MatchedResults, matchStudy } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleStudy } from "../determinism/sample.js";
import { type OracleCell, oracleCells, oracleCombination, oracleSets } from "./oracle-effects.js";
import { oracleMatching } from "./oracle-matching.js";

// The sample study worked out again from the panel by loops over people, as the READMEs tell it. Relative tolerance: 1e-8.
const { study, sources } = sampleStudy();
const context = { seed: study.seed };
let panel: Panel;
let matched: Matched;
let comparison: Comparison;
let results: MatchedResults;
/** Cells, which stay inside. */
let effects: Effects;
let cells: OracleCell[];
let waveOfAtom: (atom: number) => number;

beforeAll(async () => {
  ({ panel } = await readCohort(sources, study.cohort, context));
  matched = matchStudy(panel, study, context);
  comparison = matched.comparison;
  // Nothing drawn is looked at here but the permutation test.
  const evaluation = await evaluate({ ...study, savings: { ...study.savings, draws: 1000 } }, sources, context);
  results = evaluation.results;
  effects = evaluation.internal.effects;
  const sets = oracleSets(comparison);
  cells = Object.keys(study.cohort.outcomes).flatMap((o) => oracleCells(panel, comparison, sets, o, study.effects.baseWindow));
  const waves = new Map(sets.atom.map((a) => [a, sets.waveOfAtom(a)]));
  waveOfAtom = (a) => waves.get(a) as number;
}, 60_000);

function same(found: number, expected: number, what: string): void {
  expect(Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-6), `${what}: ${found}, expected ${expected}`).toBeLessThan(
    1e-8,
  );
}

function sameInterval(found: Interval, expected: { estimate: number; se: number; df: number }, what: string): void {
  const { estimate, se, df } = expected;
  const half = tQuantile(0.975, df) * se;
  const all = { estimate, se, df, lower: estimate - half, upper: estimate + half };
  for (const [part, value] of Object.entries(all)) same(found[part as keyof typeof all], value, `${what} ${part}`);
}

describe("the comparison", () => {
  test("risk sets, scores, caliper, pairs, weights and censoring are those of the README", () => {
    const oracle = oracleMatching(panel, study);
    const at = new Map(oracle.rows.map((r) => [`${r.unit} ${r.wave}`, r]));
    expect(matched.atRisk.unit).toHaveLength(oracle.rows.length);
    matched.atRisk.unit.forEach((unit, i) => {
      const row = at.get(`${unit} ${matched.atRisk.wave[i]}`);
      expect(row?.starts).toBe(matched.atRisk.treated[i] === 1);
      if (Math.abs((row?.score as number) - matched.atRisk.score[i]) > 1e-9) expect(row?.score).toBe(matched.atRisk.score[i]);
    });
    same(matched.caliperWidth, oracle.width, "caliper");

    const pairs = oracleSets(comparison).rows.map((rows) => {
      const of = (role: boolean) => rows.filter((r) => (comparison.role[r] === TREATED) === role).map((r) => comparison.unit[r]);
      return `${comparison.wave[rows[0]]}: ${of(true)} with ${of(false).sort((a, b) => a - b)}`;
    });
    const expected = oracle.sets.map((s) => {
      const controls = s.controls.map((c) => c.unit).sort((a, b) => a - b);
      return `${s.wave}: ${s.starter.unit} with ${controls}`;
    });
    expect(pairs.sort()).toEqual(expected.sort());

    const control = new Map(
      oracle.sets.flatMap((s) => s.controls.map((c) => [`${c.unit} ${c.wave}`, { c, of: s.controls.length }])),
    );
    comparison.unit.forEach((unit, r) => {
      if (comparison.role[r] === TREATED) return;
      const { c, of } = control.get(`${unit} ${comparison.wave[r]}`) as NonNullable<ReturnType<typeof control.get>>;
      same(comparison.weight[r], 1 / of, "weight");
      expect(comparison.until[r]).toBe(oracle.until(c));
      oracle.waves.forEach((g, w) => {
        same(comparison.uncensored[r * oracle.waves.length + w], oracle.uncensored(c, g), "uncensored");
      });
    });
  });
});

describe("the effects", () => {
  test("every ATT(g, t), its standard error, degrees of freedom and covariance with every other", () => {
    const K = effects.terms.length;
    const after = effects.terms.flatMap((t, k) => ((t.event as number) >= 0 ? [k] : []));
    const terms = after.map((k) => effects.terms[k]);
    expect(terms).toHaveLength(cells.length);
    const of = new Map(cells.map((c) => [`${c.outcome} ${c.wave} ${c.time}`, c]));
    const mine = terms.map((t) => of.get(`${t.outcome} ${t.group} ${t.time}`) as OracleCell);
    const product = (a: OracleCell, b: OracleCell) => {
      let sum = 0;
      for (const [atom, value] of a.influence) sum += value * (b.influence.get(atom) ?? 0);
      return sum;
    };
    const se = mine.map((c) => Math.sqrt(product(c, c)));
    let worst = 0;
    terms.forEach((term, i) => {
      const name = `${term.outcome} ${term.group} ${term.time}`;
      expect([term.n, term.controls], name).toEqual([mine[i].n, mine[i].controls]);
      same(effects.estimate[after[i]], mine[i].att, name);
      same(effects.df[after[i]], mine[i].df, `${name} df`);
      same(Math.sqrt(effects.covariance[after[i] * K + after[i]]), se[i], `${name} se`);
      for (let j = 0; j < i; j++) {
        const gap = effects.covariance[after[i] * K + after[j]] - product(mine[i], mine[j]);
        worst = Math.max(worst, Math.abs(gap) / (se[i] * se[j]));
      }
    });
    expect(worst).toBeLessThan(1e-8);
  });

  test("totals and means", () => {
    for (const { name, total, mean } of results.outcomes) {
      const of = cells.filter((c) => c.outcome === name);
      const people = of.reduce((s, c) => s + c.n, 0);
      const expected = oracleCombination(of, (c) => c.n, waveOfAtom);
      sameInterval(total, expected, `${name} total`);
      sameInterval(
        mean,
        oracleCombination(of, (c) => c.n / people, waveOfAtom),
        `${name} mean`,
      );
    }
  });
});

describe("the money", () => {
  const year = (c: OracleCell) => yearOfPeriod(c.time, "quarter");
  /** Gross saving of the years and payer told, and its standard error and degrees of freedom. */
  const gross = (inYears: (y: number) => boolean, payer: string | null, discounted = false, consequence: string | null = null) =>
    oracleCombination(
      cells,
      (c) => {
        if (!inYears(year(c)) || (consequence !== null && consequence !== c.outcome)) return 0;
        const { rate, baseYear } = results.savings.discount;
        let price = 0;
        for (const p of results.money.prices)
          if (p.consequence === c.outcome && p.year === year(c) && (payer === null || p.payer === payer)) price += p.amount;
        return (-c.n * price) / (discounted ? (1 + rate) ** (year(c) - baseYear) : 1);
      },
      waveOfAtom,
    );

  test("gross saving by payer, year and consequence, plain and discounted", () => {
    const lines = results.savings.lines.filter((l) => l.basis === "observed" && l.measure === "gross");
    for (const payer of [null, ...results.savings.payers])
      for (const y of [null, ...results.savings.years])
        for (const discounted of [false, true])
          expect(
            lines.filter((l) => l.payer === payer && l.year === y && l.discounted === discounted && l.consequence === null),
          ).toHaveLength(1);
    for (const l of lines) {
      const expected = gross((y) => l.year === null || l.year === y, l.payer, l.discounted, l.consequence);
      sameInterval(l.figure, expected, `${l.payer} ${l.year} ${l.consequence} ${l.discounted}`);
    }
  });

  test("net and cumulative net, plain and discounted", () => {
    const observed = results.savings.lines.filter((l) => l.basis === "observed");
    const lines = observed.filter((l) => l.measure === "net" || l.measure === "cumulativeNet");
    expect(lines.filter((l) => l.measure === "cumulativeNet" && l.payer === null)).toHaveLength(2 * results.savings.years.length);
    for (const l of lines) {
      const within = (y: number) => l.year === null || (l.measure === "net" ? y === l.year : y <= l.year);
      const expected = gross(within, l.payer, l.discounted);
      const { rate, baseYear } = results.savings.discount;
      for (const c of results.money.costs)
        if (within(c.year) && (l.payer === null || l.payer === c.payer))
          expected.estimate -=
            (Number.isNaN(c.actual) ? c.planned : c.actual) / (l.discounted ? (1 + rate) ** (c.year - baseYear) : 1);
      sameInterval(l.figure, expected, `${l.measure} ${l.payer} ${l.year} ${l.discounted}`);
    }
  });

  test("the primary row and the verdict", () => {
    const { primary, evaluated, claim, verdict, evidence, rows } = results.verification;
    const expected = gross((y) => primary.years.includes(y), null);
    sameInterval(evaluated, expected, "primary row");
    const claimed = results.money.claim.filter((c) => primary.years.includes(c.year)).reduce((s, c) => s + c.amount, 0);
    same(claim, claimed, "claim");
    for (const row of rows)
      same(
        row.evaluated as number,
        gross((y) => y === row.year, row.payer, false, row.consequence).estimate,
        `${row.year} ${row.payer}`,
      );
    const half = tQuantile(0.975, expected.df) * expected.se;
    const [lower, upper] = [expected.estimate - half, expected.estimate + half];
    const shown = lower > 0 && (evidence === undefined || evidence.p < 0.025);
    let code = upper < 0 ? "extra-cost" : upper < claimed ? "below-claim" : "cannot-tell";
    if (shown) code = lower >= claimed ? "reached" : upper < claimed ? "smaller" : "in-line";
    expect(verdict).toBe(code);
  });
});
