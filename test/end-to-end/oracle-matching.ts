import type { Panel } from "@kontrafakt/cohort";
import { NEVER } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import type { Study } from "@kontrafakt/study";
import { solve, variance } from "./oracle-algebra.js";

/** A person at risk in a wave: one row of the score. */
export interface AtRisk {
  readonly unit: number;
  readonly wave: number;
  readonly starts: boolean;
  readonly x: readonly number[];
  score: number;
  chance: number;
}

export interface OracleSet {
  readonly wave: number;
  readonly starter: AtRisk;
  readonly controls: readonly AtRisk[];
}

/** Mean of the values there are from period `from` to `to` (positions), NaN if none. */
export function meanOver(panel: Panel, values: Float64Array, unit: number, from: number, to: number): number {
  const T = panel.periods.ordinals.length;
  const found: number[] = [];
  for (let t = from; t <= to; t++) {
    if (t >= 0 && t < T && panel.observed[unit * T + t] === 1 && !Number.isNaN(values[unit * T + t]))
      found.push(values[unit * T + t]);
  }
  return found.reduce((a, b) => a + b, 0) / found.length;
}

/** Matching as its README tells it, for `share: lot`, `order: largest`, `missing: exclude`, `estimand: never`. */
export function oracleMatching(panel: Panel, study: Study) {
  const { anticipation, caliper, ratio, history } = study.matching;
  const T = panel.periods.ordinals.length;
  const first = panel.periods.ordinals[0];
  const waves = [...new Set(panel.firstTreated)].filter((g) => g >= first && g !== NEVER).sort((a, b) => a - b);
  const outcomes = panel.measures.filter((m) => history.outcomes?.includes(m.name) ?? true);

  const rows: AtRisk[] = [];
  for (const wave of waves) {
    const zero = wave - anticipation - first;
    for (let unit = 0; unit < panel.units; unit++) {
      if (panel.firstTreated[unit] < wave) continue;
      let present = true;
      for (let t = zero - 1; t <= wave - first; t++) if (panel.observed[unit * T + t] !== 1) present = false;
      if (!present) continue;
      const x = panel.covariates.map((c) => c.values[unit]);
      for (const { values } of outcomes)
        for (const [near, far] of history.windows) x.push(meanOver(panel, values, unit, zero - far, zero - near));
      if (x.some(Number.isNaN)) continue;
      rows.push({ unit, wave, starts: panel.firstTreated[unit] === wave, x, score: 0, chance: 0 });
    }
  }
  const intercepts = score(rows, waves);

  const house = panel.clusterings.find((c) => c.name === "household")?.of as Int32Array;
  const members = new Map<number, number[]>();
  house.forEach((h, unit) => {
    if (h >= 0) members.set(h, [...(members.get(h) ?? []), unit]);
  });
  /** Everybody in the household, oneself included. */
  const household = (unit: number) => (house[unit] < 0 ? [unit] : (members.get(house[unit]) as number[]));

  const starters = waves.map((g) => rows.filter((r) => r.wave === g && r.starts).length);
  const offered = lot(panel.units, starters);
  const width = (caliper as number) * pooledSd(rows, waves, intercepts);
  const sets = waves.flatMap((wave, w) => {
    const here = rows.filter((r) => r.wave === wave);
    const pool = here.filter(
      (r) => !r.starts && offered[r.unit] === w && !household(r.unit).some((m) => panel.firstTreated[m] <= wave),
    );
    return nearest(
      here.filter((r) => r.starts),
      pool,
      ratio,
      width,
    );
  });

  const chance = new Map(rows.map((r) => [`${r.unit} ${r.wave}`, r.chance]));
  /** First period at which a control no longer counts. */
  const until = (control: AtRisk) => {
    const starts = household(control.unit).map((m) => panel.firstTreated[m]);
    const earliest = Math.min(...starts.filter((g) => g > control.wave && g !== NEVER));
    return earliest === Infinity ? NEVER : earliest - anticipation;
  };
  /** Chance that nobody in the household has started by `wave`. */
  const uncensored = (control: AtRisk, wave: number) => {
    let stays = 1;
    for (const g of waves)
      if (g > control.wave && g <= wave) for (const m of household(control.unit)) stays *= 1 - (chance.get(`${m} ${g}`) ?? 0);
    return stays;
  };
  return { waves, rows, sets, width, until, uncensored };
}

