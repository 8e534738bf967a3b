import { type Day, dateOf, NO_DAY } from "@kontrafakt/base";

/** Where Windows-1252 puts the few letters outside Latin-1 that the sample uses. */
const extra = new Map([
  ["–", 0x96],
  ["’", 0x92],
  ["€", 0x80],
]);

/** Text as Windows-1252 bytes. Throws on a letter that the sample should not use. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = extra.get(letter) ?? letter.codePointAt(0) ?? 0;
    if (code > 0xff) throw new Error(`no Windows-1252 byte for "${letter}"`);
    return code;
  });
}

/** A field as case systems write it: quoted only where it must be. */
export function field(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** dd-mm-yyyy, or nothing for a missing day. */
export function danishDate(day: Day): string {
  if (day === NO_DAY) return "";
  const { year, month, day: d } = dateOf(day);
  return `${String(d).padStart(2, "0")}-${String(month).padStart(2, "0")}-${year}`;
}

/** A number with decimal comma. */
export function danishNumber(value: number, decimals?: number): string {
  return (decimals === undefined ? String(value) : value.toFixed(decimals)).replace(".", ",");
}

/** Lines with CRLF, as bytes. */
export function csvBytes(header: readonly string[], lines: readonly string[]): Uint8Array {
  return windows1252(`${[header.map(field).join(";"), ...lines].join("\r\n")}\r\n`);
}
