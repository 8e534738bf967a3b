const wholeNumber = /^(\d+)[.,]0+$/;
const scientific = /^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,3})$/;

/** A double holds every whole number below 2^53, and spreadsheets keep 15 digits of any. */
const EXACT = 1e15;

/** What became of an identifier that something stored as a number. */
export type StoredNumber = { readonly kind: "digits"; readonly digits: string } | { readonly kind: "lost" };

/**
 * An identifier written as a number: `10101,0` and `1.0101E+4` are the digits 10101, while `1.0E+9` has lost the digits behind those
 * it shows. Undefined for any other text.
 */
export function identifierDigits(text: string): StoredNumber | undefined {
  const whole = wholeNumber.exec(text);
  if (whole !== null) return { kind: "digits", digits: whole[1] };
  const match = scientific.exec(text);
  if (match === null) return undefined;
  const decimals = match[2] ?? "";
  const zeros = Number(match[3]) - decimals.length;
  return zeros === 0 ? { kind: "digits", digits: match[1] + decimals } : { kind: "lost" };
}

/** Whether a typed number can have lost digits of an identifier. */
export function hasLostDigits(value: number): boolean {
  return Math.abs(value) >= EXACT;
}

/** Whether a piece of text may be a number of that kind: it begins with a digit and holds a mark or an e. */
export function mayBeStoredNumber(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (!(first >= 48 && first <= 57)) return false;
  for (let i = from + 1; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 44 || c === 46 || c === 69 || c === 101) return true;
    if (c < 48 || c > 57) return false;
  }
  return false;
}
