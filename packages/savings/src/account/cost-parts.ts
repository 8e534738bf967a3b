import type { CostRow } from "../savings-value.js";

/** Programme cost that follows the number of starters in one way, by payer and column (k·Y + y). */
export interface CostPart {
  readonly behaviour: "fixed" | "variable" | "step";
  /** Starters one step holds; 0 for the others. */
  readonly step: number;
  readonly cost: Float64Array;
}

/** Actual cost where it is given, else the planned one. */
export function spent(row: CostRow): number {
  return Number.isNaN(row.actual) ? row.planned : row.actual;
}

/** Cost in the first column of its year; rows of years without a column are left out. */
export function costParts(
  costs: readonly CostRow[],
  payers: readonly string[],
  years: readonly number[],
): { readonly cost: Float64Array; readonly parts: readonly CostPart[] } {
  const Y = years.length;
  const empty = () => new Float64Array(payers.length * Y);
  const cost = empty();
  const parts: CostPart[] = [];
  for (const row of costs) {
    const y = years.indexOf(row.year);
    if (y < 0) continue;
    const { behaviour = "variable", step = 0 } = row;
    let part = parts.find((p) => p.behaviour === behaviour && p.step === step);
    if (part === undefined) {
      part = { behaviour, step, cost: empty() };
      parts.push(part);
    }
    const at = payers.indexOf(row.payer) * Y + y;
    cost[at] += spent(row);
    part.cost[at] += spent(row);
  }
  return { cost, parts };
}

/** What a cost becomes with other numbers of starters: the same, in proportion, or by steps begun. */
export function costFactor({ behaviour, step }: Pick<CostPart, "behaviour" | "step">, starters: number, now: number): number {
  if (behaviour === "fixed") return 1;
  return behaviour === "variable" ? starters / now : Math.ceil(starters / step) / Math.ceil(now / step);
}
