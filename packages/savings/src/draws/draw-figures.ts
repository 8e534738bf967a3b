import type { Account } from "../account/account.js";
import type { SavingsLine, UncertaintyShare } from "../savings-value.js";
import { uncertainCost } from "./cost-draws.js";
import { allFrom, type DrawnMoney, drawMoney } from "./draw-money.js";
import type { Draws } from "./draws-value.js";
import { drawnAccount } from "./each-cell.js";
import { intervalOf } from "./interval-of.js";
import { drawablePrices } from "./price-draws.js";
import { weightedSum } from "./weighted-sum.js";

type Bounds = readonly [lower: number, upper: number];

/** 95% intervals with everything that is uncertain drawn, by `intervalKey`. */
export type DrawnIntervals = ReadonlyMap<string, Bounds>;

export interface DrawnFigures {
  /** The shared draws; `selectedDraws` takes any sum of money from them. */
  readonly draws: Draws;
  /** Money of each payer and column, `[k * Y + y][d]`, undiscounted, everything uncertain drawn; cost is not in it. */
  readonly gross: readonly Float64Array[];
  readonly cashable: readonly Float64Array[];
  /** Of gross and cashable by payer and column, their sums, and gross by consequence; of net and cost too where the cost is uncertain. */
  readonly intervals: DrawnIntervals;
  /** Of cumulative net over all payers, by column and discounting. */
  readonly cumulativeIntervals: DrawnIntervals;
  /** Discounted cumulative net over all payers, by observed column: `cumulative[y][d]`. */
  readonly cumulative: readonly Float64Array[];
  readonly shares: readonly UncertaintyShare[];
}

/** The figure of a line; `year` is the year of its column. */
export type IntervalPlace = Pick<SavingsLine, "basis" | "year" | "payer" | "consequence" | "discounted"> & {
  readonly measure: "gross" | "cashable" | "cost" | "net" | "cumulative";
};

export function intervalKey({ measure, basis, year, payer, consequence, discounted }: IntervalPlace): string {
  return JSON.stringify([measure, basis, year, payer, consequence, discounted]);
}

/** Everything said from the shared draws but which part of the uncertainty comes from what. */
export function drawFigures(account: Account, draws: Draws): Omit<DrawnFigures, "shares"> & DrawnMoney {
  const { sums, payers, discount } = account;
  const [K, Y, D] = [payers.length, sums.years.length, draws.draws];
  const together = payers.flatMap((payer, k) => (account.together.includes(payer) ? [k] : []));
  const from = allFrom(draws);
  const drawn = drawMoney(drawnAccount(account, drawablePrices(account), from, D));
  const intervals = new Map<string, Bounds>();
  const scratch = new Float64Array(D);
  const total = (columns: readonly Float64Array[], weights: readonly number[]): Bounds =>
    intervalOf(weightedSum(columns, weights, scratch));
  const bases = (["observed", "assumed"] as const)
    .map((basis) => ({ basis, columns: [...sums.years.keys()].filter((y) => (sums.assumed[y] === 1) === (basis === "assumed")) }))
    .filter(({ columns }) => columns.length > 0);
  /** Of a payer's money (all payers') by column, and its sums. */
  const put = (measure: IntervalPlace["measure"], payer: string | null, own: (y: number) => Float64Array) => {
    for (const { basis, columns } of bases) {
      const chosen = columns.map(own);
      const place = { measure, basis, payer, consequence: null };
      columns.forEach((y, i) => {
        const [lower, upper] = intervalOf(chosen[i]);
        const year = sums.years[y];
        intervals.set(intervalKey({ ...place, year, discounted: false }), [lower, upper]);
        intervals.set(intervalKey({ ...place, year, discounted: true }), [lower * discount[y], upper * discount[y]]);
      });
      const plain = columns.map(() => 1);
      intervals.set(intervalKey({ ...place, year: null, discounted: false }), total(chosen, plain));
      const worth = columns.map((y) => discount[y]);
      intervals.set(intervalKey({ ...place, year: null, discounted: true }), total(chosen, worth));
    }
  };
  const ones = together.map(() => 1);
  /** All payers' money in a column. */
  const byYear = (columns: readonly Float64Array[], y: number): Float64Array =>
    weightedSum(
      together.map((k) => columns[k * Y + y]),
      ones,
      new Float64Array(D),
    );
  const yearly = sums.years.map((_, y) => byYear(drawn.gross, y));
  for (const measure of ["gross", "cashable"] as const) {
    const columns = drawn[measure];
    for (let k = 0; k < K; k++) put(measure, payers[k], (y) => columns[k * Y + y]);
    put(measure, null, (y) => (measure === "gross" ? yearly[y] : byYear(columns, y)));
  }
  for (const [basis, columns] of [
    ["observed", drawn.observed],
    ["assumed", drawn.assumed],
  ] as const) {
    columns.forEach((column, c) => {
      const consequence = sums.consequences[c];
      const place = { measure: "gross", basis, year: null, payer: null, consequence, discounted: false } as const;
      intervals.set(intervalKey(place), intervalOf(column));
    });
  }
  const cost = uncertainCost(account, from, D);
  const costs = cost && Array.from({ length: K * Y }, (_, cell) => cost(cell));
  const allCost = costs && sums.years.map((_, y) => byYear(costs, y));
  if (costs && allCost) {
    payers.forEach((payer, k) => {
      put("cost", payer, (y) => costs[k * Y + y]);
      put("net", payer, (y) => less(drawn.gross[k * Y + y], costs[k * Y + y]));
    });
    put("cost", null, (y) => allCost[y]);
    put("net", null, (y) => less(yearly[y], allCost[y]));
  }
  const cumulativeIntervals = new Map<string, Bounds>();
  const cumulative: Float64Array[] = [];
  const nets = allCost ? sums.years.map((_, y) => less(yearly[y], allCost[y])) : yearly;
  for (const discounted of [false, true]) {
    const running = new Float64Array(D);
    let spent = 0;
    sums.years.forEach((year, y) => {
      const factor = discounted ? discount[y] : 1;
      const net = nets[y];
      for (let d = 0; d < D; d++) running[d] += net[d] * factor;
      if (!allCost) for (const k of together) spent += account.cost[k * Y + y] * factor;
      if (discounted && sums.assumed[y] === 0) cumulative.push(minus(running, spent));
      const basis = sums.assumed[y] === 1 ? "assumed" : "observed";
      const place = { measure: "cumulative", basis, year, payer: null, consequence: null, discounted } as const;
      const [lower, upper] = intervalOf(running);
      cumulativeIntervals.set(intervalKey(place), [lower - spent, upper - spent]);
    });
  }
  return { draws, ...drawn, intervals, cumulativeIntervals, cumulative };
}

function less(gross: Float64Array, spent: Float64Array): Float64Array {
  const out = gross.slice();
  for (let d = 0; d < out.length; d++) out[d] -= spent[d];
  return out;
}

function minus(values: Float64Array, amount: number): Float64Array {
  const out = values.slice();
  if (amount !== 0) for (let d = 0; d < out.length; d++) out[d] -= amount;
  return out;
}
