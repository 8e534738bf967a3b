import { describe, expect, test } from "vitest";
import type { MatchedResults } from "../results.js";
import { nearEarlier } from "./near-earlier.js";

/** MatchedResults of a study of one wave, as far as they are compared. */
function results(
  matched: number,
  counts: readonly number[],
  means: readonly number[] = [3.2, 3.4],
  programme = "P",
): MatchedResults {
  const balance = { rows: [], waves: [{ wave: 8081, starters: matched + 9, matched, controls: 180 }] };
  return {
    municipality: "M",
    programme,
    periods: { unit: "quarter" },
    disclosure: { rules: [{ smallCell: 5 }], withheld: [{ reason: "few", figures: 2 }] },
    flow: {
      files: [
        {
          file: "people.csv",
          read: 500 + matched,
          used: 490 + matched,
          listed: 10,
          reasons: [{ code: "a", listed: true, rows: 10 }],
        },
      ],
      people: [{ code: "flow", people: 490 + matched, treated: matched + 9 }],
    },
    waves: [{ label: "2020Q2", ordinal: 8081, starters: matched + 9, matched, controls: 180, followUp: 2 }],
    analysed: { starters: matched + 9, matched, controls: 180, unmatched: 9 },
    balance,
    matching: { method: "nearest" },
    effects: { clusters: matched + 100 },
    savings: { figures: [] },
    money: { facts: {} },
    verification: {
      inference: { beside: [{ method: "jackknife", clusters: matched, treatedClusters: matched }] },
      gap: [],
      reconciliation: [],
    },
    outcomes: [
      {
        name: "a",
        events: counts.map((n, event) => ({ event, n, estimate: -1 })),
        paths: { event: [0, 1], treated: means, comparison: [4, 5], rest: [1, null] },
        naive: { beforeAfter: -10 * matched, treatedVersusRest: 7 },
        inference: { choice: { clusters: matched }, beside: [] },
      },
    ],
    problems: [{ code: "c", where: {}, params: { starters: matched + 9, share: 0.1 } }],
  } as unknown as MatchedResults;
}

test("counts that few lie between are told as before, and so are means and sums at those times", () => {
  const { results: told, changes } = nearEarlier(results(62, [62, 50], [3.3, 3.9]), results(61, [61, 60]));
  expect(told.analysed).toMatchObject({ starters: "≈70", matched: "≈61", controls: 180, unmatched: 9 });
  expect(told.waves[0]).toMatchObject({ matched: "≈61" });
  expect(told.flow.files[0]).toMatchObject({ read: "≈561", used: "≈551", listed: 10 });
  expect(told.outcomes[0].events.map((e) => [e.n, e.estimate])).toEqual([
    ["≈61", -1],
    [50, -1],
  ]);
  expect(told.outcomes[0].paths).toMatchObject({ treated: [3.2, 3.9], rest: [1, null] });
  expect(told.outcomes[0].naive).toEqual({ beforeAfter: -610, treatedVersusRest: 7 });
  expect(told.balance.waves[0].matched).toBeNaN();
  expect(told.disclosure.withheld.at(-1)).toEqual({ reason: "earlier", figures: changes.length });
  expect(told.problems).toMatchObject([
    { code: "c", params: { starters: "≈70", share: 0.1 } },
    { code: "study/near-earlier", params: { figures: changes.length } },
  ]);
  expect(told.effects.clusters).toBe("≈161");
  expect(changes).toContainEqual({ what: "analysed.matched", earlier: 61, now: 62 });
});

test("matched sets that the intervals rest on are told as before too", () => {
  const [now, then] = [results(91, [91], [1, 2]), results(90, [90], [1, 2])];
  const told = nearEarlier(now, then).results as MatchedResults;
  expect(told.outcomes[0].inference?.choice?.clusters).toBe("≈90");
  expect(told.verification.inference?.beside[0]).toMatchObject({ clusters: "≈90", treatedClusters: "≈90" });
});

test("where many lie between, everything is told as it is", () => {
  const now = results(80, [80, 70]);
  expect(nearEarlier(now, results(61, [61, 60]))).toEqual({ results: now, changes: [], sameStudy: true });
});

test("told beside themselves results do not change, nor does the next run on the same data", () => {
  const now = results(62, [62, 50], [3.3, 3.9]);
  expect(nearEarlier(now, now).results).toBe(now);
  const first = nearEarlier(now, results(61, [61, 60])).results;
  expect(nearEarlier(now, first).results).toEqual(first);
});

test("two problems about the same thing are each held against their own", () => {
  const twice = results(60, [60, 60]);
  const problems = [867, 869].map((count) => ({ ...twice.problems[0], params: { count } }));
  const both = { ...twice, problems } as unknown as MatchedResults;
  expect(nearEarlier(both, both)).toEqual({ results: both, changes: [], sameStudy: true });
});

test("a count told as about an earlier one stays there while few lie between", () => {
  const first = nearEarlier(results(63, [63, 63]), results(61, [61, 61])).results;
  const second = nearEarlier(results(64, [64, 64]), first).results;
  expect(second.analysed.matched).toBe("≈61");
  expect(nearEarlier(results(66, [66, 66]), first).results.analysed.matched).toBe(66);
});

