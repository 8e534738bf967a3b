export const idRules = ["punctuation", "zeros", "case"] as const;
export type IdRule = (typeof idRules)[number];

/** An id without what the rules say does not matter: blanks and marks, leading zeros, upper and lower case. */
export function sameId(id: string, rules: readonly IdRule[]): string {
  let text = id.normalize("NFC");
  if (rules.includes("punctuation")) text = text.replace(/[\s\p{Pd}./_'’]+/gu, "");
  if (rules.includes("zeros")) text = text.replace(/^0+(?=.)/, "");
  if (rules.includes("case")) text = text.toLowerCase();
  return text;
}