/** Logit with an intercept for each wave, by Newton's method; returns these intercepts. */
function score(rows: readonly AtRisk[], waves: readonly number[]): number[] {
  const columns = rows[0].x.map((_, k) => rows.map((r) => r.x[k]));
  const centre = columns.map((c) => c.reduce((a, b) => a + b, 0) / c.length);
  const spread = columns.map((c) => Math.sqrt(variance(c)));
  const z = rows.map((r) => [...waves.map((g) => (g === r.wave ? 1 : 0)), ...r.x.map((v, k) => (v - centre[k]) / spread[k])]);
  const p = z[0].length;
  const beta: number[] = Array(p).fill(0);
  for (let step = 0; step < 12; step++) {
    const gradient: number[] = Array(p).fill(0);
    const hessian = gradient.map(() => [...gradient].fill(0));
    rows.forEach((r, i) => {
      const row = z[i];
      r.score = row.reduce((s, v, k) => s + v * beta[k], 0);
      r.chance = 1 / (1 + Math.exp(-r.score));
      for (let k = 0; k < p; k++) {
        if (row[k] === 0) continue;
        gradient[k] += row[k] * (Number(r.starts) - r.chance);
        for (let l = 0; l < p; l++) hessian[k][l] += r.chance * (1 - r.chance) * row[k] * row[l];
      }
    });
    solve(hessian, gradient).forEach((d, k) => {
      beta[k] += d;
    });
  }
  return beta.slice(0, waves.length);
}

/** Within-group SD of the linear score, waves' intercepts taken out, pooled over starters and others. */
function pooledSd(rows: readonly AtRisk[], waves: readonly number[], intercepts: readonly number[]): number {
  const of = (starts: boolean) =>
    variance(rows.filter((r) => r.starts === starts).map((r) => r.score - intercepts[waves.indexOf(r.wave)]));
  return Math.sqrt((of(true) + of(false)) / 2);
}

/** The one wave to which each person is offered: a lot in proportion to the waves' starters, told by the row alone. */
function lot(units: number, starters: readonly number[]): number[] {
  const all = starters.reduce((a, b) => a + b, 0);
  let draw = stream(0, "matching/draw-waves", 0);
  return Array.from({ length: units }, (_, i) => {
    if (i % 1024 === 0) draw = stream(0, "matching/draw-waves", i / 1024);
    const ticket = draw.uniform() * all;
    return starters.findIndex((_, w) => ticket < starters.slice(0, w + 1).reduce((a, b) => a + b, 0));
  });
}

/** The published tie rule by trying every control: largest score chooses first, everyone once before anyone again. */
function nearest(starters: readonly AtRisk[], pool: readonly AtRisk[], ratio: number, width: number): OracleSet[] {
  const free = new Set(pool);
  const sets = starters.map((starter) => ({ wave: starter.wave, starter, controls: [] as AtRisk[] }));
  const order = [...sets].sort((a, b) => b.starter.score - a.starter.score || a.starter.unit - b.starter.unit);
  for (let round = 0; round < ratio; round++) {
    for (const { starter, controls } of order) {
      const far = (c: AtRisk) => Math.abs(c.score - starter.score);
      const best = [...free].sort((a, b) => far(a) - far(b) || a.score - b.score || a.unit - b.unit)[0];
      if (best === undefined || far(best) > width) continue;
      free.delete(best);
      controls.push(best);
    }
  }
  return sets.filter((s) => s.controls.length > 0);
}
