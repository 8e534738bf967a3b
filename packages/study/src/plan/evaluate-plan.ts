import { type Context, problem } from "@kontrafakt/base";
import { createLedger, maskAllTexts, type Source } from "@kontrafakt/cohort";
import { meanChange, type PlanFiles, planPeriods, planSavings, readPlan } from "@kontrafakt/savings";
import { commonResults } from "../common-results.js";
import { few } from "../disclosure/tell.js";
import { yearlySums } from "../disclosure/yearly-sums.js";
import type { PlanCheck, PlanEvaluation } from "../evaluation.js";
import { hashInputs, type Lock } from "../lock.js";
import type { PlanStudy } from "../options/plan-study-schema.js";
import { step } from "../step.js";
import type { PlanResults } from "./plan-results.js";
import { plannedRange } from "./planned-range.js";

/** Where nobody is planned to start within the years counted. */
const nothing = { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN };

/** A plan from its files to savings: by the same model as a study, with assumed effects and without a verdict. */
export async function evaluatePlan(
  study: PlanStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
  lock?: Lock,
): Promise<PlanEvaluation> {
  const { plan } = study;
  const inputs = await hashInputs(study, sources, context);
  const { files, left } = withoutFew(await readPlan(sources, plan, study.savings, context), study);
  step(context, "savings");
  const { effects, savings, target, claim, problems } = await planSavings(files, plan, study.savings, context);
  const reached = (1 - plan.dropouts) * plan.successRate;
  const starters = files.starters.reduce((sum, wave) => sum + wave.starters, 0);
  const withheld =
    left.length === 0 ? [] : [problem("study/plan-history-few", "note", { option: "plan.history" }, { years: left.join(", ") })];
  const results: PlanResults = {
    ...commonResults(study, files.money, planPeriods(plan), inputs, lock, context, { starters }),
    design: "plan",
    outcomes: Object.entries(plan.outcomes).map(([name, { label = name, unit, better }]) => {
      const { mean, total } = meanChange(effects, name) ?? { mean: nothing, total: nothing };
      return { name, label, unit, better, priced: savings.consequences.includes(name), mean, total, events: [], preTrend: null };
    }),
    effects: { ...yearlySums(effects, "year", Object.keys(plan.outcomes)), clusters: 0 },
    savings,
    plan: {
      from: plan.from,
      until: plan.until,
      starters: files.starters.map(plannedRange),
      dropouts: plan.dropouts,
      successRate: plan.successRate,
      effects: files.effects.map((row) => ({ ...row, counted: row.effect * reached * (1 - row.optimismBias) })),
      ...(target && { target }),
      ...(plan.costBias && { costBias: plan.costBias }),
      claim,
      measure: plan.measure,
    },
    data: { files: [] },
    disclosure: { rules: [], withheld: left.length === 0 ? [] : [{ reason: "few", figures: left.length }] },
    problems: [...withheld, ...problems, ...savings.problems],
  };
  return { kind: "evaluation", results: maskAllTexts(results), internal: { ledger: createLedger().finish(), effects } };
}

/** A plan's files as read, and what they hold; nothing is worked out. */
export async function checkPlan(study: PlanStudy, sources: ReadonlyMap<string, Source>, context: Context): Promise<PlanCheck> {
  const { effects, history, starters, money, problems } = await readPlan(sources, study.plan, study.savings, context);
  return maskAllTexts({
    kind: "plan-check",
    starters: starters.map(plannedRange),
    effects,
    history: history.map(({ origin: _, ...row }) => row),
    payers: [...new Set([...money.prices, ...money.costs].map((row) => row.payer))],
    problems: [...problems, ...money.problems],
  });
}

/** The history without years in which the target group was of few people. */
function withoutFew(files: PlanFiles, { report }: PlanStudy): { readonly files: PlanFiles; readonly left: readonly number[] } {
  const left = [...new Set(files.history.filter((row) => few(row.people, report.smallCell)).map((row) => row.year))];
  return { files: { ...files, history: files.history.filter((row) => !left.includes(row.year)) }, left };
}
