import { fail, type Problem, problem } from "@kontrafakt/base";
import { type CellInfluence, influenceBy } from "./cell-influence.js";
import { columnProduct } from "./column-product.js";
import { crossProduct } from "./cross-product.js";
import { type CrossedColumns, crossedCovariance } from "./crossed-covariance.js";
import { crossedInfluence } from "./crossed-influence.js";
import { effectiveSize } from "./effective-size.js";
import type { Effects, Influence, Term } from "./effects-value.js";
import { messages } from "./messages.js";
import { modelledVariance } from "./modelled-variance.js";
import { setInfluence } from "./set-influence.js";
import { treatedShares } from "./treated-shares.js";
import { unitInfluence } from "./unit-influence.js";
import type { WaveDesign } from "./wave-design.js";
import { type EventCell, type EventFit, type EventSummary, fitEvent } from "./wave-event.js";
import type { Play } from "./wave-members.js";

/**
 * Every event time at which anybody is observed, of each outcome in turn.
 * @param wanted which of them; all if absent
 */
export function eachEvent(
  design: WaveDesign,
  play: Play,
  visit: (outcome: number, fit: EventFit) => void,
  wanted?: (outcome: number, event: number) => boolean,
): void {
  const { periods, waves } = design;
  for (let o = 0; o < design.outcomes.length; o++) {
    const last = periods[periods.length - 1] - waves[0];
    for (let e = periods[0] - waves[waves.length - 1]; e <= last; e++) {
      if (wanted && !wanted(o, e)) continue;
      const fit = fitEvent(design, o, e, play);
      if (fit.cells.length > 0 || fit.alone.length > 0) visit(o, fit);
    }
  }
}

/** Below this many effective controls (Kish), or half the treated, a cell's standard error is too small and it has no term. */
const FEWEST_CONTROLS = 8;

/** Treated person-periods from the start on. */
function counted(terms: readonly Term[]): number {
  return terms.reduce((n, t) => n + (t.event! >= 0 ? t.personPeriods : 0), 0);
}

/** Effective size of a cell's comparison rows. */
function effectiveControls({ weight }: EventFit, { firstRow, lastRow }: EventCell): number {
  return effectiveSize(weight.subarray(firstRow, lastRow));
}

/**
 * Kish's numbers of a cell's rows where they count unequally on a side, to six decimals, so that the order of rows does not show; undefined
 * where each counts as much as the next.
 */
function unequal(fit: EventFit, cell: EventCell): Term["effective"] {
  const treated = effectiveSize(fit.treatedWeight.subarray(cell.firstTreated, cell.lastTreated));
  const controls = effectiveControls(fit, cell);
  const lost = cell.lastTreated - cell.firstTreated - treated + (cell.lastRow - cell.firstRow - controls);
  const rounded = (size: number) => Math.round(size * 1e6) / 1e6;
  return lost > 1e-6 ? { treated: rounded(treated), controls: rounded(controls) } : undefined;
}

/** What the cells were made from: `[outcome][event]`, outcomes as in the design. */
export type EventSummaries = readonly (readonly EventSummary[])[];

/** How a cell's influence is found, and what is said of cells without one. */
const influence = {
  set: (design: WaveDesign, _: number, fit: EventFit, asDid: boolean) => setInfluence(design, fit, asDid),
  unit: unitInfluence,
  crossed: crossedInfluence,
};
const tooFew = { set: "effects/cell-not-estimated", unit: "effects/cell-too-few", crossed: "effects/cell-one-cluster" };

interface Found {
  readonly term: Term;
  readonly att: number;
  readonly wave: number;
  readonly influence: CellInfluence;
}

export interface EffectsFound {
  readonly effects: Effects;
  readonly events: EventSummaries;
  /** Influence by set, and by cluster and set, where both count. */
  readonly crossed?: Omit<CrossedColumns, "columns">;
}

