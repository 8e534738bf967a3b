import { type PeriodUnit, periodsPerYear, yearOfPeriod } from "@kontrafakt/base";
import { combine, type Effects, type Term } from "@kontrafakt/effects";
import type { Results } from "../results.js";
import { packedCovariance } from "./small-cells.js";

/**
 * Cells from the start on summed over each wave and calendar year, n_gt · ATT(g, t), with their joint covariance: all that money needs,
 * since prices and discount factors are by year. A cell by itself would, with the event study, give away how many people are in it; a
 * sum does not tell its number. Degrees of freedom are the wave's over all its years. Cells without an estimate are left out, as they are where
 * money is made of cells.
 *
 * @param outcomes those that may be told
 * @param end last period observed: where a year does not end with it, the year its last twelve months begin in is told in two parts, since an
 *   effect that is assumed to go on starts from their mean; absent = every year in one
 */
export function yearlySums(effects: Effects, unit: PeriodUnit, outcomes: readonly string[], end?: number): Results["effects"] {
  const split = end === undefined ? -Infinity : end - periodsPerYear(unit) + 1;
  const K = effects.terms.length;
  const sums: { readonly term: Term; readonly year: number; readonly cells: number[] }[] = [];
  const found = new Map<string, (typeof sums)[number]>();
  effects.terms.forEach((term, k) => {
    const { outcome, group, time, event } = term;
    if (!outcomes.includes(outcome) || group === undefined || time === undefined || !(event !== undefined && event >= 0)) return;
    const year = yearOfPeriod(time, unit);
    const key = JSON.stringify([outcome, group, year, time >= split]);
    const sum = found.get(key) ?? { term, year, cells: [] };
    if (sum.cells.length === 0) {
      sums.push(sum);
      found.set(key, sum);
    }
    sum.cells.push(k);
  });
  const weights = new Float64Array(sums.length * K);
  const waves = new Map<string, Float64Array>();
  const waveOf = ({ term }: (typeof sums)[number]) => JSON.stringify([term.outcome, term.group]);
  const known = sums.map(({ cells }) => cells.filter((k) => effects.terms[k].n > 0 && Number.isFinite(effects.estimate[k])));
  sums.forEach((sum, r) => {
    const wave = waves.get(waveOf(sum)) ?? new Float64Array(K);
    for (const k of known[r].length > 0 ? known[r] : sum.cells) {
      weights[r * K + k] = effects.terms[k].n;
      wave[k] = effects.terms[k].n;
    }
    waves.set(waveOf(sum), wave);
  });
  const terms = sums.map(({ term, year, cells }, r) => ({
    outcome: term.outcome,
    unit: term.unit,
    kind: "total" as const,
    scale: "difference" as const,
    group: term.group as number,
    year,
    time: Math.max(...cells.map((k) => effects.terms[k].time as number)),
    periods: known[r].length,
  }));
  const whole = [...waves.values()];
  const all = new Float64Array((sums.length + whole.length) * K);
  all.set(weights);
  whole.forEach((wave, w) => {
    all.set(wave, (sums.length + w) * K);
  });
  const asTerm = (term: Term): Term => ({ ...term, kind: "total", n: 1, controls: 0, personPeriods: 1 });
  const both = combine(effects, all, [...sums.map(({ term }) => asTerm(term)), ...whole.map(() => asTerm(effects.terms[0]))]);
  const places = sums.map((_, r) => r);
  const waveNames = [...waves.keys()];
  return {
    estimator: effects.estimator,
    clusters: effects.clusters,
    ...(effects.bounded && { bounded: true }),
    terms,
    estimate: places.map((r) => both.estimate[r]),
    df: sums.map((sum) => both.df[sums.length + waveNames.indexOf(waveOf(sum))]),
    covariance: packedCovariance(both, places),
  };
}

/** The effects that results hold, as `monetize` and its kin take them: each a sum over people, so `n` is 1; `personPeriods` is the periods of it. */
export function effectsOf(results: Pick<Results, "effects">): Effects {
  const { estimator, clusters, bounded, terms, estimate, df, covariance } = results.effects;
  const K = terms.length;
  const full = new Float64Array(K * K);
  for (let i = 0, at = 0; i < K; i++) {
    for (let j = 0; j <= i; j++, at++) {
      full[i * K + j] = covariance[at];
      full[j * K + i] = covariance[at];
    }
  }
  return {
    kind: "effects",
    estimator,
    terms: terms.map(
      ({ year: _, periods = Number.NaN, ...term }): Term => ({ ...term, n: 1, controls: 0, personPeriods: periods }),
    ),
    estimate: Float64Array.from(estimate),
    covariance: full,
    df: Float64Array.from(df),
    ...(bounded && { bounded }),
    clusters: typeof clusters === "number" ? clusters : Number.NaN,
    basis: { kind: "covariance-only" },
    problems: [],
  };
}
