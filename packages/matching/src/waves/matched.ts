import type { Problem } from "@kontrafakt/base";
import type { Balance } from "../balance/balance-value.js";
import type { Comparison } from "../comparison.js";
import type { MatchingOptions } from "../options/matching-options.js";
import type { Choice } from "./choice.js";
import type { Reason } from "./lost.js";
import type { Peak } from "./peak.js";

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
    /** 1 where it was offered to the wave: under `share: lot` a person is offered to one. */
    readonly offered: Uint8Array;
  };
  /** The options it was matched with. */
  readonly options: MatchingOptions;
  /** People who had not started by a wave and are not in it, by reason. Starters among them are in `unmatched`. */
  readonly notAtRisk: readonly { readonly wave: number; readonly reason: Reason; readonly people: number }[];
  /** The same person by person; `reason` is an index into `unmatched.reasons`. */
  readonly leftOut: {
    readonly unit: Int32Array;
    /** Period ordinal. */
    readonly wave: Int32Array;
    readonly reason: Int32Array;
  };
  /** Greatest difference of the score allowed, in units of the linear score, or of the probability under distance "probability"; Infinity if none. */
  readonly caliperWidth: number;
  /** Clusterings whose members are no controls for one another. */
  readonly exclude: readonly string[];
  /** How far starters stood from their level a year before, as the referral neared. */
  readonly peak: Peak;
  /** The specifications that were compared, where there were several. */
  readonly choice?: Choice;
  readonly problems: readonly Problem[];
}
