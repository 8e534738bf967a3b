import { type Problem, problem, type Where } from "@kontrafakt/base";
import type { CategoryColumn } from "../table/table.js";
import { byCodeUnits } from "../text/by-code-units.js";

export interface CovariateLevels {
  /** Levels that somebody has, the base first. */
  readonly names: readonly string[];
  /** Place in `names` by the column's code. */
  readonly of: Int32Array;
}

/**
 * The levels of a category over the people analysed: those that somebody has, in the declared order or else in order of code units; levels
 * of fewer than `lump` people together as `other`, last; the reference first. `codes` are the people's, −1 is missing.
 * What is declared and nobody has, and what was lumped, is told in `problems`.
 */
export function covariateLevels(
  covariate: string,
  column: CategoryColumn,
  codes: Iterable<number>,
  options: { readonly reference?: string | undefined; readonly lump?: number | undefined; readonly other: string },
  where: Where,
  problems: Problem[],
): CovariateLevels {
  const { levels, declared } = column;
  const people = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) people[code]++;
  const present = [...levels.keys()].filter((code) => people[code] > 0);
  if (declared) {
    const absent = levels.filter((_, code) => people[code] === 0);
    if (absent.length > 0)
      problems.push(problem("cohort/levels-absent", "note", where, { covariate, levels: absent.join(", ") }));
  } else present.sort((a, b) => byCodeUnits(levels[a], levels[b]));

  const base = options.reference ?? (declared ? levels[0] : undefined);
  const lumped = new Set(present.filter((code) => people[code] < (options.lump ?? 0) && levels[code] !== base));
  const names = [...new Set(present.filter((code) => !lumped.has(code)).map((code) => levels[code]))];
  if (lumped.size > 0) {
    if (!names.includes(options.other)) names.push(options.other);
    const count = [...lumped].reduce((sum, code) => sum + people[code], 0);
    problems.push(
      problem("cohort/levels-lumped", "note", where, { covariate, levels: lumped.size, count, other: options.other }),
    );
  }
  if (options.reference !== undefined) {
    const at = names.indexOf(options.reference);
    if (at > 0) names.unshift(...names.splice(at, 1));
    else if (at < 0 && names.length > 0) {
      problems.push(
        problem("cohort/reference-absent", "warning", where, { covariate, reference: options.reference, base: names[0] }),
      );
    }
  }
  const place = new Map(names.map((name, k) => [name, k] as const));
  const of = Int32Array.from(levels, (level, code) => place.get(lumped.has(code) ? options.other : level) ?? -1);
  return { names, of };
}
