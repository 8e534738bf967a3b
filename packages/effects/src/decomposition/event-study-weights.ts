import type { Problem } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { solvePositive } from "@kontrafakt/numerics";
import { eventStudyOptions } from "../options/event-study-options.js";
import { type EventStudyWeightsOptionsInput, eventStudyWeightsOptions } from "../options/event-study-weights-options.js";
import { parseOptions } from "../options/parse-options.js";
import { eventStudyPlan } from "../regression/event-study.js";
import { measureNamed, unitWeights } from "./balanced-groups.js";
import { twoWayNet } from "./two-way-net.js";
import { usedRows } from "./used-rows.js";

/** What one coefficient of an event study is made of. */
export interface EventWeights {
  readonly event: number;
  /** Weights on the effects of every group in every period it has an event time in, the reference included. */
  readonly cells: readonly { readonly group: number; readonly time: number; readonly event: number; readonly weight: number }[];
  /** Σ |weight| of cells of other event times, the reference apart: 0 where the coefficient is of its own event time only. */
  readonly foreign: number;
}

/** How the coefficients of a two-way fixed effects event study mix effects of other event times. */
export interface EventStudyWeights {
  readonly kind: "event-study-weights";
  readonly outcome: string;
  readonly unit: string;
  /** By event time, ascending; those that cannot be told from the fixed effects are left out. */
  readonly events: readonly EventWeights[];
  readonly problems: readonly Problem[];
}

/**
 * The weight of every group's effect at every event time in each coefficient of `eventStudy` with unit and period effects: what is left of the
 * coefficient's indicator once the others and the fixed effects are taken out. Own cells' weights sum to 1, those of each other
 * coefficient to 0, those at the reference to −1. Which rows have a value decides them; values do not.
 * Source: Sun & Abraham 2021, doi:10.1016/j.jeconom.2020.09.006, Proposition 1.
 * @throws KontrafaktError as `eventStudy`
 */
export function eventStudyWeights(panel: Panel, input: EventStudyWeightsOptionsInput): EventStudyWeights {
  const { outcome, ...own } = parseOptions(eventStudyWeightsOptions, input);
  const options = eventStudyOptions.parse(own);
  const measure = measureNamed(panel, outcome, "outcome");
  const { ordinals } = panel.periods;
  const T = ordinals.length;
  const plan = eventStudyPlan(panel, options);
  const weight = unitWeights(panel);
  const used = usedRows(panel, weight, [measure.values]);
  for (let i = 0; i < panel.units; i++) if (plan.out[i] === 1) used.fill(0, i * T, (i + 1) * T);
  const groups = [...new Set(plan.group.filter((g, i) => g !== NEVER && plan.out[i] === 0))].sort((a, b) => a - b);
  const place = new Map(groups.map((g, j) => [g, j]));
  const of = plan.group.map((g) => place.get(g) ?? -1);
  const rows = new Int32Array(groups.length * T);
  used.forEach((v, at) => {
    const i = Math.floor(at / T);
    if (v === 1 && of[i] >= 0) rows[of[i] * T + (at % T)]++;
  });
  const { labels, at: termAt, precedence } = plan.terms(groups, (g, t) => rows[place.get(g)! * T + t] > 0, outcome);
  const E = labels.length;
  const termOf = new Int32Array(groups.length * T);
  groups.forEach((g, j) => {
    for (let t = 0; t < T; t++) termOf[j * T + t] = termAt(g, t);
  });
  const cells = [...rows.keys()].filter((c) => rows[c] > 0);
  const sums = cellSums(panel.units, T, { used, weight, of, termOf, terms: E });
  // Cross-products of the indicators net of the fixed effects: sums over the cells of the other.
  const gram = new Float64Array(E * E);
  for (let e = 0; e < E; e++) for (const c of cells) if (termOf[c] >= 0) gram[e * E + termOf[c]] += sums[e][c];
  const mass = new Float64Array(E);
  used.forEach((v, at) => {
    const i = Math.floor(at / T);
    const e = v === 1 && of[i] >= 0 ? termOf[of[i] * T + (at % T)] : -1;
    if (e >= 0) mass[e] += weight[i];
  });
  const kept = independentTerms(gram, mass, precedence ?? labels.map((_, k) => k));
  const K = kept.length;
  const small = Float64Array.from({ length: K * K }, (_, c) => gram[kept[Math.floor(c / K)] * E + kept[c % K]]);
  const right = Float64Array.from(
    { length: K * cells.length },
    (_, c) => sums[kept[Math.floor(c / cells.length)]][cells[c % cells.length]],
  );
  const solved = solvePositive(small, right, K) ?? new Float64Array(K * cells.length).fill(Number.NaN);
  const events = kept.map((e, k): EventWeights => {
    const all = cells.map((c, j) => {
      const group = groups[Math.floor(c / T)];
      const time = ordinals[c % T];
      return { group, time, event: time - group, weight: solved[k * cells.length + j] };
    });
    const foreign = all.reduce(
      (sum, { weight: w }, j) => sum + (termOf[cells[j]] === e || termOf[cells[j]] < 0 ? 0 : Math.abs(w)),
      0,
    );
    return { event: labels[e].event!, cells: all, foreign };
  });
  return { kind: "event-study-weights", outcome, unit: measure.unit, events, problems: plan.problems };
}

interface Indicators {
  readonly used: Uint8Array;
  readonly weight: Float64Array;
  /** Group of each unit, −1 for the never treated. */
  readonly of: Int32Array;
  /** Term of each group and period, −1 for none. */
  readonly termOf: Int32Array;
  readonly terms: number;
}

/** For each term: the weighted sum over each cell of its indicator net of unit and period effects. */
function cellSums(units: number, T: number, { used, weight, of, termOf, terms }: Indicators): Float64Array[] {
  const net = twoWayNet({ units, periods: T, used, weight });
  return Array.from({ length: terms }, (_, e) => {
    const indicator = new Float64Array(units * T);
    for (let i = 0; i < units; i++)
      if (of[i] >= 0) for (let t = 0; t < T; t++) indicator[i * T + t] = termOf[of[i] * T + t] === e ? 1 : 0;
    const left = net(indicator);
    const sums = new Float64Array(termOf.length);
    for (let i = 0; i < units; i++)
      if (of[i] >= 0) for (let t = 0; t < T; t++) sums[of[i] * T + t] += weight[i] * left[i * T + t];
    return sums;
  });
}

/** What others leave of an indicator's squares is rounding below this share of its rows' weight. */
const TOLERANCE = 1e-9;

/** Terms in their order whose indicators do not follow from those before in the precedence: Cholesky's factor without the others. */
function independentTerms(gram: Float64Array, mass: Float64Array, precedence: readonly number[]): number[] {
  const E = mass.length;
  const kept: number[] = [];
  const lines: number[][] = [];
  for (const e of precedence) {
    const line: number[] = [];
    let left = gram[e * E + e];
    kept.forEach((j, k) => {
      const over = line.reduce((sum, v, b) => sum - v * lines[k][b], gram[e * E + j]);
      line.push(over / lines[k][k]);
      left -= line[k] * line[k];
    });
    if (!(left > TOLERANCE * mass[e])) continue;
    kept.push(e);
    lines.push([...line, Math.sqrt(left)]);
  }
  return kept.sort((a, b) => a - b);
}
