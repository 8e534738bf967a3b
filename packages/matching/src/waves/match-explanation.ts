import type { MatchingOptions } from "../options/matching-options.js";
import type { Reason } from "./lost.js";
import type { Limit } from "./match-limits.js";

/** Why one person was matched or not, wave by wave. Personal data: internal only, never to be published. */
export interface MatchExplanation {
  readonly kind: "match-explanation";
  readonly unit: number;
  /** Period ordinal of the person's own start, `ALWAYS` or `NEVER`. */
  readonly start: number;
  readonly method: MatchingOptions["method"];
  /** What distances below are differences in. */
  readonly distance: MatchingOptions["distance"];
  readonly waves: readonly WaveExplanation[];
}

export interface WaveExplanation {
  /** Period ordinal. */
  readonly wave: number;
  /** started: before this wave; out: not at risk of starting in it; starter: of this wave; other: at risk without starting. */
  readonly role: "started" | "out" | "starter" | "other";
  /** Why the person is out, or a starter without a control. */
  readonly reason?: Reason;
  /** Linear predictor and fitted probability of starting in this wave. */
  readonly score?: number;
  readonly probability?: number;
  /** Others: may be a control; a person whose excluded household has started may not. */
  readonly eligible?: boolean;
  /** Others: offered to this wave as a control. */
  readonly offered?: boolean;
  /** Others that the lot offered to another wave: which one, where they may be a control in it. */
  readonly offeredTo?: number;
  /** The sets of this wave that the person is in. */
  readonly sets: readonly SetExplanation[];
  /** A starter without a control: the nearest others, and why each was not taken. An eligible control that was not taken: the nearest starters. */
  readonly near: readonly NearExplanation[];
}

export interface SetExplanation {
  /** Weight of the person in the set. */
  readonly weight: number;
  readonly starters: number;
  readonly controls: number;
  /** The nearest of the other arm, at most ten. */
  readonly members: readonly { readonly unit: number; readonly distance: number; readonly weight: number }[];
}

export interface NearExplanation {
  readonly unit: number;
  readonly distance: number;
  /** Limits that keep the two apart; none where another was simply nearer. */
  readonly limits: readonly Limit[];
  /** Near starters: how many controls it got, and the distance of the farthest; NaN without. */
  readonly got?: number;
  readonly farthest?: number;
}
