import type { Problem } from "@kontrafakt/base";
import type { Balance } from "./balance-value.js";
import type { Comparison } from "./comparison.js";
import type { Reason } from "./lost.js";

/** What matching hands on. Only `balance`, `problems` and counts may leave the machine. */
export interface Matched {
  readonly kind: "matched";
  readonly comparison: Comparison;
  readonly balance: Balance;
  /** Starters without a control; `reason` is an index into `reasons`. */
  readonly unmatched: {
    readonly unit: Int32Array;
    /** Period ordinal. */
    readonly wave: Int32Array;
    readonly reason: Int32Array;
    readonly reasons: readonly Reason[];
  };
  /** Every person × wave at risk: the rows of the score. */
  readonly atRisk: {
    readonly unit: Int32Array;
    /** Period ordinal. */
    readonly wave: Int32Array;
    readonly treated: Uint8Array;
    /** Linear predictor. */
    readonly score: Float64Array;
    /** Fitted probability of starting in that wave. */
    readonly probability: Float64Array;
    /** 1 where the row could be a control. */
    readonly eligible: Uint8Array;
  };
  /** People who had not started by a wave and are not in it, by reason. Starters among them are in `unmatched`. */
  readonly notAtRisk: readonly { readonly wave: number; readonly reason: Reason; readonly people: number }[];
  /** Greatest distance allowed, in units of the linear score; Infinity if none. */
  readonly caliperWidth: number;
  readonly problems: readonly Problem[];
}
