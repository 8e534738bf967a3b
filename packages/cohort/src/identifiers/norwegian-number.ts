import { type Day, dayOf, NO_DAY } from "@kontrafakt/base";
import { digitsAt, type Identifier, type IdentifierContext, type IdentifierKind, sexOf, weightedSum } from "./identifier.js";

/** Each digit sum with its own check digit (weight 1) is divided by 11. */
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Numbers issued from this day may leave 1, 2 or 3 in the first check, and tell neither century nor sex. */
const NEW_CHECK_FROM: Day = dayOf(2032, 1, 1);

/**
 * Norwegian numbers of eleven digits: day, month, year, three individual digits, two check digits.
 *
 * A fødselsnummer tells the century by its individual digits (500–749 with year 54–99: 1800s; 000–499: 1900s; 900–999 with year 40–99:
 * 1900s; 500–999 with year 00–39: 2000s) and the sex by the third of them. A D-number has 40 added to the day. Both check digits leave
 * 0 modulo 11; numbers issued from 1 January 2032 leave 0, 1, 2 or 3 in the first check, and are sexless.
 * A helping number of the health service (H-number) has 40 added to the month; synthetic test numbers have 40, 65 or 80.
 * A shared helping number (FH-number) begins with 8 or 9 and holds no date.
 * Source: folkeregisterforskriften § 2-2-1; Skatteetaten, "Nytt fødselsnummer fra 2032" with its validator and test numbers
 * (skatteetaten.github.io/folkeregisteret-api-dokumentasjon) and "Test Norge" (+80); Direktoratet for e-helse, "Identifikatorer for
 * personer" (HIS 1001) (H and FH); Folkehelseinstituttet, Fhi.NINCheck (+65).
 *
 * @param digits eleven digits
 */
export function norwegianNumber(digits: string, { asOf }: IdentifierContext): Identifier | undefined {
  const first = weightedSum(digits, FIRST) % 11;
  const second = weightedSum(digits, SECOND) % 11;
  const old = first === 0 && second === 0;
  const stated = digitsAt(digits, 0, 2);
  if (stated >= 80) return { kind: "no-fh-number", valid: old, id: digits };
  const day = stated > 40 ? stated - 40 : stated;
  const moved = digitsAt(digits, 2, 2);
  const added = moved > 80 ? 80 : moved > 65 ? 65 : moved > 40 ? 40 : 0;
  const month = moved - added;
  const year = digitsAt(digits, 4, 2);
  const serial = digitsAt(digits, 6, 3);
  const kind: IdentifierKind =
    added === 80 || added === 65
      ? "no-synthetic"
      : added === 40
        ? "no-h-number"
        : stated > 40
          ? "no-d-number"
          : "no-fodselsnummer";
  const century = centuryOf(year, serial);
  const bornDay = century === undefined ? NO_DAY : dayOf(century + year, month, day);
  if (old && bornDay !== NO_DAY) return { kind, valid: true, id: digits, bornDay, sex: sexOf(serial) };
  const late = asOf === undefined || asOf >= NEW_CHECK_FROM;
  if (dayOf(2000 + year, month, day) === NO_DAY && bornDay === NO_DAY) return undefined;
  return { kind, valid: late && first <= 3 && second === 0 && dayOf(2000 + year, month, day) !== NO_DAY, id: digits };
}

function centuryOf(year: number, serial: number): number | undefined {
  if (serial < 500) return 1900;
  if (year < 40) return 2000;
  if (year >= 54 && serial < 750) return 1800;
  return serial >= 900 ? 1900 : undefined;
}
