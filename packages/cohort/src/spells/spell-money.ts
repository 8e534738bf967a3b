import { type Draw, moneyOf } from "../options/outcome-draws.js";
import type { BlockSpells } from "./block-spells.js";
import type { Services } from "./read-services.js";
import type { SpellMoney } from "./spells.js";

/**
 * The money of the spells as a draw takes it: a price is kr a day; an amount is spread evenly over the row's days (also those after the
 * extract, where its last day is known), or falls whole on its first or last day. Kr a day and kr; NaN where it is not known.
 */
export function spellMoney(services: Services, draw: Draw): SpellMoney {
  const n = services.spells.unit.length;
  const money: SpellMoney = { rate: new Float64Array(n), lump: new Float64Array(n), on: new Int32Array(n) };
  for (const [b, block] of services.blocks.entries()) {
    if (!draw.blocks.includes(block.place)) continue;
    const source = moneyOf(block.block, draw.amountFrom);
    if (source === "price") money.rate.set(block.price as Float64Array, services.first[b]);
    else if (source === "amount") setAmounts(money, block, services.first[b]);
  }
  return money;
}

function setAmounts({ rate, lump, on }: SpellMoney, { block, amount, from, full, row }: BlockSpells, first: number): void {
  const amounts = amount as Float64Array;
  for (let k = 0; k < row.length; k++) {
    if (block.spread === "days") rate[first + k] = amounts[k] / (full[k] - from[k] + 1);
    else {
      lump[first + k] = amounts[k];
      on[first + k] = block.spread === "start" ? from[k] : full[k];
    }
  }
}

/** Draws that take the same blocks' money from the same columns have the same money: one key. */
export function moneyKey({ blocks }: Services, draw: Draw): string {
  return blocks.map(({ place, block }) => (draw.blocks.includes(place) ? moneyOf(block, draw.amountFrom) : "")).join();
}
