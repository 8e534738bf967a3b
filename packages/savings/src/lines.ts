import type { Context } from "@kontrafakt/base";
import type { Account } from "./account.js";
import { type DrawnIntervals, intervalKey } from "./draw-figures.js";
import { combination, costOf, figure, moneyFigure, moneyWeights, rescaled, type Selection } from "./figure.js";
import { pathBands } from "./path-bands.js";
import type { MoneyFigure, SavingsLine } from "./savings-value.js";

/** Gross, cashable, cost and net by year, payer and consequence with their sums, undiscounted and discounted. */
export async function savingsLines(account: Account, intervals: DrawnIntervals, context: Context): Promise<SavingsLine[]> {
  const lines: SavingsLine[] = [];
  for (const payer of [...account.payers, null]) {
    for (const measure of ["gross", "cashable"] as const) {
      for (const consequence of [...account.sums.consequences, null]) {
        if (!hasPrice(account, payer, consequence)) continue;
        lines.push(...(await saved(account, measure, payer, consequence, intervals, context)));
      }
    }
    const gross = lines.filter((line) => line.measure === "gross" && line.payer === payer && line.consequence === null);
    lines.push(...costAndNet(account, payer, gross));
  }
  return lines;
}

/** Whether anything is known of what a payer (any) pays for a consequence (any). */
function hasPrice({ prices, payers, sums }: Account, payer: string | null, consequence: string | null): boolean {
  return sums.consequences.some((name, c) =>
    payers.some(
      (who, k) =>
        (consequence === null || name === consequence) &&
        (payer === null || who === payer) &&
        prices.priced[c * payers.length + k] === 1,
    ),
  );
}

async function saved(
  account: Account,
  measure: "gross" | "cashable",
  payer: string | null,
  consequence: string | null,
  intervals: DrawnIntervals,
  context: Context,
): Promise<SavingsLine[]> {
  const { years } = account.sums;
  const selection = (chosen: readonly number[], discounted: boolean): Selection => ({
    measure,
    years: chosen,
    payers: payer === null ? account.payers : [payer],
    consequences: consequence === null ? account.sums.consequences : [consequence],
    discounted,
  });
  const line = (year: number | null, discounted: boolean, figure: MoneyFigure): SavingsLine => {
    const bounds = intervals.get(intervalKey(measure, year, payer, consequence, discounted));
    const priced = bounds === undefined ? figure : { ...figure, priceLower: bounds[0], priceUpper: bounds[1] };
    return { measure, year, payer, consequence, discounted, figure: priced };
  };
  let path = years.map((year) => moneyFigure(account, selection([year], false)));
  if (consequence === null) {
    const weights = years.map((year) => moneyWeights(account, selection([year], false)));
    path = await pathBands(account, path, weights, context);
  }
  return [false, true].flatMap((discounted) => [
    ...years.map((year, y) => line(year, discounted, discounted ? rescaled(path[y], account.discount[y]) : path[y])),
    line(null, discounted, moneyFigure(account, selection(years, discounted))),
  ]);
}

/** The programme's cost is known; net is gross less it, so that its uncertainty is gross's. */
function costAndNet(account: Account, payer: string | null, gross: readonly SavingsLine[]): SavingsLine[] {
  const { years } = account.sums;
  const payers = payer === null ? account.payers : [payer];
  return [false, true].flatMap((discounted) =>
    [...years, null].flatMap((year): SavingsLine[] => {
      const cost = costOf(account, { years: year === null ? years : [year], payers, discounted });
      const of = gross.find((line) => line.year === year && line.discounted === discounted)?.figure ?? figure(0, 0, Infinity);
      const place = { year, payer, consequence: null, discounted };
      return [
        { measure: "cost", ...place, figure: figure(cost, 0, Infinity) },
        { measure: "net", ...place, figure: rescaled(of, 1, cost) },
      ];
    }),
  );
}

/** Cumulative net by year, for each payer and all, with simultaneous bands. */
export async function cumulativeLines(account: Account, intervals: DrawnIntervals, context: Context): Promise<SavingsLine[]> {
  const { years, consequences } = account.sums;
  const lines: SavingsLine[] = [];
  for (const payer of [...account.payers, null]) {
    const payers = payer === null ? account.payers : [payer];
    for (const discounted of [false, true]) {
      const upTo = years.map((_, y) => years.slice(0, y + 1));
      const weights = upTo.map((so) => moneyWeights(account, { measure: "gross", years: so, payers, consequences, discounted }));
      const figures = weights.map((w, y) => {
        const { estimate, se, df } = combination(account, w);
        return figure(estimate - costOf(account, { years: upTo[y], payers, discounted }), se, df);
      });
      const banded = await pathBands(account, figures, weights, context);
      years.forEach((year, y) => {
        const bounds = intervals.get(intervalKey("cumulative", year, payer, null, discounted));
        const cost = costOf(account, { years: upTo[y], payers, discounted });
        const priced = bounds === undefined ? {} : { priceLower: bounds[0] - cost, priceUpper: bounds[1] - cost };
        lines.push({ measure: "cumulativeNet", year, payer, consequence: null, discounted, figure: { ...banded[y], ...priced } });
      });
    }
  }
  return lines;
}
