import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import type { Paths } from "./effects-value.js";
import { restMeans } from "./rest-means.js";
import { shownCells } from "./shown-cells.js";
import type { WaveFit } from "./wave-effects.js";

/**
 * Mean outcome by event time, at its own level: the treated, their matched comparison (weighted as in the estimate, unadjusted), and
 * everyone at risk in the same wave who was not matched. Each is averaged over the waves with the treated people of the cell as weights.
 */
export function paths(panel: Panel, comparison: Comparison, fit: WaveFit, outcome: string): Paths {
  const { design } = fit;
  const o = design.outcomes.findIndex((one) => one.name === outcome);
  const values = panel.measures.find((m) => m.name === outcome)!.values;
  const T = design.periods.length;
  const level = (r: number, t: number) => values[comparison.unit[r] * T + t];
  const rest = restMeans(panel, comparison, outcome);
  const cells = shownCells(fit, outcome);
  const event = Int32Array.from(new Set(cells.map((shown) => shown.event.event))).sort();
  const lines = [0, 1, 2].map(() => new Float64Array(event.length));
  const n = new Int32Array(event.length);
  const some = [new Int32Array(event.length), new Int32Array(event.length)];
  event.forEach((e, i) => {
    const restWeight = { sum: 0, n: 0 };
    for (const { event: line, cell } of cells) {
      if (line.event !== e) continue;
      const size = cell.to - cell.from;
      for (let j = cell.from; j < cell.to; j++) {
        const y = level(line.treated[j], cell.time);
        lines[0][i] += y;
        if (y !== 0) some[0][i]++;
      }
      for (let j = cell.firstRow; j < cell.lastRow; j++) {
        const y = level(line.comparison[j], cell.time);
        lines[1][i] += cell.scale * line.weight[j] * y;
        if (y !== 0) some[1][i]++;
      }
      n[i] += size;
      const other = rest[cell.wave][cell.time];
      if (Number.isNaN(other)) continue;
      restWeight.sum += size * other;
      restWeight.n += size;
    }
    lines[0][i] /= n[i];
    lines[1][i] /= n[i];
    lines[2][i] = restWeight.n > 0 ? restWeight.sum / restWeight.n : Number.NaN;
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
    treatedNotZero: some[0],
    comparisonNotZero: some[1],
  };
}
