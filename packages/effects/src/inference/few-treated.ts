import { fail, type Problem, problem } from "@kontrafakt/base";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { controlErrors } from "./control-errors.js";
import type { DrawnBlock } from "./drawn-block.js";
import { drawnBlocks } from "./drawn-blocks.js";
import { everyErrorSum, type FewTreatedBlock } from "./few-treated-block.js";
import type { Method } from "./method.js";
import { twoSided } from "./studentised-line.js";

/** Fewer control clusters than this say too little of how clusters err. */
const FEWEST_CONTROLS = 10;

/**
 * c'θ where few clusters were given the programme: θ̂ − θ is then about the treated clusters' own errors, and those have the distribution of the
 * control clusters', each of which plays each treated one (`controlErrors`). Every combination of controls, with replacement, if there are at
 * most `draws`. p counts the estimate itself among them, so that it is never below 1/(combinations + 1); limits are its equal-tailed inversion,
 * infinite where that is above (1 − level)/2. Holds with one treated cluster; needs the errors of treated clusters to be like those of controls
 * (`fermanPinto`: of their size).
 * Sources: Conley & Taber 2011, doi:10.1162/REST_a_00049; Ferman & Pinto 2019, doi:10.1162/rest_a_00759.
 * @throws KontrafaktError where clusters were not treated as wholes, or fewer than 10 are controls
 */
export const fewTreated: Method = async (fit, c, options, context) => {
  if (!fit.armValues) return fail("effects/arms-unknown", {}, { estimator: fit.effects.estimator }, messages);
  const { level, draws, pValue } = options;
  const values = fit.armValues(c);
  const errors = controlErrors(values, options.fewTreated);
  const treated = errors.start.length - 1;
  if (treated === 0) fail("effects/few-treated-none", {}, {}, messages);
  const sizes = Array.from({ length: treated }, (_, i) => errors.start[i + 1] - errors.start[i]);
  const controls = Math.min(...sizes);
  if (controls < FEWEST_CONTROLS)
    fail("effects/few-treated-controls", {}, { clusters: controls, least: FEWEST_CONTROLS }, messages);
  const count = sizes.reduce((ways, n) => Math.min(ways * n, Number.MAX_SAFE_INTEGER), 1);
  const exact = count <= draws;
  const input = (block: DrawnBlock): FewTreatedBlock => ({ error: errors.error, start: errors.start, ...block });
  const sums = exact ? everyErrorSum(errors, count) : await drawnBlocks(context, "effects/few-treated", draws, 1, input);
  sums.sort();
  const { estimate } = linearCombination(fit.effects, c);
  const n = sums.length;
  const strict = pValue === "strict";
  const tie = 1e-9 * Math.max(Math.abs(estimate), Math.abs(sums[0]), Math.abs(sums[n - 1]));
  const beyond = (sign: 1 | -1) => sums.reduce((k, e) => k + (sign * (e - estimate) >= (strict ? tie : -tie) ? 1 : 0), 0);
  const share = (k: number) => (strict ? k / n : (1 + k) / (n + 1));
  const p = { above: share(beyond(1)), below: share(beyond(-1)) };
  // A value is kept while more than `most` errors are as far out as it would make the estimate's.
  const tail = (1 - level) / 2;
  const most = Math.floor((strict ? tail * n : tail * (n + 1) - 1) + 1e-9);
  const problems: Problem[] = [];
  if (most < 0) {
    const least = Math.round(1e4 / (n + 1)) / 1e4;
    problems.push(problem("effects/few-treated-coarse", "note", {}, { clusters: controls, treated, least }));
  }
  return {
    kind: "inference",
    method: "fewTreated",
    variant: options.fewTreated,
    estimate,
    p: twoSided(p),
    pAbove: p.above,
    pBelow: p.below,
    lower: most < 0 ? Number.NEGATIVE_INFINITY : estimate - sums[n - 1 - most],
    upper: most < 0 ? Number.POSITIVE_INFINITY : estimate - sums[most],
    level,
    draws: n,
    exact,
    null: "mean",
    clusters: values.clusters,
    treatedClusters: treated,
    ...(problems.length > 0 && { problems }),
  };
};
