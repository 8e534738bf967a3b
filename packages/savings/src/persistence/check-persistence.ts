import { fail, KontrafaktError, type Params, type Problem, problem } from "@kontrafakt/base";
import type { StudyFacts } from "../account/study-facts.js";
import { messages } from "../messages.js";
import type { CourseOptions, PersistenceOptions } from "../options/persistence-options.js";
import type { UncertainOptions } from "../options/uncertain-options.js";
import { amountOf, distributionOf, uncertainFault } from "./uncertain.js";

const option = "savings.persistence";

/**
 * What would act on nothing, or contradicts itself, in the persistence options.
 *
 * @param consequences outcomes with a price
 */
export function persistenceProblems(persistence: PersistenceOptions, consequences: readonly string[]): Problem[] {
  const problems = courseProblems(persistence, option);
  for (const [outcome, course] of Object.entries(persistence.outcomes)) {
    if (!consequences.includes(outcome)) {
      const params = { found: outcome, priced: consequences.join(", ") };
      problems.push(problem("savings/persistence-outcome", "error", { option: `${option}.outcomes` }, params));
    }
    problems.push(...courseProblems(course, `${option}.outcomes.${outcome}`));
  }
  const nothing = [persistence, ...Object.values(persistence.outcomes)].every(({ form }) => form === "none");
  if (nothing && persistence.ageOut !== undefined)
    problems.push(problem("savings/age-out-without-course", "error", { option: `${option}.ageOut` }));
  return problems;
}

/** @throws with every one of `persistenceProblems` */
export function checkPersistence(persistence: PersistenceOptions, consequences: readonly string[]): void {
  const problems = persistenceProblems(persistence, consequences);
  if (problems.length > 0) throw new KontrafaktError(problems, messages);
}

function courseProblems(course: CourseOptions, at: string): Problem[] {
  const { form, lag, years, decline, points } = course;
  const problems: Problem[] = [];
  const refuse = (name: string, code: string, params: Params = {}) => {
    problems.push(problem(`savings/${code}`, "error", { option: `${at}.${name}` }, { form, ...params }));
  };
  if (form === "none" && lag > 0) refuse("lag", "persistence-none", { what: "lag" });
  if (form === "none" && course.source !== undefined) refuse("source", "persistence-none", { what: "source" });
  if (form !== "none" && lag >= years) refuse("lag", "persistence-lag", { lag, years });
  if (decline !== undefined && form !== "exponential") refuse("decline", "persistence-decline");
  if (form === "exponential" && decline === undefined) refuse("decline", "persistence-decline-missing");
  const pointed = form === "stepwise" || form === "interpolated";
  if (points !== undefined && !pointed) refuse("points", "persistence-points");
  if (pointed && points === undefined) refuse("points", "persistence-points-missing");
  if (decline !== undefined) problems.push(...shareProblems(decline, `${at}.decline`, 1));
  points?.forEach(({ year, share }, i) => {
    problems.push(...shareProblems(share, `${at}.points`, 0));
    const before = points[i - 1]?.year;
    if (before !== undefined && !(year > before)) refuse("points", "persistence-points-order", { year, before });
    // A line to a point beyond the end still slopes before it.
    else if ((form === "interpolated" ? (before ?? 0) : year) >= years)
      refuse("points", "persistence-point-late", { year, years });
  });
  return problems;
}

/** @param gone the value at which nothing of the effect is left: no draw can be told relative to that. */
function shareProblems(uncertain: UncertainOptions, at: string, gone: number): Problem[] {
  const amount = amountOf(uncertain);
  const error = (code: string, params: Params) => [problem(code, "error", { option: at }, params)];
  if (!(amount >= 0 && amount <= 1)) return error("savings/persistence-share", { found: amount });
  const fault = uncertainFault(uncertain);
  if (fault !== undefined) return error(fault.code, fault.params);
  const varies = distributionOf(uncertain).kind !== "fixed";
  return amount === gone && varies ? error("savings/persistence-uncertain-nothing", { amount }) : [];
}

/** Share below the age in each column's year. */
export function checkRemaining(
  ageOut: number,
  remaining: StudyFacts["remaining"],
  columns: readonly { readonly year: number }[],
): number[] {
  const at = { option: `${option}.ageOut` };
  if (remaining === undefined || remaining.length === 0) return fail("savings/age-out-unknown", at, { ageOut }, messages);
  return columns.map(({ year }) => {
    const share = remaining.find((r) => r.year === year)?.share;
    return (
      share ??
      fail("savings/age-out-year-unknown", at, { ageOut, year, years: remaining.map((r) => r.year).join(", ") }, messages)
    );
  });
}