test("results of another study are not compared with", () => {
  const now = results(62, [62, 60]);
  expect(nearEarlier(now, results(61, [61, 60], [1, 2], "Q"))).toEqual({ results: now, changes: [], sameStudy: false });
});

test("a count told as about another does not tell the earlier one by moving with it", () => {
  const now = results(44, ["≈44" as unknown as number, "≈44" as unknown as number]);
  const then = results(43, ["≈43" as unknown as number, 43]);
  expect(nearEarlier(now, then).results.outcomes[0].events.map((e) => e.n)).toEqual(["≈43", "≈43"]);
});

test("rows that the few who left had are not counted by difference, many more rows are", () => {
  const spells = (base: MatchedResults, read: number) =>
    ({
      ...base,
      flow: { ...base.flow, files: [...base.flow.files, { file: "spells.csv", read, used: read, listed: 0, reasons: [] }] },
    }) as MatchedResults;
  const read = (now: MatchedResults) => nearEarlier(now, spells(results(61, [61, 60]), 1640)).results.flow.files[1].read;
  expect(read(spells(results(60, [60, 60]), 1608))).toBe("≈1640");
  expect(read(spells(results(60, [60, 60]), 2600))).toBe(2600);
  expect(read(spells(results(80, [80, 80]), 1608))).toBe(1608);
});

test("the balance before matching, which tells what the few who left were like, is told as it was", () => {
  const row = (smdBefore: number, smdAfter: number) => ({
    covariate: "a",
    meanTreated: 0.4,
    smdBefore,
    smdAfter,
    ksBefore: smdBefore / 2,
    ksAfter: 0.05,
    varianceRatioBefore: Number.NaN,
    varianceRatioAfter: 1.1487,
  });
  const of = (matched: number, before: number, after: number) => {
    const base = results(matched, [matched, matched]);
    return {
      ...base,
      balance: { ...base.balance, worst: Math.abs(after), rows: [row(before, after)] },
    } as unknown as MatchedResults;
  };
  const { balance } = nearEarlier(of(60, 0.16596, 0.13939), of(61, 0.15264, 0.07155)).results;
  expect(balance.rows[0]).toMatchObject({ smdBefore: 0.15264, ksBefore: 0.07632, smdAfter: 0.14, ksAfter: 0.05 });
  expect(balance.worst).toBe(0.14);
});

test("starters of the bracket and of specifications compared are told near those of the earlier publication, or its matched", () => {
  const now = results(62, [62, 50]);
  const candidates = [
    { name: "declared", chosen: true, starters: 62 },
    { name: "b", chosen: false, starters: 90 },
  ];
  const more = {
    ...now,
    bracket: { matched: 63 },
    matching: { ...now.matching, choice: { candidates } },
  } as unknown as MatchedResults;
  const { results: told, changes } = nearEarlier(more, results(61, [61, 60]));
  expect(told.bracket?.matched).toBe("≈61");
  expect(told.matching.choice?.candidates.map((c) => c.starters)).toEqual(["≈61", 90]);
  expect(changes).toContainEqual({ what: "bracket.matched", earlier: 61, now: 63 });
});

describe("estimators on everyone, beside an earlier publication", () => {
  const figure = (estimate: number) => ({ estimate, se: 1, df: 60, lower: estimate - 2, upper: estimate + 2 });
  const withBeside = (matched: number, units: number | string, estimate: number, method = "dr") => {
    const made = results(matched, [matched, matched]);
    const beside = [
      { name: "x", estimator: "attGt", units, averages: [{ type: "simple", overall: figure(estimate), parts: [] }] },
    ];
    return {
      ...made,
      study: { effects: { estimators: { x: { estimator: "attGt", method } } } },
      outcomes: [{ ...made.outcomes[0], beside }],
    } as unknown as MatchedResults;
  };
  const besideOf = ({ results: told }: { readonly results: MatchedResults }) => told.outcomes[0].beside?.[0];

  test("where few came or left the effect is told as it was: nobody is matched anew, so the difference would be theirs", () => {
    const near = nearEarlier(withBeside(62, 331, -1.02), withBeside(61, 330, -1));
    expect(besideOf(near)).toMatchObject({ units: "≈330", averages: [{ overall: { estimate: -1 } }] });
    expect(near.changes).toContainEqual({ what: "outcomes.a.beside.x", earlier: -1, now: -1.02 });
    expect(nearEarlier(near.results, withBeside(61, 330, -1)).results.outcomes).toEqual(near.results.outcomes);
  });

  test("where many did, or something else was asked for, as it is", () => {
    expect(besideOf(nearEarlier(withBeside(80, 360, -1.2), withBeside(61, 330, -1)))?.averages[0].overall.estimate).toBe(-1.2);
    const other = nearEarlier(withBeside(62, 331, -1.02, "reg"), withBeside(61, 330, -1));
    expect(besideOf(other)?.averages[0].overall.estimate).toBe(-1.02);
  });
});
