import { tQuantile } from "@kontrafakt/numerics";
import { CASES, type Case, column, head, type Row } from "./four-waves.js";

/** How a case came out over the replications, in days. */
export interface CaseSummary {
  readonly estimator: string;
  readonly world: string;
  readonly small: boolean;
  /**
   * Mean of what really changed for these people. The programme shrinks the spread of starters' days, so that intervals with an effect
   * are about what was to be expected for such people and miss what happened to these more often; without effect the two are one.
   */
  readonly truth: number;
  readonly bias: number;
  /** Monte-Carlo standard error of the bias. */
  readonly biasError: number;
  /** |bias| over that of before–after in the same municipality. */
  readonly shareOfNaive: number;
  /** Standard deviation of the errors, and the mean standard error that was reported. */
  readonly sd: number;
  readonly meanSe: number;
  /** Shares of replications in which the 95% interval misses the truth: says that more was saved, or that less was. */
  readonly savesTooMuch: number;
  readonly savesTooLittle: number;
  /** The same for one-sided 95% limits. */
  readonly savesTooMuchOneSided: number;
  readonly savesTooLittleOneSided: number;
  /** Errors less those of `riskSet` in the same municipality and world, with the Monte-Carlo error of their mean. */
  readonly againstRiskSet: { readonly mean: number; readonly error: number };
}

export interface FourWavesSummary {
  readonly cases: readonly CaseSummary[];
  /** Mean starters that `riskSet` matched, of 60. */
  readonly matched: number;
  /** Share of replications in which matching warned of a peak at referral. */
  readonly warned: number;
  /** Bias of simpler figures for the same starters and quarters, in the large municipality and in the small. */
  readonly naive: Readonly<Record<"beforeAfter" | "rest" | "beforeAfterSmall" | "restSmall", number>>;
  /** No effect: share of replications in which interval and permutation test (both 2.5%) say that something was saved, or that it cost. */
  readonly falseSaving: number;
  readonly falseCost: number;
}

/** Bias, spread and one-sided errors of every case. */
export function summarise(rows: readonly Row[]): FourWavesSummary {
  const naive = {
    beforeAfter: mean(head(rows, "beforeAfter")),
    rest: mean(head(rows, "rest")),
    beforeAfterSmall: mean(head(rows, "beforeAfterSmall")),
    restSmall: mean(head(rows, "restSmall")),
  };
  const cases = CASES.map((of): CaseSummary => {
    const error = errors(rows, of);
    const bias = mean(error);
    const own = CASES.find((c) => c.estimator === "riskSet" && c.small === of.small && c.world === of.world)!;
    const differences = minus(error, errors(rows, own));
    return {
      estimator: of.estimator,
      world: of.world,
      small: of.small,
      truth: mean(column(rows, of, "truth")),
      bias,
      biasError: deviation(error) / Math.sqrt(rows.length),
      shareOfNaive: Math.abs(bias / (of.small ? naive.beforeAfterSmall : naive.beforeAfter)),
      sd: deviation(error),
      meanSe: mean(column(rows, of, "se")),
      savesTooMuch: share(beyond(rows, of, -1, 0.975)),
      savesTooLittle: share(beyond(rows, of, 1, 0.975)),
      savesTooMuchOneSided: share(beyond(rows, of, -1, 0.95)),
      savesTooLittleOneSided: share(beyond(rows, of, 1, 0.95)),
      againstRiskSet: { mean: mean(differences), error: deviation(differences) / Math.sqrt(rows.length) },
    };
  });
  const [pSaving, pCost] = [head(rows, "pSaving"), head(rows, "pCost")];
  return {
    cases,
    matched: mean(head(rows, "matched")),
    warned: mean(head(rows, "warned")),
    naive,
    falseSaving: share(beyond(rows, CASES[0], -1, 0.975).map((v, k) => v && pSaving[k] <= 0.025)),
    falseCost: share(beyond(rows, CASES[0], 1, 0.975).map((v, k) => v && pCost[k] <= 0.025)),
  };
}

function errors(rows: readonly Row[], of: Case): number[] {
  return minus(column(rows, of, "estimate"), column(rows, of, "truth"));
}

/** Whether the one-sided limit at a level lies beyond the truth: 1 above it, −1 below. */
function beyond(rows: readonly Row[], of: Case, side: 1 | -1, level: number): boolean[] {
  const [se, df] = [column(rows, of, "se"), column(rows, of, "df")];
  return errors(rows, of).map((v, k) => side * v > se[k] * tQuantile(level, df[k]));
}

function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((v, k) => v - b[k]);
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - centre) * (v - centre), 0) / (values.length - 1));
}

function share(holds: readonly boolean[]): number {
  return holds.filter((h) => h).length / holds.length;
}
