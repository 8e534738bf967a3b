import { type Catalogue, fill, type Params, type Problem } from "@kontrafakt/base";
import { allMessages } from "@kontrafakt/study";
import { daOptions } from "./lang/da-options.js";
import { daParams } from "./lang/da-params.js";
import { daProblems } from "./lang/da-problems.js";
import { type LanguageCode, speak } from "./language.js";

/** Sentences of every problem in a language; a code without one falls back to English. */
export function catalogueOf(language: LanguageCode): Catalogue {
  return language === "da" ? { ...allMessages, ...daProblems } : allMessages;
}

/** What options of a study mean in a language, by path with `*` for names of one's own; English is the schema's own. */
export function optionMeanings(language: LanguageCode): Readonly<Record<string, string>> {
  return language === "da" ? daOptions : {};
}

/** A problem as one line in a language, its place first. A code without a sentence shows itself. */
export function problemText(problem: Problem, language: LanguageCode): string {
  const { place } = speak(language).words;
  const { file, line, character, row, column, option, sheet, cell } = problem.where;
  const parts: string[] = [];
  if (file !== undefined) {
    parts.push(
      line !== undefined ? `${file}:${line}:${character ?? 1}` : row !== undefined ? `${file}, ${place.row} ${row}` : file,
    );
  }
  if (sheet !== undefined) parts.push(`${place.sheet} "${sheet}"`);
  if (cell !== undefined) parts.push(`${place.cell} ${cell}`);
  if (column !== undefined) parts.push(`${place.column} "${column}"`);
  if (option !== undefined) parts.push(`${place.option} ${option}`);
  const catalogue = catalogueOf(language);
  const params = language === "da" ? danish(problem) : problem.params;
  const sentence = Object.hasOwn(catalogue, problem.code) ? fill(catalogue[problem.code], params) : problem.code;
  return parts.length === 0 ? sentence : `${parts.join(", ")}: ${sentence}`;
}

/** Words of a study file in Danish; measured fractions with a comma. */
function danish({ code, params }: Problem): Params {
  if (code.startsWith("study/")) return daParams(params);
  const told = Object.entries(params).map(([name, value]) => {
    const fraction = typeof value === "number" && Number.isFinite(value) && !Number.isInteger(value);
    return [name, fraction ? String(value).replace("-", "\u2212").replace(".", ",") : value];
  });
  return Object.fromEntries(told);
}
