import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { clusterMean } from "./cluster-mean.js";
import { crossProduct } from "./cross-product.js";
import type { Effects, Fit, Term } from "./effects-value.js";
import { messages } from "./messages.js";
import { type EffectsOptionsInput, effectsOptions } from "./options/effects-options.js";
import { type WaveDesign, waveDesign } from "./wave-design.js";
import { type EventFit, fitEvent } from "./wave-event.js";
import type { Play } from "./wave-members.js";

/** A wave estimate with the layout it came from, for diagnostics that look behind it. */
export interface WaveFit extends Fit {
  readonly design: WaveDesign;
  /** What the cells were made from: `[outcome][event]`, outcomes as in the design. */
  readonly events: readonly (readonly EventFit[])[];
}

/**
 * ATT(g, t) of every wave, period and outcome after matching, on a universal base: the mean of the row's outcome over
 * `baseWindow` periods before time zero. Only comparison people matched to wave g inform its cells. Pre-periods are cells too.
 * All outcomes stand in one `Effects` with their joint covariance, by cluster of matched sets; a cell that fewer than two
 * independent sets observe has no term and is named in a problem.
 * Sources: Callaway & Sant'Anna 2021 for ATT(g, t); Abadie & Spiess 2022 for inference by matched set.
 * @param outcomes names of the panel's measures; all if absent
 * @throws KontrafaktError on unknown options, outcomes or clusterings, or where no cell can be estimated
 */
export function waveEffects(
  panel: Panel,
  comparison: Comparison,
  options: EffectsOptionsInput = {},
  outcomes: readonly string[] = panel.measures.map((m) => m.name),
): WaveFit {
  const parsed = effectsOptions.parse(options);
  const design = waveDesign(panel, comparison, parsed, outcomes);
  const events = fitAll(design, { role: design.role, shares: "matched" });
  const effects = effectsOf(design, events, parsed.compat === "did");
  return { design, events, effects, refit: (weights, assignment) => refit(design, effects.terms, weights, assignment) };
}

/** Every outcome at every event time: `[outcome][event]`. */
export function fitAll(design: WaveDesign, play: Play): EventFit[][] {
  const { periods, waves } = design;
  const fits: EventFit[][] = [];
  for (let o = 0; o < design.outcomes.length; o++) {
    const line: EventFit[] = [];
    const last = periods[periods.length - 1] - waves[0];
    for (let e = periods[0] - waves[waves.length - 1]; e <= last; e++) {
      const fit = fitEvent(design, o, e, play);
      if (fit.cells.length > 0 || fit.alone.length > 0) line.push(fit);
    }
    fits.push(line);
  }
  return fits;
}

/** Below this many effective controls (Kish), or half the treated, a cell's standard error is too small and it has no term. */
const FEWEST_CONTROLS = 8;

/** Treated person-periods from the start on. */
function counted(terms: readonly Term[]): number {
  return terms.reduce((n, t) => n + (t.event! >= 0 ? t.personPeriods : 0), 0);
}

/** (Σw)² / Σw² of a cell's comparison rows. */
function effectiveControls({ weight }: EventFit, { firstRow, lastRow }: EventFit["cells"][number]): number {
  let sum = 0;
  let squares = 0;
  for (let j = firstRow; j < lastRow; j++) {
    sum += weight[j];
    squares += weight[j] * weight[j];
  }
  return (sum * sum) / squares;
}

