import { dateOf, dayOf, NO_DAY } from "@kontrafakt/base";
import { digitsAt, type Identifier, type IdentifierContext, sexOf } from "./identifier.js";

/**
 * Swedish personnummer: year, month, day, three digits of a birth number (001–999, odd for men) and a check digit by the modulus 10
 * method (Luhn), written with ten digits and a separator, or with twelve. The separator is a hyphen, and a plus sign from the year in
 * which the person turns 100. A samordningsnummer has 60 added to the day.
 * With ten digits the century follows from the separator and the day the file was drawn; without one the number keeps ten digits.
 * Source: 18 and 18 a § folkbokföringslagen (1991:481); Skatteverket, SKV 704 "Personnummer" and SKV M 2010:3 "Samordningsnummer".
 *
 * @param digits ten or twelve digits
 * @param plus the separator is a plus sign
 */
export function swedishPersonnummer(digits: string, plus: boolean, { asOf }: IdentifierContext): Identifier | undefined {
  const long = digits.length === 12;
  const short = long ? digits.slice(2) : digits;
  const stated = digitsAt(short, 4, 2);
  const coordinated = stated > 60;
  const day = coordinated ? stated - 60 : stated;
  const month = digitsAt(short, 2, 2);
  const birthNumber = digitsAt(short, 6, 3);
  if (birthNumber === 0) return undefined;
  const yearOfTwo = digitsAt(short, 0, 2);
  const years = long
    ? [digitsAt(digits, 0, 4)]
    : asOf === undefined
      ? [1900, 2000].map((c) => c + yearOfTwo)
      : [yearAt(yearOfTwo, plus, asOf)];
  if (long && !(years[0] >= 1800 && years[0] < 2100)) return undefined;
  if (!years.some((year) => dayOf(year, month, day) !== NO_DAY)) return undefined;
  const known = years.length === 1;
  return {
    kind: coordinated ? "se-samordningsnummer" : "se-personnummer",
    valid: luhnHolds(short),
    id: known ? `${years[0]}${short.slice(2)}` : digits,
    sex: sexOf(birthNumber),
    ...(known ? { bornDay: dayOf(years[0], month, day) } : {}),
  };
}

/** The latest year of the two digits that is not after the day, a hundred years earlier with a plus sign. */
function yearAt(two: number, plus: boolean, asOf: number): number {
  const { year } = dateOf(asOf);
  const latest = year - ((((year - two) % 100) + 100) % 100);
  return plus ? latest - 100 : latest;
}

function luhnHolds(short: string): boolean {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const product = digitsAt(short, i, 1) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
