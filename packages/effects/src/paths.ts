import { type Contributions, contributions, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import type { Paths } from "./effects-value.js";
import { restMeans } from "./rest-means.js";
import { shownCells } from "./shown-cells.js";
import type { WaveFit } from "./wave-effects.js";

/**
 * Mean outcome by event time, at its own level: the treated, their matched comparison (weighted as in the estimate, unadjusted), and
 * everyone at risk in the same wave who was not matched (or has weight 0). Each is averaged over the waves with the treated people of the
 * cell as weights.
 */
export function paths(panel: Panel, comparison: Comparison, fit: WaveFit, outcome: string): Paths {
  const { design } = fit;
  const o = design.outcomes.findIndex((one) => one.name === outcome);
  const values = panel.measures.find((m) => m.name === outcome)!.values;
  const T = design.periods.length;
  const level = (r: number, t: number) => values[comparison.unit[r] * T + t];
  const rest = restMeans(panel, comparison, outcome);
  const cells = shownCells(fit, outcome);
  const event = Int32Array.from(new Set(cells.map((shown) => shown.event))).sort();
  const lines = [0, 1, 2].map(() => new Float64Array(event.length));
  const n = new Int32Array(event.length);
  const people: Contributions[][] = [[], []];
  const restNotZero = new Int32Array(event.length);
  event.forEach((e, i) => {
    const restWeight = { sum: 0, n: 0 };
    const persons = [new Map<number, number>(), new Map<number, number>()];
    const add = (arm: 0 | 1, r: number, y: number) => {
      const unit = comparison.unit[r];
      persons[arm].set(unit, (persons[arm].get(unit) ?? 0) + Math.abs(y));
    };
    for (const { event: own, members, cell } of cells) {
      if (own !== e) continue;
      const size = cell.lastTreated - cell.firstTreated;
      // People in the cell for each unit of weight.
      const each = size / cell.total;
      for (let j = cell.firstTreated; j < cell.lastTreated; j++) {
        const part = each * members.treatedWeight[j] * level(members.treated[j], cell.time);
        lines[0][i] += part;
        add(0, members.treated[j], part);
      }
      for (let j = cell.firstRow; j < cell.lastRow; j++) {
        const part = each * cell.scale * members.weight[j] * level(members.comparison[j], cell.time);
        lines[1][i] += part;
        add(1, members.comparison[j], part);
      }
      n[i] += size;
      const other = rest[cell.wave].mean[cell.time];
      if (Number.isNaN(other)) continue;
      const some = rest[cell.wave].notZero[cell.time];
      restNotZero[i] = restWeight.n === 0 ? some : Math.min(restNotZero[i], some);
      restWeight.sum += size * other;
      restWeight.n += size;
    }
    lines[0][i] /= n[i];
    lines[1][i] /= n[i];
    lines[2][i] = restWeight.n > 0 ? restWeight.sum / restWeight.n : Number.NaN;
    persons.forEach((of, arm) => {
      const all = contributions();
      for (const y of of.values()) all.add(y);
      people[arm].push(all.finish());
    });
  });
  const unit = design.outcomes[o].unit;
  return {
    kind: "paths",
    outcome,
    unit,
    event,
    treated: lines[0],
    comparison: lines[1],
    rest: lines[2],
    n,
    contributions: { treated: people[0], comparison: people[1] },
    restNotZero,
  };
}
