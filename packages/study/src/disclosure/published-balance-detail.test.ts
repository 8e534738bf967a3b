import { NO_RULES } from "@kontrafakt/cohort";
import type { Balance, BalanceRow, ScoreOverlap } from "@kontrafakt/matching";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchedResults } from "../results.js";
import type { FigureRules } from "./figure-rules.js";
import { publishedBalance } from "./published-balance.js";
import { publishedPeriods, publishedScores } from "./published-balance-detail.js";
import { createTally } from "./tally.js";

const strict = { ...NO_RULES, smallCell: 5 };
const rules: FigureRules = { people: strict, outcome: () => strict, file: () => strict, owners: [] };
const row = (covariate: string, meanTreated: number, extra: Partial<BalanceRow> = {}): BalanceRow => ({
  covariate,
  binary: true,
  matched: true,
  meanTreated,
  meanTreatedAfter: meanTreated,
  meanControlBefore: 0.3,
  meanControlAfter: 0.4,
  smdBefore: 0.3,
  smdAfter: 0.1,
  varianceRatioBefore: Number.NaN,
  varianceRatioAfter: Number.NaN,
  ksBefore: 0.1,
  ksAfter: 0.1,
  ecdfMeanBefore: 0.123456,
  ecdfMeanAfter: 0.123456,
  overlapBefore: 0.123456,
  overlapAfter: 0.123456,
  pairDistance: 0.123456,
  ...extra,
});
const balance = (rows: BalanceRow[], given: Partial<Balance> = {}, starters = 100, matched = 80): Balance => ({
  kind: "balance",
  rows,
  waves: [
    {
      wave: 1,
      starters,
      matched,
      controls: 200,
      atRisk: 900,
      worstSmdAfter: 0,
      smdAfter: rows.map(() => 0.12345),
      effectiveControls: 133.3,
    },
  ],
  threshold: 0.1,
  passed: true,
  worst: 0,
  effectiveControls: 133.3,
  effective: { treatedBefore: matched + 10, treatedAfter: matched, controlsBefore: 700, controlsAfter: 133.3 },
  ...given,
});
const publish = (b: Balance, told: Partial<MatchedResults["waves"][number]> = {}) =>
  publishedBalance(
    b,
    { waves: [{ label: "1", ordinal: 1, starters: 100, matched: 80, controls: 200, followUp: 4, ...told }] },
    rules,
    createTally(),
  );
const unmatched = (share: number, people: number, notZero = Math.round(share * people)): Partial<BalanceRow> => ({
  meanUnmatched: share,
  smdUnmatched: 0.4567,
  knownUnmatched: { people, notZero },
});

describe("starters without a control", () => {
  test("are told roughly where they, and those who have the characteristic, are enough", () => {
    const [told] = publish(balance([row("a", 0.5, unmatched(0.45, 20))])).rows;
    // Over 20 people in steps of no less than 1/15.
    expect(told).toMatchObject({ meanUnmatched: 0.5, smdUnmatched: 0.4 });
    expect("knownUnmatched" in told).toBe(false);
  });

  test.each([
    ["few of them have it", balance([row("a", 0.5, unmatched(0.1, 20))])],
    ["few of them lack it", balance([row("a", 0.5, unmatched(0.9, 20))])],
    ["they are few", balance([row("a", 0.5, unmatched(0.5, 4))], {}, 84)],
    ["it is known of few of them", balance([row("a", 0.5, unmatched(0.5, 4))])],
    [
      "few of them were at risk: the others' mean would leave theirs",
      balance([row("a", 0.5, unmatched(0.5, 20))], {
        effective: { treatedBefore: 82, treatedAfter: 80, controlsBefore: 700, controlsAfter: 100 },
      }),
    ],
    [
      "few of them were lost before: means before and after would leave theirs",
      balance([row("a", 0.5, unmatched(0.5, 20))], {
        effective: { treatedBefore: 97, treatedAfter: 80, controlsBefore: 700, controlsAfter: 100 },
      }),
    ],
  ])("are not told of where %s", (_, b) => {
    expect(publish(b).rows[0]).toMatchObject({ meanUnmatched: Number.NaN, smdUnmatched: Number.NaN });
  });

  test("where few of them have the level that is no row, the smallest row says nothing of them", () => {
    const rows = [
      row("edu=a", 0.4, unmatched(0.5, 20)),
      row("edu=b", 0.3, unmatched(0.35, 20)),
      row("sex=m", 0.5, unmatched(0.5, 20)),
    ];
    const { rows: told } = publish(balance(rows));
    expect(told.map((r) => Number.isNaN(r.meanUnmatched))).toEqual([false, true, false]);
  });
});

