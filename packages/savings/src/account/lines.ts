import type { Context } from "@kontrafakt/base";
import { type DrawnFigures, type DrawnIntervals, type IntervalPlace, intervalKey } from "../draws/draw-figures.js";
import { bandOfDraws, figureOn, steppedMoney, stepsAct } from "../draws/stepped-figure.js";
import type { MoneyFigure, SavingsLine } from "../savings-value.js";
import type { Account } from "./account.js";
import { combination, costOf, figure, moneyFigure, moneyWeights, rescaled, type Selection } from "./figure.js";
import { pathBands } from "./path-bands.js";

type Basis = SavingsLine["basis"];
type Drawn = Pick<DrawnFigures, "draws" | "intervals" | "cumulativeIntervals">;

/** Gross, cashable, cost and net by year, payer and consequence with their sums, undiscounted and discounted, of each basis there is. */
export async function savingsLines(account: Account, drawn: Drawn, context: Context): Promise<SavingsLine[]> {
  const lines: SavingsLine[] = [];
  for (const basis of basesOf(account)) {
    for (const payer of [...account.payers, null]) {
      const own: SavingsLine[] = [];
      for (const measure of ["gross", "cashable"] as const) {
        for (const consequence of [...account.sums.consequences, null]) {
          if (!hasPrice(account, payer, consequence)) continue;
          own.push(...(await saved(account, { basis, measure, payer, consequence }, drawn, context)));
        }
      }
      const gross = own.filter((line) => line.measure === "gross" && line.consequence === null);
      lines.push(...own, ...costAndNet(account, basis, payer, gross, drawn.intervals));
    }
  }
  return lines;
}

/** `assumed` only where the study assumes something after the window. */
function basesOf({ sums }: Account): Basis[] {
  return sums.assumed.includes(1) ? ["observed", "assumed"] : ["observed"];
}

