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

/** Kinds of value in a language, as an explanation of an option writes them in English. */
export function kindsText(english: string, language: LanguageCode): string {
  return language === "da" ? String(daParams({ expected: english }).expected) : english;
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
  const params = withParameterNames(problem, language === "da" ? danish(problem) : problem.params, language);
  const sentence = Object.hasOwn(catalogue, problem.code)
    ? fill(withMoney(catalogue[problem.code], problem.params, language), params)
    : problem.code;
  return parts.length === 0 ? sentence : `${parts.join(", ")}: ${sentence}`;
}

/** A sentence with its amounts, written `{amount} {currency}`, as the language writes money: "DKK 141.7 million". */
function withMoney(sentence: string, params: Params, language: LanguageCode): string {
  const { currency } = params;
  if (typeof currency !== "string") return sentence;
  const amount = /\{(\w+)\} \{currency\}/g;
  const names = [...sentence.matchAll(amount)].map(([, name]) => name).filter((name) => typeof params[name] === "number");
  const told = speak(language).moneys(
    names.map((name) => params[name]),
    currency,
  );
  return sentence.replace(amount, (whole, name: string) => told[names.indexOf(name)] ?? whole);
}

/** Official parameters by the names that the report's table has: "discount rate 0.04 (0–35)". */
function withParameterNames({ code }: Problem, params: Params, language: LanguageCode): Params {
  const { changes } = params;
  if (typeof changes !== "string" || !/\/parameters-(changed|newer)$/.test(code)) return params;
  const { name } = speak(language).words.pricing.parameters;
  const named = Object.entries(name).reduce((text, [own, label]) => text.replaceAll(own, label.toLowerCase()), changes);
  return { ...params, changes: language === "da" ? named.replace(/(\d)\.(\d)/g, "$1,$2") : named };
}

/** What stands for an empty cell or list. */
const empty: Readonly<Record<string, string>> = { nothing: "intet", none: "ingen" };
/** What a name is of. */
const kinds: Readonly<Record<string, string>> = { payer: "betaler", consequence: "konsekvens" };

/** Words of a study file in Danish; numbers with a comma and a minus sign. */
function danish({ code, params }: Problem): Params {
  if (code.startsWith("study/")) return daParams(params);
  const told = Object.entries(params).map(([name, value]) => {
    if (typeof value === "number" && Number.isFinite(value))
      return [name, String(value).replace("-", "\u2212").replace(".", ",")];
    if (typeof value !== "string") return [name, value];
    if (name === "what" && Object.hasOwn(kinds, value)) return [name, kinds[value]];
    return [name, Object.hasOwn(empty, value) ? empty[value] : value];
  });
  return Object.fromEntries(told);
}
