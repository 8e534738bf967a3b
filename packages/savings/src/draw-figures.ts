import type { Account } from "./account.js";
import { type DrawnMoney, drawMoney } from "./draw-money.js";
import type { Draws } from "./draws.js";
import { intervalOf } from "./interval-of.js";
import type { UncertaintyShare } from "./savings-value.js";
import { uncertaintyShares } from "./uncertainty-shares.js";

type Bounds = readonly [lower: number, upper: number];

/** 95% intervals with prices uncertain too, by `intervalKey`. Programme cost is not in them. */
export type DrawnIntervals = ReadonlyMap<string, Bounds>;

export interface DrawnFigures {
  /** Of gross and cashable by payer and year, their sums, and gross by consequence. */
  readonly intervals: DrawnIntervals;
  /** Of cumulative gross over all payers, by year and discounting. */
  readonly cumulativeIntervals: DrawnIntervals;
  /** Discounted cumulative net over all payers: `cumulative[y][d]`. */
  readonly cumulative: readonly Float64Array[];
  readonly shares: readonly UncertaintyShare[];
}

export function intervalKey(
  measure: "gross" | "cashable" | "cumulative",
  year: number | null,
  payer: string | null,
  consequence: string | null,
  discounted: boolean,
): string {
  return JSON.stringify([measure, year, payer, consequence, discounted]);
}

/** Everything said from the shared draws. */
export function drawFigures(account: Account, draws: Draws): DrawnFigures {
  const { sums, payers, discount, cost } = account;
  const [K, Y, D] = [payers.length, sums.years.length, draws.draws];
  const drawn = drawMoney(account, draws);
  const intervals = new Map<string, Bounds>();
  const scratch = new Float64Array(D);
  const total = (columns: readonly Float64Array[], weights: readonly number[]): Bounds => {
    addUp(columns, weights, scratch);
    return intervalOf(scratch);
  };
  const ones = (n: number) => new Array<number>(n).fill(1);
  const yearly = Array.from({ length: Y }, (_, y) => byYear(drawn.gross, y, K, Y, D));
  for (const measure of ["gross", "cashable"] as const) {
    const columns = drawn[measure];
    const all = measure === "gross" ? yearly : Array.from({ length: Y }, (_, y) => byYear(columns, y, K, Y, D));
    for (const [k, payer] of [...payers.entries(), [-1, null] as const]) {
      const own = k < 0 ? all : columns.slice(k * Y, (k + 1) * Y);
      sums.years.forEach((year, y) => {
        const [lower, upper] = total([own[y]], [1]);
        intervals.set(intervalKey(measure, year, payer, null, false), [lower, upper]);
        intervals.set(intervalKey(measure, year, payer, null, true), [lower * discount[y], upper * discount[y]]);
      });
      intervals.set(intervalKey(measure, null, payer, null, false), total(own, ones(Y)));
      intervals.set(intervalKey(measure, null, payer, null, true), total(own, [...discount]));
    }
  }
  sums.consequences.forEach((consequence, c) => {
    intervals.set(intervalKey("gross", null, null, consequence, false), total([drawn.byConsequence[c]], [1]));
  });
  const cumulativeIntervals = new Map<string, Bounds>();
  const running = new Float64Array(D);
  const cumulative: Float64Array[] = [];
  for (const discounted of [false, true]) {
    running.fill(0);
    let spent = 0;
    sums.years.forEach((year, y) => {
      const factor = discounted ? discount[y] : 1;
      for (let d = 0; d < D; d++) running[d] += yearly[y][d] * factor;
      for (let k = 0; k < K; k++) spent += cost[k * Y + y] * factor;
      if (discounted) cumulative.push(running.map((value) => value - spent));
      cumulativeIntervals.set(intervalKey("cumulative", year, null, null, discounted), total([running], [1]));
    });
  }
  return { intervals, cumulativeIntervals, cumulative, shares: sharesOf(drawn, yearly, scratch, draws.df) };
}

/** With 2 degrees of freedom or fewer the effect's draws have no variance: as they near 2 its share nears 1. */
function sharesOf(drawn: DrawnMoney, yearly: readonly Float64Array[], scratch: Float64Array, df: number): UncertaintyShare[] {
  if (df <= 2) {
    return [
      { source: "effect", share: 1 },
      { source: "price", share: 0 },
    ];
  }
  addUp(yearly, new Array<number>(yearly.length).fill(1), scratch);
  return uncertaintyShares(scratch, drawn.effectAtMeanPrice, drawn.priceOnly);
}

function byYear(columns: readonly Float64Array[], y: number, K: number, Y: number, D: number): Float64Array {
  const out = new Float64Array(D);
  addUp(
    Array.from({ length: K }, (_, k) => columns[k * Y + y]),
    new Array<number>(K).fill(1),
    out,
  );
  return out;
}

function addUp(columns: readonly Float64Array[], weights: readonly number[], out: Float64Array): void {
  out.fill(0);
  columns.forEach((column, i) => {
    const weight = weights[i];
    for (let d = 0; d < out.length; d++) out[d] += column[d] * weight;
  });
}
