import type { Account } from "../account/account.js";
import { varies } from "./distribution.js";
import { accountInputs } from "./inputs.js";
import { type DrawnFrom, rankOf } from "./person-draws.js";
import { standardised } from "./shape.js";
import { type ShapeTable, shapeTable, tableQuantiles } from "./shape-table.js";
import { type Triangular, triangular } from "./triangular.js";

/** How the price of a cell follows from its pair's rank. */
interface PriceOfRank {
  readonly kind: "known" | "triangular" | "shape";
  readonly triangle?: Triangular;
  /** The pair's own price where it is held: the amount without what is received. */
  readonly held: number;
  readonly location: number;
  readonly scale: number;
  /** Index of its table. */
  readonly table: number;
}

/** Prices of an account ready to be drawn. */
export interface DrawablePrices {
  /** C·K·Y: of the pair's own price, without what it receives. */
  readonly cells: readonly PriceOfRank[];
  readonly tables: readonly ShapeTable[];
  /** C·K: pairs whose payments it receives. */
  readonly from: readonly (readonly number[])[];
  /** C·K·Y: the first column of the pair with the same price in every draw. */
  readonly same: Int32Array;
}

/** Taken once for an account: years that differ only by an index share the quantiles of one shape. */
export function drawablePrices({ prices, sums }: Account): DrawablePrices {
  const Y = sums.years.length;
  const tables: ShapeTable[] = [];
  const tableOf = new Map<string, number>();
  const from: number[][] = Array.from(prices.like, () => []);
  for (const transfer of prices.transfers) from[transfer.to].push(transfer.from);
  const cells = prices.distribution.map((distribution, cell): PriceOfRank => {
    const received = from[Math.floor(cell / Y)].reduce((sum, pair) => sum + prices.amount[pair * Y + (cell % Y)], 0);
    const held = prices.amount[cell] + received;
    if (!varies(distribution)) return { kind: "known", held, location: 0, scale: 0, table: -1 };
    if (distribution.kind === "triangular") {
      const { low, mode, high } = distribution;
      return { kind: "triangular", triangle: triangular(low, mode, high), held, location: 0, scale: 0, table: -1 };
    }
    const { location, scale, shape } = standardised(distribution);
    const id = JSON.stringify(shape);
    let table = tableOf.get(id);
    if (table === undefined) {
      table = tables.push(shapeTable(shape)) - 1;
      tableOf.set(id, table);
    }
    return { kind: "shape", held, location, scale, table };
  });
  const alike = (a: number, b: number) =>
    prices.amount[a] === prices.amount[b] && JSON.stringify(cells[a]) === JSON.stringify(cells[b]);
  const same = Int32Array.from(cells, (_, cell) => {
    const pair = Math.floor(cell / Y);
    const y = cell % Y;
    for (let other = 0; other < y; other++) {
      if ([pair, ...from[pair]].every((p) => alike(p * Y + other, p * Y + y))) return other;
    }
    return y;
  });
  return { cells, tables, from, same };
}

/** Ranks u of one pair in a block, with what its shapes make of them, taken once for all years. */
interface Ranked {
  readonly rank: Float64Array;
  readonly shapes: Map<number, Float64Array>;
}

/** Prices of one block of draws. */
export interface PriceBlock {
  readonly prices: DrawablePrices;
  readonly amount: Float64Array;
  readonly years: number;
  /** C·K; absent = held at the amount. */
  readonly ranked: readonly (Ranked | undefined)[];
}

/** Ranks of each pair's price, C·K; undefined where it is held at the amount, as all are without `price`. */
export function priceRanks(account: Account, from: DrawnFrom): (Float64Array | undefined)[] {
  const ofRoot = new Map<number, Float64Array>();
  for (const { source, pair, name } of from.price === undefined ? [] : accountInputs(account)) {
    const rank = source === "price" ? rankOf(from, source, name) : undefined;
    if (rank !== undefined) ofRoot.set(pair, rank);
  }
  return Array.from(account.prices.like, (root) => ofRoot.get(root));
}

/** @param ranks of `priceRanks` */
export function priceBlock(
  { prices: { amount, like }, sums }: Account,
  prices: DrawablePrices,
  ranks: readonly (Float64Array | undefined)[],
  first: number,
  end: number,
): PriceBlock {
  const ofRoot = new Map<number, Ranked>();
  ranks.forEach((rank, pair) => {
    const root = like[pair];
    if (rank !== undefined && !ofRoot.has(root)) ofRoot.set(root, { rank: rank.subarray(first, end), shapes: new Map() });
  });
  return { prices, amount, years: sums.years.length, ranked: Array.from(like, (root) => ofRoot.get(root)) };
}

/** Price of a pair in a column in each draw of the block, written to `out`; `scratch` is overwritten. */
export function fillPrice(block: PriceBlock, pair: number, y: number, out: Float64Array, scratch: Float64Array): void {
  const { prices, amount, years, ranked } = block;
  const sources = prices.from[pair];
  if (ranked[pair] === undefined && sources.every((source) => ranked[source] === undefined)) {
    out.fill(amount[pair * years + y]);
    return;
  }
  fillOwn(block, pair, y, out);
  for (const source of sources) {
    fillOwn(block, source, y, scratch.subarray(0, out.length));
    for (let d = 0; d < out.length; d++) out[d] -= scratch[d];
  }
}

function fillOwn({ prices, ranked }: PriceBlock, pair: number, y: number, out: Float64Array): void {
  const cell = prices.cells[pair * (prices.cells.length / ranked.length) + y];
  const ranks = ranked[pair];
  if (cell.kind === "known" || ranks === undefined) {
    out.fill(cell.held);
    return;
  }
  if (cell.triangle) {
    const { low, high, split, rise, fall } = cell.triangle;
    const { rank } = ranks;
    for (let d = 0; d < out.length; d++) {
      const u = rank[d];
      out[d] = u < split ? low + rise * Math.sqrt(u) : high - fall * Math.sqrt(1 - u);
    }
    return;
  }
  let base = ranks.shapes.get(cell.table);
  if (base === undefined) {
    base = new Float64Array(ranks.rank.length);
    tableQuantiles(prices.tables[cell.table], ranks.rank, base);
    ranks.shapes.set(cell.table, base);
  }
  const { location, scale } = cell;
  for (let d = 0; d < out.length; d++) out[d] = location + scale * base[d];
}
