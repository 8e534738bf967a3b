import type { PriceRow } from "@kontrafakt/savings";
import type { Results } from "../results.js";
import { address, type CalcCell, type CalcSheet, empty, formula, number, type Place, text } from "./calculation-value.js";
import type { CalculationWords } from "./calculation-words.js";

/** Sheets of what goes in, and where each number of them stands. */
export interface Inputs {
  readonly sheets: readonly CalcSheet[];
  /** By term of `results.effects`. */
  readonly effects: readonly Place[];
  /** By row of `pricesOf`: the price that counts, and its cashable share. */
  readonly prices: readonly { readonly price: Place; readonly cashable: Place }[];
  /** By row of `results.money.costs`: what is counted with. */
  readonly costs: readonly Place[];
  /** By calendar year. */
  readonly factors: ReadonlyMap<number, Place>;
}

/** @param labelOf what a consequence is called */
export function inputSheets(
  results: Results,
  years: readonly number[],
  labelOf: (consequence: string) => string,
  words: CalculationWords,
): Inputs {
  const effects = effectSheet(results, labelOf, words);
  const prices = priceSheet(results, labelOf, words);
  const costs = costSheet(results, words);
  const factors = discountSheet(results, years, words);
  return {
    sheets: [effects.sheet, prices.sheet, costs.sheet, factors.sheet],
    effects: effects.places,
    prices: prices.places,
    costs: costs.places,
    factors: factors.places,
  };
}

const HEAD = 3;

function sheetOf(
  name: string,
  about: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly CalcCell[][],
): CalcSheet {
  return { name, widths, sticky: HEAD, rows: [[text(about, "note")], [empty], heads.map((word) => text(word, "head")), ...rows] };
}

function effectSheet(results: Results, labelOf: (consequence: string) => string, words: CalculationWords) {
  const name = words.sheets.effects;
  const { terms, estimate } = results.effects;
  const { labels, ordinals } = results.periods;
  const rows = terms.map(({ outcome, group, year, unit }, i) => [
    text(labelOf(outcome)),
    text(labels[ordinals.indexOf(group)] ?? String(group)),
    number(year, "plain"),
    text(words.unit(unit)),
    number(estimate[i]),
  ]);
  const places = terms.map((_, i): Place => ({ at: address(HEAD + i, 4, name), value: estimate[i] }));
  return { sheet: sheetOf(name, words.effects.about, words.effects.heads, [30, 16, 8, 14, 18], rows), places };
}

/** Prices as read, then those of years after them, where refund rules change then. */
export function pricesOf({ money }: Results): readonly PriceRow[] {
  return [...money.prices, ...(money.later ?? [])];
}

function priceSheet(results: Results, labelOf: (consequence: string) => string, words: CalculationWords) {
  const name = words.sheets.prices;
  const places: { price: Place; cashable: Place }[] = [];
  const rows = pricesOf(results).map((row, i): CalcCell[] => {
    const at = HEAD + i;
    const counts = row.counts ?? 1;
    const counted = row.amount * counts;
    places.push({
      price: { at: address(at, 6, name), value: counted },
      cashable: { at: address(at, 7, name), value: row.cashable },
    });
    const { refunded } = row;
    return [
      text(labelOf(row.consequence)),
      text(row.payer),
      number(row.year, "plain"),
      text(words.unit(row.unit)),
      number(row.amount),
      number(counts, "factor"),
      Number.isFinite(counted) ? formula(`${address(at, 4)}*${address(at, 5)}`, counted, "number") : number(undefined),
      number(row.cashable, "factor"),
      text(row.transferTo ?? ""),
      text(refunded === undefined ? "" : words.prices.refunded(refunded.share, refunded.by)),
      text(row.source),
      text(row.grade ?? ""),
      text(row.origin.file),
      number(row.origin.row, "plain"),
    ];
  });
  const widths = [26, 22, 8, 12, 14, 12, 14, 12, 18, 24, 36, 10, 24, 8];
  return { sheet: sheetOf(name, words.prices.about, words.prices.heads, widths, rows), places };
}

function costSheet(results: Results, words: CalculationWords) {
  const name = words.sheets.cost;
  const places: Place[] = [];
  const rows = results.money.costs.map(({ payer, year, planned, actual, origin }, i): CalcCell[] => {
    const at = HEAD + i;
    const value = Number.isFinite(actual) ? actual : planned;
    places.push({ at: address(at, 4, name), value });
    const [own, other] = [address(at, 3), address(at, 2)];
    return [
      text(payer),
      number(year, "plain"),
      number(planned, "amount"),
      number(actual, "amount"),
      formula(`IF(${own}="",${other},${own})`, value),
      text(origin.file),
      number(origin.row, "plain"),
    ];
  });
  return { sheet: sheetOf(name, words.cost.about, words.cost.heads, [26, 8, 16, 16, 16, 24, 8], rows), places };
}

/** The rates stand beside the factors, and each factor is made from the one nearer the base year. */
function discountSheet(results: Results, years: readonly number[], words: CalculationWords) {
  const name = words.sheets.discount;
  const { baseYear, rate, steps = [{ fromYear: 0, rate }] } = results.savings.discount;
  const first = Math.min(baseYear, ...years);
  const last = Math.max(baseYear, ...years);
  const of = (yearsOn: number) => Math.max(0, steps.filter(({ fromYear }) => fromYear <= yearsOn).length - 1);
  const rowOf = (year: number) => HEAD + year - first;
  const values = new Map<number, number>([[baseYear, 1]]);
  for (let year = baseYear + 1; year <= last; year++)
    values.set(year, (values.get(year - 1) as number) / (1 + steps[of(year - baseYear)].rate));
  for (let year = baseYear - 1; year >= first; year--)
    values.set(year, (values.get(year + 1) as number) * (1 + steps[of(0)].rate));
  const places = new Map<number, Place>();
  const rows = Array.from({ length: Math.max(last - first + 1, steps.length) }, (_, i): CalcCell[] => {
    const year = first + i;
    const at = HEAD + i;
    const step = steps[i];
    const beside = step === undefined ? [] : [empty, number(step.fromYear, "plain"), number(step.rate, "factor")];
    const value = values.get(year);
    if (value === undefined) return [empty, empty, empty, empty, ...beside];
    const own = of(Math.max(0, year - baseYear));
    const rateCell = formula(address(HEAD + own, 6), steps[own].rate, "factor");
    const factor =
      year === baseYear
        ? number(1, "factor")
        : year > baseYear
          ? formula(`${address(rowOf(year - 1), 3)}/(1+${address(at, 2)})`, value, "factor")
          : formula(`${address(rowOf(year + 1), 3)}*(1+${address(at, 2)})`, value, "factor");
    places.set(year, { at: address(at, 3, name), value });
    return [number(year, "plain"), number(year - baseYear, "plain"), year === baseYear ? empty : rateCell, factor, ...beside];
  });
  const heads = [...words.discount.heads, "", ...words.discount.steps];
  return { sheet: sheetOf(name, words.discount.about, heads, [10, 14, 12, 14, 4, 22, 12], rows), places };
}
