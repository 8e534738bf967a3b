import type { Effects, SampleUse, Term } from "./effects-value.js";

/** Who is in each cell. */
export interface SampleSummary {
  readonly kind: "sample-summary";
  readonly rows: readonly {
    readonly outcome: string;
    readonly group?: number;
    readonly time?: number;
    readonly event?: number;
    readonly treated: number;
    readonly controls: number;
    /** Kish's effective numbers; the numbers themselves where all count the same. */
    readonly effectiveTreated: number;
    readonly effectiveControls: number;
    readonly personPeriods: number;
    readonly estimated: boolean;
  }[];
  /** Which share of the data was used, where the estimator says. */
  readonly use?: SampleUse;
}

/** How many people each term rests on, counted and effective, and which could not be estimated. */
export function sampleSummary(effects: Effects): SampleSummary {
  const row = ({ outcome, group, time, event, n, controls, effective, personPeriods }: Term, k: number) => ({
    outcome,
    ...(group !== undefined && { group }),
    ...(time !== undefined && { time }),
    ...(event !== undefined && { event }),
    treated: n,
    controls,
    effectiveTreated: effective?.treated ?? n,
    effectiveControls: effective?.controls ?? controls,
    personPeriods,
    estimated: !Number.isNaN(effects.estimate[k]),
  });
  const rows = effects.terms.flatMap((t, k) => (t.scale === "difference" ? [row(t, k)] : []));
  return { kind: "sample-summary", rows, ...(effects.use && { use: effects.use }) };
}
