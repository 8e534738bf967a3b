import { type Problem, problem } from "@kontrafakt/base";
import type { Term } from "../effects-value.js";

/** Terms of one unit have no spread of their own that could be seen: residuals are taken off their own mean. */
export function oneTreated(outcome: string, terms: readonly Term[]): Problem[] {
  const found = terms.filter((t) => t.n === 1);
  if (found.length === 0) return [];
  const which = found.map(termName).join(", ");
  return [problem("effects/imputation-one-treated", "warning", {}, { outcome, cells: found.length, which })];
}

export function termName({ group, time, event }: Term): string {
  return group === undefined ? `${event ?? "all"}` : `${group}/${time}`;
}
