import { type Context, fail, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { filesOf, type Source } from "@kontrafakt/cohort";
import { quantileOf } from "../draws/distribution.js";
import { checkGroups, groupsOf } from "../files/check-names.js";
import { type OutcomeInfo, outcomeNames } from "../files/outcome-names.js";
import { readMoney } from "../files/read-money.js";
import { readRows } from "../files/rows.js";
import { messages } from "../messages.js";
import type { PlanMoneyOptions, PlanOptions } from "../options/plan-options.js";
import { amountOf, distributionOf, uncertainFault } from "../persistence/uncertain.js";
import type { CostRow } from "../savings-value.js";
import type { PlanFiles, PlannedStarters } from "./plan-value.js";
import { assumedColumns, assumedRows } from "./read-assumed.js";
import { historyColumns, historyRows } from "./read-history.js";
import { targetGroup, targetGroupProblems } from "./target-group.js";

/**
 * Reads a plan's effects, history, prices and costs.
 *
 * @param sources by the file name the options give
 * @throws KontrafaktError with every fault of a file, each with file, row and column
 */
export async function readPlan(
  sources: ReadonlyMap<string, Source>,
  plan: PlanOptions,
  savings: PlanMoneyOptions,
  context: Context,
): Promise<PlanFiles> {
  const problems: Problem[] = [];
  if (savings.persistence.ageOut !== undefined)
    fail("savings/plan-age-out", { option: "savings.persistence.ageOut" }, {}, messages);
  const starters = plannedStarters(plan, problems);
  const names = outcomeNames(planOutcomes(plan));
  const read = (block: "effects" | "history", wishes: Parameters<typeof readRows>[3]) => {
    const options = plan[block] as PlanOptions["effects"];
    for (const file of filesOf(options.file))
      if (!sources.has(file)) fail("savings/file-missing", { file, option: `plan.${block}.file` }, {}, messages);
    return readRows(sources, options, block, wishes, problems, context);
  };
  const effects = assumedRows(await read("effects", assumedColumns), names);
  const without = Object.keys(plan.outcomes).filter((name) => !effects.some((row) => row.outcome === name));
  if (without.length > 0 && problems.length === 0)
    problems.push(problem("savings/plan-no-effects", "error", { option: "plan.effects" }, { outcomes: without.join(", ") }));
  const history = plan.history ? historyRows(await read("history", historyColumns), names) : [];
  throwErrors(problems);
  const money = await readMoney(sources, savings, planOutcomes(plan), context, "assumed");
  const costs = plannedCosts(money.costs, plan, problems);
  problems.push(...checkGroups(savings, groupsOf([...money.prices, ...Object.values(plan.outcomes)])));
  throwErrors(problems);
  if (history.length > 0) {
    const target = targetGroup(history, money.prices, starters, plan);
    problems.push(...targetGroupProblems(target, effects, starters, plan));
  }
  const order = Object.keys(plan.outcomes);
  effects.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return { kind: "plan-files", effects, history, starters, money: { ...money, costs }, problems };
}

function throwErrors(problems: readonly Problem[]): void {
  const errors = problems.filter((p) => p.severity === "error");
  if (errors.length > 0) throw new KontrafaktError(errors, messages);
}

/** Outcomes of a plan as its files may name them. */
export function planOutcomes({ outcomes }: Pick<PlanOptions, "outcomes">): OutcomeInfo[] {
  return Object.entries(outcomes).map(([name, { unit, label }]) => ({
    name,
    unit,
    aliases: label === undefined ? [] : typeof label === "string" ? [label] : Object.values(label),
  }));
}

/** A draw below 0 so rare as this passes: distributions without a lower end may be used for large numbers. */
const NEVER_BELOW = 0.001;

function plannedStarters({ starters }: PlanOptions, problems: Problem[]): PlannedStarters[] {
  const found = Object.entries(starters)
    .map(([year, uncertain]): PlannedStarters => {
      const where = { option: `plan.starters.${year}` };
      const fault = uncertainFault(uncertain);
      const distribution = distributionOf(uncertain);
      const amount = amountOf(uncertain);
      if (fault !== undefined) problems.push(problem(fault.code, "error", where, fault.params));
      const low = fault === undefined ? Math.min(amount, quantileOf(distribution, NEVER_BELOW)) : 0;
      if (low < 0)
        problems.push(problem("savings/plan-starters-below", "error", where, { found: Number(low.toPrecision(3)), year }));
      return { year: Number(year), starters: amount, distribution };
    })
    .sort((a, b) => a.year - b.year);
  if (problems.length === 0 && !found.some((wave) => wave.starters > 0))
    problems.push(problem("savings/plan-no-starters", "error", { option: "plan.starters" }, {}));
  return found;
}

/** Planned costs alone, with optimism bias: cost × (1 + uplift × (1 − mitigated)). */
function plannedCosts(costs: readonly CostRow[], { costBias }: PlanOptions, problems: Problem[]): CostRow[] {
  const factor = costBias === undefined ? 1 : 1 + costBias.uplift * (1 - costBias.mitigated);
  const actual = [...new Set(costs.filter((row) => !Number.isNaN(row.actual)).map((row) => row.year))];
  if (actual.length > 0)
    problems.push(problem("savings/plan-cost-actual", "warning", costs[0].origin, { years: actual.join(", ") }));
  return costs.map((row) => {
    if (Number.isNaN(row.planned))
      problems.push(problem("savings/plan-cost-missing", "error", row.origin, { payer: row.payer, year: row.year }));
    return { ...row, planned: row.planned * factor, actual: Number.NaN };
  });
}