/** Terms, estimates, influence by atom, covariance and degrees of freedom. */
export function effectsOf(design: WaveDesign, play: Play, asDid: boolean): EffectsFound {
  const { atoms, waves, periods } = design;
  const influenceOf = influenceBy(design);
  const lines = design.outcomes.map(() => ({
    found: [] as Found[],
    events: [] as EventSummary[],
    skipped: [] as string[],
    short: [] as number[],
    left: new Set<number>(),
    lost: 0,
    alone: 0,
  }));
  eachEvent(design, play, (o, fit) => {
    const line = lines[o];
    const { event, cells, gamma, capped, alone } = fit;
    line.events.push({ event, cells, gamma, capped, alone });
    if (capped && cells.length > 0) line.short.push(event);
    if (event >= 0) {
      line.alone += alone.length;
      for (const r of alone) line.left.add(r);
    }
    const of = influence[influenceOf](design, o, fit, asDid);
    cells.forEach((cell, c) => {
      const n = cell.lastTreated - cell.firstTreated;
      const group = waves[cell.wave];
      const time = periods[cell.time];
      const found = effectiveControls(fit, cell) < Math.min(n / 2, FEWEST_CONTROLS) ? undefined : of(c);
      if (!found) {
        line.skipped.push(`${group}/${time}`);
        if (event >= 0) line.lost += n;
        return;
      }
      const { name: outcome, unit } = design.outcomes[o];
      const controls = cell.lastRow - cell.firstRow;
      const effective = unequal(fit, cell);
      const sizes = { n, controls, personPeriods: n, ...(effective && { effective }) };
      const term: Term = { outcome, unit, kind: "cell", scale: "difference", group, time, event, ...sizes };
      line.found.push({ term, att: cell.att, wave: cell.wave, influence: found });
    });
  });
  const problems: Problem[] = [...design.problems];
  design.outcomes.forEach(({ name: outcome }, o) => {
    const { found, skipped, short, left, lost, alone } = lines[o];
    found.sort((a, b) => a.term.group! - b.term.group! || a.term.time! - b.term.time!);
    if (short.length > 0)
      problems.push(problem("effects/covariates-capped-event", "note", {}, { outcome, events: short.join(", ") }));
    if (alone > 0) {
      const severity = alone > 0.02 * counted(found.map((f) => f.term)) ? "warning" : "note";
      problems.push(problem("effects/no-comparison-left", severity, {}, { outcome, personPeriods: alone, sets: left.size }));
    }
    if (skipped.length > 0) {
      const code = tooFew[influenceOf];
      const params = { outcome, cells: skipped.length, personPeriods: lost, which: skipped.join(", ") };
      problems.push(problem(code, lost > 0 ? "warning" : "note", {}, params));
    }
  });
  const all = lines.flatMap((line) => line.found);
  if (all.length === 0 && influenceOf === "set")
    fail("effects/no-cell", {}, { clusters: atoms.count, sets: design.sets }, messages);
  if (all.length === 0 && influenceOf === "crossed")
    fail("effects/no-cell-of-clusters", { option: "effects.cluster" }, ofClusters(design), messages);
  if (all.length === 0) fail("effects/no-cell-of-people", {}, { clusters: atoms.count }, messages);
  const { basis, covariance, crossed, problems: raised } = joint(design, all, influenceOf);
  problems.push(...raised);
  const effects: Effects = {
    kind: "effects",
    estimator: "attGt after matching, by wave",
    terms: all.map((f) => f.term),
    estimate: Float64Array.from(all, (f) => f.att),
    covariance,
    df: Float64Array.from(all, (f) => (asDid ? Number.POSITIVE_INFINITY : f.influence.df)),
    clusters: atoms.crossed?.crossing?.groups[0] ?? atoms.count,
    basis,
    problems,
  };
  return { effects, events: lines.map((line) => line.events), ...(crossed && { crossed }) };
}

function ofClusters(design: WaveDesign) {
  return { name: design.atoms.cluster ?? "person", treated: treatedShares(design).treatedClusters };
}

function joint(design: WaveDesign, all: readonly Found[], influenceOf: ReturnType<typeof influenceBy>) {
  const { atoms, waves } = design;
  const K = all.length;
  const rows = new Float64Array(atoms.count * K);
  for (let first = 0; first < atoms.count; first += 64) {
    const last = Math.min(first + 64, atoms.count);
    all.forEach(({ influence: { column } }, k) => {
      for (let a = first; a < last; a++) rows[a * K + k] = column[a];
    });
  }
  const treated = treatedAtoms(design);
  const basis: Influence = { kind: "influence", atoms: atoms.count, rows, stratum: atoms.stratum, treated };
  if (influenceOf === "set") return { basis, covariance: crossProduct(rows, atoms.count, K), problems: [] };
  const { crossed } = atoms;
  const controls = crossed ? 1 : waves.length;
  const degrees = new Float64Array(waves.length + controls);
  for (const { wave, influence } of all) {
    degrees[wave] = Math.max(degrees[wave], influence.arms!.treated);
    if (!crossed) degrees[waves.length + wave] = Math.max(degrees[waves.length + wave], influence.arms!.controls);
  }
  const columns = all.map((f) => f.influence.column);
  if (!crossed) return { basis: { ...basis, degrees }, covariance: columnProduct(columns, atoms.count), problems: [] };
  degrees[waves.length] = crossed.controlDegrees;
  const { crossing } = crossed;
  const whole = (covariance: Float64Array, rest: Pick<Influence, "crossing">): Influence => {
    const modelled = modelledVariance(
      all.map((f) => ({ outcome: f.term.outcome, parts: f.influence.modelled! })),
      covariance,
      degrees.length,
    );
    return { ...basis, degrees, modelled, ...rest };
  };
  if (!crossing) {
    const covariance = columnProduct(columns, atoms.count);
    return { basis: whole(covariance, {}), covariance, problems: [] };
  }
  const bySet = all.map((f) => f.influence.crossed!.bySet);
  const byBoth = all.map((f) => f.influence.crossed!.byBoth);
  const { covariance, raised, fixed } = crossedCovariance({ columns, bySet, byBoth }, crossing, atoms.cluster !== undefined);
  const problems =
    raised > 0 || fixed ? [problem("effects/multiway-raised", "note", {}, { raised, terms: K, name: crossing.names[0] })] : [];
  return { basis: whole(covariance, { crossing }), covariance, crossed: { bySet, byBoth }, problems };
}

/** 1 for atoms with a row that plays treated. */
function treatedAtoms({ atoms, role, weight }: WaveDesign): Uint8Array {
  const out = new Uint8Array(atoms.count);
  role.forEach((played, r) => {
    if (played === 1 && weight[r] > 0) out[atoms.ofRow[r]] = 1;
  });
  return out;
}
