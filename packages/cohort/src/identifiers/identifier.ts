import type { Day } from "@kontrafakt/base";

/** Kinds of national identifiers that are found, by country. */
export const identifierKinds = [
  "dk-cpr",
  "dk-replacement",
  "se-personnummer",
  "se-samordningsnummer",
  "no-fodselsnummer",
  "no-d-number",
  "no-h-number",
  "no-fh-number",
  "no-synthetic",
  "no-duf",
  "fi-hetu",
] as const;

export type IdentifierKind = (typeof identifierKinds)[number];

/** Numbers whose form is the same and that stand in one column side by side: what a column is judged by. */
export type Family = "dk" | "se" | "no" | "duf" | "fi";

export const families: readonly Family[] = ["dk", "se", "no", "duf", "fi"];

export function familyOf(kind: IdentifierKind): Family {
  return kind === "no-duf" ? "duf" : (kind.slice(0, 2) as Family);
}

/** A text that has the form of a national identifier and a date of the calendar where its kind holds one. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** The check digits hold, for a kind that has them. */
  readonly valid: boolean;
  /** The identifier without separators and, where its century can be told, with it: two ways of writing one number are the same text. */
  readonly id: string;
  /** Where the number tells it. */
  readonly bornDay?: Day;
  readonly sex?: "female" | "male";
  /** A further sign that chance seldom gives: modulus 11 of a Danish number, which need not hold. */
  readonly certain?: boolean;
}

/** What the century of a number without one is reckoned from, and from when a rule holds. */
export interface IdentifierContext {
  /** The day the file was drawn: nobody in it was born later. Without one, a Swedish number of ten digits keeps its ten. */
  readonly asOf?: Day;
}

/** Value of the two digits at a place, or of `count` digits. */
export function digitsAt(digits: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) value = 10 * value + digits.charCodeAt(i) - 48;
  return value;
}

/** Odd for men, even for women, as all the Nordic numbers have it. */
export function sexOf(digit: number): "female" | "male" {
  return digit % 2 === 1 ? "male" : "female";
}

/** Σ weight · digit over the first digits. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * (digits.charCodeAt(i) - 48);
  return sum;
}
