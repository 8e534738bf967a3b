import { dayOf, NO_DAY } from "@kontrafakt/base";
import { digitsAt, type Identifier, sexOf } from "./identifier.js";

const CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

const centuries: ReadonlyMap<string, number> = new Map([
  ["+", 1800],
  ..."-YXWVU".split("").map((mark) => [mark, 1900] as const),
  ..."ABCDEF".split("").map((mark) => [mark, 2000] as const),
]);

/**
 * Finnish henkilötunnus: day, month, year, a mark for the century, an individual number of three digits (odd for men, 002–899, and
 * 900–999 for temporary and test numbers) and a check character, the nine digits modulo 31. The mark is part of the number: + for the
 * 1800s; - or Y, X, W, V, U for the 1900s; A to F for the 2000s.
 * Source: valtioneuvoston asetus väestötietojärjestelmästä 128/2010, as changed from 1 January 2023; Digi- ja väestötietovirasto,
 * "Henkilötunnuksen välimerkkiuudistus" (dvv.fi/hetu-uudistus).
 *
 * @param text eleven characters, letters in upper case
 */
export function finnishHetu(text: string): Identifier | undefined {
  const century = centuries.get(text[6]);
  if (century === undefined) return undefined;
  const bornDay = dayOf(century + digitsAt(text, 4, 2), digitsAt(text, 2, 2), digitsAt(text, 0, 2));
  const serial = digitsAt(text, 7, 3);
  if (bornDay === NO_DAY || serial < 2) return undefined;
  const remainder = (digitsAt(text, 0, 6) * 1000 + serial) % 31;
  return { kind: "fi-hetu", valid: CHECKS[remainder] === text[10], id: text, bornDay, sex: sexOf(serial) };
}
