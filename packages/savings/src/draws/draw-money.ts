import type { Account } from "../account/account.js";
import { columnsOf, type Selection } from "../account/figure.js";
import { addArriving, addCashable } from "./cashable-cell.js";
import { costDraws } from "./cost-draws.js";
import type { Draws } from "./draws-value.js";
import { type DrawnAccount, drawnAccount, eachCell, eachPayer, isPlain, type PayerBlock } from "./each-cell.js";
import type { DrawnFrom } from "./person-draws.js";
import { type DrawablePrices, drawablePrices } from "./price-draws.js";

/** Money of each payer and year in each draw, undiscounted: `columns[k * Y + y][d]`; cost is not in it. */
export interface DrawnMoney {
  readonly gross: readonly Float64Array[];
  readonly cashable: readonly Float64Array[];
  /** Gross of each consequence over public payers, in observed and in assumed columns. */
  readonly observed: readonly Float64Array[];
  readonly assumed: readonly Float64Array[];
  /** Total gross with prices drawn and person sums at their estimates. */
  readonly priceOnly: Float64Array;
}

/** Every source from the same draws. */
export function allFrom(draws: Draws): DrawnFrom {
  return { effect: draws, price: draws, lag: draws, persistence: draws, volume: draws, cost: draws };
}

/** Puts prices, lags and steps on the shared draws: −θ·price for every consequence, payer and column. */
export function drawMoney(drawn: DrawnAccount): DrawnMoney {
  const { account, draws } = drawn;
  const [C, K, Y] = [account.sums.consequences.length, account.payers.length, account.sums.years.length];
  const columns = (n: number) => Array.from({ length: n }, () => new Float64Array(draws));
  const later = account.sums.assumed.includes(1);
  const out: DrawnMoney = {
    gross: columns(K * Y),
    cashable: columns(K * Y),
    observed: columns(C),
    assumed: columns(later ? C : 0),
    priceOnly: new Float64Array(draws),
  };
  eachPayer(drawn, (block) => {
    for (let y = 0; y < Y; y++) addColumn(drawn, block, y, out.gross[block.k * Y + y], out.cashable[block.k * Y + y]);
    if (!account.together.includes(account.payers[block.k])) return;
    for (let c = 0; c < C; c++) addConsequence(drawn, block, c, out);
  });
  eachCell(
    drawn,
    (cell) => addCashable(drawn, cell, (at) => out.cashable[cell.k * Y + at]),
    (c, k) => !isPlain(drawn, c * K + k),
  );
  return out;
}

/** Gross and plain cashable money of one payer and column: consequences four at a time, since most of the time is reading and writing. */
function addColumn(
  drawn: DrawnAccount,
  { k, first, end, change, price }: PayerBlock,
  y: number,
  gross: Float64Array,
  cashable: Float64Array,
): void {
  const { sums, payers, prices } = drawn.account;
  const Y = sums.years.length;
  const cells = sums.consequences.flatMap((_, c) => {
    const money = price[c * Y + y];
    if (money === undefined) return [];
    const pair = c * payers.length + k;
    return [{ change: change[c * Y + y], price: money, share: isPlain(drawn, pair) ? prices.cashable[pair * Y + y] : 0 }];
  });
  const size = end - first;
  let i = 0;
  for (; i + 4 <= cells.length; i += 4) {
    const [a, b, c, e] = [cells[i], cells[i + 1], cells[i + 2], cells[i + 3]];
    const [ax, ap, as] = [a.change, a.price, a.share];
    const [bx, bp, bs] = [b.change, b.price, b.share];
    const [cx, cp, cs] = [c.change, c.price, c.share];
    const [ex, ep, es] = [e.change, e.price, e.share];
    for (let d = 0, at = first; d < size; d++, at++) {
      const one = -ax[d] * ap[d];
      const two = -bx[d] * bp[d];
      const three = -cx[d] * cp[d];
      const four = -ex[d] * ep[d];
      gross[at] = gross[at] + one + two + three + four;
      cashable[at] = cashable[at] + one * as + two * bs + three * cs + four * es;
    }
  }
  for (; i < cells.length; i++) {
    const { change: x, price: p, share } = cells[i];
    for (let d = 0, at = first; d < size; d++, at++) {
      const saved = -x[d] * p[d];
      gross[at] += saved;
      cashable[at] += saved * share;
    }
  }
}

