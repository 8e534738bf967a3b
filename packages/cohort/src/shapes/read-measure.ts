import { periodLabel, periodsPerYear, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import type { MeasureOptions } from "../options/measure-options.js";
import type { People } from "../population/read-people.js";
import type { StudyWindow } from "../population/study-window.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn } from "../table/table.js";

/**
 * Reads a wide file, one column a period, to units × periods, NaN where missing. A value outside [minimum, maximum], or of more days than its period has where an outcome counts it in days,
 * becomes missing and is noted.
 */
export async function readMeasure(
  name: string,
  options: MeasureOptions,
  people: People,
  reading: Reading,
): Promise<Float64Array> {
  const { study, window, ledger, problems } = reading;
  const inDays = Object.values(study.outcomes).some((outcome) => outcome.measure === name && outcome.unit === "days");
  const ordinalOf = headerPattern(options.columns, window.unit);
  const table = await readInto(reading, options, {
    columns: new Map([["person", { header: options.person, type: "category", required: true, identifier: true }]]),
    wide: { matches: (header) => ordinalOf(header) !== undefined, description: options.columns },
    purpose: name,
  });
  const account = tableAccount(ledger, table);
  const person = table.columns.get("person") as CategoryColumn;
  const periods = window.ordinals.length;
  const byPeriod: (Float64Array | undefined)[] = new Array(periods).fill(undefined);
  const headers: string[] = new Array(periods).fill("");
  for (const [header, column] of table.wide ?? []) {
    const t = (ordinalOf(header) as number) - window.ordinals[0];
    if (t < 0 || t >= periods) continue;
    byPeriod[t] = column.values;
    headers[t] = header;
  }
  const values = new Float64Array(people.units * periods).fill(Number.NaN);
  const seen = new Uint8Array(people.units);
  const used: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const id = person.levels[person.values[i]];
    const unit = people.unitOf.get(id) ?? -1;
    if (unit < 0 || seen[unit] === 1) {
      const code = unit < 0 ? "cohort/unknown-person" : "cohort/duplicate-person";
      account.list(i, code, options.person, maskIdentifier(id));
      continue;
    }
    seen[unit] = 1;
    used.push(i);
    for (let t = 0; t < periods; t++) {
      const value = byPeriod[t]?.[i] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const length = window.starts[t + 1] - window.starts[t];
      if (value < options.minimum || value > (options.maximum ?? Number.POSITIVE_INFINITY)) {
        account.note(i, "cohort/out-of-range", headers[t], String(value));
      } else if (inDays && value > length) {
        account.note(i, "cohort/more-days-than-period", headers[t], String(value));
      } else values[unit * periods + t] = value;
    }
  }
  account.used(used);
  const absent = [...window.ordinals].filter((_, t) => byPeriod[t] === undefined).map((o) => periodLabel(o, window.unit));
  if (absent.length > 0) {
    const params = { measure: name, periods: absent.join(", ") };
    problems.push(problem("cohort/measure-periods-absent", "warning", { file: table.file }, params));
  }
  return values;
}

/** Reads the period of a header written as a pattern says, `{year}-K{quarter}`; undefined for other headers. */
export function headerPattern(pattern: string, unit: StudyWindow["unit"]): (header: string) => number | undefined {
  const parts: string[] = [];
  const source = pattern
    .trim()
    .split(/(\{year\}|\{quarter\}|\{month\})/)
    .map((piece) => {
      if (!/^\{\w+\}$/.test(piece)) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      parts.push(piece.slice(1, -1));
      return piece === "{year}" ? "(\\d{4})" : piece === "{quarter}" ? "([1-4])" : "(0?[1-9]|1[0-2])";
    })
    .join("");
  const expression = new RegExp(`^${source}$`);
  const perYear = periodsPerYear(unit);
  return (header) => {
    const match = expression.exec(header);
    if (match === null) return undefined;
    let ordinal = 0;
    parts.forEach((part, k) => {
      ordinal += part === "year" ? Number(match[k + 1]) * perYear : Number(match[k + 1]) - 1;
    });
    return ordinal;
  };
}
