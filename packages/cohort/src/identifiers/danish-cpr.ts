import { type Day, dayOf, NO_DAY } from "@kontrafakt/base";
import { digitsAt, type Identifier, sexOf, weightedSum } from "./identifier.js";

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Danish personnummer (CPR): day, month, year, four digits of a serial number. The seventh digit and the year give the century, the
 * tenth the sex.
 *
 * Modulus 11 held for every number until 1 October 2007 and is not a condition since: numbers of some birthdays have run out and are
 * issued without. So the only condition is a date of the calendar; `certain` says whether modulus 11 holds as well.
 * A replacement number for those without a CPR number has 60 added to the day.
 * Source: CPR-kontoret, "Opbygning af CPR-nummeret", "Personnumre uden kontrolciffer (modulus 11 kontrol)" (10-05-2023) and
 * "Spørgsmål og svar: Personnummer" (replacement numbers), cpr.dk.
 *
 * @param digits ten digits
 */
export function danishCpr(digits: string): Identifier | undefined {
  const stated = digitsAt(digits, 0, 2);
  const replaced = stated > 60;
  const year = centuryOf(digits) + digitsAt(digits, 4, 2);
  const bornDay = dayOf(year, digitsAt(digits, 2, 2), replaced ? stated - 60 : stated);
  if (bornDay === NO_DAY) return undefined;
  return {
    kind: replaced ? "dk-replacement" : "dk-cpr",
    valid: true,
    id: digits,
    bornDay,
    sex: sexOf(digitsAt(digits, 9, 1)),
    certain: !replaced && weightedSum(digits, WEIGHTS) % 11 === 0,
  };
}

/** 0–3: 1900s; 4 and 9: 2000s to year 36, else 1900s; 5–8: 2000s to year 57, else 1800s. */
function centuryOf(digits: string): number {
  const seventh = digitsAt(digits, 6, 1);
  const year = digitsAt(digits, 4, 2);
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

/**
 * Danish replacement number with letters, used by hospitals and regions (eCPR) and in schools: a date, then either a digit for the
 * century, two letters and a digit for the sex, or three letters and a digit. There is no check digit.
 * Century: 1 and 0 for the 1900s, 7 and 6 for the 2000s, 5 for the 1800s.
 * Source: Sundhedsdatastyrelsen, "Format for erstatningspersonnumre X-eCPR og D-eCPR" (nspop.dk); Styrelsen for It og Læring, guide to
 * fictitious CPR numbers ("KOT CPR", viden.stil.dk).
 *
 * @param text ten characters, letters in upper case
 */
export function danishLetterReplacement(text: string): Identifier | undefined {
  const [day, month, year] = [digitsAt(text, 0, 2), digitsAt(text, 2, 2), digitsAt(text, 4, 2)];
  const seventh = text[6];
  const isLetter = seventh >= "A";
  const century = isLetter ? undefined : centuryOfLetters.get(seventh);
  if (!isLetter && century === undefined) return undefined;
  const exists = (century === undefined ? [1900, 2000] : [century]).some((c) => dayOf(c + year, month, day) !== NO_DAY);
  if (!exists) return undefined;
  const born: { bornDay?: Day } = century === undefined ? {} : { bornDay: dayOf(century + year, month, day) };
  return { kind: "dk-replacement", valid: true, id: text, ...born, ...(isLetter ? {} : { sex: sexOf(digitsAt(text, 9, 1)) }) };
}

const centuryOfLetters: ReadonlyMap<string, number> = new Map([
  ["0", 1900],
  ["1", 1900],
  ["5", 1800],
  ["6", 2000],
  ["7", 2000],
]);
