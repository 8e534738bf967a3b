import type { Account } from "../account/account.js";
import { persistenceInputs } from "../persistence/persistence-inputs.js";
import { assumedKeys } from "../planning/draw-assumed.js";
import type { UncertaintySource } from "../savings-value.js";
import { varies } from "./distribution.js";

/** An uncertain number that has one draw of its own. */
export interface InputKey {
  readonly source: UncertaintySource;
  /** Of a price or lag: consequence and payer; of persistence: the option; of a plan: the outcome, or the starters. */
  readonly name: string;
  /** Inputs of one source and group move together. */
  readonly group?: string;
}

/** Where in an account an input acts. */
export interface AccountInput extends InputKey {
  /** The pair c·K + k of a price or lag, else −1. */
  readonly pair: number;
}

/** Uncertain inputs of an account besides effects that were estimated, prices first. */
export function accountInputs({ sums, prices, payers, assumption, assumed }: Account): AccountInput[] {
  const K = payers.length;
  const Y = sums.years.length;
  const uncertain = new Uint8Array(prices.like.length);
  prices.like.forEach((root, pair) => {
    for (let y = 0; y < Y; y++) if (varies(prices.distribution[pair * Y + y])) uncertain[root] = 1;
  });
  const pairs = [...prices.like.keys()].map((pair) => ({
    pair,
    name: `${sums.consequences[Math.floor(pair / K)]}, ${payers[pair % K]}`,
  }));
  const grouped = (group: string | undefined) => (group === undefined || group === "" ? {} : { group });
  return [
    ...pairs
      .filter(({ pair }) => uncertain[pair] === 1)
      .map(({ pair, name }) => ({ source: "price" as const, name, pair, ...grouped(prices.group[pair]) })),
    ...pairs.filter(({ pair }) => varies(prices.lags[pair])).map(({ pair, name }) => ({ source: "lag" as const, name, pair })),
    ...persistenceInputs(assumption).map(({ name }) => ({ source: "persistence" as const, name, pair: -1 })),
    ...(assumed === undefined ? [] : assumedKeys(assumed)).map(({ source, name, group }) => ({
      source,
      name,
      pair: -1,
      ...grouped(group),
    })),
  ];
}
