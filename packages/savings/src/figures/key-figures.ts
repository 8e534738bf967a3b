import type { Account } from "../account/account.js";
import { combination, figure, rescaled } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import { isPublic } from "../options/payer-options.js";
import { bottomLine, type LineChoice } from "../payers/bottom-line.js";
import type { MoneyFigure } from "../savings-value.js";
import { settledFrom } from "./break-even.js";
import { type DrawnGross, type DrawnNet, drawnNets } from "./drawn-net.js";
import type { BottomLine, Horizon, KeyFigures, RatioFigure } from "./figures-value.js";
import { internalRate } from "./internal-rate.js";
import { dot, switchingValues } from "./switching-values.js";
import { type NetLine, valueOfPublicFunds } from "./value-of-funds.js";

/**
 * The figures of every bottom line, by what was observed and, where the study assumes something after the window, with it. Payers of whose
 * savings nothing is known have none. Programme cost is known, so that ratios to it have the benefit's own interval.
 *
 * @param drawn for the nets' intervals with everything uncertain
 */
export function keyFigures(account: Account, facts: StudyFacts, currency: string, drawn?: DrawnGross): KeyFigures[] {
  const nets = drawn && drawnNets(account, drawn);
  const lines: { readonly account: BottomLine; readonly payer: string | null }[] = [
    ...account.payers.flatMap((payer, k) => (account.measured[k] === 1 ? [{ account: "payer" as const, payer }] : [])),
    { account: "public", payer: null },
    { account: "society", payer: null },
  ];
  const horizons: Horizon[] = account.assumption === undefined ? ["observed"] : ["observed", "withAssumed"];
  return lines.flatMap((line) => horizons.map((horizon) => figuresOf(account, { ...line, horizon }, facts, currency, nets)));
}

function figuresOf(
  account: Account,
  line: Omit<LineChoice, "discounted">,
  facts: StudyFacts,
  currency: string,
  nets: DrawnNet | undefined,
): KeyFigures {
  const choice: LineChoice = { ...line, discounted: true };
  const { weights, cost } = bottomLine(account, choice);
  const benefit = figureOf(account, weights);
  const plain = bottomLine(account, { ...line, discounted: false });
  const years = yearsOf(account, line.horizon);
  const stream = (discounted: boolean) =>
    years.map((year) => {
      const one = bottomLine(account, { ...line, discounted, years: [year] });
      return dot(one.weights, account.sums.effects.estimate) - one.cost;
    });
  const net = stream(false);
  const value = line.account === "society" ? publicFunds(account, line.horizon) : undefined;
  return {
    account: line.account,
    payer: line.payer,
    horizon: line.horizon,
    benefit,
    cost: figure(cost, 0, Infinity),
    netPresentValue: withDraws(rescaled(benefit, 1, cost), nets?.(choice)),
    net: withDraws(rescaled(figureOf(account, plain.weights), 1, plain.cost), nets?.({ ...line, discounted: false })),
    benefitCostRatio: ratioToCost(benefit, 0, cost),
    returnOnCost: ratioToCost(benefit, cost, cost),
    internalRate: internalRate(net),
    payback: { plain: paidBack(years, net), discounted: paidBack(years, stream(true)) },
    ...(value && { marginalValueOfPublicFunds: value }),
    switching: switchingValues(account, choice, facts.starters, currency),
  };
}

function figureOf(account: Account, weights: Float64Array): MoneyFigure {
  const { estimate, se, df } = combination(account, weights);
  return figure(estimate, se, df);
}

function withDraws(of: MoneyFigure, limits: ReturnType<DrawnNet>): MoneyFigure {
  return limits === undefined ? of : { ...of, priceLower: limits[0], priceUpper: limits[1] };
}

/** (benefit − less)/cost; null without a cost. */
function ratioToCost({ estimate, lower, upper }: MoneyFigure, less: number, cost: number): RatioFigure | null {
  if (!(cost > 0)) return null;
  const over = (value: number) => (value - less) / cost;
  return { estimate: over(estimate), lower: over(lower), upper: over(upper), shape: "between" };
}

function yearsOf({ sums }: Account, horizon: Horizon): number[] {
  return [...new Set(sums.years.filter((_, y) => horizon === "withAssumed" || sums.assumed[y] === 0))];
}

/** First year from which the running sum stays at or above 0. */
function paidBack(years: readonly number[], net: readonly number[]): number | null {
  let running = 0;
  const cumulative = net.map((value) => {
    running += value;
    return running;
  });
  return years[settledFrom(cumulative)] ?? null;
}

/** Money as it is paid on both sides: the country's rule for society is in its own bottom line. */
function publicFunds(account: Account, horizon: Horizon): RatioFigure | undefined {
  const purse = bottomLine(account, { account: "public", payer: null, horizon, discounted: true });
  const others: NetLine[] = account.payers
    .filter((_, k) => !isPublic(account.kinds[k]))
    .map((payer) => bottomLine(account, { account: "payer", payer, horizon, discounted: true }));
  const together = {
    weights: purse.weights.map((_, i) => others.reduce((sum, line) => sum + line.weights[i], 0)),
    cost: others.reduce((sum, line) => sum + line.cost, 0),
  };
  return valueOfPublicFunds(account, purse, together);
}
