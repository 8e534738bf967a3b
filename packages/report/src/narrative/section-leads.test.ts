import type { MatchedResults, OutcomeResult } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { fateLines } from "./fate-text.js";
import { humanWarning } from "./human-text.js";
import {
  claimLead,
  comparabilityLead,
  effectsLead,
  pathsLead,
  preTrendText,
  rowsRead,
  savingsLead,
  simplerLead,
  whoLead,
} from "./section-leads.js";

const results = exampleResults();
const en = speak("en");
const da = speak("da");
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const outcome = (change: Partial<OutcomeResult>): OutcomeResult => ({ ...results.outcomes[3], ...change });
const mean = (lower: number, upper: number) => ({ estimate: (lower + upper) / 2, se: 1, df: 9, lower, upper });

test("who: counts, and those left out", () => {
  expect(rowsRead(results, en)).toBe("25,664 rows were read from 3 files.");
  expect(whoLead(results, en)).toEqual([
    "240 children started; 228 of them could be compared with 684 similar ones who had not started.",
    "The files name 247 starters; the others could not be used, for the reasons in the table.",
    "12 found no comparable controls; nothing is said about them.",
  ]);
  const everyone: MatchedResults = { ...results, analysed: { ...results.analysed, unmatched: 0 } };
  expect(whoLead(everyone, en)).toHaveLength(2);
  const adults: MatchedResults = { ...results, study: { cohort: { eligibleAges: [18, 66] } } };
  expect(whoLead(adults, en)[0]).toMatch(/^240 people started/);
});

test("comparability is counted from the rows, not from a flag", () => {
  expect(comparabilityLead(results, en)).toMatch(
    /^Yes: after matching, none of the 20 characteristics used in matching differs by more than 0\.10/,
  );
  const rows = results.balance.rows.map((r, i) => (i === 0 ? { ...r, smdAfter: -0.31 } : r));
  const failed: MatchedResults = { ...results, balance: { ...results.balance, rows, passed: true } };
  expect(comparabilityLead(failed, en)).toMatch(/^Not entirely: 1 of 20 .*\(largest: age, 0\.310\)/);
  const wave = results.balance.waves.map((w) => ({ ...w, worstSmdAfter: 0.4 }));
  const inWave: MatchedResults = { ...results, balance: { ...results.balance, waves: wave, passed: false } };
  expect(comparabilityLead(inWave, da)).toMatch(/inden for holdet 2020-K2 er den største forskel 0,40/);
  const held = results.balance.rows.map((r, i) => (i < 2 ? { ...r, matched: false, smdAfter: 0.2 + i / 10 } : r));
  expect(comparabilityLead({ ...results, balance: { ...results.balance, rows: held } }, en)).toMatch(
    /^Yes: .* none of the 18 .* Of the 2 that matching did not use, 2 differ by more \(largest: sex: girl, 0\.300\)\.$/,
  );
  expect(comparabilityLead({ ...results, balance: { ...results.balance, rows: [] } }, en)).toBe(en.words.lead.noBalance);
});

test("without periods that matching left alone there is no evidence about trends", () => {
  expect(preTrendText(results, outcome({ preTrend: null }), en)).toBe("balanced by construction, no evidence about trends");
  const tested = (p: number) => outcome({ preTrend: { periods: 1, restrictions: 1, statistic: 1, df1: 1, df2: 90, p } });
  expect(preTrendText(results, tested(0.3), en)).toMatch(/^no sign .* in the 1 quarter that .*p = 0\.300.*not proof/);
  expect(preTrendText(results, tested(0.01), en)).toMatch(/developed differently.*in doubt/);
  expect(preTrendText(results, tested(Number.NaN), en)).toBe(en.words.preTrend.none);
});

test("what changed follows the interval and the direction that is good", () => {
  expect(effectsLead(results, en)).toBe(
    "Against the comparison, after the start: Out-of-home placement: fewer days; Special school: no clear change; " +
      "Family counselling: more days; School absence: fewer days (better).",
  );
  const score = outcome({ unit: "score", better: "higher", mean: mean(1, 2) });
  expect(effectsLead({ ...results, outcomes: [score] }, en)).toMatch(/higher \(better\)/);
  expect(effectsLead({ ...results, outcomes: [outcome({ mean: mean(Number.NaN, Number.NaN) })] }, en)).toMatch(/not estimated/);
  expect(effectsLead({ ...results, outcomes: [] }, en)).toBe(en.words.lead.effectsNone);
});

test("a worse human outcome raises a warning, and so does having none", () => {
  expect(humanWarning(results, en)).toBeUndefined();
  const worse: MatchedResults = { ...results, outcomes: [...results.outcomes.slice(0, 3), outcome({ mean: mean(1, 2) })] };
  expect(humanWarning(worse, en)).toMatch(/^Note: less was spent on services while School absence became worse/);
  expect(humanWarning({ ...results, outcomes: results.outcomes.slice(0, 3) }, en)).toMatch(/should not stand alone/);
  expect(fateLines(results, da)[0]).toEqual({
    outcome: "Skolefravær",
    status: "bedre",
    text: "Skolefravær: −0,90 dage pr. barn pr. kvartal (−1,55 til −0,25), −5,2\u00a0% (−9,1 til −1,5)",
  });
});

test("paths are averages of the base and of what came after", () => {
  expect(pathsLead(results, results.outcomes[0], en)).toMatch(
    /^Out-of-home placement: starters went from 10\.7 days per quarter in the base to/,
  );
  const empty = outcome({ paths: { event: [], treated: [], comparison: [], rest: [] } });
  expect(pathsLead(results, empty, en)).toBe("");
});

test("money leads come from the lines", () => {
  expect(plain(savingsLead(results, en))).toBe(
    "Gross saving 2021–2024: DKK 31.0 million (DKK 14.0 to 48.0 million). The programme cost DKK 14.0 million, which leaves DKK 17.0 million net.",
  );
  expect(savingsLead({ ...results, savings: { ...results.savings, lines: [] } }, en)).toBe(en.words.lead.noSavings);
  const [claim, cashable, budget] = claimLead(results, da).map(plain);
  expect(claim).toBe("Forudsat: 36,0 mio. kr. Evalueret: 31,0 mio. kr. (14,0 til 48,0 mio. kr.).");
  expect(cashable).toContain("21,7 mio. kr.");
  expect(budget).toContain("»Tidlig Støtte« −3,8 mio. kr. Et nedsat budget");
});

test("simpler comparisons: the outcome they mislead about most", () => {
  expect(simplerLead(results, en)).toMatch(
    /^School absence: a plain before–after comparison would have said −10,266 days in total, starters versus the rest \+11,733/,
  );
  expect(simplerLead({ ...results, outcomes: [] }, en)).toBe("");
});
