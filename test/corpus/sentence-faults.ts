import { fill, type Params, type Problem } from "@kontrafakt/base";
import type { Ledger } from "@kontrafakt/cohort";
import { catalogueOf, codeLabel, speak } from "@kontrafakt/report";

const languages = ["en", "da"] as const;
const MOST_WORDS = 60;
/** What a sentence may show in braces: parts of a period pattern, as the study writes them. */
const patternParts = new Set(["year", "yy", "next", "half", "quarter", "month", "monthName", "week"]);

/** Entries about the row as a whole, or about what other files have of its person; every other entry names a column. */
const aboutRows = new Set([
  "cohort/empty-row",
  "cohort/totals-row",
  "cohort/header-again",
  "cohort/text-row",
  "cohort/too-few-fields",
  "cohort/too-many-fields",
  "cohort/broken-quotes",
  "cohort/zero-bytes",
  "cohort/duplicate-row",
  "cohort/row-not-counted",
  "cohort/never-observed",
  "cohort/without-residence",
  "cohort/without-rows",
  "cohort/started-before-window",
  "cohort/started-again",
  "cohort/started-anew",
  "cohort/course-too-short",
  "cohort/dropped-out",
  "cohort/had-other-programme",
]);

/** What is wrong with a sentence as it stands in a catalogue: parameters may begin it. */
export function catalogueFaults(sentence: string): string[] {
  const begins = /^[\p{Ll}_"»{]/u.test(sentence);
  return [...(begins ? [] : ["does not begin in lower case"]), ...sentenceFaults(sentence)];
}

/** What is wrong with a sentence that is read with its place before it; [] if nothing. */
function sentenceFaults(text: string): string[] {
  const faults: string[] = [];
  if (/[.\s]$/.test(text)) faults.push("ends in a full stop or a blank");
  if (/\s\s/.test(text)) faults.push("has two blanks in a row");
  if (text.split(/\s+/).length > MOST_WORDS) faults.push(`has more than ${MOST_WORDS} words`);
  return faults;
}

/** What is wrong with how a problem is told, in any language. */
export function problemFaults({ code, where, params }: Problem): string[] {
  const faults = placeFaults(where);
  for (const language of languages) {
    const catalogue = catalogueOf(language);
    if (!Object.hasOwn(catalogue, code)) faults.push("has no sentence");
    else faults.push(...filledFaults(catalogue[code], params).map((fault) => `${language}: ${fault}`));
  }
  return faults.map((fault) => `${code} ${fault}`);
}

function placeFaults({ file, row, column, option }: Problem["where"]): string[] {
  const faults: string[] = [];
  if (file === undefined && option === undefined) faults.push("names neither a file nor an option");
  if (file === undefined && (row !== undefined || column !== undefined)) faults.push("names a row or column of no file");
  if (row !== undefined && !(row >= 1)) faults.push(`names row ${row}`);
  return faults;
}

function filledFaults(sentence: string, params: Params): string[] {
  const tidy = Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]);
  const text = fill(sentence, Object.fromEntries(tidy));
  const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const open = named.filter((name) => !Object.hasOwn(params, name) && !patternParts.has(name));
  const faults = [...open.map((name) => `leaves {${name}} open`), ...sentenceFaults(text)];
  if (/\b(undefined|null|NaN)\b|\[object|\(\)/.test(text)) faults.push("shows what is not there");
  return faults;
}

/** What is wrong with how the ledger's entries are told: file and line, column, and a reason in every language. */
export function ledgerFaults(ledger: Ledger): string[] {
  const faults = new Set<string>();
  ledger.code.forEach((c, i) => {
    const code = ledger.codes[c];
    if (ledger.files[ledger.file[i]].name === "" || !(ledger.row[i] >= 1)) faults.add(`${code} has no place`);
    if (ledger.column[i] === "" && !aboutRows.has(code)) faults.add(`${code} names no column`);
    const told = `${ledger.column[i]} ${ledger.detail[i]}`;
    if (/\b(undefined|NaN)\b|\[object/.test(told)) faults.add(`${code} shows what is not there: ${told}`);
  });
  for (const code of [...ledger.codes, ...ledger.flow.map((step) => step.code)]) {
    for (const language of languages) {
      const label = codeLabel(code, speak(language));
      if (label === code || label.split(" ").length < 2) faults.add(`${code} has no reason in ${language}: ${label}`);
      for (const fault of sentenceFaults(label)) faults.add(`${code} ${language}: "${label}" ${fault}`);
    }
  }
  return [...faults];
}
