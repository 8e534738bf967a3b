import type { Account } from "../account/account.js";
import { arrivalWeight } from "../account/arrival.js";
import { columnsOf } from "../account/figure.js";
import type { BottomLine, Horizon } from "../figures/figures-value.js";
import { isPublic, type PayerKind } from "../options/payer-options.js";
import type { SocietyRule } from "./society-rule.js";

/** Which bottom line, over which years, discounted or not. */
export interface LineChoice {
  readonly account: BottomLine;
  /** For `payer`. */
  readonly payer: string | null;
  readonly horizon: Horizon;
  readonly discounted: boolean;
  /** Calendar years; absent = all. */
  readonly years?: readonly number[];
  readonly measure?: "gross" | "cashable";
}

/** A bottom line as a linear figure: benefit = Σ weights · person sums, cost known. */
export interface LineWeights {
  /** On the person sums. */
  readonly weights: Float64Array;
  readonly cost: number;
}

/**
 * Benefit and cost of one payer, of all public payers together, or of society. One payer and the public purse count kroner as they are paid.
 * Society counts what is used up, in market prices, and what taxes cost:
 * - a public payer's spending counts (1 + τ)·conversion, its programme cost too;
 * - what citizens, relatives and others pay counts as it is: they pay market prices;
 * - a transfer counts as it is on both sides, so that it cancels, and τ of it where the public purse pays or receives it.
 *
 * A payer whose prices nobody knows (`measured` 0) is in it with its cost alone.
 */
export function bottomLine(account: Account, choice: LineChoice): LineWeights {
  const { sums, prices, payers, kinds, discount, rule } = account;
  const [K, Y] = [payers.length, sums.years.length];
  const { discounted, measure = "gross" } = choice;
  const society = choice.account === "society";
  const columns = columnsOf(account, choice.years ?? sums.years, choice.horizon === "observed" ? "observed" : "both");
  const sources = measure === "gross" ? columns : [...sums.years.keys()];
  const weights = new Float64Array(sums.consequences.length * Y);
  let cost = 0;
  payers.forEach((payer, k) => {
    if (!isIn(choice, payer, kinds[k])) return;
    const used = society ? factor(rule, kinds[k], false) : 1;
    const transferred = society ? factor(rule, kinds[k], true) : 1;
    for (const y of columns) cost += account.cost[k * Y + y] * (discounted ? discount[y] : 1) * used;
    for (const y of sources) {
      for (let c = 0; c < sums.consequences.length; c++) {
        const cell = (c * K + k) * Y + y;
        const worth =
          measure === "cashable"
            ? prices.cashable[cell] * arrivalWeight(account, c, k, y, columns, discounted)
            : discounted
              ? discount[y]
              : 1;
        weights[c * Y + y] -= prices.amount[cell] * worth * (prices.transfer[cell] === 1 ? transferred : used);
      }
    }
  });
  return { weights, cost };
}

function isIn({ account, payer: wanted }: LineChoice, payer: string, kind: PayerKind): boolean {
  if (account === "payer") return payer === wanted;
  return account === "society" || isPublic(kind);
}

/** What a krone of a payer counts for society: used up, or handed on to another payer. */
function factor({ priceConversion, taxDistortion }: SocietyRule, kind: PayerKind, transfer: boolean): number {
  if (!isPublic(kind)) return 1;
  return transfer ? 1 + taxDistortion : (1 + taxDistortion) * priceConversion;
}
