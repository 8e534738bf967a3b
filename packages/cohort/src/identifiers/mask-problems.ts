import { KontrafaktError, type Params, type Problem, type Where } from "@kontrafakt/base";
import { maskIdentifiersIn } from "./mask-identifiers.js";

/** Problems without what has the form of a national identifier, wherever in them it stands. */
export function maskProblem(problem: Problem): Problem {
  const where = masked(problem.where as Readonly<Record<string, unknown>>) as Where;
  return { ...problem, where, params: masked(problem.params) as Params };
}

function masked(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, typeof value === "string" ? maskIdentifiersIn(value) : value]),
  );
}

/** Does work and gives its result; an error of ours that it ends with leaves without identifiers. */
export async function withMaskedErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    const problems = error.problems.map(maskProblem);
    throw Object.assign(new KontrafaktError(problems), { message: maskIdentifiersIn(error.message), stack: undefined });
  }
}
