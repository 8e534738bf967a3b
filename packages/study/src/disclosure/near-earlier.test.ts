import { expect, test } from "vitest";
import type { Results } from "../results.js";
import { nearEarlier } from "./near-earlier.js";

/** Results of a study of one wave, as far as they are compared. */
function results(matched: number, counts: readonly number[], means: readonly number[] = [3.2, 3.4], programme = "P"): Results {
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
    outcomes: [
      {
        name: "a",
        events: counts.map((n, event) => ({ event, n, estimate: -1 })),
        paths: { event: [0, 1], treated: means, comparison: [4, 5], rest: [1, null] },
        naive: { beforeAfter: -10 * matched, treatedVersusRest: 7 },
      },
    ],
    problems: [],
  } as unknown as Results;
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
  expect(told.problems).toMatchObject([{ code: "study/near-earlier", params: { figures: changes.length } }]);
  expect(changes).toContainEqual({ what: "analysed.matched", earlier: 61, now: 62 });
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
