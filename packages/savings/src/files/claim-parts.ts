import type { ClaimRow } from "../savings-value.js";
import { numberAt, type Rows, refuse, shown } from "./rows.js";

const factors = ["starters", "effect", "price"] as const;

/** An amount may differ from the product of its parts by so much, or by being rounded to a whole thousand. */
const TOLERANCE = 0.005;
const THOUSAND = 1000;

/** What a claimed amount is the product of: starters × effect × price × cashable; undefined where the row doesn't say. */
export function claimPartsAt(rows: Rows, i: number, amount: number, consequence: string): ClaimRow["parts"] {
  const [starters, effect, price] = factors.map((key) => numberAt(rows, key, i));
  const stated = numberAt(rows, "cashable", i);
  const empty = factors.filter((key) => Number.isNaN(numberAt(rows, key, i)));
  if (empty.length === factors.length && Number.isNaN(stated)) return undefined;
  const found = rows.problems.length;
  if (empty.length > 0) {
    const missing = empty.map((key) => rows.headers.get(key) ?? key).join(", ");
    refuse(rows, i, empty[0], "savings/claim-parts-half", { missing });
    return undefined;
  }
  const cashable = Number.isNaN(stated) ? 1 : stated;
  if (consequence === "") refuse(rows, i, "consequence", "savings/claim-parts-of-nothing");
  if (!(starters >= 0 && starters < Infinity)) refuse(rows, i, "starters", "savings/claim-part-negative", { found: starters });
  // Below 0 for who receives what another pays, as a plan's claim has it.
  if (!Number.isFinite(price)) refuse(rows, i, "price", "savings/amount-missing", { found: price });
  if (!Number.isFinite(effect)) refuse(rows, i, "effect", "savings/amount-missing", { found: effect });
  if (!(0 <= cashable && cashable <= 1)) refuse(rows, i, "cashable", "savings/cashable-outside", { found: shown(cashable) });
  if (rows.problems.length > found) return undefined;
  const product = starters * effect * price * cashable;
  const rounding = amount % THOUSAND === 0 ? THOUSAND / 2 : 0;
  if (Math.abs(amount - product) > Math.max(rounding, TOLERANCE * Math.abs(product))) {
    refuse(rows, i, "amount", "savings/claim-not-product", {
      amount,
      product: Number(product.toPrecision(12)),
      starters,
      effect,
      price,
      cashable,
    });
  }
  return { starters, effect, price, cashable };
}
