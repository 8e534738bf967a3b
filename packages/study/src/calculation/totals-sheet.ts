import type { Account } from "@kontrafakt/savings";
import type { Results } from "../results.js";
import { address, type CalcCell, type CalcSheet, empty, formula, number, type Place, sumOf, text } from "./calculation-value.js";
import type { CalculationWords } from "./calculation-words.js";
import type { Inputs } from "./input-sheets.js";
import type { Lines } from "./lines-sheet.js";

export type TotalsColumn =
  | "gross"
  | "cashable"
  | "cost"
  | "net"
  | "cumulative"
  | "grossPV"
  | "cashablePV"
  | "costPV"
  | "netPV"
  | "cumulativePV";

/** The figures of a row of the totals, by column. */
export type TotalsRow = Readonly<Record<TotalsColumn, Place>>;

export interface PayerTotals {
  /** null = all. */
  readonly payer: string | null;
  /** By column of the account. */
  readonly years: readonly TotalsRow[];
  /** Sums over the columns observed, over those assumed (where there are), and over all. */
  readonly sums: { readonly observed: TotalsRow; readonly assumed?: TotalsRow; readonly all: TotalsRow };
  /** Cumulative net is at or above 0 from there to the end. */
  readonly payback: { readonly plain: Place; readonly discounted: Place };
}

export interface Totals {
  readonly sheet: CalcSheet;
  readonly payers: readonly PayerTotals[];
}

const HEAD = 1;
/** Places of the columns. */
const AT: Readonly<Record<TotalsColumn, number>> = {
  gross: 3,
  cashable: 4,
  cost: 5,
  net: 6,
  grossPV: 8,
  cashablePV: 9,
  costPV: 10,
  netPV: 11,
  cumulative: 12,
  cumulativePV: 13,
};
const ADDED = ["gross", "cashable", "cost", "net", "grossPV", "cashablePV", "costPV", "netPV"] as const;

/** Sums of the lines by payer and year, with the programme's cost, and what they add up to. */
export function totalsSheet(results: Results, account: Account, inputs: Inputs, lines: Lines, words: CalculationWords): Totals {
  const name = words.sheets.totals;
  const { payers, sums } = account;
  const rows: CalcCell[][] = [words.totals.heads.map((word) => text(word, "head"))];
  const found: PayerTotals[] = [];
  for (const payer of [...payers, null]) {
    const years: TotalsRow[] = [];
    const start = rows.length;
    const last = start + sums.years.length - 1;
    sums.years.forEach((year, y) => {
      const at = rows.length;
      const own =
        payer === null
          ? overPayers(
              results,
              account,
              lines,
              found.filter((of) => of.payer !== null && account.together.includes(of.payer)).map((of) => of.years[y]),
              y,
            )
          : ownMoney(results, account, inputs, lines, payer, y);
      const factor = inputs.factors.get(year) as Place;
      const cell = (column: TotalsColumn) => address(at, AT[column]);
      const before = years[years.length - 1];
      const net = own.gross.value - own.cost.value;
      const value: Record<TotalsColumn, number> = {
        gross: own.gross.value,
        cashable: own.cashable.value,
        cost: own.cost.value,
        net,
        grossPV: own.gross.value * factor.value,
        cashablePV: own.cashable.value * factor.value,
        costPV: own.cost.value * factor.value,
        netPV: net * factor.value,
        cumulative: (before?.cumulative.value ?? 0) + net,
        cumulativePV: (before?.cumulativePV.value ?? 0) + net * factor.value,
      };
      const times = (column: TotalsColumn) => formula(`${cell(column)}*${address(at, 7)}`, value[`${column}PV` as TotalsColumn]);
      const onward = (column: TotalsColumn, from: TotalsColumn) =>
        formula(before === undefined ? cell(from) : `${address(at - 1, AT[column])}+${cell(from)}`, value[column]);
      rows.push([
        text(payer ?? allOf(account, words)),
        number(year, "plain"),
        text(sums.assumed[y] === 1 ? words.assumed : words.observed),
        formula(own.gross.at, value.gross),
        own.cashable.drawn ? number(value.cashable, "amount") : formula(own.cashable.at, value.cashable),
        formula(own.cost.at, value.cost),
        formula(`${cell("gross")}-${cell("cost")}`, net),
        formula(factor.at, factor.value, "factor"),
        times("gross"),
        times("cashable"),
        times("cost"),
        times("net"),
        onward("cumulative", "net"),
        onward("cumulativePV", "netPV"),
        // Values follow once all years are known.
        empty,
        empty,
        ...(own.cashable.drawn ? [text(words.fromDraws, "note")] : []),
      ]);
      years.push(placed(value, at, name));
    });
    // A year observed in part stands twice, and is looked at where it ends.
    const again = sums.years.findIndex((year, y) => sums.years[y + 1] === year);
    years.forEach((_, y) => {
      if (y === again) return;
      const row = rows[start + y] as CalcCell[];
      (["cumulative", "cumulativePV"] as const).forEach((column, i) => {
        const from = years.every((of, at) => at < y || at === again || of[column].value >= 0) ? 1 : 0;
        const range = (first: number, end: number) => `${address(first, AT[column])}:${address(end, AT[column])}`;
        const least =
          again > y ? `${range(start + y, start + again - 1)},${range(start + again + 1, last)}` : range(start + y, last);
        row[14 + i] = formula(`IF(MIN(${least})>=0,1,0)`, from, "plain");
      });
    });
    const sum = (label: string, chosen: readonly number[]): TotalsRow => {
      const at = rows.length;
      const value = Object.fromEntries(
        ADDED.map((column) => [column, chosen.reduce((total, y) => total + years[y][column].value, 0)]),
      ) as Record<TotalsColumn, number>;
      const range = (column: TotalsColumn) =>
        `SUM(${address(start + chosen[0], AT[column])}:${address(start + chosen[chosen.length - 1], AT[column])})`;
      const row: CalcCell[] = [text(payer ?? allOf(account, words), "total"), empty, text(label, "total")];
      for (const column of ADDED) row[AT[column]] = formula(range(column), value[column], "total");
      rows.push(Array.from(row, (cell) => cell ?? empty));
      return placed(value, at, name);
    };
    const columns = sums.years.map((_, y) => y);
    const isAssumed = columns.some((y) => sums.assumed[y] === 1);
    const observed = sum(
      words.sum,
      columns.filter((y) => sums.assumed[y] === 0),
    );
    const assumed = isAssumed
      ? sum(
          words.assumed,
          columns.filter((y) => sums.assumed[y] === 1),
        )
      : undefined;
    const all = isAssumed ? sum(words.sumWithAssumed, columns) : observed;
    const payback = (column: 14 | 15): Place => ({
      at: `SUM(${address(start, column, name)}:${address(last, column)})`,
      value: sums.years.reduce(
        (count, _, y) => count + (y === again ? 0 : ((rows[start + y] as CalcCell[])[column].value as number)),
        0,
      ),
    });
    found.push({
      payer,
      years,
      sums: { observed, ...(assumed && { assumed }), all },
      payback: { plain: payback(14), discounted: payback(15) },
    });
    rows.push([empty]);
  }
  const widths = [24, 8, 22, 18, 18, 18, 18, 20, 18, 16, 16, 16, 16, 18, 12, 12, 14];
  return { sheet: { name, widths, sticky: HEAD, rows }, payers: found };
}

