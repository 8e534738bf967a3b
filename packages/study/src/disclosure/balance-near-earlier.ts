import { coarse } from "@kontrafakt/cohort";
import type { Balance, BalanceRow, WaveBalance } from "@kontrafakt/matching";

const STEP = 0.02;
const OF_UNMATCHED = ["meanUnmatched", "smdUnmatched"] as const;
const BEFORE = ["ecdfMeanBefore", "overlapBefore"] as const;
const AFTER = ["ecdfMeanAfter", "overlapAfter", "pairDistance"] as const;

/**
 * The details of a balance beside an earlier publication, where few came or left: what is of everybody at risk, or of the starters without a
 * control, is told as it was, or not at all where the earlier publication did not tell it; what a new matching changes, in steps of 0.02.
 */
export function wholeNearEarlier(balance: Balance, earlier: Balance): Pick<Balance, "effective" | "periods" | "scores"> {
  const { effective, periods, scores } = balance;
  return {
    ...(effective && {
      effective: {
        treatedBefore: earlier.effective?.treatedBefore ?? Number.NaN,
        controlsBefore: earlier.effective?.controlsBefore ?? Number.NaN,
        treatedAfter: earlier.effective?.treatedAfter ?? Number.NaN,
        controlsAfter: Number.NaN,
      },
    }),
    ...(periods && {
      periods: periods.map((period) => {
        const then = earlier.periods?.find((e) => e.outcome === period.outcome && e.before === period.before);
        return { ...period, smdBefore: then?.smdBefore ?? Number.NaN, smdAfter: coarse(period.smdAfter, STEP) };
      }),
    }),
    ...(scores && { scores: earlier.scores }),
  };
}

export function rowNearEarlier(row: BalanceRow, then: BalanceRow): Partial<BalanceRow> {
  const as = (names: readonly (keyof BalanceRow)[], value: (name: keyof BalanceRow) => unknown) =>
    names.flatMap((name) => (row[name] === undefined ? [] : [[name, value(name)]]));
  return Object.fromEntries([
    ...as([...OF_UNMATCHED, ...BEFORE], (name) => then[name] ?? Number.NaN),
    ...as(AFTER, (name) => coarse(row[name] as number, STEP)),
  ]) as Partial<BalanceRow>;
}

/** A wave's differences are of few people more or fewer: as they were. */
export function waveNearEarlier(wave: WaveBalance, then: WaveBalance | undefined): Partial<WaveBalance> {
  return {
    ...(wave.smdAfter && { smdAfter: wave.smdAfter.map((_, j) => then?.smdAfter?.[j] ?? Number.NaN) }),
    ...(wave.effectiveControls !== undefined && { effectiveControls: then?.effectiveControls ?? Number.NaN }),
  };
}
