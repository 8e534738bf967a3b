import { isBinary, ksDistance, moments } from "./balance-measures.js";
import type { Balance, BalanceRow, WaveBalance } from "./balance-value.js";

export interface BalanceColumn extends Pick<BalanceRow, "covariate" | "matched" | "outcome" | "window" | "missing"> {
  /** One a row; NaN is left out of this covariate's figures. */
  readonly values: Float64Array;
}

export interface BalanceInput {
  readonly columns: readonly BalanceColumn[];
  /** 1 treated, 0 control. */
  readonly treated: Uint8Array;
  /** Weight of each row in the sample before matching; 0 = not in it. */
  readonly before: Float64Array;
  /** Weight of each row after matching; 0 = not matched. */
  readonly after: Float64Array;
  /** Person of each row, where a person can have several rows; counts once in the effective number of controls. */
  readonly unit?: Int32Array;
  /** Index into `waves` of each row. */
  readonly wave?: Int32Array;
  readonly waves?: readonly Omit<WaveBalance, "worstSmdAfter">[];
  /** Greatest |standardised difference| that counts as balanced. */
  readonly threshold: number;
}

/**
 * Balance of two groups before and after matching or weighting: standardised mean differences (treated − control, over the
 * treated SD before), variance ratios (treated / control; NaN for binaries) and Kolmogorov–Smirnov distances.
 * Binary covariates are standardised too, by √(p(1 − p)), as MatchIt does and cobalt does with binary = "std".
 * Where the treated do not vary the controls' SD stands in; where neither does, equal means give 0 and others NaN.
 * Passed when every covariate of the score is within the threshold; NaN does not pass.
 */
export function balance(input: BalanceInput): Balance {
  const { columns, threshold } = input;
  const rows: BalanceRow[] = [];
  const worstByWave = new Float64Array(input.waves?.length ?? 0);
  let worst = 0;
  for (const column of columns) {
    const { row, sd } = balanceRow(column, input);
    rows.push(row);
    if (!column.matched) continue;
    worst = larger(worst, row.smdAfter);
    for (let g = 0; g < worstByWave.length; g++)
      worstByWave[g] = larger(worstByWave[g], waveDifference(column.values, g, input) / sd);
  }
  return {
    kind: "balance",
    rows,
    waves: (input.waves ?? []).map((wave, g) => ({ ...wave, worstSmdAfter: wave.matched > 0 ? worstByWave[g] : Number.NaN })),
    effectiveControls: effectiveControls(input),
    threshold,
    worst,
    passed: worst <= threshold,
  };
}

/** The larger of two sizes; NaN once either is. */
function larger(worst: number, difference: number): number {
  return Math.max(worst, Math.abs(difference));
}

function balanceRow(column: BalanceColumn, { treated, before, after }: BalanceInput): { row: BalanceRow; sd: number } {
  const { values, ...about } = column;
  const binary = isBinary(values);
  const groups = { values, treated, weight: before };
  const adjusted = { values, treated, weight: after };
  const t = moments(groups, 1, binary);
  const c = moments(groups, 0, binary);
  const ta = moments(adjusted, 1, binary);
  const ca = moments(adjusted, 0, binary);
  const sd = Math.sqrt(t.variance > 0 ? t.variance : c.variance);
  const smd = (difference: number): number => (difference === 0 ? 0 : sd > 0 ? difference / sd : Number.NaN);
  const row: BalanceRow = {
    ...about,
    binary,
    meanTreated: t.mean,
    meanTreatedAfter: ta.mean,
    meanControlBefore: c.mean,
    meanControlAfter: ca.mean,
    smdBefore: smd(t.mean - c.mean),
    smdAfter: smd(ta.mean - ca.mean),
    varianceRatioBefore: binary ? Number.NaN : t.variance / c.variance,
    varianceRatioAfter: binary ? Number.NaN : ta.variance / ca.variance,
    ksBefore: ksDistance(groups),
    ksAfter: ksDistance(adjusted),
  };
  return { row, sd: sd > 0 ? sd : 1 };
}

/** Mean of the matched starters less that of their controls in one wave; 0 where the variable is known for none of either. */
function waveDifference(values: Float64Array, g: number, { treated, after, wave }: BalanceInput): number {
  const total = [0, 0];
  const first = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (wave?.[i] !== g || !(after[i] > 0) || Number.isNaN(values[i])) continue;
    total[treated[i]] += after[i];
    first[treated[i]] += after[i] * values[i];
  }
  return total[0] > 0 && total[1] > 0 ? first[1] / total[1] - first[0] / total[0] : 0;
}

function effectiveControls({ treated, after, unit }: BalanceInput): number {
  const byUnit = new Map<number, number>();
  for (let i = 0; i < after.length; i++) {
    if (treated[i] === 1 || !(after[i] > 0)) continue;
    const key = unit ? unit[i] : i;
    byUnit.set(key, (byUnit.get(key) ?? 0) + after[i]);
  }
  let total = 0;
  let squares = 0;
  for (const w of byUnit.values()) {
    total += w;
    squares += w * w;
  }
  return squares > 0 ? (total * total) / squares : 0;
}
