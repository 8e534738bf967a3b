import type { WaveFit } from "./wave-effects.js";
import { adjustedChange } from "./wave-event.js";
import { waveMembers } from "./wave-members.js";

/** Standard error of a combination from the spread of the controls. */
export interface ControlsSe {
  /** NaN where fewer than half the weight rests on sets with two controls. */
  readonly se: number;
  readonly df: number;
  readonly sets: number;
}

/**
 * Standard error of c'θ with no outcome of the treated in it, for comparisons whose people are independent. The variance of the comparison
 * mean is that of the controls' own weighted deviations from their set's mean. The variance of the treated mean is what it would be
 * were the treated drawn from their set's controls by weight, who are like them but for the programme: Σ over sets of
 * (Σ w²/W²) · Σ_j h_j (Δ_j − m)²/(1 − Σ h²), h_j a control's share of its set's weight; covariances between periods likewise, waves apart.
 * Weights are held fixed, and clusters coarser than people count in the comparison's part only. Degrees of freedom: Satterthwaite's over waves and arms, with (Σ w)²/Σ w² − 1 people of each.
 */
export function controlsSe(fit: WaveFit, c: Float64Array): ControlsSe {
  const { design, effects } = fit;
  const { atoms, waves } = design;
  const G = waves.length;
  const rows = design.rows;
  // Deviations of c'θ by row: as a control, and as whom the treated might have been.
  const asControl = new Float64Array(rows);
  const asTreated = new Float64Array(rows);
  const people = { treated: new Float64Array(G), controls: new Float64Array(G) };
  const tried = new Set<number>();
  let covered = 0;
  let all = 0;
  const outcomeOf = new Map(design.outcomes.map((o, i) => [o.name, i]));
  const events = new Map<string, number[]>();
  effects.terms.forEach((t, k) => {
    all += Math.abs(c[k]);
    if (c[k] === 0) return;
    const key = `${outcomeOf.get(t.outcome)} ${t.event}`;
    events.set(key, [...(events.get(key) ?? []), k]);
  });
  for (const terms of events.values()) {
    const { outcome, event } = effects.terms[terms[0]];
    const o = outcomeOf.get(outcome)!;
    const { gamma, cells } = fit.events[o].find((one) => one.event === event)!;
    const members = waveMembers(design, o, event!, { role: design.role, shares: "matched" });
    for (const k of terms) {
      const cell = cells.find((one) => waves[one.wave] === effects.terms[k].group)!;
      const shares = cell.total / cell.scale;
      const squares = new Map<number, number>();
      let treatedSquares = 0;
      for (let i = cell.firstTreated; i < cell.lastTreated; i++) {
        const w = members.treatedWeight[i];
        const s = members.treatedPosition[i];
        squares.set(s, (squares.get(s) ?? 0) + w * w);
        treatedSquares += w * w;
      }
      let controlSquares = 0;
      let known = 0;
      for (let from = cell.firstRow; from < cell.lastRow; ) {
        const s = members.position[from];
        let to = from;
        let sum = 0;
        let square = 0;
        let mean = 0;
        for (; to < cell.lastRow && members.position[to] === s; to++) {
          const w = members.weight[to];
          sum += w;
          square += w * w;
          mean += w * adjustedChange(design, o, gamma, members.comparison[to], cell.time);
        }
        mean /= sum;
        controlSquares += square;
        const left = 1 - square / (sum * sum);
        if (to - from > 1 && left > 1e-9) {
          known += members.treatedTotal[s];
          tried.add(members.sets[s]);
          const treatedShare = Math.sqrt(squares.get(s)! / left) / cell.total;
          for (let j = from; j < to; j++) {
            const d = adjustedChange(design, o, gamma, members.comparison[j], cell.time) - mean;
            const w = members.weight[j];
            asControl[members.comparison[j]] += (c[k] * w * d) / (shares * Math.sqrt(left));
            asTreated[members.comparison[j]] += c[k] * Math.sqrt(w / sum) * treatedShare * d;
          }
        }
        from = to;
      }
      covered += (Math.abs(c[k]) * known) / cell.total;
      people.treated[cell.wave] = Math.max(people.treated[cell.wave], (cell.total * cell.total) / treatedSquares);
      people.controls[cell.wave] = Math.max(people.controls[cell.wave], (shares * shares) / controlSquares);
    }
  }
  if (!(covered > all / 2)) return { se: Number.NaN, df: Number.NaN, sets: tried.size };
  const controls = new Float64Array(atoms.count);
  const treatedVariance = new Float64Array(G);
  const controlVariance = new Float64Array(G);
  const waveOf = new Int32Array(atoms.count);
  for (let s = 0; s < design.sets; s++) {
    const g = design.setWave[s];
    for (let m = design.setStart[s]; m < design.setStart[s + 1]; m++) {
      const r = design.members[m];
      treatedVariance[g] += asTreated[r] * asTreated[r];
      // In one atom a set's deviations would cancel.
      if (atoms.joined[s] === 1) controlVariance[g] += asControl[r] * asControl[r];
      else if (asControl[r] !== 0) {
        controls[atoms.ofRow[r]] += asControl[r];
        waveOf[atoms.ofRow[r]] = g;
      }
    }
  }
  for (let a = 0; a < atoms.count; a++) controlVariance[waveOf[a]] += controls[a] * controls[a];
  let variance = 0;
  let over = 0;
  for (let g = 0; g < G; g++) {
    for (const [v, n] of [
      [treatedVariance[g], people.treated[g]],
      [controlVariance[g], people.controls[g]],
    ]) {
      variance += v;
      over += (v * v) / Math.max(1, n - 1);
    }
  }
  return { se: (Math.sqrt(variance) * all) / covered, df: (variance * variance) / over, sets: tried.size };
}
