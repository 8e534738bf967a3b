import { type ColumnRole, personalTerms, roleTerms } from "./role-terms.js";

/** A header as words: camel case and punctuation split, lower case, composed letters. */
export function headerWords(header: string): string[] {
  return header
    .normalize("NFC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Roles by term; long terms also apart, since they are looked for within words. */
const rolesOf = new Map<string, ColumnRole[]>();
for (const [role, terms] of roleTerms) {
  for (const term of new Set(terms.map(squeeze))) {
    const roles = rolesOf.get(term);
    if (roles === undefined) rolesOf.set(term, [role]);
    else roles.push(role);
  }
}
const longTerms = [...rolesOf.keys()].filter((term) => term.length >= 5);
const personal = new Set(personalTerms.map(squeeze));

/** How well a header fits a role, 0 to 1, and the term it was known by. */
export interface HeaderScore {
  readonly score: number;
  readonly term: string;
}

const NONE: HeaderScore = { score: 0, term: "" };

/**
 * How well a header fits each role: 1 where the whole header is a known term, 0.75 where it begins or ends with one as a word, 0.6 where
 * one of its words is, 0.45 where a term of five letters or more is part of a word. Longer terms win.
 */
export function headerScores(header: string): ReadonlyMap<ColumnRole, HeaderScore> {
  const words = headerWords(header);
  const whole = words.join("");
  const found = new Map<ColumnRole, HeaderScore>();
  const offer = (score: number, term: string) => {
    for (const role of rolesOf.get(term) ?? []) {
      const best = found.get(role) ?? NONE;
      if (score > best.score || (score === best.score && term.length > best.term.length)) found.set(role, { score, term });
    }
  };
  offer(1, whole);
  words.forEach((word, i) => {
    if (words.length > 1) offer(i === 0 || i === words.length - 1 ? 0.75 : 0.6, word);
  });
  for (const term of longTerms) if (whole.includes(term)) offer(0.45, term);
  return found;
}

/** `headerScores` for one role. */
export function headerScore(header: string, role: ColumnRole): HeaderScore {
  return headerScores(header).get(role) ?? NONE;
}

/** Whether a header announces a name, an address or notes about a person. */
export function isPersonalHeader(header: string): boolean {
  const words = headerWords(header);
  return personal.has(words.join("")) || words.some((word) => personal.has(word) && word.length > 3 && word !== "name");
}
