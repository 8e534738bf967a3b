import type { Panel } from "@kontrafakt/cohort";
import { TREATED } from "../comparison.js";
import { makesWeights } from "../options/method-kinds.js";
import type { Reason } from "./lost.js";
import type { MatchExplanation, NearExplanation, SetExplanation, WaveExplanation } from "./match-explanation.js";
import { type Limits, limitsOf } from "./match-limits.js";
import type { Matched } from "./matched.js";
import { type PairCoordinates, pairCoordinates } from "./pair-coordinates.js";
import type { RiskSet } from "./risk-set.js";
import { scoredRows } from "./scored-rows.js";

/** Members of a set that are listed. */
const MEMBERS = 10;
/** Near people that are listed. */
const NEAR = 5;

/**
 * Explains what became of one person in a match: at risk or not and why, score, sets with the distances and weights of their members; for
 * a starter without a control and a control that was not taken, who was nearest and what stood between them.
 *
 * @param matched a match of this panel
 */
export function explainMatch(panel: Panel, matched: Matched, unit: number): MatchExplanation {
  const { options, comparison } = matched;
  const start = panel.firstTreated[unit];
  const view = viewOf(panel, matched);
  const waves = Array.from(comparison.waves, (wave): WaveExplanation => {
    const nothing = { wave, sets: [], near: [] };
    if (start < wave) return { ...nothing, role: "started" };
    const row = view.rowOf(unit, wave);
    if (row < 0) return { ...nothing, role: "out", reason: reasonOut(matched, unit, wave) };
    return { wave, ...atRisk(view, row) };
  });
  return { kind: "match-explanation", unit, start, method: options.method, distance: options.distance, waves };
}

/** What is looked up for each wave. */
interface View {
  readonly matched: Matched;
  readonly rows: RiskSet;
  readonly place: PairCoordinates;
  readonly limits: Limits;
  readonly rowOf: (unit: number, wave: number) => number;
  /** Rows of the comparison, by row of the risk set. */
  readonly served: ReadonlyMap<number, readonly number[]>;
}

function viewOf(panel: Panel, matched: Matched): View {
  const { options, comparison, atRisk: all } = matched;
  const index = new Map(Array.from(comparison.waves, (g, w) => [g, w]));
  const rows: RiskSet = {
    unit: all.unit,
    wave: all.wave.map((g) => index.get(g) as number),
    treated: all.treated,
    waves: comparison.waves,
  };
  const { variables } = scoredRows(panel, rows, options);
  const score = { linear: all.score, probability: all.probability };
  const rowAt = new Map<number, number>();
  rows.unit.forEach((i, r) => {
    rowAt.set(i * rows.waves.length + rows.wave[r], r);
  });
  const rowOf = (unit: number, wave: number): number => rowAt.get(unit * rows.waves.length + (index.get(wave) as number)) ?? -1;
  const served = new Map<number, number[]>();
  comparison.unit.forEach((i, k) => {
    const row = rowOf(i, comparison.wave[k]);
    const known = served.get(row);
    if (known) known.push(k);
    else served.set(row, [k]);
  });
  return {
    matched,
    rows,
    place: pairCoordinates({ rows, variables, score, options }),
    limits: limitsOf(panel, matched, rows, variables),
    rowOf,
    served,
  };
}

function atRisk(view: View, row: number): Omit<WaveExplanation, "wave"> {
  const { matched, rows, served } = view;
  const { atRisk: all, comparison, options } = matched;
  const unit = rows.unit[row];
  const starter = rows.treated[row] === 1;
  const about = { score: all.score[row], probability: all.probability[row] };
  const sets = (served.get(row) ?? []).map((k) => explainSet(view, row, comparison.set[k], comparison.weight[k]));
  const weighting = makesWeights(options.method);
  if (starter) {
    const at = matched.unmatched.unit.findIndex((i, u) => i === unit && matched.unmatched.wave[u] === all.wave[row]);
    const reason = at < 0 ? undefined : matched.unmatched.reasons[matched.unmatched.reason[at]];
    const near = sets.length > 0 || weighting ? [] : nearest(view, row, 0);
    return { role: "starter", ...about, ...(reason && { reason }), sets, near };
  }
  const eligible = all.eligible[row] === 1;
  const offered = all.offered[row] === 1;
  const to = offered ? -1 : all.unit.findIndex((i, r) => i === unit && all.offered[r] === 1);
  const elsewhere = eligible && to >= 0 ? { offeredTo: all.wave[to] } : {};
  const near = sets.length > 0 || !offered || weighting ? [] : nearest(view, row, 1);
  return { role: "other", ...about, eligible, offered, ...elsewhere, sets, near };
}

function explainSet(view: View, row: number, set: number, weight: number): SetExplanation {
  const { comparison } = view.matched;
  const arms = [0, 0];
  const members: SetExplanation["members"][number][] = [];
  comparison.set.forEach((s, k) => {
    if (s !== set) return;
    arms[comparison.role[k]]++;
    if (comparison.role[k] === view.rows.treated[row]) return;
    const other = view.rowOf(comparison.unit[k], comparison.wave[k]);
    members.push({ unit: comparison.unit[k], distance: distance(view.place, row, other), weight: comparison.weight[k] });
  });
  members.sort((a, b) => a.distance - b.distance || a.unit - b.unit);
  return { weight, starters: arms[TREATED], controls: arms[0], members: members.slice(0, MEMBERS) };
}

/** The nearest rows of the other arm in the row's wave; those that fewest things keep apart from it first. */
function nearest(view: View, row: number, arm: 0 | 1): NearExplanation[] {
  const { rows, place, limits, matched, served } = view;
  const pair = (other: number): [number, number] => (arm === 0 ? [row, other] : [other, row]);
  const found: { other: number; apart: number; distance: number }[] = [];
  for (let other = 0; other < rows.unit.length; other++) {
    if (rows.wave[other] !== rows.wave[row] || rows.treated[other] !== arm) continue;
    found.push({ other, apart: limits.apart(...pair(other)), distance: distance(place, row, other) });
  }
  found.sort((a, b) => a.apart - b.apart || a.distance - b.distance || a.other - b.other);
  return found.slice(0, NEAR).map(({ other, distance: d }): NearExplanation => {
    const near = { unit: rows.unit[other], distance: d, limits: limits.between(...pair(other)) };
    if (arm === 0) return near;
    const { comparison } = matched;
    const set = comparison.set[(served.get(other) ?? [])[0]];
    const controls = Array.from(comparison.set.keys()).filter((k) => comparison.set[k] === set && comparison.role[k] === 0);
    const far = controls.map((k) => distance(place, other, view.rowOf(comparison.unit[k], comparison.wave[k])));
    return { ...near, got: controls.length, farthest: far.length > 0 ? Math.max(...far) : Number.NaN };
  });
}

function distance({ coordinates: x, dimensions: d }: PairCoordinates, a: number, b: number): number {
  let squares = 0;
  for (let j = 0; j < d; j++) squares += (x[a * d + j] - x[b * d + j]) * (x[a * d + j] - x[b * d + j]);
  return Math.sqrt(squares);
}

function reasonOut({ unmatched, leftOut }: Matched, unit: number, wave: number): Reason | undefined {
  for (const table of [unmatched, leftOut]) {
    const at = table.unit.findIndex((i, k) => i === unit && table.wave[k] === wave);
    if (at >= 0) return unmatched.reasons[table.reason[at]];
  }
  return undefined;
}