/** Columns of a basis, and the year of each. */
function columnsOn({ sums }: Account, basis: Basis): { readonly y: number; readonly year: number }[] {
  return sums.years.flatMap((year, y) => ((sums.assumed[y] === 1) === (basis === "assumed") ? [{ y, year }] : []));
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

interface Place {
  readonly basis: Basis;
  readonly measure: "gross" | "cashable";
  readonly payer: string | null;
  readonly consequence: string | null;
}

async function saved(account: Account, place: Place, drawn: Drawn, context: Context): Promise<SavingsLine[]> {
  const { basis, measure, payer, consequence } = place;
  const columns = columnsOn(account, basis);
  const selection = (chosen: readonly number[], discounted: boolean): Selection => ({
    measure,
    basis,
    years: chosen,
    payers: payer === null ? account.together : [payer],
    consequences: consequence === null ? account.sums.consequences : [consequence],
    discounted,
  });
  const line = (year: number | null, discounted: boolean, of: MoneyFigure): SavingsLine => {
    const at = { ...place, year, discounted };
    return { ...at, figure: withBounds(of, drawn.intervals.get(intervalKey(at))) };
  };
  const path = await pathOf(
    account,
    columns.map(({ year }) => selection([year], false)),
    consequence === null,
    drawn,
    context,
  );
  const years = columns.map(({ year }) => year);
  return [false, true].flatMap((discounted) => [
    ...columns.map(({ year, y }, i) => line(year, discounted, discounted ? rescaled(path[i], account.discount[y]) : path[i])),
    line(null, discounted, figureOn(account, drawn.draws, selection(years, discounted))),
  ]);
}

/** Figures of a path, with its band where one is wanted. */
async function pathOf(
  account: Account,
  selections: readonly Selection[],
  banded: boolean,
  { draws }: Drawn,
  context: Context,
): Promise<MoneyFigure[]> {
  if (selections.some((selection) => stepsAct(account, selection))) {
    const stepped = selections.map((selection) => steppedMoney(account, draws, selection));
    const figures = stepped.map(({ figure }) => figure);
    if (!banded) return figures;
    return bandOfDraws(
      figures,
      stepped.map(({ values }) => values),
    );
  }
  const path = selections.map((selection) => moneyFigure(account, selection));
  if (!banded) return path;
  const weights = selections.map((selection) => moneyWeights(account, selection));
  return pathBands(account, path, weights, context);
}

function withBounds(of: MoneyFigure, bounds: readonly [number, number] | undefined): MoneyFigure {
  return bounds === undefined ? of : { ...of, priceLower: bounds[0], priceUpper: bounds[1] };
}

/** The programme's cost is known (but where a plan's starters are uncertain); net is gross less it, so that its uncertainty is gross's. */
function costAndNet(
  account: Account,
  basis: Basis,
  payer: string | null,
  gross: readonly SavingsLine[],
  intervals: DrawnIntervals,
): SavingsLine[] {
  const years = columnsOn(account, basis).map(({ year }) => year);
  const payers = payer === null ? account.together : [payer];
  return [false, true].flatMap((discounted) =>
    [...years, null].flatMap((year): SavingsLine[] => {
      const cost = costOf(account, { years: year === null ? years : [year], payers, discounted, basis });
      const of = gross.find((line) => line.year === year && line.discounted === discounted)?.figure ?? figure(0, 0, Infinity);
      const place = { basis, year, payer, consequence: null, discounted } as const;
      const drawn = (measure: "cost" | "net") => intervals.get(intervalKey({ ...place, measure }));
      return [
        { measure: "cost", ...place, figure: withBounds(figure(cost, 0, Infinity), drawn("cost")) },
        { measure: "net", ...place, figure: withBounds(rescaled(of, 1, cost), drawn("net")) },
      ];
    }),
  );
}

/** Cumulative net by column, for each payer and all, with simultaneous bands; assumed columns go on from the observed end. */
export async function cumulativeLines(account: Account, drawn: Drawn, context: Context): Promise<SavingsLine[]> {
  const { sums } = account;
  const lines: SavingsLine[] = [];
  const observed = columnsOn(account, "observed");
  for (const payer of [...account.payers, null]) {
    const payers = payer === null ? account.together : [payer];
    for (const discounted of [false, true]) {
      const path = cumulativePath(account, payers, discounted);
      const first = await pathBands(
        account,
        path.figures.slice(0, observed.length),
        path.weights.slice(0, observed.length),
        context,
      );
      const later = path.figures.length > observed.length ? await pathBands(account, path.figures, path.weights, context) : [];
      [...first, ...later.slice(observed.length)].forEach((of, i) => {
        const { y, basis } = path.columns[i];
        const year = sums.years[y];
        const place = { basis, year, payer, consequence: null, discounted } as const;
        const bounds = drawn.cumulativeIntervals.get(intervalKey({ ...place, measure: "cumulative" } satisfies IntervalPlace));
        lines.push({ measure: "cumulativeNet", ...place, figure: withBounds(of, bounds) });
      });
    }
  }
  return lines;
}

function cumulativePath(account: Account, payers: readonly string[], discounted: boolean) {
  const { consequences } = account.sums;
  const columns = basesOf(account).flatMap((basis) => columnsOn(account, basis).map(({ y, year }) => ({ y, year, basis })));
  const running = new Float64Array(account.sums.used.length);
  const weights: Float64Array[] = [];
  const figures = columns.map(({ year, basis }, i) => {
    const own = { years: [year], payers, consequences, discounted, basis };
    const added = moneyWeights(account, { ...own, measure: "gross" });
    for (let i = 0; i < running.length; i++) running[i] += added[i];
    const spent = basesOf(account).reduce((sum, on) => {
      const years = columns.slice(0, i + 1).flatMap((column) => (column.basis === on ? [column.year] : []));
      return sum + costOf(account, { ...own, years, basis: on });
    }, 0);
    weights.push(running.slice());
    const { estimate, se, df } = combination(account, weights[weights.length - 1]);
    return figure(estimate - spent, se, df);
  });
  return { columns, weights, figures };
}
