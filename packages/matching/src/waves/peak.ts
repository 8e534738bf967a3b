import { type Problem, periodsPerYear, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { MatchingOptions } from "../options/matching-options.js";
import { history } from "./history.js";
import type { RiskSet } from "./risk-set.js";

/** How far starters stood from their own level a year before, as the referral neared. */
export interface PeakSize {
  readonly outcome: string;
  /** In the starters' SDs of the nearest window: their change over the year less that of the others at risk. */
  readonly size: number;
  /** Starters with both values. */
  readonly starters: number;
  /** `size` over its standard error. */
  readonly t: number;
  /** At least the threshold away, up or down, and more than chance moves so many starters. */
  readonly found: boolean;
}

export interface Peak {
  /** Periods before time zero, the gap not counted, [nearest, farthest]: the nearest window that matching used. */
  readonly window: readonly [number, number];
  /** Periods in a year: the same season is so many periods earlier. */
  readonly year: number;
  /** Periods before time zero that the second evaluation leaves out, the gap of the first included. */
  readonly shift: number;
  readonly outcomes: readonly PeakSize[];
}

/** Fewer starters than this say nothing about a peak. */
const FEWEST_STARTERS = 5;
/** Standard errors from 0 that a peak must be: at 60 starters chance alone often moves their mean by a quarter of an SD. */
const LEAST_T = 2;

/**
 * Whether starters were referred at a peak (or, where more is better, in a trough): their mean in the nearest history window against
 * their own mean in the same season a year earlier, less the same difference among the others at risk, each wave's others weighted to
 * its starters, so that what befell everybody does not count. People without one of the two are left out. A peak comes down by itself,
 * and matching on it takes that for the programme's work (Ashenfelter 1978; Daw & Hatfield 2018).
 */
export function peak(panel: Panel, rows: RiskSet, options: MatchingOptions): Peak {
  const { windows, gap } = options.history;
  const year = periodsPerYear(panel.periods.unit);
  const window = windows.reduce<readonly [number, number]>(
    (near, next) => (next[0] < near[0] ? next : near),
    windows[0] ?? [1, 1],
  );
  const earlier = [window[0] + year, window[1] + year] as const;
  const outcomes = panel.measures.map((m): PeakSize => {
    const [now, before] = history(panel, rows, [m.name], [window, earlier], options.anticipation + gap).map((v) => v.values);
    const { size, t, starters } = sizeOf(rows, now, before);
    return { outcome: m.name, size, t, starters, found: Math.abs(size) >= options.peak.threshold && Math.abs(t) >= LEAST_T };
  });
  return { window, year, shift: options.peak.shift ?? gap + year, outcomes };
}

/** Peaks found, one warning for each outcome. Sizes to the nearest twentieth of an SD. */
export function peakProblems({ outcomes, shift }: Peak): Problem[] {
  return outcomes
    .filter(({ found }) => found)
    .map(({ outcome, size }) => {
      const params = { outcome, size: Math.round(20 * size) / 20, gap: shift };
      return problem("matching/peak-at-referral", "warning", { option: "matching.history.gap" }, params);
    });
}

function sizeOf({ wave, treated, waves }: RiskSet, now: Float64Array, before: Float64Array): Omit<PeakSize, "outcome" | "found"> {
  const known = now.map((value, r) => (Number.isNaN(value) || Number.isNaN(before[r]) ? 0 : 1));
  const starters = new Float64Array(waves.length);
  const others = new Float64Array(waves.length);
  const change = [new Float64Array(waves.length), new Float64Array(waves.length)];
  let total = 0;
  for (let r = 0; r < wave.length; r++) {
    if (known[r] === 0) continue;
    (treated[r] === 1 ? starters : others)[wave[r]]++;
    change[treated[r]][wave[r]] += now[r] - before[r];
    if (treated[r] === 1) total += now[r];
  }
  let n = 0;
  let gained = 0;
  waves.forEach((_, w) => {
    if (starters[w] === 0 || others[w] === 0) return;
    n += starters[w];
    gained += change[1][w] - (starters[w] / others[w]) * change[0][w];
  });
  const all = starters.reduce((a, b) => a + b, 0);
  let squares = 0;
  let noise = 0;
  for (let r = 0; r < wave.length; r++) {
    const w = wave[r];
    if (known[r] === 0) continue;
    if (treated[r] === 1) squares += (now[r] - total / all) * (now[r] - total / all);
    if (starters[w] === 0 || others[w] === 0) continue;
    const people = treated[r] === 1 ? starters[w] : others[w];
    const own = now[r] - before[r] - change[treated[r]][w] / people;
    const share = starters[w] / people;
    noise += share * share * own * own;
  }
  if (n < FEWEST_STARTERS || !(squares > 0)) return { size: 0, t: 0, starters: n };
  return { size: gained / n / Math.sqrt(squares / (all - 1)), t: gained === 0 ? 0 : gained / Math.sqrt(noise), starters: n };
}
