import { coarse, type DisclosureRules } from "@kontrafakt/cohort";
import type { Inference, InferenceChoice } from "@kontrafakt/effects";
import type { Evidence } from "@kontrafakt/savings";
import type { ChoiceResult, MethodResult } from "../inference/inference-result.js";
import { coarseDf } from "./published-outcome.js";
import type { Tally } from "./tally.js";
import { about, few, tellCount } from "./tell.js";

/** With fewer possible assignments than this, p to three decimals is a fraction whose denominator counts them. */
const COUNTABLE = 1_000;

/**
 * The choice with its counts as they may be told: independent people, sets or clusters are people or small groups. A count within few of another
 * told elsewhere is told as about that one, and the largest cluster's share of the treated to the twentieth, since share and treated count its people.
 *
 * @param elsewhere counts of people that are told exactly
 */
export function publishedChoice(
  choice: InferenceChoice,
  rules: DisclosureRules,
  tally: Tally,
  elsewhere: readonly number[] = [],
): ChoiceResult {
  const count = (n: number) => countTold(n, rules, tally, elsewhere);
  const { treatedClusters, largestShare } = choice;
  const rough = rules.smallCell > 1;
  return {
    ...choice,
    clusters: count(choice.clusters),
    ...(treatedClusters !== undefined && { treatedClusters: count(treatedClusters) }),
    ...(largestShare !== undefined && { largestShare: rough ? coarse(largestShare, 0.05) : largestShare }),
  };
}

function countTold(n: number, rules: DisclosureRules, tally: Tally, elsewhere: readonly number[]) {
  if (!Number.isFinite(n)) return "–";
  const { smallCell } = rules;
  const near = elsewhere.find((other) => n !== other && few(Math.abs(other - n), smallCell));
  if (near === undefined || few(n, smallCell)) return tellCount(n, rules, tally);
  tally.add("difference");
  return about(near);
}

/**
 * A figure by one method as it may be told: as another interval of the same figure, to a twentieth of its standard error, since several standard errors of
 * one figure count the clusters between them.
 */
export function publishedMethod(
  { kind: _, problems: __, ...inference }: Inference,
  rules: DisclosureRules,
  tally: Tally,
  elsewhere: readonly number[] = [],
): MethodResult {
  const count = (n: number) => countTold(n, rules, tally, elsewhere);
  const { clusters, treatedClusters, estimate, se, df, p, pAbove, pBelow, lower, upper, draws, exact } = inference;
  const counts = {
    clusters: count(clusters),
    ...(treatedClusters !== undefined && { treatedClusters: count(treatedClusters) }),
  };
  if (rules.smallCell <= 1) return { ...inference, ...counts };
  tally.add("coarse");
  const step = (se ?? (Number.isFinite(upper - lower) ? (upper - lower) / 4 : Math.abs(estimate))) / 20;
  const near = (x: number) => (Number.isFinite(x) && step > 0 ? coarse(x, step) : x);
  const told = (value: number) => pTold(value, draws, exact);
  return {
    ...inference,
    ...counts,
    ...(se !== undefined && { se: near(se) }),
    ...(df !== undefined && { df: coarseDf(df) }),
    lower: near(lower),
    upper: near(upper),
    p: told(p),
    pAbove: told(pAbove),
    pBelow: told(pBelow),
    draws: exact ? drawsTold(draws) : draws,
  };
}

/** The evidence for a saving with p and the number of assignments as they may be told. */
export function publishedEvidence(evidence: Evidence, { smallCell }: DisclosureRules, tally: Tally): Evidence {
  if (smallCell <= 1 || !evidence.exact) return evidence;
  tally.add("coarse");
  return { ...evidence, p: pTold(evidence.p, evidence.draws, true), draws: drawsTold(evidence.draws) };
}

/** p to thousandths, of few assignments to hundredths: 0.025 stays where it is told from, on the same side. */
function pTold(p: number, draws: number, exact: boolean): number {
  if (Number.isNaN(p)) return p;
  const hundredths = exact && draws < COUNTABLE;
  const rounded = coarse(p, hundredths ? 0.01 : 0.001);
  return p < 0.025 === rounded < 0.025 ? rounded : p < 0.025 ? 0.024 : 0.025;
}

/** One digit: the assignments there are, factor by factor, count sets and their members. */
function drawsTold(draws: number): number {
  let unit = 1;
  while (draws >= 10 * unit) unit *= 10;
  return Math.round(draws / unit) * unit;
}
