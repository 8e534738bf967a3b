import { problemText as english, type KontrafaktError, type Problem } from "@kontrafakt/base";
import { catalogueOf, problemText } from "@kontrafakt/report";
import type { Language } from "@kontrafakt/study";
import { messages } from "../messages.js";
import { plain } from "./plain.js";

/** Rows that are named where many have the same fault. */
const MOST_ROWS = 5;

const words = {
  en: { also: (rows: string, more: number) => `(also row ${rows}${more > 0 ? ` and ${more} more` : ""})` },
  da: { also: (rows: string, more: number) => `(også række ${rows}${more > 0 ? ` og ${more} til` : ""})` },
} as const;

/** The problems of an error, one line each; a fault that many rows of a file share is said once, with the rows. */
export function errorLines({ problems }: KontrafaktError, language: Language): readonly string[] {
  const alike = new Map<string, { readonly first: Problem; readonly rows: number[] }>();
  for (const problem of problems) {
    const { row, ...where } = problem.where;
    const key = JSON.stringify([problem.code, where, problem.params]);
    const found = alike.get(key);
    if (found === undefined) alike.set(key, { first: problem, rows: [] });
    else if (row !== undefined) found.rows.push(row);
  }
  return [...alike.values()].map(({ first, rows }) => {
    const text = plain(sentence(first, language)).replaceAll("\n", " ");
    const more = Math.max(0, rows.length - MOST_ROWS);
    return rows.length === 0 ? text : `${text} ${words[language].also(rows.slice(0, MOST_ROWS).join(", "), more)}`;
  });
}

/** A problem in a language; those of the command itself, and of no catalogue, in English. */
function sentence(problem: Problem, language: Language): string {
  return Object.hasOwn(catalogueOf(language), problem.code) ? problemText(problem, language) : english(problem, messages);
}
