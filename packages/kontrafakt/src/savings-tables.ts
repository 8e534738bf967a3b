import { fail, type Tidy, tidy } from "@kontrafakt/base";
import type { MoneyFiles, Savings, Verification } from "@kontrafakt/savings";
import { messages } from "./messages.js";

type Cell = string | number | null;

/** Parts of savings that are tables of their own. */
export const savingsParts = {
  figures: (s: Savings) => s.figures.map(({ switching: _, ...figures }) => figures),
  switching: (s: Savings) =>
    s.figures.flatMap(({ account, payer, horizon, switching }) => switching.map((v) => ({ account, payer, horizon, ...v }))),
  shares: (s: Savings) => s.shares,
  tornado: (s: Savings) => s.tornado,
  bookable: (s: Savings) =>
    s.bookable.flatMap(({ bounds, ...row }) => bounds.map(({ level, amount }) => ({ ...row, level, amount }))),
  transfers: (s: Savings) => s.transfers,
  payerShares: (s: Savings) => s.payerShares,
  scaled: (s: Savings) => s.scaled ?? [],
  subgroups: (s: Savings) => s.subgroups ?? [],
  listPrices: (s: Savings) => s.listPrices ?? [],
  human: (s: Savings) => s.human,
  breakEven: (s: Savings) => s.breakEven.share,
} as const satisfies Readonly<Record<string, (savings: Savings) => readonly object[]>>;

/** Parts of a verification that are tables of their own. */
export const verificationParts = {
  waterfall: (v: Verification) => v.waterfall,
  gap: (v: Verification) => v.gap,
  reconciliation: (v: Verification) => v.reconciliation,
  budget: (v: Verification) => v.budget,
} as const satisfies Readonly<Record<string, (verification: Verification) => readonly object[]>>;

/** Money files that are tables of their own; each row with the file and row it comes from. */
export const moneyParts = {
  prices: (m: MoneyFiles) => m.prices,
  costs: (m: MoneyFiles) => m.costs,
  claim: (m: MoneyFiles) => m.claim,
  budget: (m: MoneyFiles) => m.budget,
  volume: (m: MoneyFiles) => m.volume ?? [],
  index: (m: MoneyFiles) => m.index ?? [],
} as const satisfies Readonly<Record<string, (money: MoneyFiles) => readonly object[]>>;

export type MoneyPart = keyof typeof moneyParts;
export type SavingsPart = keyof typeof savingsParts;
export type VerificationPart = keyof typeof verificationParts;

/** Savings by line: one figure a row, observed apart from assumed; or one of their parts. */
export function savingsTable(savings: Savings, part?: string): Tidy {
  if (part !== undefined) return flatTable(partOf(savingsParts, part)(savings));
  return flatTable(
    savings.lines.map(({ figure, ...line }) => ({ ...line, ...figure })),
    lineColumns,
  );
}

/** Of results: savings by line, or one of the parts of savings and verification. */
export function resultsTable(results: { readonly savings: Savings; readonly verification?: Verification }, part?: string): Tidy {
  const { savings, verification } = results;
  if (part === undefined || verification === undefined || Object.hasOwn(savingsParts, part)) return savingsTable(savings, part);
  if (Object.hasOwn(verificationParts, part)) return verificationTable(verification, part);
  return noPart({ ...savingsParts, ...verificationParts }, part);
}

/** Money files by price row, or one of the other files. */
export function moneyTable(money: MoneyFiles, part = "prices"): Tidy {
  return flatTable(partOf(moneyParts, part)(money));
}

/** A verification by claimed row, or one of its parts. */
export function verificationTable(verification: Verification, part?: string): Tidy {
  return part === undefined
    ? flatTable(verification.rows, ["year", "payer", "consequence", "claim", "evaluated"])
    : flatTable(partOf(verificationParts, part)(verification));
}

const lineColumns =
  "basis measure year payer consequence discounted estimate se df lower upper bandLower bandUpper priceLower priceUpper".split(
    " ",
  );

function partOf<T>(parts: Readonly<Record<string, T>>, part: string): T {
  return Object.hasOwn(parts, part) ? parts[part] : noPart(parts, part);
}

function noPart(parts: object, part: string): never {
  return fail("kontrafakt/no-part", {}, { part, parts: Object.keys(parts).join(", ") }, messages);
}

/**
 * Records as a table. A figure within a record gives a column for each of its numbers: `net` with `estimate` and `lower` becomes `net` and
 * `netLower`. Columns in the order in which they first come up, or as named.
 */
function flatTable(rows: readonly object[], columns?: readonly string[]): Tidy {
  const flat = rows.map((row) => new Map(Object.entries(row).flatMap(([name, value]) => spread(name, value))));
  const names = columns ?? [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return tidy(
    names,
    flat.map((row) => names.map((name) => row.get(name) ?? null)),
  );
}

function spread(name: string, value: unknown): [string, Cell][] {
  if (typeof value !== "object" || value === null) return [[name, cellOf(value)]];
  return Object.entries(value).map(([key, inner]) => [
    key === "estimate" ? name : `${name}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`,
    cellOf(inner),
  ]);
}

function cellOf(value: unknown): Cell {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" || typeof value === "string"
    ? value
    : value === undefined || value === null
      ? null
      : String(value);
}
