import { firstDayOfPeriod, type Problem, periodsPerYear, problem, yearOfPeriod } from "@kontrafakt/base";
import type { RefundOptions } from "../options/refund-options.js";
import { CLUSTERING, type People } from "../population/read-people.js";
import type { StudyWindow } from "../population/study-window.js";
import type { CategoryColumn } from "../table/table.js";
import { type RefundInput, type RefundParts, shareRefund } from "./share-refund.js";
import type { RefundStep } from "./stepped-refund.js";

/** The periods of every calendar year that the window touches: refunds are sums of whole years. */
export function wholeYears({ ordinals, unit }: StudyWindow): { readonly ordinals: Int32Array; readonly starts: Int32Array } {
  const per = periodsPerYear(unit);
  const first = yearOfPeriod(ordinals[0], unit) * per;
  const count = (yearOfPeriod(ordinals[ordinals.length - 1], unit) + 1) * per - first;
  return {
    ordinals: Int32Array.from({ length: count }, (_, t) => first + t),
    starts: Int32Array.from({ length: count + 1 }, (_, t) => firstDayOfPeriod(first + t, unit)),
  };
}

/** The steps of a calendar year: those of the latest `from` that is not after it. */
function stepsOf({ rates }: RefundOptions, year: number): readonly RefundStep[] {
  return rates.findLast(({ from }) => from <= year)?.steps ?? [];
}

/**
 * Splits a scheme's gross amounts into the parts of the municipality and the state, for the periods of the window.
 *
 * @param gross kr by unit and period of `wholeYears(window)`
 */
export function refundParts(
  name: string,
  scheme: RefundOptions,
  gross: Float64Array,
  people: People,
  window: StudyWindow,
  problems: Problem[],
): RefundParts {
  const { ordinals } = wholeYears(window);
  const years = ordinals.map((ordinal) => yearOfPeriod(ordinal, window.unit));
  const skip = ordinals.indexOf(window.ordinals[0]);
  const partly = [...new Set(years)].filter((year) => {
    const t = years.indexOf(year);
    return t < skip || years.lastIndexOf(year) >= skip + window.ordinals.length;
  });
  const option = `cohort.refunds.${name}`;
  if (partly.length > 0) {
    problems.push(problem("cohort/refund-part-year", "warning", { option }, { scheme: name, years: partly.join(", ") }));
  }
  const household = scheme.per === "household" ? households(people) : undefined;
  if (household !== undefined && household.unknown > 0) {
    problems.push(problem("cohort/refund-household-unknown", "warning", { option }, { scheme: name, count: household.unknown }));
  }
  const input: RefundInput = {
    gross,
    units: people.units,
    years,
    steps: (year) => stepsOf(scheme, year),
    spread: scheme.spread,
    ...(household && { household }),
  };
  const parts = shareRefund(input);
  const within = (values: Float64Array) => windowOf(values, people.units, ordinals.length, skip, window.ordinals.length);
  return { municipality: within(parts.municipality), state: within(parts.state) };
}

/** The households of the people file; whoever has none is one alone. */
function households({ table, rowOf, units }: People): { of: Int32Array; count: number; unknown: number } {
  const { values, levels } = table.columns.get(`${CLUSTERING}household`) as CategoryColumn;
  let count = levels.length;
  const of = new Int32Array(units);
  for (let u = 0; u < units; u++) of[u] = values[rowOf[u]] < 0 ? count++ : values[rowOf[u]];
  return { of, count, unknown: count - levels.length };
}

function windowOf(values: Float64Array, units: number, width: number, skip: number, periods: number): Float64Array {
  if (width === periods) return values;
  const out = new Float64Array(units * periods);
  for (let u = 0; u < units; u++) {
    out.set(values.subarray(u * width + skip, u * width + skip + periods), u * periods);
  }
  return out;
}
