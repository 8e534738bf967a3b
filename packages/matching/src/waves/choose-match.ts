import { type Context, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { candidateOptions } from "../options/matching-option-problems.js";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { parseOptions } from "../parse-options.js";
import type { Choice, ChoiceCandidate } from "./choice.js";
import { type CommonBalance, commonBalance } from "./common-balance.js";
import { matchSpecification } from "./match-waves.js";
import type { Matched } from "./matched.js";

/** Share of the best-keeping specification's starters that another must keep. */
const KEEP = 0.9;
/** What the specification above the candidates is called. */
const DECLARED = "declared";

/**
 * Matches with the options as they stand and with each of their candidates, and hands on the match with the best balance.
 *
 * The rule: of the specifications that keep at least 90% of the starters that the best-keeping one keeps, the one with the fewest
 * covariates over the threshold; ties by the smaller worst |standardised difference|, then more effective controls, then the order
 * of declaration. The first condition is there because balance is easy to buy by dropping the starters whom nobody resembles,
 * and the result is then about others. All are measured with one yardstick (`commonBalance`), since a specification that leaves a
 * covariate out would not see that it is out of balance. Only balance at the start counts, never an outcome after it, so that choosing does not bias the
 * result (Rubin 2007; Ho, Imai, King & Stuart 2007).
 *
 * A candidate that cannot be matched is recorded with the code of its problem, and the others go on.
 *
 * @throws KontrafaktError as `matchWaves`; that of the specification declared, where none can be matched
 */
export function chooseMatch(panel: Panel, input: MatchingOptionsInput = {}, context?: Context): Matched {
  const options = parseOptions(input);
  if (options.candidates.length === 0) return matchSpecification(panel, options, context);
  const specifications = [
    { name: DECLARED, options: { ...options, candidates: [] } },
    ...options.candidates.map((candidate) => ({ name: candidate.name, options: candidateOptions(options, candidate) })),
  ];
  const tried = specifications.map(({ options: own }, a) => attempt(panel, own, portion(context, a, specifications.length)));
  const matches = tried.filter((result): result is Matched => !(result instanceof KontrafaktError));
  if (matches.length === 0) throw tried[0];
  const figures = commonBalance(panel, matches, options.balanceThreshold);
  const most = figures.reduce((n, { starters }) => Math.max(n, starters), 0);
  const keeps = ({ starters }: CommonBalance): boolean => starters >= KEEP * most;
  const best = figures.reduce((a, b, k) => (keeps(b) && (!keeps(figures[a]) || better(b, figures[a])) ? k : a), 0);
  const candidates = specifications.map(({ name }, a): ChoiceCandidate => {
    const result = tried[a];
    if (result instanceof KontrafaktError) return { name, chosen: false, failed: result.problems[0].code, ...NOTHING };
    const k = matches.indexOf(result);
    const { covariates: _, ...own } = figures[k];
    return { name, chosen: k === best, keeps: keeps(figures[k]), ...own };
  });
  const rule = { keep: KEEP, threshold: options.balanceThreshold, covariates: figures[best].covariates };
  const choice: Choice = { rule, candidates };
  return { ...matches[best], choice, problems: [...matches[best].problems, ...choiceProblems(choice)] };
}

const NOTHING = { starters: 0, keeps: false, over: 0, worst: Number.NaN, mean: Number.NaN, effectiveControls: 0 };

function attempt(panel: Panel, options: Parameters<typeof matchSpecification>[1], context?: Context): Matched | KontrafaktError {
  try {
    return matchSpecification(panel, options, context);
  } catch (error) {
    if (error instanceof KontrafaktError) return error;
    throw error;
  }
}

/** Whether a specification balances better than one declared before it. An unknown difference is the worst there is. */
function better(a: CommonBalance, b: CommonBalance): boolean {
  if (a.over !== b.over) return a.over < b.over;
  const worst = ({ worst: w }: CommonBalance): number => (Number.isNaN(w) ? Number.POSITIVE_INFINITY : w);
  if (worst(a) !== worst(b)) return worst(a) < worst(b);
  return a.effectiveControls > b.effectiveControls;
}

function choiceProblems({ candidates }: Choice): Problem[] {
  const at = candidates.findIndex((c) => c.chosen);
  const where = { option: "matching.candidates" };
  const specifications = candidates.length;
  return [
    at === 0
      ? problem("matching/declared-chosen", "note", where, { specifications })
      : problem("matching/candidate-chosen", "note", where, { specifications, name: candidates[at].name }),
    ...candidates
      .filter(({ failed }) => failed !== undefined)
      .map(({ name, failed = "" }) => problem("matching/candidate-failed", "note", where, { name, code: failed })),
  ];
}

/** The context of one of several specifications: its progress is that part of the whole. */
function portion(context: Context | undefined, a: number, count: number): Context | undefined {
  const { progress } = context ?? {};
  if (!context || !progress) return context;
  return {
    ...context,
    progress: ({ step, done, total }) =>
      progress(total === undefined ? { step, done } : { step, done: a * total + done, total: count * total }),
  };
}
