import { fail, type Problem, problem } from "@kontrafakt/base";
import type { CohortMoments, Panel } from "@kontrafakt/cohort";
import type { SampleUse } from "../effects-value.js";
import { messages } from "../messages.js";
import type { EfficientOptions } from "../options/efficient-options.js";
import type { MomentSample } from "./moment-sample.js";
import { sampleMoments } from "./sample-moments.js";

export interface EfficientData {
  readonly moments: CohortMoments;
  readonly use: SampleUse;
  /** The units, where there are any behind the moments. */
  readonly sample?: MomentSample;
  readonly stride: number;
}

/** Sums by cohort of the units observed throughout; moments as they are. */
export function efficientData(data: Panel | CohortMoments, options: EfficientOptions): EfficientData {
  const stride = data.periods.ordinals.length;
  if (data.kind === "cohort-moments") {
    const units = data.arms.reduce((sum, arm) => sum + arm.units, 0);
    return { moments: data, use: { units, unitsGiven: units, rows: units * stride, rowsGiven: units * stride }, stride };
  }
  if (data.samplingWeight?.some((w) => w !== data.samplingWeight?.[0])) fail("effects/efficient-weights", {}, {}, messages);
  const outcomes = (options.outcomes ?? data.measures.map(({ name }) => name)).map((name) => {
    const measure = data.measures.find((m) => m.name === name);
    const names = data.measures.map((m) => m.name).join(", ") || "none";
    if (!measure) return fail("effects/no-outcome", { option: "outcomes" }, { name, names }, messages);
    return { measure, name, unit: measure.unit };
  });
  const unit: number[] = [];
  let rowsGiven = 0;
  for (let i = 0; i < data.units; i++) {
    let seen = 0;
    for (let at = i * stride; at < (i + 1) * stride; at++) {
      if (data.observed[at] !== 1) continue;
      rowsGiven++;
      if (outcomes.every(({ measure }) => !Number.isNaN(measure.values[at]))) seen++;
    }
    if (seen === stride) unit.push(i);
  }
  const problems: Problem[] = [];
  const count = data.units - unit.length;
  if (count > 0) {
    const where = { option: "incomplete" };
    if (options.incomplete === "error") fail("effects/efficient-gaps", where, { count, units: data.units }, messages);
    problems.push(problem("effects/efficient-gaps-dropped", "warning", where, { count, units: data.units }));
  }
  const n = unit.length;
  const sample: MomentSample = {
    n,
    unit: Int32Array.from(unit),
    group: Int32Array.from(unit, (i) => data.firstTreated[i]),
    periods: data.periods.ordinals,
    outcomes,
    w: new Float64Array(n).fill(1),
    atom: Int32Array.from({ length: n }, (_, i) => i),
    atoms: n,
  };
  const use = { units: n, unitsGiven: data.units, rows: n * stride, rowsGiven };
  return { moments: { ...sampleMoments(sample, stride, data.periods.unit), problems }, use, sample, stride };
}
