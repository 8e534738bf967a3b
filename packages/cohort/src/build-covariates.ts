import type { CovariateOptions } from "./options/cohort-shape.js";
import type { Panel } from "./panel.js";
import { COVARIATE, type People } from "./read-people.js";
import type { CategoryColumn, NumberColumn } from "./table.js";

type Covariate = Panel["covariates"][number];
type Named = Readonly<Record<string, CovariateOptions>>;

/** 1 where every covariate of a unit is known. */
export function knownCovariates(people: People, options: Named): Uint8Array {
  const known = new Uint8Array(people.units).fill(1);
  for (const name of Object.keys(options)) {
    const column = people.table.columns.get(COVARIATE + name);
    if (column === undefined) continue;
    for (let u = 0; u < people.units; u++) {
      const value = column.values[people.rowOf[u]];
      if (column.type === "category" ? value < 0 : Number.isNaN(value)) known[u] = 0;
    }
  }
  return known;
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
