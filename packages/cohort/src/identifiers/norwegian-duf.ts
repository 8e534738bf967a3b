import { digitsAt, type Identifier, weightedSum } from "./identifier.js";

/** For the serial number, then the year: the sum is taken over the ten digits in that order. */
const WEIGHTS = [4, 6, 3, 2, 7, 5, 4, 6, 3, 2];

/**
 * Norwegian DUF number of the immigration administration: year of the first application (four digits), serial number (six), and the
 * weighted sum of the ten modulo 11 as two digits, 00 to 10. It tells neither birth nor sex.
 * Source: Utlendingsdirektoratet, "DUF-nummer" (udi.no) for its parts; Folkehelseinstituttet, Fhi.NINCheck, for the check digits and
 * test numbers. (The number that udi.no shows as an example does not hold.)
 *
 * @param digits twelve digits
 */
export function norwegianDuf(digits: string): Identifier | undefined {
  const year = digitsAt(digits, 0, 4);
  const check = digitsAt(digits, 10, 2);
  if (!(year >= 1960 && year < 2100 && check <= 10)) return undefined;
  const valid = weightedSum(digits.slice(4, 10) + digits.slice(0, 4), WEIGHTS) % 11 === check;
  return { kind: "no-duf", valid, id: digits };
}
