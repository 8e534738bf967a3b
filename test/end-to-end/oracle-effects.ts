import type { Panel } from "@kontrafakt/cohort";
import { type Comparison, TREATED } from "@kontrafakt/matching";
import { solve } from "./oracle-algebra.js";
import { meanOver } from "./oracle-matching.js";

/** ATT(g, t) with the influence of each atom on it. */
export interface OracleCell {
  readonly outcome: string;
  readonly wave: number;
  readonly time: number;
  readonly n: number;
  readonly controls: number;
  readonly att: number;
  readonly df: number;
  readonly influence: ReadonlyMap<number, number>;
}

interface CellSet {
  readonly set: number;
  readonly starter: number;
  readonly controls: readonly number[];
}

/** Rows of each set, the atom of each (sets that share a person are one), and the wave to which an atom belongs. */
export function oracleSets(comparison: Comparison) {
  const rows: number[][] = [];
  comparison.set.forEach((s, r) => {
    rows[s] = [...(rows[s] ?? []), r];
  });
  const atom = rows.map((_, s) => s);
  const people = rows.map((rs) => rs.map((r) => comparison.unit[r]));
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < rows.length; i++)
      for (let j = 0; j < i; j++)
        if (atom[i] !== atom[j] && people[i].some((u) => people[j].includes(u))) {
          atom[i] = atom[j] = Math.min(atom[i], atom[j]);
          again = true;
        }
  }
  /** The wave of most of its sets, the earliest if several. */
  const waveOfAtom = (a: number) => {
    const sets = (wave: number) => rows.filter((set, s) => atom[s] === a && comparison.wave[set[0]] === wave).length;
    return [...comparison.waves].reduce((best, wave) => (sets(wave) > sets(best) ? wave : best));
  };
  return { rows, atom, waveOfAtom };
}

/** Every cell of one outcome from the start on, as the README of effects tells it, with all three covariates. */
export function oracleCells(
  panel: Panel,
  comparison: Comparison,
  { rows, atom }: ReturnType<typeof oracleSets>,
  outcome: string,
  baseWindow: number,
): OracleCell[] {
  const { ordinals } = panel.periods;
  const values = panel.measures.find((m) => m.name === outcome)?.values as Float64Array;
  const at = (r: number, t: number) => {
    const place = comparison.unit[r] * ordinals.length + t;
    return panel.observed[place] === 1 ? values[place] : Number.NaN;
  };
  const own = (r: number, from: number, to: number) => {
    const zero = comparison.wave[r] - comparison.anticipation - ordinals[0];
    return meanOver(panel, values, comparison.unit[r], zero - to, zero - from);
  };
  const base = Array.from(comparison.unit, (_, r) => own(r, 1, baseWindow));
  const x = base.map((b, r) => [comparison.score[r], b, own(r, baseWindow + 1, 2 * baseWindow)]);
  for (const set of rows)
    for (let k = 0; k < 3; k++) {
      const known = set.filter((r) => !Number.isNaN(x[r][k]));
      const mean = known.reduce((s, r) => s + x[r][k], 0) / known.length;
      for (const r of set) if (Number.isNaN(x[r][k])) x[r][k] = mean;
    }

  const found: OracleCell[] = [];
  const last = ordinals[ordinals.length - 1] - comparison.waves[0];
  for (let event = 0; event <= last; event++) {
    const cells = [...comparison.waves]
      .filter((wave) => wave + event <= ordinals[ordinals.length - 1])
      .map((wave) => ({ wave, t: wave + event - ordinals[0], sets: [] as CellSet[] }));
    /** Change since the base, and a control's weight: matching weight in its set over its chance of not having been referred. */
    const change = new Map<number, number>();
    const weight = new Map<number, number>();
    for (const { wave, t, sets } of cells)
      rows.forEach((set, s) => {
        if (comparison.wave[set[0]] !== wave) return;
        const seen = set.filter((r) => !Number.isNaN(at(r, t) - base[r]));
        const starter = seen.find((r) => comparison.role[r] === TREATED);
        const controls = seen.filter((r) => comparison.role[r] !== TREATED);
        if (starter === undefined || controls.length === 0) return;
        sets.push({ set: s, starter, controls });
        for (const r of seen) change.set(r, at(r, t) - base[r]);
        const inSet = controls.reduce((a, r) => a + comparison.weight[r], 0);
        for (const r of controls) {
          let stays = 1;
          comparison.waves.forEach((g, w) => {
            if (g - comparison.anticipation <= ordinals[t]) stays = comparison.uncensored[r * comparison.waves.length + w];
          });
          weight.set(r, ordinals[t] < comparison.until[r] ? comparison.weight[r] / inSet / stays : 0);
        }
      });
    const w = (r: number) => weight.get(r) as number;
    const y = (r: number) => change.get(r) as number;

    // Slopes: weighted least squares on the controls of all waves, each wave with its own intercept.
    const cross = [0, 1, 2].map(() => [0, 0, 0]);
    const toward = [0, 0, 0];
    const centred: { r: number; set: number; z: number[]; y: number }[] = [];
    for (const { sets } of cells) {
      const all = sets.flatMap((s) => s.controls);
      const sum = all.reduce((a, r) => a + w(r), 0);
      const mean = (of: (r: number) => number) => all.reduce((a, r) => a + w(r) * of(r), 0) / sum;
      const centre = [0, 1, 2].map((k) => mean((r) => x[r][k]));
      const level = mean(y);
      for (const { set, controls } of sets)
        for (const r of controls) centred.push({ r, set, z: x[r].map((v, k) => v - centre[k]), y: y(r) - level });
    }
    for (const c of centred)
      for (let k = 0; k < 3; k++) {
        toward[k] += w(c.r) * c.z[k] * c.y;
        for (let l = 0; l < 3; l++) cross[k][l] += w(c.r) * c.z[k] * c.z[l];
      }
    const slope = solve(cross, toward);
    const left = (r: number) => y(r) - x[r].reduce((s, v, k) => s + v * slope[k], 0);

    const N = cells.reduce((a, c) => a + c.sets.length, 0);
    for (const { wave, t, sets } of cells) {
      const n = sets.length;
      const all = sets.flatMap((s) => s.controls);
      const sum = all.reduce((a, r) => a + w(r), 0);
      const treatedMean = (of: (r: number) => number) => sets.reduce((a, s) => a + of(s.starter) / n, 0);
      const controlMean = (of: (r: number) => number) => all.reduce((a, r) => a + (w(r) / sum) * of(r), 0);
      const att = treatedMean(left) - controlMean(left);

      const size = new Map<number, number>();
      for (const { set } of sets) size.set(atom[set], (size.get(atom[set]) ?? 0) + 1);
      const influence = new Map<number, number>();
      const add = (set: number, value: number) => influence.set(atom[set], (influence.get(atom[set]) ?? 0) + value);
      for (const { set, starter, controls } of sets) {
        let part = (left(starter) - treatedMean(left)) / n;
        for (const r of controls) part -= (w(r) / sum) * (left(r) - controlMean(left));
        add(set, part / Math.sqrt(1 - (size.get(atom[set]) as number) / n)); // CR2 of a mean
      }
      const gap = [0, 1, 2].map((k) => treatedMean((r) => x[r][k]) - controlMean((r) => x[r][k]));
      const pull = solve(cross, gap);
      for (const c of centred) {
        const residual = c.y - c.z.reduce((s, v, k) => s + v * slope[k], 0);
        add(c.set, -w(c.r) * residual * c.z.reduce((s, v, k) => s + v * pull[k], 0));
      }
      for (const [a, value] of influence) influence.set(a, value * Math.sqrt(N / (N - 3)));
      const df = bellMcCaffrey([...size.values()], n);
      found.push({ outcome, wave, time: ordinals[t], n, controls: all.filter((r) => w(r) > 0).length, att, df, influence });
    }
  }
  return found;
}

