import type { Account } from "../account/account.js";
import type { Selection } from "../account/figure.js";
import { isPublic } from "../options/payer-options.js";
import { uncertainCost } from "./cost-draws.js";
import { selectedOf } from "./draw-money.js";
import type { DrawnAccount } from "./each-cell.js";
import type { InputKey } from "./inputs.js";

/**
 * What the uncertainty of a study is measured on: the discounted saving of all public payers over all columns. Cashable money where a lag is
 * uncertain, since a lag moves nothing else; else gross.
 */
export function publicSelection({ sums, payers, kinds }: Account, inputs: readonly Pick<InputKey, "source">[]): Selection {
  return {
    measure: inputs.some(({ source }) => source === "lag") ? "cashable" : "gross",
    payers: payers.filter((_, k) => isPublic(kinds[k])),
    consequences: sums.consequences,
    years: sums.years,
    basis: "both",
    discounted: true,
  };
}

/** A discounted selection less the cost of its payers, in each draw. */
export function netOf(drawn: DrawnAccount, selection: Selection): Float64Array {
  const { account, from, draws } = drawn;
  const out = selectedOf(drawn, selection);
  const cost = uncertainCost(account, from, draws);
  account.payers.forEach((payer, k) => {
    if (!selection.payers.includes(payer)) return;
    account.discount.forEach((factor, y) => {
      const cell = k * account.discount.length + y;
      const spent = cost?.(cell);
      const known = account.cost[cell];
      if (spent === undefined && known === 0) return;
      for (let d = 0; d < draws; d++) out[d] -= (spent?.[d] ?? known) * factor;
    });
  });
  return out;
}
