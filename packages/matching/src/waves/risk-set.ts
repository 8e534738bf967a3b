import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import type { Lost } from "./lost.js";
import { periodRange } from "./window-mean.js";

/** A covariate or history variable over the rows of a risk set. */
export interface Variable {
  readonly name: string;
  readonly values: Float64Array;
  readonly outcome?: string;
  readonly window?: readonly [number, number];
  readonly missing?: boolean;
  /** A column made from other variables for the score's sake (a power, a spline, a product), not a covariate of its own. */
  readonly term?: true;
}

/** Rows: a person × a wave in which that person was at risk of starting. By wave, then unit. */
export interface RiskSet {
  readonly unit: Int32Array;
  /** Index into `waves`. */
  readonly wave: Int32Array;
  /** 1 where the person started in that wave. */
  readonly treated: Uint8Array;
  /** Ordinals, ascending. */
  readonly waves: Int32Array;
}

/** Ordinals at which somebody started within the panel's periods, ascending. */
export function wavesOf(panel: Panel): Int32Array {
  const inside = new Set<number>(panel.periods.ordinals);
  const starts = new Set<number>();
  for (const g of panel.firstTreated) if (g !== ALWAYS && g !== NEVER && inside.has(g)) starts.add(g);
  return Int32Array.from(starts).sort();
}

/**
 * Who could have started at each wave: not started before it (whoever started before the panel never could), and under
 * observation in the nearest history period and in every period from time zero (the start less anticipation) through the start.
 * A starter had to stay until the start, so a control has to as well. The others who had not started are lost.
 * @param nearest periods from the nearest history period to time zero; Infinity where no history is used
 */
export function riskSet(
  panel: Panel,
  waves: Int32Array,
  anticipation: number,
  nearest: number,
): { atRisk: RiskSet; lost: Lost[] } {
  const ordinals = panel.periods.ordinals;
  const inside = createRows();
  const lost: Lost[] = [];
  waves.forEach((g, w) => {
    const zero = g - anticipation;
    const spans = [periodRange(ordinals, zero - nearest, zero - nearest), periodRange(ordinals, zero, g)];
    for (let i = 0; i < panel.units; i++) {
      if (panel.firstTreated[i] === ALWAYS || panel.firstTreated[i] < g) continue;
      const treated = panel.firstTreated[i] === g ? 1 : 0;
      const offset = i * ordinals.length;
      const seen = spans.every(([first, end]) => {
        for (let t = first; t < end; t++) if (panel.observed[offset + t] === 0) return false;
        return true;
      });
      if (seen) inside.push(i, w, treated);
      else lost.push({ unit: i, wave: w, treated, reason: "not-observed" });
    }
  });
  return { atRisk: inside.done(waves), lost };
}

/** The rows of a risk set where `keep` is 1. */
export function keepRows(rows: RiskSet, keep: Uint8Array): RiskSet {
  const kept = createRows();
  keep.forEach((k, r) => {
    if (k === 1) kept.push(rows.unit[r], rows.wave[r], rows.treated[r]);
  });
  return kept.done(rows.waves);
}

function createRows() {
  const unit: number[] = [];
  const wave: number[] = [];
  const treated: number[] = [];
  return {
    push(i: number, w: number, d: number): void {
      unit.push(i);
      wave.push(w);
      treated.push(d);
    },
    done: (waves: Int32Array): RiskSet => ({
      unit: Int32Array.from(unit),
      wave: Int32Array.from(wave),
      treated: Uint8Array.from(treated),
      waves,
    }),
  };
}
