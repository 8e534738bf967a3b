import { type Account, arrivals } from "@kontrafakt/savings";
import type { Results } from "../results.js";
import { address, type CalcCell, type CalcSheet, formula, number, type Place, sumOf, text } from "./calculation-value.js";
import type { CalculationWords } from "./calculation-words.js";
import { type Inputs, pricesOf } from "./input-sheets.js";
import { linePrice } from "./line-price.js";

type Measure = "gross" | "cashable";

export interface Lines {
  readonly sheet: CalcSheet;
  /**
   * Undiscounted money of a payer in a column of the account, for one consequence or all it pays for; cashable money in the year it can leave
   * a budget. `undefined` where the payer pays for none, or where steps make it a mean over draws.
   */
  readonly money: (measure: Measure, payer: string, column: number, consequence: string | null) => Place | undefined;
  /** Whether steps act on what is cashable for a payer (any) and consequence (any), so that it is no product of the estimate. */
  readonly drawn: (payer: string | null, consequence: string | null) => boolean;
}

const HEAD = 1;
const AT = { people: 5, effect: 6, price: 7, share: 8, factor: 9, gross: 10, cashable: 11 } as const;

/**
 * A row for each consequence that a payer pays for in a year: people × effect × price × share × factor, as formulas on the sheets of inputs.
 *
 * @param people matched starters and where their number stands; 1 where it may not be told
 */
export function linesSheet(
  results: Results,
  account: Account,
  inputs: Inputs,
  people: Place,
  labelOf: (consequence: string) => string,
  words: CalculationWords,
): Lines {
  const name = words.sheets.lines;
  const { sums, payers, prices, together } = account;
  const [K, Y] = [payers.length, sums.years.length];
  const units = unitsOf(account, inputs);
  const listed = pricesOf(results);
  const isStepped = (c: number, k: number) => prices.step[c * K + k] > 0;
  const rows: CalcCell[][] = [words.lines.heads.map((word) => text(word, "head"))];
  const gross: (Place | undefined)[] = new Array(sums.consequences.length * K * Y);
  const cashable: (Place | undefined)[] = new Array(gross.length);
  const place = (c: number, k: number, y: number) => (c * K + k) * Y + y;
  for (let k = 0; k < K; k++) {
    for (let y = 0; y < Y; y++) {
      sums.consequences.forEach((consequence, c) => {
        if (prices.priced[c * K + k] !== 1) return;
        const at = rows.length;
        const cell = (column: keyof typeof AT) => address(at, AT[column]);
        const [payer, year, assumed] = [payers[k], sums.years[y], sums.assumed[y] === 1];
        const { price, share } = linePrice(listed, inputs, { consequence, payer, year, assumed });
        const factor = inputs.factors.get(year) as Place;
        const unit = units[c * Y + y];
        const saved = -unit.value * price.value;
        const cashed = saved * share.value;
        const stepped = isStepped(c, k);
        gross[place(c, k, y)] = { at: address(at, AT.gross, name), value: saved };
        if (!stepped) cashable[place(c, k, y)] = { at: address(at, AT.cashable, name), value: cashed };
        const leaving = sumOf(
          arrivals(account, y, prices.lag[c * K + k]).map(({ column, share: weight }) => ({
            ...(inputs.factors.get(sums.years[column]) as Place),
            weight,
          })),
        );
        rows.push([
          text(payer),
          number(year, "plain"),
          text(assumed ? words.assumed : words.observed),
          text(labelOf(consequence)),
          text(words.unit(sums.effects.terms[c * Y + y].unit)),
          formula(people.at, people.value, "plain"),
          formula(`(${unit.formula})/${cell("people")}`, unit.value / people.value, "number"),
          formula(price.formula, price.value, "number"),
          formula(share.formula, share.value, "factor"),
          formula(factor.at, factor.value, "factor"),
          formula(`-${cell("people")}*${cell("effect")}*${cell("price")}`, saved),
          stepped ? text(words.fromDraws, "note") : formula(`${cell("gross")}*${cell("share")}`, cashed),
          formula(`${cell("gross")}*${cell("factor")}`, saved * factor.value),
          stepped ? text(words.fromDraws, "note") : formula(`${cell("cashable")}*(${leaving.formula})`, cashed * leaving.value),
        ]);
      });
    }
  }
  const drawn: Lines["drawn"] = (payer, consequence) =>
    payers.some((own, k) =>
      sums.consequences.some(
        (of, c) =>
          (payer === null ? together.includes(own) : own === payer) &&
          (consequence === null || of === consequence) &&
          isStepped(c, k),
      ),
    );
  const money: Lines["money"] = (measure, payer, column, consequence) => {
    const k = payers.indexOf(payer);
    const paid = sums.consequences.flatMap((of, c) =>
      prices.priced[c * K + k] === 1 && (consequence === null || of === consequence) ? [c] : [],
    );
    if (paid.length === 0 || (measure === "cashable" && drawn(payer, consequence))) return undefined;
    const parts = paid.flatMap((c) => {
      if (measure === "gross") return [{ ...(gross[place(c, k, column)] as Place), weight: 1 }];
      return sums.years.flatMap((_, y) =>
        arrivals(account, y, prices.lag[c * K + k])
          .filter((arriving) => arriving.column === column)
          .map(({ share }) => ({ ...(cashable[place(c, k, y)] as Place), weight: share })),
      );
    });
    const { formula: at, value } = sumOf(parts);
    return { at, value };
  };
  const widths = [22, 8, 12, 26, 12, 10, 18, 14, 14, 20, 18, 18, 18, 18];
  return { sheet: { name, widths, sticky: HEAD, rows }, money, drawn };
}

/** Change in units of each consequence and column: the sums by wave that results hold, each times what counts of it in the column. */
function unitsOf({ sums }: Account, { effects }: Inputs) {
  const parts = Array.from({ length: sums.consequences.length * sums.years.length }, () => [] as (Place & { weight: number })[]);
  const { cell, row, weight } = sums.parts;
  for (let i = 0; i < cell.length; i++) parts[row[i]].push({ ...effects[sums.from[cell[i]]], weight: weight[i] });
  return parts.map(sumOf);
}
