import { distributionGaps, effectiveSize, isBinary, moments, sortedValues } from "./balance-measures.js";
import type { Balance, BalanceRow, WaveBalance } from "./balance-value.js";
import { overlapComplement } from "./overlap-complement.js";
import { type PairedSets, pairDistance } from "./pair-distance.js";
import { type ProductColumn, productBalance } from "./product-balance.js";

export interface BalanceColumn extends Pick<BalanceRow, "covariate" | "matched" | "outcome" | "window" | "missing"> {
  /** One a row; NaN is left out of this covariate's figures. */
  readonly values: Float64Array;
  /** The starters without a control, who may not be rows. */
  readonly unmatched?: UnmatchedMean;
}

export interface UnmatchedMean {
  /** NaN where it is known of none. */
  readonly mean: number;
  /** For whom it is known, and of them those with another value than 0. */
  readonly people: number;
  readonly notZero: number;
}

export interface BalanceInput {
  readonly columns: readonly BalanceColumn[];
  /** 1 treated, 0 control. */
  readonly treated: Uint8Array;
  /** Weight of each row in the sample before matching; 0 = not in it. */
  readonly before: Float64Array;
  /** Weight of each row after matching; 0 = not matched. Those of the treated may differ from 1 too. */
  readonly after: Float64Array;
  /** Person of each row, where a person can have several rows; counts once in effective numbers after matching. */
  readonly unit?: Int32Array;
  /** Index into `waves` of each row. */
  readonly wave?: Int32Array;
  readonly waves?: readonly Omit<WaveBalance, "worstSmdAfter">[];
  /** Greatest |standardised difference| that counts as balanced. */
  readonly threshold: number;
  /** Whose SD before matching differences are divided by; the treated's if left out. */
  readonly denominator?: NonNullable<Balance["denominator"]>;
  /** 0/1 covariates: over √(p(1 − p)), or the difference of shares as it is; `std` if left out. */
  readonly binary?: NonNullable<Balance["binary"]>;
  /** Matched sets, where they are small: gives pair distances. */
  readonly sets?: PairedSets;
  /** Also squares and pairwise products of the matched covariates. */
  readonly products?: boolean;
}

/**
 * Balance of two groups before and after matching or weighting: standardised mean differences (treated − control, over an SD of the
 * unadjusted sample), variance ratios (treated / control; NaN for binaries), gaps of the distribution functions, and the share of the
 * densities that does not overlap. The SD is the treated's (ATT), the controls' (ATC) or √((s₁² + s₀²)/2) (ATE, ATO), as cobalt has it.
 * Binary covariates are standardised too, by √(p(1 − p)), as MatchIt does and cobalt does with binary = "std", unless `binary` is raw.
 * Where the treated do not vary the controls' SD stands in; where neither does, equal means give 0 and others NaN.
 * Passed when every covariate of the score is within the threshold; NaN does not pass.
 */
export function balance(input: BalanceInput): Balance {
  const { columns, threshold, treated, before, after, unit, denominator = "treated", binary = "std" } = input;
  const rows: BalanceRow[] = [];
  const W = input.waves?.length ?? 0;
  const worstByWave = new Float64Array(W);
  const byWave: number[][] = Array.from({ length: W }, () => []);
  let worst = 0;
  for (const column of columns) {
    const { row, sd } = balanceRow(column, input);
    rows.push(row);
    if (column.matched) worst = larger(worst, row.smdAfter);
    if (W === 0) continue;
    waveDifferences(column.values, input, W).forEach((difference, g) => {
      byWave[g].push(difference / sd);
      // Known for none of either: nothing in the wave differs.
      if (column.matched) worstByWave[g] = larger(worstByWave[g], (Number.isNaN(difference) ? 0 : difference) / sd);
    });
  }
  const starter = (i: number): boolean => treated[i] === 1;
  const control = (i: number): boolean => treated[i] !== 1;
  const effectiveControls = effectiveSize(after, control, unit);
  return {
    kind: "balance",
    rows,
    waves: (input.waves ?? []).map((wave, g) => ({
      ...wave,
      worstSmdAfter: wave.matched > 0 ? worstByWave[g] : Number.NaN,
      smdAfter: byWave[g],
      effectiveControls: effectiveSize(after, (i) => control(i) && input.wave?.[i] === g),
    })),
    effectiveControls,
    threshold,
    worst,
    passed: worst <= threshold,
    denominator,
    binary,
    effective: {
      treatedBefore: effectiveSize(before, starter),
      treatedAfter: effectiveSize(after, starter, unit),
      controlsBefore: effectiveSize(before, control),
      controlsAfter: effectiveControls,
    },
    ...(input.products && {
      products: productBalance({
        columns: columns.flatMap((c, j): ProductColumn[] =>
          c.matched && !c.missing ? [{ covariate: c.covariate, values: c.values, binary: rows[j].binary }] : [],
        ),
        ...{ treated, before, after, binary, threshold },
        sd: (t, c) => standardDeviation(denominator, t, c),
      }),
    }),
  };
}

