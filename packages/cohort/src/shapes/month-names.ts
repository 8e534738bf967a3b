// Danish, English, Norwegian (both forms) and Swedish.
const months: readonly (readonly string[])[] = [
  ["januari", "january", "januar", "jan"],
  ["februari", "february", "februar", "feb"],
  ["marts", "march", "mars", "mar"],
  ["april", "apr"],
  ["maj", "may", "mai"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["augusti", "august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["december", "desember", "dec", "des"],
];

/** Every name of a month, longer ones first, in lower case. */
export const monthNames: readonly string[] = months.flat().sort((a, b) => b.length - a.length);

const numbers = new Map(months.flatMap((names, m) => names.map((name) => [name, m + 1] as const)));

/** Month 1–12 of a name in any case; NaN for another text. */
export function monthNumber(name: string): number {
  return numbers.get(name.toLowerCase()) ?? Number.NaN;
}
