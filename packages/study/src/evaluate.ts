import { type Context, type Periods, periodLabel } from "@kontrafakt/base";
import { type Cohort, type Ledger, readCohort, type Source } from "@kontrafakt/cohort";
import type { Matched } from "@kontrafakt/matching";
import { readMoney } from "@kontrafakt/savings";
import { type Analysis, analyse, matchStudy } from "./analyse.js";
import { fileFlows, peopleFlow } from "./flow-result.js";
import { compareLock, hashInputs, type Lock } from "./lock.js";
import type { Study } from "./options/study-schema.js";
import { outcomeInfo } from "./outcome-info.js";
import { publishedBalance } from "./published-balance.js";
import { publishedProblems } from "./published-problems.js";
import { referralProblems } from "./referral-problems.js";
import { refuseUnusable } from "./refuse-unusable.js";
import { type Results, SCHEMA_VERSION } from "./results.js";
import { packedCovariance } from "./small-cells.js";
import { PRODUCT } from "./version.js";
import { wavesResult } from "./waves-result.js";

export interface Evaluation {
  readonly kind: "evaluation";
  /** May be published. */
  readonly results: Results;
  /** Personal data: stays with whoever may see it. */
  readonly internal: { readonly ledger: Ledger };
}

/** What can be known without looking at an outcome after the start. */
export interface Check extends Pick<Results, "flow" | "waves" | "analysed" | "balance" | "problems"> {
  readonly kind: "check";
  readonly internal: { readonly ledger: Ledger };
}

/**
 * The whole way: files → cohort → comparison → effects → savings → verdict.
 *
 * @param sources every file of the study, by the name the study gives it
 * @param given its seed, where there is one, takes the place of the study's
 * @param lock what was fixed before outcomes were read, if anything
 * @throws KontrafaktError where the data or the study do not allow an answer
 */
export async function evaluate(
  study: Study,
  sources: ReadonlyMap<string, Source>,
  given: Partial<Context> = {},
  lock?: Lock,
): Promise<Evaluation> {
  const context: Context = { ...given, seed: given.seed ?? study.seed };
  const inputs = await hashInputs(study, sources, context);
  const { money, cohort } = await readStudy(study, sources, context);
  const { panel, ledger } = cohort;
  const analysis = await analyse(panel, study, money, context);
  const { smallCell } = study.report;
  const results: Results = {
    kind: "results",
    schemaVersion: SCHEMA_VERSION,
    product: PRODUCT,
    seed: context.seed,
    study: { ...study, seed: context.seed },
    title: study.title,
    municipality: study.municipality,
    programme: study.programme,
    inputs,
    lock: compareLock(lock, study, inputs),
    periods: periodsResult(panel.periods),
    ...whoWasIn(cohort, analysis.matched, smallCell),
    balance: publishedBalance(analysis.matched.balance, smallCell),
    outcomes: analysis.outcomes,
    effects: jointEffects(analysis),
    savings: analysis.savings,
    verification: analysis.verification,
    money: { prices: money.prices, costs: money.costs, claim: money.claim, budget: money.budget },
    problems: publishedProblems([...cohort.problems, ...referralProblems(cohort, study), ...analysis.problems], smallCell),
  };
  return { kind: "evaluation", results, internal: { ledger } };
}

/** Reads the files and matches; no effect is estimated and no outcome after the start is looked at. */
export async function checkStudy(study: Study, sources: ReadonlyMap<string, Source>, context: Context): Promise<Check> {
  const { cohort } = await readStudy(study, sources, context);
  const matched = matchStudy(cohort.panel, study, context);
  const { smallCell } = study.report;
  return {
    kind: "check",
    ...whoWasIn(cohort, matched, smallCell),
    balance: matched.balance,
    problems: publishedProblems([...cohort.problems, ...referralProblems(cohort, study), ...matched.problems], smallCell),
    internal: { ledger: cohort.ledger },
  };
}

/** Money files before cohort files: they are small, and their faults soon told. */
async function readStudy(study: Study, sources: ReadonlyMap<string, Source>, context: Context) {
  const money = await readMoney(sources, study.savings, outcomeInfo(study), context);
  const cohort = await readCohort(sources, study.cohort, context);
  refuseUnusable(cohort, study);
  return { money, cohort };
}

/** From rows read to starters matched, small counts withheld. */
function whoWasIn({ panel, ledger }: Cohort, matched: Matched, smallCell: number): Pick<Results, "flow" | "waves" | "analysed"> {
  const waves = wavesResult(panel, matched, smallCell);
  const people = peopleFlow(ledger, smallCell, waves.analysed.starters);
  return { flow: { files: fileFlows(ledger, smallCell), people }, ...waves };
}

function periodsResult(periods: Periods): Results["periods"] {
  const ordinals = Array.from(periods.ordinals);
  return { unit: periods.unit, ordinals, labels: ordinals.map((o) => periodLabel(o, periods.unit)) };
}

function jointEffects({ effects }: Analysis): Results["effects"] {
  const after = effects.terms.flatMap((t, k) => (t.event !== undefined && t.event >= 0 ? [k] : []));
  return {
    estimator: effects.estimator,
    clusters: effects.clusters,
    terms: after.map((k) => effects.terms[k]),
    estimate: after.map((k) => effects.estimate[k]),
    df: after.map((k) => effects.df[k]),
    covariance: packedCovariance(effects, after),
  };
}