/** Standardised differences of one column before and after, and what they were divided by. */
export function standardised(
  values: Float64Array,
  input: Pick<BalanceInput, "treated" | "before" | "after" | "denominator" | "binary">,
) {
  const { treated, before, after, denominator = "treated" } = input;
  const binary = isBinary(values);
  const groups = { values, treated, weight: before };
  const adjusted = { values, treated, weight: after };
  const t = moments(groups, 1, binary);
  const c = moments(groups, 0, binary);
  const ta = moments(adjusted, 1, binary);
  const ca = moments(adjusted, 0, binary);
  const sd = binary && input.binary === "raw" ? 1 : standardDeviation(denominator, t.variance, c.variance);
  const smd = (difference: number): number => (difference === 0 ? 0 : sd > 0 ? difference / sd : Number.NaN);
  return { binary, groups, adjusted, t, c, ta, ca, sd, smd };
}

/** The SD that differences are divided by, from the variances of the unadjusted sample. */
export function standardDeviation(denominator: NonNullable<Balance["denominator"]>, treated: number, control: number): number {
  if (denominator === "pooled") return Math.sqrt((treated + control) / 2);
  const [own, other] = denominator === "treated" ? [treated, control] : [control, treated];
  return Math.sqrt(own > 0 ? own : other);
}

/** The larger of two sizes; NaN once either is. */
function larger(worst: number, difference: number): number {
  return Math.max(worst, Math.abs(difference));
}

function balanceRow(column: BalanceColumn, input: BalanceInput): { row: BalanceRow; sd: number } {
  const { values, unmatched, ...about } = column;
  const { binary, groups, adjusted, t, c, ta, ca, sd, smd } = standardised(values, input);
  const sorted = sortedValues(values, input.before, input.after);
  const gapsBefore = distributionGaps(groups, sorted, binary);
  const gapsAfter = distributionGaps(adjusted, sorted, binary);
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
    ksBefore: gapsBefore.ks,
    ksAfter: gapsAfter.ks,
    ecdfMeanBefore: gapsBefore.mean,
    ecdfMeanAfter: gapsAfter.mean,
    overlapBefore: overlapComplement(groups, binary),
    overlapAfter: overlapComplement(adjusted, binary),
    ...(input.sets && { pairDistance: smd(pairDistance(values, input.sets)) }),
    ...(unmatched && {
      meanUnmatched: unmatched.mean,
      smdUnmatched: smd(matchedMean(values, input) - unmatched.mean),
      knownUnmatched: { people: unmatched.people, notZero: unmatched.notZero },
    }),
  };
  return { row, sd: sd > 0 ? sd : 1 };
}

/** Unweighted: of the starters who found a control. */
function matchedMean(values: Float64Array, { treated, after }: BalanceInput): number {
  let total = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    if (treated[i] !== 1 || !(after[i] > 0) || Number.isNaN(values[i])) continue;
    total += values[i];
    n++;
  }
  return total / n;
}

/** Mean of the matched starters less that of their controls, wave by wave; NaN where the variable is known for none of either. */
function waveDifferences(values: Float64Array, { treated, after, wave }: BalanceInput, W: number): Float64Array {
  const total = [new Float64Array(W), new Float64Array(W)];
  const first = [new Float64Array(W), new Float64Array(W)];
  for (let i = 0; i < values.length; i++) {
    const g = wave?.[i] ?? -1;
    if (g < 0 || !(after[i] > 0) || Number.isNaN(values[i])) continue;
    total[treated[i]][g] += after[i];
    first[treated[i]][g] += after[i] * values[i];
  }
  return total[0].map((control, g) =>
    control > 0 && total[1][g] > 0 ? first[1][g] / total[1][g] - first[0][g] / control : Number.NaN,
  );
}
