import type { PriceRow } from "../savings-value.js";
import { numberAt, type Rows, refuse, shown } from "./rows.js";

/** How a saving becomes a lower budget: cashable share, capacity step and lag. */
export type Capacity = Pick<PriceRow, "cashable" | "step" | "lag" | "lagLow" | "lagHigh">;

/** The row's cashable share, step and lag. A step decides what can leave a budget, so a share beside it must be 1 or empty. */
export function capacityAt(rows: Rows, i: number): Capacity {
  const step = numberAt(rows, "step", i);
  const stepped = !Number.isNaN(step);
  const given = numberAt(rows, "cashable", i);
  const cashable = stepped && Number.isNaN(given) ? 1 : given;
  if (!(0 <= cashable && cashable <= 1)) {
    refuse(rows, i, "cashable", "savings/cashable-outside", { found: shown(cashable) });
  } else if (stepped && cashable < 1) refuse(rows, i, "cashable", "savings/step-and-cashable", { step, cashable });
  if (stepped && !(step > 0 && step < Infinity)) refuse(rows, i, "step", "savings/step-not-positive", { found: step });
  return { cashable, ...(stepped && { step }), ...lagAt(rows, i) };
}

function lagAt(rows: Rows, i: number): Pick<PriceRow, "lag" | "lagLow" | "lagHigh"> {
  const [lag, lagLow, lagHigh] = [numberAt(rows, "lag", i), numberAt(rows, "lagLow", i), numberAt(rows, "lagHigh", i)];
  const ranged = !Number.isNaN(lagLow) || !Number.isNaN(lagHigh);
  if (Number.isNaN(lag)) {
    if (ranged) refuse(rows, i, "lag", "savings/lag-range-without-lag", { low: shown(lagLow), high: shown(lagHigh) });
    return {};
  }
  if (!(lag >= 0 && lag <= LONGEST)) refuse(rows, i, "lag", "savings/lag-outside", { found: lag, most: LONGEST });
  else if (ranged && !(0 <= lagLow && lagLow <= lag && lag <= lagHigh && lagHigh <= LONGEST)) {
    const key = 0 <= lagLow && lagLow <= lag ? "lagHigh" : "lagLow";
    refuse(rows, i, key, "savings/lag-range", { lag, low: shown(lagLow), high: shown(lagHigh), most: LONGEST });
  }
  return { lag, ...(ranged && { lagLow, lagHigh }) };
}

/** Years; beyond this a lag is a slip of the pen. */
const LONGEST = 60;
