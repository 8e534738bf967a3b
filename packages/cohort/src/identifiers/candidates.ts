import { danishCpr, danishLetterReplacement } from "./danish-cpr.js";
import { finnishHetu } from "./finnish-hetu.js";
import type { Identifier, IdentifierContext } from "./identifier.js";
import { norwegianDuf } from "./norwegian-duf.js";
import { norwegianNumber } from "./norwegian-number.js";
import { swedishPersonnummer } from "./swedish-personnummer.js";

/** A piece of text that has the form of a national identifier, whether or not one can be read from it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Digits and letters without separators; a Finnish number keeps its mark. */
  readonly compact: string;
  /** Written as people write identifiers and hardly anything else: with a hyphen or plus sign at its place, or with letters. */
  readonly formed: boolean;
  /** Every kind that the form and the date allow, the likeliest first. */
  readonly readings: readonly Identifier[];
}

const HYPHENS = "\\-\\u2010-\\u2015\\u2212";
const BETWEEN = `(?:[ \\u00a0]?[+${HYPHENS}][ \\u00a0]?|[ \\u00a0])?`;
const DIGIT_FORMS = [`\\d{6}${BETWEEN}\\d{4}`, `\\d{6}${BETWEEN}\\d{5}`, `\\d{8}${BETWEEN}\\d{4}`, "\\d{4} \\d{6} \\d{2}"];
const digitForms = new RegExp(`(?<!\\d)(?<!\\d[.,])(?:${DIGIT_FORMS.join("|")})(?!\\d)`, "gu");
const letterForms = new RegExp(
  `(?<![\\p{L}\\p{N}])\\d{6}(?:[+${HYPHENS}A-FU-Y]\\d{3}[0-9A-Y]|[${HYPHENS}]?(?:\\d[A-Z]{2}|[A-Z]{3})\\d)(?![\\p{L}\\p{N}])`,
  "giu",
);
const letter = /\p{L}/u;
const hyphen = new RegExp(`[${HYPHENS}]`, "u");

/** Whether a text holds enough digits for the search to be worth it. */
export function mayHoldIdentifier(text: string): boolean {
  if (text.length < 9) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57 && ++digits === 6) return true;
  }
  return false;
}

/** Everything in a text that has the form of a national identifier, in order. */
export function candidatesIn(text: string, context: IdentifierContext = {}): readonly Candidate[] {
  if (!mayHoldIdentifier(text)) return [];
  const found: Candidate[] = [];
  for (const match of text.matchAll(digitForms)) found.push(digitCandidate(match[0], match.index, context));
  if (letter.test(text)) {
    for (const match of text.matchAll(letterForms)) {
      if (letter.test(match[0])) found.push(letterCandidate(match[0], match.index));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function digitCandidate(written: string, start: number, context: IdentifierContext): Candidate {
  const compact = written.replace(/\D/gu, "");
  const plus = written.includes("+");
  const dashed = hyphen.test(written);
  const grouped = compact.length !== written.length;
  const readings: (Identifier | undefined)[] = [];
  if (compact.length === 10) {
    const danish = plus ? undefined : danishCpr(compact);
    const swedish = swedishPersonnummer(compact, plus, context);
    const finnish = plus || dashed ? finnishHetu(`${compact.slice(0, 6)}${plus ? "+" : "-"}${compact.slice(6)}`) : undefined;
    if (danish?.certain) readings.push(danish, swedish, finnish);
    else if (swedish?.valid) readings.push(swedish, danish, finnish);
    else readings.push(danish, swedish, finnish);
  } else if (compact.length === 11) {
    if (!plus) readings.push(norwegianNumber(compact, context));
  } else {
    const triple = grouped && !plus && !dashed && written.length === 14;
    const duf = grouped && !triple ? undefined : norwegianDuf(compact);
    const swedish = triple ? undefined : swedishPersonnummer(compact, plus, context);
    readings.push(...(swedish?.valid || !duf?.valid ? [swedish, duf] : [duf, swedish]));
  }
  return { start, end: start + written.length, compact, formed: plus || dashed, readings: readings.filter(present) };
}

function letterCandidate(written: string, start: number): Candidate {
  const upper = written.toUpperCase().replace(hyphen, "-");
  const isFinnish = /^\d{6}[-+A-Z]\d{3}[0-9A-Z]$/.test(upper);
  const compact = isFinnish ? upper : upper.replace("-", "");
  const reading = isFinnish ? finnishHetu(compact) : danishLetterReplacement(compact);
  return { start, end: start + written.length, compact, formed: true, readings: reading === undefined ? [] : [reading] };
}

function present(reading: Identifier | undefined): reading is Identifier {
  return reading !== undefined;
}
