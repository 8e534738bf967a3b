import type { Effects } from "@kontrafakt/effects";
import type { HumanOutcome } from "../verification/verification-value.js";

/** What the money side is told by whoever has the people: sums and shares only. Everything may be left out. */
export interface StudyFacts {
  /** Matched starters: what per-starter figures and other numbers of starters are worked out from. */
  readonly starters?: number;
  /** Matched starters of each wave (its period ordinal): how far another set of starters could be spread otherwise. */
  readonly waves?: readonly { readonly wave: number; readonly starters: number }[];
  /** Share of those followed to the end who are below the age of `persistence.ageOut`, by calendar year after the window; coarse. */
  readonly remaining?: readonly { readonly year: number; readonly share: number }[];
  /** Years that starters were observed in each calendar year, by outcome; coarse. Splits the gap to the claim where effects are sums over a year. */
  readonly personYears?: readonly { readonly outcome: string; readonly year: number; readonly value: number }[];
  /** Units of everyone in the data, the whole municipality, by outcome and calendar year. */
  readonly totals?: readonly { readonly outcome: string; readonly year: number; readonly units: number }[];
  /** Mean effects of outcomes, per starter and period; those without a price are told beside the money. */
  readonly outcomes?: readonly Omit<HumanOutcome, "direction">[];
  /** Effects among the starters with one value of a covariate, on the same terms as the whole. */
  readonly subgroups?: readonly {
    readonly covariate: string;
    readonly value: string;
    readonly starters: number | string | null;
    /** Exact; for per-starter figures. */
    readonly size: number;
    readonly effects: Effects;
    /** Whether nobody compared with these starters is compared with those of another value. */
    readonly apart: boolean;
  }[];
}
