import { periodLabel, problem } from "@kontrafakt/base";
import type { MeasureOptions } from "../options/measure-options.js";
import { outcomeUnit } from "../options/outcome-options.js";
import type { People } from "../population/read-people.js";
import type { Reading } from "../table/reading.js";
import { carryForward } from "./carry-forward.js";
import { readLongMeasure } from "./read-long-measure.js";
import { readWideMeasure } from "./read-wide-measure.js";

/**
 * Reads a measure to units × periods, NaN where missing: a wide file (a column a period), a long one (a row a person and period) or dated
 * readings. A value outside [minimum, maximum], or of more days than its stretch or period has where an outcome counts it in days, becomes
 * missing and is noted. What was carried forward and which sums lack a part is told.
 */
export async function readMeasure(
  name: string,
  options: MeasureOptions,
  people: People,
  reading: Reading,
): Promise<Float64Array> {
  const { study, window, problems } = reading;
  const inDays = Object.values(study.outcomes).some((outcome) => outcome.measure === name && outcomeUnit(outcome) === "days");
  const input = { name, options, people, reading, inDays };
  const { file, values, partial, present } = await (options.columns === undefined ? readLongMeasure : readWideMeasure)(input);
  const option = `cohort.measures.${name}`;
  const periods = window.ordinals.length;
  const absent = [...window.ordinals].filter((_, t) => present[t] === 0).map((o) => periodLabel(o, window.unit));
  if (absent.length > 0) {
    const params = { measure: name, periods: absent.join(", ") };
    problems.push(problem("cohort/measure-periods-absent", "warning", { file }, params));
  }
  if (partial > 0) {
    problems.push(problem("cohort/measure-partial", "warning", { file, option }, { measure: name, count: partial }));
  }
  if (inDays) {
    const count = refuseTooManyDays(values, window.starts);
    if (count > 0) problems.push(problem("cohort/measure-more-days", "warning", { file, option }, { measure: name, count }));
  }
  const count = carryForward(values, periods, options.carry);
  if (count > 0) {
    const params = { measure: name, count, periods: options.carry };
    problems.push(problem("cohort/measure-carried", "note", { file, option: `${option}.carry` }, params));
  }
  return values;
}

/** Several readings of days may each be possible and their sum not. */
function refuseTooManyDays(values: Float64Array, starts: Int32Array): number {
  const periods = starts.length - 1;
  let count = 0;
  for (let cell = 0; cell < values.length; cell++) {
    const t = cell % periods;
    if (!(values[cell] > starts[t + 1] - starts[t])) continue;
    values[cell] = Number.NaN;
    count++;
  }
  return count;
}
