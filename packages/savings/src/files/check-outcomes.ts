import { type Problem, problem } from "@kontrafakt/base";
import type { MoneyOptions } from "../options/savings-options.js";
import type { PriceRow } from "../savings-value.js";
import type { OutcomeInfo } from "./outcome-names.js";
import { sameUnit } from "./units.js";

/** Prices that are counted, and those of quantities whose spend is counted already. */
export interface PriceLists {
  readonly prices: readonly PriceRow[];
  readonly listed: readonly PriceRow[];
}

/** Takes apart the prices of quantities that `listPrices` shows beside spend. */
export function listedApart(prices: readonly PriceRow[], { listPrices }: Pick<MoneyOptions, "listPrices">): PriceLists {
  const quantities = new Set(Object.values(listPrices));
  return {
    prices: prices.filter((p) => !quantities.has(p.consequence)),
    listed: prices.filter((p) => quantities.has(p.consequence)),
  };
}

type Chosen = Pick<MoneyOptions, "exclusive" | "listPrices" | "totalSpend" | "currency">;

/** Priced outcomes that count each other's krone: overlapping ones, the total of all spend, quantities without their spend. */
export function checkOutcomes({ prices, listed }: PriceLists, outcomes: readonly OutcomeInfo[], options: Chosen): Problem[] {
  const strangers = unknownNames(outcomes, options);
  if (strangers.length > 0) return strangers;
  return [
    ...overlapping(prices, outcomes, options),
    ...totalPriced(prices, options),
    ...notMoney(outcomes, options),
    ...listsWithoutPrice({ prices, listed }, options),
  ];
}

function unknownNames(outcomes: readonly OutcomeInfo[], { exclusive, listPrices, totalSpend }: Chosen): Problem[] {
  const known = outcomes.map(({ name }) => name);
  const of = (option: string, names: readonly string[]) =>
    names.flatMap((found) => {
      if (known.includes(found)) return [];
      return [
        problem("savings/outcome-unknown", "error", { option: `savings.${option}` }, { found, outcomes: known.join(", ") }),
      ];
    });
  return [
    ...of("exclusive", exclusive.flat()),
    ...of("listPrices", Object.entries(listPrices).flat()),
    ...of("totalSpend", totalSpend === undefined ? [] : [totalSpend]),
  ];
}

/** Two priced consequences that count the same service would count each krone twice, unless the study says that they share no unit. */
function overlapping(prices: readonly PriceRow[], outcomes: readonly OutcomeInfo[], { exclusive }: Chosen): Problem[] {
  const found: Problem[] = [];
  const priced: string[] = [];
  const apart = (a: string, b: string) => exclusive.some((set) => set.includes(a) && set.includes(b));
  for (const { name, overlaps } of outcomes) {
    const row = prices.find((p) => p.consequence === name);
    if (row === undefined) continue;
    const same = overlaps?.find(({ outcome }) => priced.includes(outcome) && !apart(outcome, name));
    if (same !== undefined) {
      const params = { first: same.outcome, second: name, counts: same.counts };
      found.push(problem("savings/consequences-overlap", "error", row.origin, params));
    }
    priced.push(name);
  }
  return found;
}

function totalPriced(prices: readonly PriceRow[], { totalSpend }: Chosen): Problem[] {
  const row = prices.find((p) => p.consequence === totalSpend);
  return row === undefined ? [] : [problem("savings/total-priced", "error", row.origin, { consequence: row.consequence })];
}

/** All spend is an amount: days could be held against no krone. */
function notMoney(outcomes: readonly OutcomeInfo[], { totalSpend, currency }: Chosen): Problem[] {
  const total = outcomes.find(({ name }) => name === totalSpend);
  if (total === undefined || sameUnit(total.unit, currency) || sameUnit(total.unit, "kr")) return [];
  const params = { outcome: total.name, unit: total.unit, currency };
  return [problem("savings/total-not-money", "error", { option: "savings.totalSpend" }, params)];
}

function listsWithoutPrice({ prices, listed }: PriceLists, { listPrices }: Chosen): Problem[] {
  const where = { option: "savings.listPrices" };
  return Object.entries(listPrices).flatMap(([spend, quantity]) => {
    if (spend === quantity) return [problem("savings/list-of-itself", "error", where, { spend })];
    if (!listed.some((p) => p.consequence === quantity))
      return [problem("savings/list-price-missing", "error", where, { spend, quantity })];
    if (!prices.some((p) => p.consequence === spend))
      return [problem("savings/list-price-without-spend", "error", where, { spend, quantity })];
    return [];
  });
}