/** Degrees of freedom of the CR2 variance of a mean over n sets in clusters of these sizes, were sets alike and independent. */
function bellMcCaffrey(sizes: readonly number[], n: number): number {
  let trace = 0;
  let squares = 0;
  sizes.forEach((a, i) => {
    sizes.forEach((b, j) => {
      const entry = ((i === j ? a : 0) - (a * b) / n) / Math.sqrt((1 - a / n) * (1 - b / n));
      if (i === j) trace += entry;
      squares += entry * entry;
    });
  });
  return (trace * trace) / squares;
}

/**
 * Σ weight · ATT with its standard error and degrees of freedom: the variance of each wave's atoms has one degree of freedom less than
 * there are atoms with a part in the sum (Satterthwaite).
 */
export function oracleCombination(
  cells: readonly OracleCell[],
  weight: (c: OracleCell) => number,
  waveOfAtom: (a: number) => number,
) {
  const influence = new Map<number, number>();
  let estimate = 0;
  for (const cell of cells) {
    const c = weight(cell);
    if (c === 0) continue;
    estimate += c * cell.att;
    for (const [a, value] of cell.influence) influence.set(a, (influence.get(a) ?? 0) + c * value);
  }
  const strata = new Map<number, { variance: number; atoms: number }>();
  for (const [a, value] of influence) {
    if (value === 0) continue;
    const s = strata.get(waveOfAtom(a)) ?? { variance: 0, atoms: 0 };
    strata.set(waveOfAtom(a), { variance: s.variance + value * value, atoms: s.atoms + 1 });
  }
  const parts = [...strata.values()];
  const variance = parts.reduce((a, s) => a + s.variance, 0);
  const df = (variance * variance) / parts.reduce((a, s) => a + (s.variance * s.variance) / (s.atoms - 1), 0);
  return { estimate, se: Math.sqrt(variance), df };
}