/** Gross of one consequence over columns, and with its person sums at their estimates: a price that stays the same is taken once for all years. */
function addConsequence(
  { account }: DrawnAccount,
  { first, change, price, total }: PayerBlock,
  c: number,
  { observed, assumed, priceOnly }: DrawnMoney,
): void {
  const { sums } = account;
  const Y = sums.years.length;
  const used = [...sums.years.keys()].filter((y) => price[c * Y + y] !== undefined);
  for (const basis of [0, 1]) {
    const columns = used.filter((y) => sums.assumed[y] === basis);
    if (columns.length === 0) continue;
    const out = (basis === 1 ? assumed : observed)[c];
    const same = columns.every((y) => price[c * Y + y] === price[c * Y + columns[0]]);
    const estimate = (y: number) => sums.effects.estimate[c * Y + y];
    if (same) {
      const all = columns.reduce((sum, y) => sum + estimate(y), 0);
      add(total[basis * sums.consequences.length + c], price[c * Y + columns[0]], all, out);
    } else for (const y of columns) add(change[c * Y + y], price[c * Y + y], estimate(y), out);
  }

  function add(changed: Float64Array, money: Float64Array | undefined, held: number, out: Float64Array): void {
    if (money === undefined) return;
    for (let d = 0, at = first; d < money.length; d++, at++) {
      out[at] -= changed[d] * money[d];
      priceOnly[at] -= held * money[d];
    }
  }
}

/**
 * One sum of money in each draw, by the selection's years (for cashable: in which money arrives), payers and consequences; net is gross less
 * the cost of the selection as drawn.
 *
 * @param from sources that are drawn; the others are held at what is counted with. `{ effect: draws }` = at fixed prices
 */
export function selectedDraws(
  account: Account,
  from: DrawnFrom,
  draws: number,
  selection: Selection,
  prices: DrawablePrices = drawablePrices(account),
): Float64Array {
  return selectedOf(drawnAccount(account, prices, from, draws), selection);
}

/**
 * The same of an account already drawn.
 *
 * @param only pairs of the selection that are counted
 */
export function selectedOf(
  drawn: DrawnAccount,
  selection: Selection,
  only: (c: number, k: number) => boolean = chosenPairs(drawn.account, selection),
): Float64Array {
  const { account, draws } = drawn;
  const { sums, payers, discount } = account;
  const out = new Float64Array(draws);
  const wanted = columnsOf(account, selection.years, selection.basis);
  const worth = (y: number) => (selection.discounted ? discount[y] : 1);
  if (selection.measure === "cashable") {
    const weights = new Float64Array(sums.years.length);
    for (const y of wanted) weights[y] = worth(y);
    eachCell(drawn, (cell) => addArriving(drawn, cell, weights, out), only);
    return out;
  }
  eachCell(
    drawn,
    ({ y, change, price, first }) => {
      if (!wanted.includes(y)) return;
      const weight = worth(y);
      for (let d = 0, i = first; d < change.length; d++, i++) out[i] -= change[d] * price[d] * weight;
    },
    only,
  );
  if (selection.measure === "net") {
    const paying = payers.flatMap((payer, k) => (selection.payers.includes(payer) ? [k] : []));
    const cost = costDraws(account, drawn.from, draws);
    for (const k of paying) {
      for (const y of wanted) {
        const cell = k * sums.years.length + y;
        addTo(out, cost(cell), 0, -worth(y));
      }
    }
  }
  return out;
}

/** Pairs of a selection. */
export function chosenPairs(
  { sums, payers }: Account,
  selection: Pick<Selection, "payers" | "consequences">,
): (c: number, k: number) => boolean {
  const chosen = sums.consequences.map((name) => selection.consequences.includes(name));
  const paying = payers.map((payer) => selection.payers.includes(payer));
  return (c, k) => chosen[c] && paying[k];
}

function addTo(out: Float64Array, values: Float64Array, first: number, weight: number): void {
  for (let d = 0, i = first; d < values.length; d++, i++) out[i] += values[d] * weight;
}
