import { candidatesIn } from "./candidates.js";
import { type Family, familyOf, type Identifier, type IdentifierContext } from "./identifier.js";

/**
 * Reads a text as a Nordic national identifier, with or without separators and blanks around it.
 * One text may be read as numbers of two countries; given no family the likelier is taken: the one whose check digits hold, and the
 * Danish one where modulus 11 holds too. Whole columns are judged by `findIdentifiers`, which knows better.
 *
 * @returns undefined where the form or the date fits no kind; `valid` is false where only the check digits fail
 */
export function identify(text: string, context: IdentifierContext = {}, family?: Family): Identifier | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 20) return undefined;
  const [candidate] = candidatesIn(trimmed, context);
  if (candidate === undefined || candidate.start !== 0 || candidate.end !== trimmed.length) return undefined;
  const readings = family === undefined ? candidate.readings : candidate.readings.filter((r) => familyOf(r.kind) === family);
  return readings.find((reading) => reading.valid) ?? readings[0];
}