function placed(value: Readonly<Record<TotalsColumn, number>>, at: number, sheet: string): TotalsRow {
  return Object.fromEntries(
    Object.entries(AT).map(([column, place]) => [
      column,
      { at: address(at, place, sheet), value: value[column as TotalsColumn] },
    ]),
  ) as unknown as TotalsRow;
}

/** `drawn`: a mean over draws, which stands as a value. */
type Own = { readonly gross: Place; readonly cashable: Place & { readonly drawn: boolean }; readonly cost: Place };

const NOTHING: Place = { at: "0", value: 0 };

function ownMoney(results: Results, account: Account, inputs: Inputs, lines: Lines, payer: string, y: number): Own {
  const drawn = lines.drawn(payer, null);
  const cashable = drawn ? told(results, account, payer, y) : (lines.money("cashable", payer, y, null) ?? NOTHING);
  return {
    gross: lines.money("gross", payer, y, null) ?? NOTHING,
    cashable: { ...cashable, drawn },
    cost: costOf(results, account, inputs, payer, y),
  };
}

/** What the payers of a total are called: citizens and others are in none. */
export function allOf({ payers, together }: Account, words: CalculationWords): string {
  return together.length === payers.length ? words.allPayers : words.publicPayers;
}

function overPayers(results: Results, account: Account, lines: Lines, rows: readonly TotalsRow[], y: number): Own {
  const add = (column: "gross" | "cashable" | "cost"): Place => ({
    at: rows.map((row) => row[column].at).join("+"),
    value: rows.reduce((sum, row) => sum + row[column].value, 0),
  });
  const drawn = lines.drawn(null, null);
  return {
    gross: add("gross"),
    cashable: { ...(drawn ? told(results, account, null, y) : add("cashable")), drawn },
    cost: add("cost"),
  };
}

/** The cashable amount of a payer (null = all) and column in the results. */
function told(results: Results, { sums }: Account, payer: string | null, y: number): Place {
  const found = results.savings.lines.find(
    ({ measure, payer: own, consequence, year, discounted, basis }) =>
      measure === "cashable" &&
      own === payer &&
      consequence === null &&
      year === sums.years[y] &&
      !discounted &&
      (basis === "assumed") === (sums.assumed[y] === 1),
  );
  return { at: "0", value: found?.figure.estimate ?? 0 };
}

/** Cost rows of a payer in a column: a year's cost stands in the first column of the year. */
function costOf(results: Results, { sums }: Account, { costs }: Inputs, payer: string, y: number): Place {
  if (sums.years.indexOf(sums.years[y]) !== y) return NOTHING;
  const own = results.money.costs.flatMap((row, i) =>
    row.payer === payer && row.year === sums.years[y] ? [{ ...costs[i], weight: 1 }] : [],
  );
  const { formula: at, value } = sumOf(own);
  return { at, value };
}
