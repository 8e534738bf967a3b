import { NO_RULES } from "@kontrafakt/cohort";
import type { Balance, BalanceRow } from "@kontrafakt/matching";
import { expect, test } from "vitest";
import type { MatchedResults } from "../results.js";
import type { FigureRules } from "./figure-rules.js";
import { publishedBalance } from "./published-balance.js";
import { createTally } from "./tally.js";

const strict = { ...NO_RULES, smallCell: 5 };
const rules: FigureRules = { people: strict, outcome: () => strict, file: () => strict, owners: [] };
const wave = (starters: number, matched: number, controls = 90) => ({
  wave: 1,
  starters,
  matched,
  controls,
  atRisk: 900,
  worstSmdAfter: 0,
});
const row = (covariate: string, meanTreated: number, binary = true): BalanceRow => ({
  covariate,
  binary,
  matched: true,
  meanTreated,
  meanTreatedAfter: meanTreated,
  meanControlBefore: 0.31234567,
  meanControlAfter: 0.4,
  smdBefore: 0.3,
  smdAfter: 0.1,
  varianceRatioBefore: Number.NaN,
  varianceRatioAfter: Number.NaN,
  ksBefore: 0.123456,
  ksAfter: 0.1,
});
const balance = (rows: BalanceRow[], waves = [wave(100, 90)]): Balance =>
  ({ kind: "balance", rows, waves, threshold: 0.1, passed: true, worst: 0, effectiveControls: 9 }) as Balance;
const told = (starters: number | string, matched: number | string): MatchedResults["waves"][number] =>
  ({ label: "1", ordinal: 1, starters, matched, controls: 90, followUp: 4 }) as const;
const publish = (b: Balance, fewTell?: (r: BalanceRow) => boolean) =>
  publishedBalance(b, { waves: [told(100, 90)] }, rules, createTally(), fewTell);

test("of each wave it holds the counts told elsewhere, and no others", () => {
  const { waves } = publishedBalance(balance([], [wave(48, 46)]), { waves: [told("≈46", 46)] }, rules, createTally());
  expect(waves[0]).toMatchObject({ starters: Number.NaN, matched: 46, controls: 90, atRisk: Number.NaN });
});

test("where few have a characteristic, or few lack it, nothing is left that gives their number away", () => {
  const { rows } = publish(balance([row("a", 0.03), row("b", 0.97), row("c", 0.5)]));
  for (const r of rows.slice(0, 2))
    expect(
      [r.meanTreated, r.meanTreatedAfter, r.meanControlBefore, r.meanControlAfter, r.ksBefore, r.ksAfter].every(Number.isNaN),
    ).toBe(true);
  // A mean over 90 to 100 people in steps of no less than 1/90.
  expect(rows[2]).toMatchObject({ meanTreated: 0.5, meanControlBefore: 0.32, ksBefore: 0.12, smdBefore: 0.3 });
});

test("no standardised difference of a withheld row has the digits to find the counts it comes from", () => {
  const { rows, worst, waves } = publishedBalance(
    { ...balance([{ ...row("a", 0.03), smdBefore: 0.15264388, smdAfter: -0.10345678 }]), worst: 0.10345678 },
    { waves: [told(100, 90)] },
    rules,
    createTally(),
  );
  expect(rows[0]).toMatchObject({ smdBefore: 0.16, smdAfter: -0.1, varianceRatioAfter: Number.NaN });
  expect([worst, waves[0].worstSmdAfter]).toEqual([0.1, 0]);
  // Withheld for the few who have another value than 0: the largest distance of the distributions is their share.
  expect(publish(balance([row("n", 3.2, false)]), () => true).rows[0]).toMatchObject({
    ksBefore: Number.NaN,
    ksAfter: Number.NaN,
  });
});

test("where few have the level that is no row, the smallest row goes with it", () => {
  const { rows } = publish(balance([row("edu=a", 0.5), row("edu=b", 0.28), row("edu=c", 0.2), row("sex=m", 0.5)]));
  expect(rows.map((r) => Number.isNaN(r.meanTreated))).toEqual([false, false, true, false]);
});

test("where few starters found no control, means before matching would be theirs by difference", () => {
  const { rows } = publishedBalance(
    balance([row("age", 7.1234, false)], [wave(92, 90)]),
    { waves: [told("≈90", 90)] },
    rules,
    createTally(),
  );
  expect(rows[0]).toMatchObject({ meanTreated: Number.NaN, meanControlBefore: Number.NaN, meanTreatedAfter: 7.12 });
});

test("where few have another value than 0, a mean is their sum", () => {
  const { rows } = publish(balance([row("placement[1,1]", 3.2, false)]), () => true);
  expect(rows[0]).toMatchObject({ meanTreated: Number.NaN, meanControlAfter: Number.NaN, smdAfter: 0.1 });
});
