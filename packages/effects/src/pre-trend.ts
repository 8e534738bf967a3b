import { type Problem, problem } from "@kontrafakt/base";
import { fCdf, wald } from "@kontrafakt/numerics";
import { combine } from "./combine.js";
import type { Effects, Term } from "./effects-value.js";
import { events } from "./events.js";
import { jointDegreesOfFreedom } from "./joint-degrees-of-freedom.js";

/** Joint test that the held-back periods show no difference. */
export interface PreTrend {
  readonly kind: "pre-trend";
  readonly outcome: string;
  /** Held-back event times, all of them used. */
  readonly periods: number;
  /** Linear restrictions tested: the periods, or averages of `span` of them. */
  readonly restrictions: number;
  readonly span: number;
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

export interface PreTrendUse {
  readonly anticipation: number;
  /** Periods just before time zero that neither matching nor the base used. */
  readonly gap: number;
  /** Periods before time zero that matching used, the gap included. */
  readonly historyUsed: number;
  readonly baseWindow: number;
  /** 4 for quarters, 12 for months, 1 for years. */
  readonly periodsPerYear: number;
}

/**
 * Tests event times older than what matching (and the base) used: F = (ν − p + 1)/(νp) · θ'V⁻θ on p and ν − p + 1 degrees of freedom
 * (Hotelling), ν by `jointDegreesOfFreedom`. With p above ν/2 the periods are averaged by year, then all into one, and a problem
 * says so. `test` is null where no period was held back or ν is below 2.
 */
export function preTrend(effects: Effects, outcome: string, use: PreTrendUse): { test: PreTrend | null; problems: Problem[] } {
  const oldest = -use.anticipation - Math.max(use.historyUsed, use.gap + use.baseWindow);
  const study = events(effects, outcome);
  const held = study.terms.flatMap((t, k) => (t.event! < oldest && study.df[k] >= 1 ? [k] : []));
  if (held.length === 0) return { test: null, problems: [problem("effects/pretrend-none", "note", {}, { outcome })] };
  const problems: Problem[] = [];
  for (const span of new Set([1, use.periodsPerYear, held.length])) {
    const tested = averages(study, held, span);
    const nu = jointDegreesOfFreedom(tested);
    const p = tested.terms.length;
    const { statistic, rank } = wald({ estimate: tested.estimate, covariance: tested.covariance, k: p });
    if (rank > nu / 2 && span < held.length) continue;
    if (!(nu >= 2) || rank === 0) {
      problems.push(problem("effects/pretrend-too-few", "note", {}, { outcome, df: Math.floor(nu * 10) / 10 }));
      return { test: null, problems };
    }
    if (span > 1) {
      const params = { outcome, restrictions: held.length, tested: p, span, df: Math.floor(nu * 10) / 10 };
      problems.push(problem("effects/pretrend-averaged", "note", {}, params));
    }
    const df2 = nu - rank + 1;
    const f = nu === Number.POSITIVE_INFINITY ? statistic / rank : (df2 / (nu * rank)) * statistic;
    const test: PreTrend = {
      kind: "pre-trend",
      outcome,
      periods: held.length,
      restrictions: p,
      span,
      statistic: f,
      df1: rank,
      df2,
      p: 1 - fCdf(f, rank, df2),
    };
    return { test, problems };
  }
  return { test: null, problems };
}

/** Means of `span` consecutive held-back events, counted back from the latest; a shorter oldest group joins in on its own. */
function averages(study: Effects, held: readonly number[], span: number): Effects {
  const groups: number[][] = [];
  for (let end = held.length; end > 0; end -= span) groups.push(held.slice(Math.max(0, end - span), end));
  const K = study.terms.length;
  const weights = new Float64Array(groups.length * K);
  const terms = groups.map((group, r): Term => {
    for (const k of group) weights[r * K + k] = 1 / group.length;
    return study.terms[group[group.length - 1]];
  });
  return combine(study, weights, terms);
}
