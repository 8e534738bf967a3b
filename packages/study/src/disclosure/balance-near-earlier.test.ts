import type { Balance, BalanceRow, PeriodBalance, WaveBalance } from "@kontrafakt/matching";
import { expect, test } from "vitest";
import { rowNearEarlier, waveNearEarlier, wholeNearEarlier } from "./balance-near-earlier.js";

const period = (before: number, smd: number) => ({ outcome: "days", before, smdBefore: smd, smdAfter: smd / 3 }) as PeriodBalance;
const scores = (share: number) => ({ edges: [0, 1, 2], starters: [share], others: [share], matched: [share], controls: [share] });
const balance = (smd: number, given: Partial<Balance> = {}) =>
  ({ periods: [period(1, smd), period(2, smd)], scores: scores(smd), effective: { treatedAfter: 9 * smd }, ...given }) as Balance;

test("what is of everybody at risk, or of those without a control, is as the earlier publication told it", () => {
  const { periods, scores: told, effective } = wholeNearEarlier(balance(0.3), balance(0.2));
  expect(periods?.map((p) => [p.smdBefore, p.smdAfter])).toEqual([
    [0.2, 0.1],
    [0.2, 0.1],
  ]);
  expect(told).toEqual(scores(0.2));
  expect(effective?.treatedAfter).toBeCloseTo(1.8, 12);
  const row = {
    meanUnmatched: 0.4,
    smdUnmatched: 0.2,
    overlapBefore: 0.31,
    overlapAfter: 0.0312,
    pairDistance: 0.55,
  } as BalanceRow;
  const then = { meanUnmatched: 0.6, smdUnmatched: 0.3, overlapBefore: 0.25 } as BalanceRow;
  expect(rowNearEarlier(row, then)).toEqual({
    ...then,
    overlapAfter: 0.04,
    pairDistance: 0.56,
  });
  const wave = { smdAfter: [0.1, 0.2], effectiveControls: 30 } as unknown as WaveBalance;
  expect(waveNearEarlier(wave, { smdAfter: [0.3, 0.1], effectiveControls: 35 } as unknown as WaveBalance)).toEqual({
    smdAfter: [0.3, 0.1],
    effectiveControls: 35,
  });
});

test("what the earlier publication did not tell is not told now: the people between them would be few", () => {
  const old = { kind: "balance" } as Balance;
  const { periods, scores: told, effective } = wholeNearEarlier(balance(0.3), old);
  expect(periods?.every((p) => Number.isNaN(p.smdBefore))).toBe(true);
  expect(told).toBeUndefined();
  expect(effective?.treatedAfter).toBeNaN();
  expect(rowNearEarlier({ meanUnmatched: 0.4, smdUnmatched: 0.2 } as BalanceRow, {} as BalanceRow)).toEqual({
    meanUnmatched: Number.NaN,
    smdUnmatched: Number.NaN,
  });
  expect(waveNearEarlier({ smdAfter: [0.1] } as unknown as WaveBalance, undefined)).toEqual({ smdAfter: [Number.NaN] });
});
