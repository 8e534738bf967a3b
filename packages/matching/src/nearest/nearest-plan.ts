import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { choosingOrder, drawLots, type NearestOrder } from "./choosing-order.js";
import { checkLimits, type NearestLimits } from "./nearest-limits.js";

/** What a nearest-neighbour match is asked for, whatever the distance. */
export interface NearestPlan extends NearestLimits {
  /** 1 treated, 0 control. */
  readonly treated: Uint8Array;
  /** Controls wanted for each treated row, at least 1. */
  readonly ratio: number;
  /** Controls wanted by row instead (see `variableRatio`); only treated rows are read. */
  readonly wanted?: Int32Array;
  /** A control may serve several treated rows (still only once in a set). */
  readonly replace?: boolean;
  /** With `replace`: how many treated rows one control may serve; no limit if absent or null. */
  readonly reuseLimit?: number | null;
  readonly order?: NearestOrder;
  /** Under order "random" the smallest lot, one a row, chooses first; drawn from `seed` (0 if absent) if left out. */
  readonly lot?: Float64Array;
  readonly seed?: number;
  /** 1 where the row takes part; all if absent. */
  readonly eligible?: Uint8Array;
}

export interface NearestPairs {
  /** Treated rows that take part, in data order. */
  readonly treated: Int32Array;
  /** treated × ratio (or the most wanted): rows of the controls in the order they were found, then −1. */
  readonly controls: Int32Array;
}

export interface Prepared extends NearestPairs {
  /** Of each treated row. */
  readonly wanted: Int32Array;
  /** Columns of `controls`. */
  readonly columns: number;
  /** How many treated rows one control may serve. */
  readonly capacity: number;
  readonly sequence: readonly number[];
}

/**
 * Treated rows, what each wants, and the order in which they choose.
 * @throws KontrafaktError where the ratio or the reuse limit is not a positive integer or a caliper is negative
 */
export function preparePlan(plan: NearestPlan, score: Float64Array | undefined): Prepared {
  const { ratio, replace = false, reuseLimit = null, order = "largest", eligible } = plan;
  if (!(Number.isInteger(ratio) && ratio >= 1)) fail("matching/bad-ratio", { option: "ratio" }, { value: ratio }, messages);
  if (reuseLimit !== null && !(Number.isInteger(reuseLimit) && reuseLimit >= 1))
    fail("matching/bad-reuse-limit", { option: "reuseLimit" }, { value: reuseLimit }, messages);
  checkLimits(plan);
  const rows: number[] = [];
  for (let i = 0; i < plan.treated.length; i++) if (plan.treated[i] === 1 && (!eligible || eligible[i] === 1)) rows.push(i);
  const treated = Int32Array.from(rows);
  const wanted = treated.map((i) => plan.wanted?.[i] ?? ratio);
  const columns = plan.wanted ? wanted.reduce((most, k) => Math.max(most, k), 0) : ratio;
  const lot = order === "random" ? (plan.lot ?? drawLots(plan.treated.length, plan.seed ?? 0)) : undefined;
  return {
    treated,
    controls: new Int32Array(treated.length * columns).fill(-1),
    wanted,
    columns,
    capacity: replace ? (reuseLimit ?? Number.POSITIVE_INFINITY) : 1,
    sequence: choosingOrder(treated, order, score, lot),
  };
}
