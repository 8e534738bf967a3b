import { dateOf, dayFromIso, fail, type Problem, problem, type Where } from "@kontrafakt/base";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { tableAccount } from "../ledger/table-account.js";
import { messages } from "../messages.js";
import { covariateOf } from "../options/covariate-options.js";
import type { PeopleOptions } from "../options/people-options.js";
import { BOOLEAN_LEVELS } from "../recode/boolean-words.js";
import type { Panel } from "../shapes/panel.js";
import type { CategoryColumn, NumberColumn } from "../table/table.js";
import { COVARIATE } from "./covariate-columns.js";
import { covariateLevels } from "./covariate-levels.js";
import type { People } from "./read-people.js";

/** A category of more levels is taken for an identifier or free text. */
const MOST_LEVELS = 200;

/** What a missing value's indicator is named, as if it were a level: `income=missing`. A cell that says so is missing too. */
export const MISSING_LEVEL = "missing";

type Covariate = Panel["covariates"][number];
type Options = Pick<PeopleOptions, "covariates" | "missingCovariates">;

/** Header of the first covariate by which each unit is left out, by unit; "" where all that exclude are known. */
export function missingCovariate(people: People, options: Options): readonly string[] {
  const missing = new Array<string>(people.units).fill("");
  for (const [name, covariate] of Object.entries(options.covariates)) {
    const { column: header, missing: policy } = covariateOf(covariate);
    const column = people.table.columns.get(COVARIATE + name);
    if (column === undefined || (policy ?? options.missingCovariates) === "indicator") continue;
    for (let u = 0; u < people.units; u++) {
      const value = column.values[people.rowOf[u]];
      if (missing[u] === "" && (column.type === "category" ? value < 0 : Number.isNaN(value))) missing[u] = header as string;
    }
  }
  return missing;
}

/**
 * Covariates of the units kept. A number stands as it is; an age is years (days / 365.25) from birth to its day or else `from`, a day of birth days since 1970-01-01; a column
 * of yes and no is one indicator; another category is an indicator for each level but the base, named `name=level`, levels in the
 * declared order, else in order of code units, rare ones lumped. Where the study keeps people with a missing value, the mean of the
 * others (no level of a category) stands in its place and `name=missing` beside it; each is noted in the ledger, and problems count them.
 * Errors: `KontrafaktError` for a category of over 200 levels, and for a covariate that nobody has.
 */
export function buildCovariates(
  people: People,
  options: Options,
  kept: Int32Array,
  from: number,
  told: { readonly ledger: LedgerBuilder; readonly problems: Problem[] },
): Covariate[] {
  const account = tableAccount(told.ledger, people.table);
  return Object.entries(options.covariates).flatMap(([name, written]): Covariate[] => {
    const covariate = covariateOf(written);
    if (covariate.type === "age") {
      const day = covariate.on === undefined ? from : dayFromIso(covariate.on);
      return [{ name, values: Float64Array.from(kept, (u) => (day - people.born[u]) / 365.25) }];
    }
    if (covariate.type === "born") return [{ name, values: Float64Array.from(kept, (u) => people.born[u]) }];
    if (covariate.type === "birthYear") return [{ name, values: Float64Array.from(kept, (u) => dateOf(people.born[u]).year) }];

    const header = covariate.column as string;
    const where: Where = { file: people.table.file, column: header };
    const column = people.table.columns.get(COVARIATE + name) as CategoryColumn | NumberColumn;
    const fills = (covariate.missing ?? options.missingCovariates) === "indicator";
    const isMissing = missingRows(column, fills);
    const values = new Float64Array(kept.length);
    const absent = new Uint8Array(kept.length);
    let count = 0;
    for (let i = 0; i < kept.length; i++) {
      const row = people.rowOf[kept[i]];
      if (isMissing(row)) absent[i] = 1;
      values[i] = absent[i] === 1 ? -1 : column.values[row];
      count += absent[i];
    }
    const built: Covariate[] = [];
    if (count > 0 && count === kept.length) fail("cohort/covariate-unknown", where, { covariate: name }, messages);
    if (column.type === "number") {
      let total = 0;
      for (let i = 0; i < values.length; i++) if (absent[i] === 0) total += values[i];
      const mean = total / (values.length - count);
      built.push({ name, values: values.map((value, i) => (absent[i] === 1 ? mean : value)) });
    } else if (isBoolean(column)) {
      const yes = column.levels.indexOf(BOOLEAN_LEVELS[1]);
      built.push({ name, values: values.map((value) => (value === yes ? 1 : 0)) });
    } else {
      const levels = covariateLevels(name, column, values, covariate, where, told.problems);
      if (levels.names.length > MOST_LEVELS) {
        const params = { covariate: name, levels: levels.names.length, limit: MOST_LEVELS };
        fail("cohort/too-many-levels", where, params, messages);
      }
      levels.names.forEach((level, k) => {
        if (k === 0) return;
        const indicator = values.map((value) => (levels.of[value] === k ? 1 : 0));
        built.push({ name: `${name}=${level}`, values: indicator, base: levels.names[0] });
      });
    }
    if (fills && count > 0) {
      built.push({ name: `${name}=${MISSING_LEVEL}`, values: Float64Array.from(absent) });
      told.problems.push(problem("cohort/covariate-filled-count", "note", where, { covariate: name, count }));
      kept.forEach((u, i) => {
        if (absent[i] === 1) account.note(people.rowOf[u], "cohort/covariate-filled", header);
      });
    }
    if (built.length === 0) told.problems.push(problem("cohort/covariate-constant", "warning", where, { covariate: name }));
    return built;
  });
}

/** Whether a row's value is missing. Where missing has a level of its own, a cell that says "missing" is missing too. */
function missingRows(column: CategoryColumn | NumberColumn, fills: boolean): (row: number) => boolean {
  if (column.type === "number") return (row) => Number.isNaN(column.values[row]);
  const said = fills ? column.levels.indexOf(MISSING_LEVEL) : -1;
  return (row) => column.values[row] < 0 || column.values[row] === said;
}

/** A column recoded to yes and no. */
function isBoolean({ levels, declared }: CategoryColumn): boolean {
  return declared === true && levels.length === 2 && BOOLEAN_LEVELS.every((level, k) => levels[k] === level);
}
