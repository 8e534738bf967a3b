import { type Context, type PeriodUnit, type Problem, problem } from "@kontrafakt/base";
import { NEVER, type Source } from "@kontrafakt/cohort";
import type { CohortSizes } from "./effects-file-value.js";
import { type FileBlock, placeAt, readFileRows, refuse, textAt } from "./file-rows.js";
import { parsePeriod } from "./parse-period.js";
import type { FileTerms } from "./read-terms.js";
import { examples } from "./term-at.js";

const text = { type: "category", missing: [""] } as const;

/** Reads how many units each group has (`group` blank or "never": the group that never starts) and holds the terms against it. */
export async function readCohortSizes(
  source: Source,
  block: FileBlock,
  unit: PeriodUnit,
  { terms, file }: FileTerms,
  problems: Problem[],
  context?: Context,
): Promise<CohortSizes> {
  const rows = await readFileRows(source, block, { group: text, units: text }, problems, context);
  const sizes = new Map<number, number>();
  for (let i = 0; i < rows.table.rows; i++) {
    const found = textAt(rows, "group", i);
    const group = found === "" || found.toLowerCase() === "never" ? NEVER : parsePeriod(found, unit);
    if (Number.isNaN(group)) refuse(rows, "group", i, "effects/file-period", { found, example: examples[unit] });
    const count = textAt(rows, "units", i);
    const units = /^\d{1,12}(?:[.,]0+)?$/.test(count) ? Number(count.replace(",", ".")) : Number.NaN;
    if (!(units > 0)) refuse(rows, "units", i, "effects/file-count", { found: count === "" ? "nothing" : count });
    if (sizes.has(group))
      problems.push(problem("effects/file-group-twice", "error", placeAt(rows, "group", i), { group: found }));
    sizes.set(group, units);
  }
  for (const { label, row, term } of terms) {
    if (term.group === undefined) continue;
    const units = sizes.get(term.group);
    const where = { file, row, column: units === undefined ? "group" : "n" };
    if (units === undefined)
      problems.push(problem("effects/file-group-unknown", "error", where, { term: label, file: rows.table.file }));
    else if (term.n > units)
      problems.push(
        problem("effects/file-more-than-group", "error", where, { term: label, n: term.n, units, file: rows.table.file }),
      );
  }
  const groups = Int32Array.from(sizes.keys()).sort();
  return { groups, units: Float64Array.from(groups, (g) => sizes.get(g) as number) };
}
