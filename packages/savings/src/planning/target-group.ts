import { type Problem, problem } from "@kontrafakt/base";
import type { PlanOptions } from "../options/plan-options.js";
import type { PriceRow } from "../savings-value.js";
import type { AssumedRow, HistoryRow, PathRow, PlannedStarters, TargetGroup } from "./plan-value.js";
import { startersSoFar } from "./starters-so-far.js";

type Plan = Pick<PlanOptions, "from" | "until" | "outcomes" | "firstYear" | "dropouts" | "successRate">;

/**
 * What the target group costs whom without the programme, from its own history: units × price, in each year of the history and ahead for
 * those who are to start. A year without prices has those of the nearest year, the earlier of two; all are in the account's price year.
 */
export function targetGroup(
  history: readonly HistoryRow[],
  prices: readonly PriceRow[],
  starters: readonly PlannedStarters[],
  plan: Plan,
): TargetGroup {
  const years = [...new Map(history.map(({ year, people }) => [year, { year, people }])).values()].sort(
    (a, b) => a.year - b.year,
  );
  const use = Object.entries(plan.outcomes).flatMap(([outcome, { unit }]) => {
    const own = history.filter((row) => row.outcome === outcome);
    const people = own.reduce((sum, row) => sum + row.people, 0);
    return own.length === 0 ? [] : [{ outcome, unit, perPerson: own.reduce((sum, row) => sum + row.units, 0) / people }];
  });
  const payers = [...new Set(prices.map((p) => p.payer))];
  const path = years.flatMap(({ year, people }) =>
    payers.map((payer): PathRow => {
      const own = history.filter((row) => row.year === year);
      const amount = own.reduce((sum, { outcome, units }) => sum + units * priceNear(prices, outcome, payer, year), 0);
      return { year, payer, people, amount };
    }),
  );
  const ahead = Array.from({ length: plan.until - plan.from + 1 }, (_, y) => plan.from + y).flatMap((year) => {
    const people = startersSoFar(starters, year, plan.firstYear);
    return payers.map((payer): PathRow => {
      const each = use.reduce((sum, { outcome, perPerson }) => sum + perPerson * priceNear(prices, outcome, payer, year), 0);
      return { year, payer, people, amount: people * each };
    });
  });
  return { kind: "target-group", years, use, path, ahead };
}

/** The payer's price in the nearest year that has one; 0 where the payer has none that is known. */
function priceNear(prices: readonly PriceRow[], outcome: string, payer: string, year: number): number {
  let best: PriceRow | undefined;
  for (const row of prices) {
    if (row.consequence !== outcome || row.payer !== payer || Number.isNaN(row.amount)) continue;
    const [away, least] = [Math.abs(row.year - year), best === undefined ? Infinity : Math.abs(best.year - year)];
    if (away < least || (away === least && row.year < (best as PriceRow).year)) best = row;
  }
  return best?.amount ?? 0;
}

/** Where the plan takes off more than there is, or starts more than there are. */
export function targetGroupProblems(
  { years, use }: TargetGroup,
  rows: readonly AssumedRow[],
  starters: readonly PlannedStarters[],
  plan: Plan,
): Problem[] {
  const found: Problem[] = [];
  const reached = (1 - plan.dropouts) * plan.successRate;
  for (const { outcome, yearSinceStart, effect, optimismBias, origin } of rows) {
    const used = use.find((u) => u.outcome === outcome)?.perPerson;
    const off = -effect * reached * (1 - optimismBias);
    if (used === undefined || off <= used) continue;
    const params = { outcome, effect: rounded(off), year: yearSinceStart, use: rounded(used) };
    found.push(problem("savings/plan-effect-over-use", "warning", origin, params));
  }
  const last = years.at(-1);
  for (const wave of starters) {
    if (last === undefined || wave.starters <= last.people) continue;
    const params = { starters: wave.starters, year: wave.year, people: last.people, last: last.year };
    found.push(problem("savings/plan-starters-over-people", "warning", { option: `plan.starters.${wave.year}` }, params));
  }
  const first = Math.min(...starters.map((wave) => wave.year));
  const late = years.filter(({ year }) => year >= first).map(({ year }) => year);
  if (late.length > 0)
    found.push(
      problem("savings/plan-history-late", "warning", { option: "plan.history" }, { years: late.join(", "), from: first }),
    );
  const without = Object.keys(plan.outcomes).filter((name) => !use.some((u) => u.outcome === name));
  if (without.length > 0 && years.length > 0)
    found.push(problem("savings/plan-use-unknown", "note", { option: "plan.history" }, { outcomes: without.join(", ") }));
  return found;
}

function rounded(x: number): number {
  return Number(x.toPrecision(3));
}
