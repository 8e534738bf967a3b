import { type Context, type Periods, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { openAccount } from "../account/account.js";
import type { StudyFacts } from "../account/study-facts.js";
import { monetize } from "../monetize.js";
import { persistenceOptions } from "../options/persistence-options.js";
import type { PlanMoneyOptions, PlanOptions } from "../options/plan-options.js";
import type { MoneyOptions } from "../options/savings-options.js";
import { assumedEffects } from "./assumed-effects.js";
import { meanChange } from "./mean-change.js";
import type { PlanFiles, PlannedSavings } from "./plan-value.js";
import { plannedClaim } from "./planned-claim.js";
import { targetGroup } from "./target-group.js";

/** The calendar years a plan counts. */
export function planPeriods({ from, until }: Pick<PlanOptions, "from" | "until">): Periods {
  return { unit: "year", ordinals: Int32Array.from({ length: until - from + 1 }, (_, y) => from + y) };
}

/**
 * A plan's money by the same model as that of a study that verifies: the effects are assumed, everything after them is the same. What
 * persistence leaves of an effect after its last stated year is one of the plan's effects, wave by wave, so nothing comes after its years.
 *
 * NR_k = −Σ_t C_kt·DF_t + Σ_s N_s Σ_c Σ_t Δq_c(t−s)·p_ckt·DF_t, payer k, start years s, consequences c.
 *
 * @throws as `monetize`
 */
export async function planSavings(
  files: PlanFiles,
  plan: PlanOptions,
  options: PlanMoneyOptions,
  context: Context,
): Promise<PlannedSavings> {
  const { starters } = files;
  const { effects, inputs } = assumedEffects(files.effects, starters, plan, options);
  const periods = planPeriods(plan);
  const money = { ...files.money, assumed: inputs };
  const counted: MoneyOptions & Pick<PlanMoneyOptions, "accounts"> = { ...options, persistence: persistenceOptions.parse({}) };
  const people = starters.reduce((sum, wave) => sum + wave.starters, 0);
  const outcomes = meanChanges(effects, plan);
  const facts = { starters: people, outcomes, waves: starters.map((wave) => ({ wave: wave.year, starters: wave.starters })) };
  const savings = await monetize(effects, money, counted, periods, context, facts);
  const account = openAccount(effects, money, counted, periods, facts);
  const target = files.history.length > 0 ? targetGroup(files.history, money.prices, starters, plan) : undefined;
  const carried = savings.problems.filter((p) => p.code === "savings/price-carried-on").map((p) => String(p.params.consequence));
  const notes =
    carried.length === 0 ? [] : [problem("savings/plan-price-carried-on", "note", {}, { outcomes: carried.join(", ") })];
  const { form, source = "", outcomes: apart } = options.persistence;
  const own = Object.entries(apart).map(([outcome, course]) => ({ outcome, form: course.form }));
  return {
    kind: "planned-savings",
    effects,
    savings: {
      ...savings,
      problems: savings.problems.filter((p) => p.code !== "savings/price-carried-on"),
      persistence: { ...savings.persistence, form, source, outcomes: own },
    },
    ...(target && { target }),
    claim: plannedClaim(account, starters, plan),
    problems: [...files.problems, ...notes],
  };
}

/** Mean change of each outcome per starter and year with an effect. */
function meanChanges(effects: Effects, plan: PlanOptions): NonNullable<StudyFacts["outcomes"]> {
  return Object.entries(plan.outcomes).flatMap(([outcome, { unit, better }]) => {
    const change = meanChange(effects, outcome);
    if (change === undefined) return [];
    const { estimate, lower, upper } = change.mean;
    return [{ outcome, unit, better, estimate, lower, upper }];
  });
}
