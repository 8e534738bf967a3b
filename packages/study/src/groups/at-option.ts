import { KontrafaktError, type PeriodUnit, type Problem } from "@kontrafakt/base";
import { allMessages } from "../all-messages.js";
import { withPeriods } from "../with-periods.js";

/** A problem of a package, at the option of the study that holds the package's own. */
export function atOption(prefix: string, p: Problem): Problem {
  const { option } = p.where;
  return { ...p, where: { ...p.where, option: option === undefined ? prefix : `${prefix}.${option}` } };
}

/**
 * Does work; the problems of an error it ends with name the option of the study, those about a file alone stay as they are.
 * @param unit of the periods, where the work tells of them by their ordinals
 */
export async function withOption<T>(prefix: string, work: () => T | Promise<T>, unit?: PeriodUnit): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    const placed = error.problems.map((p) =>
      p.where.file !== undefined && p.where.option === undefined ? p : atOption(prefix, p),
    );
    const told = unit === undefined ? placed : placed.map((p) => ({ ...p, params: withPeriods(p, unit) }));
    throw new KontrafaktError(told, allMessages);
  }
}