test("of a withheld row neither gaps nor pairs nor waves are told", () => {
  const { rows, waves } = publish(balance([row("rare", 0.02, unmatched(0.5, 20)), row("b", 0.5)]));
  const { ecdfMeanBefore, ecdfMeanAfter, overlapBefore, overlapAfter, pairDistance, meanUnmatched, smdUnmatched } = rows[0];
  for (const figure of [ecdfMeanBefore, ecdfMeanAfter, overlapBefore, overlapAfter, pairDistance, meanUnmatched, smdUnmatched])
    expect(figure).toBeNaN();
  expect(waves[0].smdAfter?.[0]).toBeNaN();
});

test("a binary's gaps are rounded as its shares are, and a wave's differences to steps no starter crosses", () => {
  const { rows, waves } = publish(balance([row("b", 0.5)]));
  // A share over 80 people is told in steps of 1/75 or more: 0.02.
  expect(rows[0]).toMatchObject({ ecdfMeanAfter: 0.12, overlapAfter: 0.12, pairDistance: 0.12 });
  expect(waves[0]).toMatchObject({ smdAfter: [0.1], effectiveControls: 135 });
  const small = publish(balance([row("b", 0.5)]), { matched: 15 }).waves[0];
  expect(small.smdAfter).toEqual([0.2]);
});

test("a wave whose counts are not told has no differences, and sizes before matching are told nowhere", () => {
  const { waves, effective } = publish(balance([row("b", 0.5)]), { matched: "<5" });
  expect(waves[0].smdAfter).toEqual([Number.NaN]);
  expect(waves[0].effectiveControls).toBeNaN();
  expect(effective).toMatchObject({ treatedBefore: Number.NaN, controlsBefore: Number.NaN, treatedAfter: Number.NaN });
});

test("a period in which few are known, or few have anything, is not told", () => {
  const period = {
    outcome: "days",
    before: 1,
    role: "history",
    smdBefore: 0.313,
    smdAfter: 0.0513,
    starters: 80,
    controls: 200,
    notZero: 30,
  } as const;
  const told = publishedPeriods(
    [period, { ...period, starters: 4 }, { ...period, notZero: 3 }, { ...period, starters: 12 }],
    rules,
    createTally(),
  );
  expect(told.map((p) => p.smdAfter)).toEqual([0.06, Number.NaN, Number.NaN, 0]);
  for (const { starters, controls, notZero } of told) expect([starters, controls, notZero].every(Number.isNaN)).toBe(true);
});

describe("scores", () => {
  const shares = (counts: number[]) => counts.map((c) => c / counts.reduce((a, b) => a + b, 0));
  const scores = (people: number[][]): ScoreOverlap => ({
    edges: Array.from({ length: people[0].length + 1 }, (_, k) => k / 2),
    starters: shares(people[0]),
    others: shares(people[1]),
    matched: shares(people[2]),
    controls: shares(people[3]),
    people,
  });

  test("no interval holds few of any group, nor few starters without a control", () => {
    const group = (max: number) => fc.array(fc.nat(max), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(group(9), group(60), group(9), group(20), (lost, others, matched, controls) => {
        const starters = matched.map((m, k) => m + lost[k]);
        const people = [starters, others, matched, controls];
        const told = publishedScores(scores(people), 5, createTally());
        if (!told) return;
        expect("people" in told).toBe(false);
        const few = (n: number) => n > 0 && n < 5;
        const fewLost = few(lost.reduce((a, b) => a + b, 0));
        expect(told.starters.every(Number.isNaN)).toBe(fewLost);
        told.edges.slice(1).forEach((to, c) => {
          const within = (counts: number[]) => counts.slice(2 * told.edges[c], 2 * to).reduce((a, b) => a + b, 0);
          for (const counts of [...people, ...(fewLost ? [] : [lost])]) expect(few(within(counts))).toBe(false);
        });
        expect(told.edges[0]).toBe(0);
        expect(told.edges[told.edges.length - 1]).toBe(4);
      }),
    );
  });

  test("where one interval would remain nothing is told", () => {
    expect(
      publishedScores(
        scores([
          [3, 3],
          [9, 9],
          [3, 3],
          [9, 9],
        ]),
        5,
        createTally(),
      ),
    ).toBeUndefined();
  });
});

test("where the study protects nothing, everything is told but counts of scores", () => {
  const open: FigureRules = { people: NO_RULES, outcome: () => NO_RULES, file: () => NO_RULES, owners: [] };
  const b = balance([row("a", 0.5, unmatched(0.45, 20))]);
  const told = publishedBalance(
    b,
    { waves: [{ label: "1", ordinal: 1, starters: 100, matched: 80, controls: 200, followUp: 4 }] },
    open,
    createTally(),
  );
  expect(told.rows[0]).toMatchObject({ meanUnmatched: 0.45, ecdfMeanAfter: 0.123456 });
  expect(told.waves[0].smdAfter).toEqual([0.12345]);
  expect(told.effective?.treatedBefore).toBe(90);
});
