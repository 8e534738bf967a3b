import type { CourseOptions } from "../options/persistence-options.js";

export interface PersistenceUsed {
  readonly form: CourseOptions["form"];
  /** Last calendar year counted; the window's last where nothing is assumed. */
  readonly until: number;
  readonly source: string;
  readonly ageOut: number | null;
  /** Outcomes that go on otherwise. */
  readonly outcomes: readonly { readonly outcome: string; readonly form: CourseOptions["form"]; readonly source?: string }[];
  /** Share of those followed to the end of the window who are still below the age of `ageOut`, by assumed year; coarse. */
  readonly remaining: readonly { readonly year: number; readonly share: number }[];
  /** How many periods from its start on each wave was followed. */
  readonly followUp: readonly { readonly wave: number; readonly label: string; readonly periods: number }[];
  /**
   * Share of the last observed effect that each outcome counts with in each assumed column, on average over it, age included. A year that was
   * observed in part stands first, with what is left of it.
   */
  readonly left?: readonly {
    readonly outcome: string;
    readonly shares: readonly { readonly year: number; readonly share: number }[];
  }[];
}
