import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Measure, Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import type { SampleUse } from "../../effects-value.js";
import { messages } from "../../messages.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";
import { effectsOptions } from "../../options/effects-options.js";
import { type WaveDesign, waveDesign } from "../../wave-design.js";
import { type WaveMembers, type WaveSpan, waveMembers } from "../../wave-members.js";
import { attGtCells } from "../att-gt-cells.js";
import { observedValues } from "../att-gt-sample.js";
import { covariatesNamed, named, outcomesNamed, samplingWeights } from "../att-gt-scope.js";
import { cellKeys } from "../cell-keys.js";
import type { CellBlock, CellSource } from "../cell-source.js";
import { baseOf, covariatePeriod } from "../panel/panel-source.js";
import { rowsLeftOut } from "./rows-left-out.js";

/**
 * The rows of a comparison: ATT(g, t) rests on rows of wave g alone, treated against their comparison rows, each with its weight times the
 * unit's sampling weight. Within a set the controls' weights are brought to those of its treated who are observed, and controls count until they are
 * referred themselves (`waveMembers`). Time zero is the comparison's: start less its anticipation and gap.
 * Atoms are the independent components of people and sets, never finer than the person.
 */
export function comparisonSource(panel: Panel, comparison: Comparison, options: AttGtOptions): CellSource {
  const { anticipation, cluster } = options;
  if (options.control === "notYet") fail("effects/comparison-control", { option: "control" }, {}, messages);
  if (options.incomplete === "crossSection") fail("effects/comparison-sections", { option: "incomplete" }, {}, messages);
  if (anticipation !== 0 && anticipation !== comparison.anticipation) {
    const params = { given: anticipation, anticipation: comparison.anticipation };
    fail("effects/comparison-anticipation", { option: "anticipation" }, params, messages);
  }
  const seen = (measure: Measure): Measure => ({ ...measure, values: observedValues(panel, measure) });
  const outcomes = outcomesNamed(panel.measures, options.outcomes).map((o) => ({ ...o, measure: seen(o.measure) }));
  const chosen = covariatesNamed(panel.covariates, options.covariates);
  const varying = options.timeVarying.map((name) => seen(named(panel.measures, name, "effects/no-outcome", "timeVarying")));
  const effects = effectsOptions.parse({ adjust: [], cluster: cluster === "unit" ? "person" : cluster });
  const design = waveDesign(panel, comparison, effects, []);
  const problems: Problem[] = [...design.problems];
  if (varying.length > 0) {
    const params = { covariates: options.timeVarying.join(", ") };
    problems.push(problem("effects/time-varying", "note", { option: "timeVarying" }, params));
  }
  const measures = [...outcomes.map((o) => o.measure), ...varying];
  const left = rowsLeftOut(panel, comparison, chosen, measures, options, problems);
  const { periods, unit } = design;
  const rules = { ...options, anticipation: comparison.anticipation + comparison.gap };
  const cells = attGtCells(comparison.waves, periods, rules, panel.periods.unit);
  const keys = cellKeys(outcomes, cells, periods);
  const place = new Map(cells.map((cell, c) => [`${cell.group}/${cell.time}`, c]));
  const position = new Map(Array.from(periods, (t, index) => [t, index]));
  const everyone = samplingWeights(panel.samplingWeight, unit);
  const T = periods.length;
  const used = new Uint8Array(panel.units * T);

  return {
    keys,
    outcomes: outcomes.map(({ measure }) => measure),
    covariates: [...chosen, ...varying].map(({ name }) => name),
    atoms: design.atoms.count,
    stratum: design.atoms.stratum,
    treated: treatedAtoms(design),
    *blocks(weights) {
      const own = everyone.map((w, r) => w * (weights?.[design.atoms.ofRow[r]] ?? 1));
      const first = periods[0] - comparison.waves[comparison.waves.length - 1];
      const last = periods[T - 1] - comparison.waves[0];
      for (let o = 0; o < outcomes.length; o++) for (let event = first; event <= last; event++) yield* eventBlocks(o, event, own);
    },
    matching: { independence: comparison.independence, held: design.estimation !== undefined },
    ...(design.estimation && { estimation: design.estimation }),
    use: () => sampleUse(panel, comparison, used),
    problems,
  };

  function* eventBlocks(o: number, event: number, rowWeight: Float64Array): Iterable<CellBlock> {
    const { values } = outcomes[o].measure;
    const at = new Map<number, number>();
    for (const wave of comparison.waves) {
      const c = place.get(`${wave}/${position.get(wave + event) ?? -1}`);
      if (c !== undefined && cells[c].window.length > 0) at.set(wave, c);
    }
    const base = new Float64Array(design.rows).fill(Number.NaN);
    for (let r = 0; r < design.rows; r++) {
      const c = at.get(comparison.wave[r]);
      if (c === undefined || left[r] === 1) continue;
      const from = covariatePeriod(cells[c], options, { varying });
      if (varying.some((measure) => Number.isNaN(measure.values[unit[r] * T + from]))) continue;
      base[r] = baseOf(values, unit[r] * T, cells[c].window);
    }
    const outcome = { name: outcomes[o].name, unit: outcomes[o].unit, values, base, x: new Float64Array(0), covariates: [] };
    const own: WaveDesign = { ...design, outcomes: [outcome] };
    const members = waveMembers(own, 0, event, { role: design.role, shares: "matched", rowWeight });
    for (const span of members.spans) yield block(o, at.get(design.waves[span.wave])!, base, members, span);
  }

  function block(o: number, c: number, base: Float64Array, members: WaveMembers, span: WaveSpan): CellBlock {
    const cell = cells[c];
    const { values } = outcomes[o].measure;
    const from = covariatePeriod(cell, options, { varying });
    const rows: number[] = [];
    const w: number[] = [];
    const d: number[] = [];
    const take = (r: number, weight: number, role: number) => {
      if (!(weight > 0)) return;
      rows.push(r);
      w.push(weight);
      d.push(role);
    };
    for (let i = span.firstTreated; i < span.lastTreated; i++) take(members.treated[i], members.treatedWeight[i], 1);
    for (let j = span.firstRow; j < span.lastRow; j++) take(members.comparison[j], members.weight[j], 0);
    const n = rows.length;
    // A base less itself is 0 whatever the covariates allow.
    const [fixed, moving] = cell.reference ? [[], []] : [chosen, varying];
    const k = 1 + fixed.length + moving.length;
    const x = new Float64Array(n * k);
    const level = new Float64Array(n);
    const y = new Float64Array(n);
    rows.forEach((r, i) => {
      x[i * k] = 1;
      fixed.forEach((covariate, j) => {
        x[i * k + 1 + j] = covariate.values[unit[r]];
      });
      moving.forEach((measure, j) => {
        x[i * k + 1 + fixed.length + j] = measure.values[unit[r] * T + from];
      });
      level[i] = values[unit[r] * T + cell.time];
      y[i] = level[i] - base[r];
      used[unit[r] * T + cell.time] = 1;
      for (const t of cell.window) if (!Number.isNaN(values[unit[r] * T + t])) used[unit[r] * T + t] = 1;
    });
    return {
      terms: Int32Array.of(o * cells.length + c),
      share: 1,
      rows: { n, d: Uint8Array.from(d), w: Float64Array.from(w), x, k },
      atom: Int32Array.from(rows, (r) => design.atoms.ofRow[r]),
      place: Int32Array.from(rows),
      y,
      level,
    };
  }
}

/** People of the comparison, and their periods. */
function sampleUse(panel: Panel, { unit, weight }: Comparison, used: Uint8Array): SampleUse {
  const T = panel.periods.ordinals.length;
  const people = new Set(unit.filter((_, r) => weight[r] > 0));
  const use = { units: 0, unitsGiven: people.size, rows: 0, rowsGiven: 0 };
  for (const i of people) {
    let rows = 0;
    for (let t = i * T; t < (i + 1) * T; t++) {
      rows += used[t];
      use.rowsGiven += panel.observed[t];
    }
    use.rows += rows;
    if (rows > 0) use.units++;
  }
  return use;
}

function treatedAtoms({ atoms, role }: WaveDesign): Uint8Array {
  const out = new Uint8Array(atoms.count);
  for (let r = 0; r < role.length; r++) if (role[r] === 1) out[atoms.ofRow[r]] = 1;
  return out;
}
