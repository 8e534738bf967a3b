/** The levels that a column of yes and no is recoded to; the first is the base. */
export const BOOLEAN_LEVELS = ["no", "yes"] as const;

/** Danish, Norwegian, Swedish, Finnish, Icelandic and English; numbers and marks as systems write them. */
const yes = "ja j jo kyllä k já yes y sand sandt sann sant tosi satt true t 1 x ✓ ✔ ☒ ☑".split(" ");
const no = "nej n nei ei e no falsk falskt usand usandt usann usant epätosi ósatt false f 0 ☐".split(" ");
const meaning = new Map([...yes.map((word) => [word, 1] as const), ...no.map((word) => [word, 0] as const)]);

/** 1 for a word that means yes, 0 for no, −1 for anything else. `word` is in lower case without outer blanks. */
export function booleanWord(word: string): -1 | 0 | 1 {
  return meaning.get(word.replace(/^([01])[.,]0+$/, "$1")) ?? meaning.get(word.replace(/[.!]$/, "")) ?? -1;
}