/** Terms, estimates, influence by atom, covariance and degrees of freedom. */
export function effectsOf(design: WaveDesign, events: readonly EventFit[][], asDid: boolean): Effects {
  const { atoms, waves, periods } = design;
  const problems: Problem[] = [...design.problems];
  const terms: Term[] = [];
  const estimate: number[] = [];
  const df: number[] = [];
  const columns: Float64Array[] = [];
  design.outcomes.forEach(({ name, unit }, o) => {
    const found: { term: Term; att: number; df: number; column: Float64Array }[] = [];
    const skipped: string[] = [];
    let lost = 0;
    let alone = 0;
    const left = new Set<number>();
    const short: number[] = [];
    for (const fit of events[o]) {
      const p = fit.slopes.length;
      if (fit.capped && fit.cells.length > 0) short.push(fit.event);
      if (fit.event >= 0) {
        alone += fit.alone.length;
        for (const r of fit.alone) left.add(r);
      }
      const slopeFactor = asDid ? 1 : Math.sqrt(fit.sets.length / (fit.sets.length - p));
      for (const cell of fit.cells) {
        const n = cell.to - cell.from;
        const sizes = new Map<number, number>();
        for (let i = cell.from; i < cell.to; i++) {
          const a = atoms.of[fit.sets[i]];
          sizes.set(a, (sizes.get(a) ?? 0) + 1);
        }
        const time = periods[cell.time];
        const wave = waves[cell.wave];
        if (sizes.size < 2 || effectiveControls(fit, cell) < Math.min(n / 2, FEWEST_CONTROLS)) {
          skipped.push(`${wave}/${time}`);
          if (fit.event >= 0) lost += n;
          continue;
        }
        const mean = clusterMean([...sizes.values()]);
        const factor = new Map([...sizes.keys()].map((a, i) => [a, asDid ? 1 : mean.factors[i]]));
        const column = new Float64Array(atoms.count);
        for (let i = cell.from; i < cell.to; i++) {
          const a = atoms.of[fit.sets[i]];
          column[a] += (fit.deviation[i] / n) * factor.get(a)! * slopeFactor;
        }
        for (let i = 0; i < fit.sets.length; i++) {
          for (let k = 0; k < p; k++) column[atoms.of[fit.sets[i]]] -= cell.gap[k] * fit.slopeInfluence[i * p + k] * slopeFactor;
        }
        found.push({
          term: {
            outcome: name,
            unit,
            kind: "cell",
            scale: "difference",
            group: wave,
            time,
            event: fit.event,
            n,
            controls: cell.lastRow - cell.firstRow,
            personPeriods: n,
          },
          att: cell.att,
          df: asDid ? Number.POSITIVE_INFINITY : mean.df,
          column,
        });
      }
    }
    found.sort((a, b) => a.term.group! - b.term.group! || a.term.time! - b.term.time!);
    for (const f of found) {
      terms.push(f.term);
      estimate.push(f.att);
      df.push(f.df);
      columns.push(f.column);
    }
    if (short.length > 0)
      problems.push(problem("effects/covariates-capped-event", "note", {}, { outcome: name, events: short.join(", ") }));
    if (alone > 0)
      problems.push(
        problem(
          "effects/no-comparison-left",
          alone > 0.02 * counted(found.map((f) => f.term)) ? "warning" : "note",
          {},
          {
            outcome: name,
            personPeriods: alone,
            sets: left.size,
          },
        ),
      );
    if (skipped.length > 0) {
      const params = { outcome: name, cells: skipped.length, personPeriods: lost, which: skipped.join(", ") };
      problems.push(problem("effects/cell-not-estimated", lost > 0 ? "warning" : "note", {}, params));
    }
  });
  if (terms.length === 0) fail("effects/no-cell", {}, { clusters: atoms.count, sets: design.sets }, messages);
  const K = terms.length;
  const rows = new Float64Array(atoms.count * K);
  columns.forEach((column, k) => {
    for (let a = 0; a < atoms.count; a++) rows[a * K + k] = column[a];
  });
  return {
    kind: "effects",
    estimator: "attGt after matching, by wave",
    terms,
    estimate: Float64Array.from(estimate),
    covariance: crossProduct(rows, atoms.count, K),
    df: Float64Array.from(df),
    clusters: atoms.count,
    basis: { kind: "influence", atoms: atoms.count, rows, stratum: atoms.stratum },
    problems,
  };
}

function refit(design: WaveDesign, terms: readonly Term[], weights: Float64Array, assignment?: Uint8Array): Float64Array {
  need("weights", weights.length, design.atoms.count);
  if (assignment) need("assignment", assignment.length, design.rows);
  const play: Play = {
    role: assignment ?? design.role,
    shares: assignment ? "equal" : "matched",
    setWeight: Float64Array.from(design.atoms.of, (a) => weights[a]),
  };
  const answers = fitAll(design, play).map((line) => {
    const byCell = new Map<string, number>();
    for (const fit of line)
      for (const cell of fit.cells) byCell.set(`${design.waves[cell.wave]}/${design.periods[cell.time]}`, cell.att);
    return byCell;
  });
  const outcome = new Map(design.outcomes.map((o, i) => [o.name, i]));
  return Float64Array.from(terms, (t) => answers[outcome.get(t.outcome)!].get(`${t.group}/${t.time}`) ?? Number.NaN);
}

function need(what: string, given: number, needed: number): void {
  if (given !== needed) fail("effects/length", {}, { what, given, needed }, messages);
}
