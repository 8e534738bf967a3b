import { type Problem, periodLabel, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Balance } from "../balance/balance-value.js";
import type { Comparison } from "../comparison.js";

/** A control whose censoring weight is above 1 over this stands in for too many. */
const LEAST_UNCENSORED = 0.1;
/** Standard errors by which a wave must be worse than the limit: less is chance, the waves being small. */
const WAVE_CHANCE = 3;
/** Share of squares and products beyond the limit, and multiple of the limit for the worst of them, from which it is said. */
const PRODUCTS_OVER = 0.25;
const PRODUCT_TIMES = 2.5;
/** Matched and unmatched starters differ much from this many SDs, and this many standard errors; of fewer unmatched nothing is said. */
const LOST_SD = 0.25;
const LOST_CHANCE = 2;
const FEWEST_LOST = 10;
/** Effective controls: fewer than this, or than this share of the matched starters, carry little. */
const FEWEST_EFFECTIVE = 20;
const EFFECTIVE_SHARE = 0.5;

/**
 * What the reader of a match should know about it.
 * @param said what its method says already: of uneven weights once is enough
 */
export function matchProblems(
  panel: Panel,
  comparison: Comparison,
  balance: Balance,
  unmatched: number,
  said: readonly Problem[] = [],
): Problem[] {
  const problems: Problem[] = [];
  if (unmatched > 0) {
    const starters = balance.waves.reduce((n, wave) => n + wave.starters, 0);
    problems.push(problem("matching/unmatched-starters", "warning", {}, { unmatched, starters }));
  }
  for (const { wave, starters, matched } of balance.waves) {
    if (matched > 0) continue;
    problems.push(problem("matching/empty-wave", "warning", {}, { wave: periodLabel(wave, panel.periods.unit), starters }));
  }
  const least = comparison.uncensored.reduce((a, b) => Math.min(a, b), 1);
  if (least < LEAST_UNCENSORED) {
    problems.push(problem("matching/heavy-censoring-weights", "warning", {}, { largest: Math.round(1 / least) }));
  }
  if (!balance.passed) {
    const out = balance.rows.filter((row) => row.matched && !(Math.abs(row.smdAfter) <= balance.threshold));
    const variables = out.map((row) => row.covariate).join(", ");
    problems.push(problem("matching/not-balanced", "warning", {}, { variables, threshold: balance.threshold }));
  }
  const details = detailProblems(panel, balance, unmatched);
  const uneven = said.some(({ code }) => code === "matching/uneven-weights");
  return [...problems, ...details.filter(({ code }) => !uneven || code !== "matching/few-effective-controls")];
}

/** What only the details of a balance show. */
function detailProblems(panel: Panel, balance: Balance, unmatched: number): Problem[] {
  const problems: Problem[] = [];
  const { threshold, products, periods = [], rows } = balance;
  const matched = balance.waves.reduce((n, wave) => n + wave.matched, 0);
  const bad = balance.waves.filter(({ matched: starters, effectiveControls = 0, worstSmdAfter }) => {
    const chance = WAVE_CHANCE * Math.sqrt(1 / starters + 1 / effectiveControls);
    return worstSmdAfter > Math.max(threshold, balance.worst) + chance;
  });
  if (bad.length > 0 && balance.waves.length > 1) {
    const waves = bad.map(({ wave }) => periodLabel(wave, panel.periods.unit)).join(", ");
    problems.push(problem("matching/wave-not-balanced", "warning", {}, { waves, threshold }));
  }
  const total = products ? products.squares + products.interactions : 0;
  if (products?.worst && total > 0) {
    const { overAfter, worst } = products;
    if (overAfter > PRODUCTS_OVER * total || Math.abs(worst.smdAfter) > PRODUCT_TIMES * threshold) {
      const variables = [...new Set(worst.covariates)].join(" × ");
      problems.push(
        problem("matching/products-not-balanced", "note", {}, { over: overAfter, products: total, threshold, variables }),
      );
    }
  }
  if (unmatched >= FEWEST_LOST) {
    const variables = rows.filter(({ smdUnmatched = 0, knownUnmatched: { people } = { people: 0 } }) => {
      const least = Math.max(LOST_SD, LOST_CHANCE * Math.sqrt(1 / people + 1 / matched));
      return people >= FEWEST_LOST && Math.abs(smdUnmatched) > least;
    });
    if (variables.length > 0)
      problems.push(
        problem(
          "matching/lost-differ",
          "warning",
          {},
          { unmatched, variables: variables.map((row) => row.covariate).join(", ") },
        ),
      );
  }
  const effective = balance.effectiveControls;
  if (effective < Math.max(FEWEST_EFFECTIVE, EFFECTIVE_SHARE * matched)) {
    const params = { effective: Math.round(effective), starters: matched };
    problems.push(problem("matching/few-effective-controls", "warning", {}, params));
  }
  if (periods.length > 0 && !periods.some(({ role }) => role === "held-back"))
    problems.push(problem("matching/none-held-back", "note", { option: "matching.history.windows" }, {}));
  return problems;
}
