import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, coarse, type DisclosureRules, NEVER, type Panel } from "@kontrafakt/cohort";
import { type Bacon, bacon, type TwoWayWeights, twoWayWeights } from "@kontrafakt/effects";
import { coarseStep } from "../disclosure/published-outcome.js";
import type { Tally } from "../disclosure/tally.js";
import { few } from "../disclosure/tell.js";
import type { Beside } from "../results.js";

/** Shares of weight are told to this step where counts of people are withheld: with every digit they tell how large the groups are. */
const WEIGHT_STEP = 0.001;
/** The parts make up the number, but for rounding. */
const SAME = 1e-6;

interface TwoWay {
  readonly covariates: readonly string[];
  readonly effects: readonly string[];
  readonly anticipation: number;
}

/** The number that is taken apart. */
interface Whole {
  readonly estimate: number;
  readonly se: number;
}

/**
 * What went into the number of two-way fixed effects: the weights of treated cells and, where everyone is observed throughout, the
 * comparisons of two groups. Nothing where the number is of something else than unit and period effects; comparisons are left out where
 * a group has few people, whose path would be one side of them.
 */
export function decompositionResult(
  panel: Panel,
  outcome: string,
  { covariates, effects, anticipation }: TwoWay,
  whole: Whole,
  { smallCell }: DisclosureRules,
  tally: Tally,
): { readonly decomposition?: Beside["decomposition"]; readonly problems: readonly Problem[] } {
  const other = { problems: [problem("study/two-way-not-decomposed", "note", {}, { outcome })] };
  if ([...effects].sort().join() !== "period,unit") return other;
  const shifted = anticipation === 0 ? panel : startingEarlier(panel, anticipation);
  const isWhole = ({ estimate }: { readonly estimate: number }) =>
    Math.abs(estimate - whole.estimate) <= SAME * Math.max(Math.abs(whole.estimate), whole.se);
  const weights = tried(() => twoWayWeights(shifted, { outcome, covariates: [...covariates] }));
  const parts = tried(() => bacon(shifted, { outcome, covariates: [...covariates] }));
  if (!isFound(weights) || !isWhole(weights)) return isFound(weights) ? other : { problems: weights };
  const isTold =
    isFound(parts) &&
    isWhole(parts) &&
    !parts.comparisons.some((c) => few(c.treatedUnits, smallCell) || few(c.controlUnits, smallCell));
  if (isFound(parts) && !isTold) tally.add("few", parts.types.length);
  const exactly = smallCell <= 1;
  const { cells, of, sum } = weights.negative;
  if (!exactly) tally.add("coarse", 1 + (isTold ? 2 * parts.types.length : 0));
  return {
    decomposition: {
      types: isTold
        ? parts.types.map(({ type, weight, estimate }) => ({
            type,
            weight: exactly ? weight : coarse(weight, WEIGHT_STEP),
            estimate: exactly ? estimate : coarse(estimate, coarseStep(whole)),
          }))
        : [],
      negative: { cells, of, sum: exactly ? sum : coarse(sum, WEIGHT_STEP) },
    },
    problems: [...weights.problems, ...(isFound(parts) ? parts.problems : parts)],
  };
}

type Found = Bacon | TwoWayWeights;

/** What was found, or why nothing was, as notes: the number itself stands. */
function tried<T extends Found>(work: () => T): T | Problem[] {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    return error.problems.map((p): Problem => ({ ...p, severity: "note" }));
  }
}

function isFound<T extends Found>(found: T | Problem[]): found is T {
  return !Array.isArray(found);
}

/** With anticipation people count as treated that many periods earlier. */
function startingEarlier(panel: Panel, anticipation: number): Panel {
  const [first] = panel.periods.ordinals;
  const shift = (g: number) => (g - anticipation <= first ? ALWAYS : g - anticipation);
  return { ...panel, firstTreated: panel.firstTreated.map((g) => (g === ALWAYS || g === NEVER ? g : shift(g))) };
}
