import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { CovariateOptions } from "../options/people-options.js";
import type { Panel } from "../shapes/panel.js";
import type { CategoryColumn, NumberColumn } from "../table/table.js";
import { COVARIATE, type People } from "./read-people.js";

/** A category of more levels is taken for an identifier or free text. */
const MOST_LEVELS = 200;

type Covariate = Panel["covariates"][number];
type Named = Readonly<Record<string, CovariateOptions>>;

/** Header of the first covariate that is missing, by unit; "" where all are known. */
export function missingCovariate(people: People, options: Named): readonly string[] {
  const missing = new Array<string>(people.units).fill("");
  for (const [name, covariate] of Object.entries(options)) {
    const column = people.table.columns.get(COVARIATE + name);
    if (column === undefined) continue;
    const header = typeof covariate === "string" ? covariate : (covariate.column ?? "");
    for (let u = 0; u < people.units; u++) {
      const value = column.values[people.rowOf[u]];
      if (missing[u] === "" && (column.type === "category" ? value < 0 : Number.isNaN(value))) missing[u] = header;
    }
  }
  return missing;
}

/**
 * Covariates of the units kept. A number stands as it is; an age is years (days / 365.25) from birth to the first day of the window;
 * a category becomes an indicator for each level but the first, levels in order of code units, named `name=level`.
 */
export function buildCovariates(people: People, options: Named, kept: Int32Array, from: number): Covariate[] {
  const covariates: Covariate[] = [];
  for (const [name, covariate] of Object.entries(options)) {
    if (typeof covariate !== "string" && covariate.type === "age") {
      covariates.push({ name, values: Float64Array.from(kept, (u) => (from - people.born[u]) / 365.25) });
      continue;
    }
    const column = people.table.columns.get(COVARIATE + name) as CategoryColumn | NumberColumn;
    if (column.type === "number") {
      covariates.push({ name, values: Float64Array.from(kept, (u) => column.values[people.rowOf[u]]) });
      continue;
    }
    const levels = [...new Set(Array.from(kept, (u) => column.levels[column.values[people.rowOf[u]]]))].sort(byCodeUnits);
    if (levels.length > MOST_LEVELS) {
      const where = { file: people.table.file, column: typeof covariate === "string" ? covariate : covariate.column };
      fail("cohort/too-many-levels", where, { covariate: name, levels: levels.length, limit: MOST_LEVELS }, messages);
    }
    for (const level of levels.slice(1)) {
      const code = column.levels.indexOf(level);
      covariates.push({
        name: `${name}=${level}`,
        values: Float64Array.from(kept, (u) => (column.values[people.rowOf[u]] === code ? 1 : 0)),
      });
    }
  }
  return covariates;
}

/** Order of strings by UTF-16 code units, the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
