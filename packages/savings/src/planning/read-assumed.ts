import { type OutcomeNames, outcomeAt } from "../files/outcome-names.js";
import {
  checkUnique,
  nameAt,
  numberAt,
  numbersAt,
  originAt,
  type Rows,
  refuse,
  refuseEmpty,
  shown,
  textAt,
} from "../files/rows.js";
import { distributionWords, wordAt } from "../files/words.js";
import { distributionOf, uncertainFault } from "../persistence/uncertain.js";
import type { AssumedRow } from "./plan-value.js";

const text = { type: "category" } as const;
const number = { type: "number" } as const;
const optional = { optional: true } as const;

export const assumedColumns = [
  { key: "outcome", ...text },
  { key: "yearSinceStart", ...number },
  { key: "effect", ...number },
  { key: "low", ...number, ...optional },
  { key: "high", ...number, ...optional },
  { key: "distribution", ...text, ...optional },
  { key: "sd", ...number, ...optional },
  { key: "values", ...text, ...optional },
  { key: "grade", ...text, ...optional },
  { key: "optimismBias", ...number, ...optional },
  { key: "source", ...text },
];

/** Rows of the file of assumed effects. Distributions of positive numbers are of the effect's size where it is negative. */
export function assumedRows(rows: Rows, names: OutcomeNames): AssumedRow[] {
  const seen = new Map<string, string>();
  const found: AssumedRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const before = rows.problems.length;
    const outcome = nameAt(rows, "outcome", i) === "" ? "" : (outcomeAt(rows, "outcome", i, names)?.name ?? "");
    const yearSinceStart = numberAt(rows, "yearSinceStart", i);
    if (!(Number.isInteger(yearSinceStart) && yearSinceStart >= 0 && yearSinceStart <= 100))
      refuse(rows, i, "yearSinceStart", "savings/plan-year-since-start", { found: shown(yearSinceStart) });
    const effect = numberAt(rows, "effect", i);
    if (!Number.isFinite(effect)) refuse(rows, i, "effect", "savings/plan-effect-missing", { found: shown(effect) });
    const stated = numberAt(rows, "optimismBias", i);
    const optimismBias = Number.isNaN(stated) ? 0 : stated;
    if (!(optimismBias >= 0 && optimismBias <= 1))
      refuse(rows, i, "optimismBias", "savings/plan-bias-outside", { found: optimismBias });
    const source = nameAt(rows, "source", i);
    if (rows.problems.length > before) continue;
    const uncertain = distributionAt(rows, i, effect);
    checkUnique(rows, i, "yearSinceStart", seen, [outcome, yearSinceStart]);
    if (rows.problems.length > before || uncertain === undefined) continue;
    const grade = textAt(rows, "grade", i);
    found.push({ outcome, yearSinceStart, effect, ...uncertain, grade, optimismBias, source, origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  // A row that was refused is no gap.
  for (const row of rows.problems.some(({ severity }) => severity === "error") ? [] : found) {
    if (row.yearSinceStart === 0 || found.some((r) => r.outcome === row.outcome && r.yearSinceStart === row.yearSinceStart - 1))
      continue;
    const params = { outcome: row.outcome, year: row.yearSinceStart, before: row.yearSinceStart - 1 };
    rows.problems.push({ kind: "problem", code: "savings/plan-year-gap", severity: "error", where: row.origin, params });
  }
  return found.sort((a, b) => a.yearSinceStart - b.yearSinceStart);
}

const positive = ["lognormal", "gamma"];

function distributionAt(
  rows: Rows,
  i: number,
  effect: number,
): Pick<AssumedRow, "distribution" | "sign" | "low" | "high"> | undefined {
  const kind = wordAt(rows, "distribution", i, distributionWords);
  if (kind === undefined && textAt(rows, "distribution", i) !== "") return undefined;
  const given = (key: string) => {
    const x = numberAt(rows, key, i);
    return Number.isNaN(x) ? {} : { [key]: x };
  };
  const list = textAt(rows, "values", i) === "" ? undefined : numbersAt(rows, "values", i);
  if (list?.wrong !== undefined) {
    refuse(rows, i, "values", "savings/plan-values-unreadable", { found: list.wrong });
    return undefined;
  }
  const values = list === undefined ? {} : { values: [...list.numbers] };
  const range = { ...given("low"), ...given("high") };
  const sign = effect < 0 && kind !== undefined && positive.includes(kind) ? -1 : 1;
  const more = { ...range, ...given("sd"), ...values, ...(kind && { distribution: kind }) };
  const uncertain = { amount: sign * effect, ...more };
  const fault = uncertainFault(uncertain);
  if (fault === undefined) return { distribution: distributionOf(uncertain), sign, ...range };
  refuse(rows, i, "distribution", fault.code, fault.params);
  return undefined;
}
