import type { AnyResults, Count, Text } from "@kontrafakt/study";
import { decimalsFor, formatNumber, NO_NUMBER, numberOf } from "./format.js";
import { da } from "./lang/da.js";
import { daBefore } from "./lang/da-before.js";
import { daUnmatched } from "./lang/da-unmatched.js";
import { daWeighted } from "./lang/da-weighted.js";
import { en, type Words } from "./lang/en.js";
import { enBefore } from "./lang/en-before.js";
import { enUnmatched } from "./lang/en-unmatched.js";
import { enWeighted } from "./lang/en-weighted.js";
import { withWords } from "./lang/other-words.js";

/** Languages the report is written in. */
export type LanguageCode = "en" | "da";

/** What the people were compared with, or that nobody has been observed yet, decides some words. */
export type Voice = "matched" | "weighted" | "groups" | "plan";

const languages: Readonly<Record<LanguageCode, Readonly<Record<Voice, Words>>>> = {
  en: { matched: en, weighted: withWords(en, enWeighted), groups: withWords(en, enUnmatched), plan: withWords(en, enBefore) },
  da: { matched: da, weighted: withWords(da, daWeighted), groups: withWords(da, daUnmatched), plan: withWords(da, daBefore) },
};

export const languageCodes: readonly LanguageCode[] = ["en", "da"];

export function isLanguage(code: string): code is LanguageCode {
  return (languageCodes as readonly string[]).includes(code);
}

/** A language's words and its way of writing figures. */
export interface Speaker {
  readonly code: LanguageCode;
  readonly words: Words;
  /** Fixed decimals; without, enough for three significant digits. */
  number(value: unknown, decimals?: number): string;
  /** A signed change: "+3.1" or "−3.1". */
  change(value: unknown, decimals?: number): string;
  percent(share: unknown, decimals?: number): string;
  /** A p-value: "p = 0.034" or "p < 0.001". */
  p(value: unknown): string;
  count(value: Count): string;
  /** "DKK 31.2 million", "31,2 mio. kr.". */
  money(value: unknown, currency: string): string;
  /** The same amounts, with as many decimals as it takes to tell different ones apart. */
  moneys(values: readonly unknown[], currency: string): string[];
  /** "14.0 to 48.0 million", told apart from the amounts among which it stands. */
  moneyRange(lower: unknown, upper: unknown, currency: string, among?: readonly unknown[]): string;
  /** "14 to 48". */
  range(lower: string, upper: string): string;
  /** "2021–2024", or the years listed where they have gaps. */
  years(years: readonly number[]): string;
  /** "2021 Q3", "2021-K3". */
  period(label: string): string;
  /** "31 January 2025", from yyyy-mm-dd. */
  date(iso: string): string;
  unit(unit: string): string;
  /** A text in this language; else English, Danish, or whatever there is. */
  text(text: Text): string;
  list(items: readonly string[]): string;
}

interface Amount {
  readonly text: string;
  readonly millions: boolean;
}

/** An amount without its currency: millions from a million up, else rounded to three or four digits. */
function amount(value: number, decimals: number, words: Words): Amount {
  if (!Number.isFinite(value)) return { text: formatNumber(value, 0, words.style), millions: false };
  const size = Math.abs(value);
  if (size >= 999_500 || decimals > 1) return { text: formatNumber(value / 1e6, decimals, words.style), millions: true };
  const step = size >= 10_000 ? 1000 : size >= 1000 ? 100 : 1;
  return { text: formatNumber(Math.round(value / step) * step, 0, words.style), millions: false };
}

/** Amounts with as many decimals, up to three, as it takes to tell different ones apart. */
function amounts(values: readonly number[], words: Words): Amount[] {
  const distinct = new Set(values.filter((x) => !Number.isNaN(x))).size;
  for (let decimals = 1; decimals < 3; decimals++) {
    const shown = values.map((x) => amount(x, decimals, words));
    if (new Set(shown.filter((_, i) => !Number.isNaN(values[i])).map((a) => `${a.text} ${a.millions}`)).size === distinct)
      return shown;
  }
  return values.map((x) => amount(x, 3, words));
}

/** What it takes to write of results in a language: a weighted comparison is not called a matched one. */
export function speakOf(results: AnyResults, code: LanguageCode): Speaker {
  if (results.design === "plan") return speak(code, "plan");
  return speak(code, results.design === "groups" ? "groups" : results.matching.weights === "sets" ? "matched" : "weighted");
}

/** What it takes to write in a language. */
export function speak(code: LanguageCode, voice: Voice = "matched"): Speaker {
  const words = languages[code][voice];
  const number = (value: unknown, decimals?: number) => formatNumber(value, decimals ?? decimalsFor(value), words.style);
  const write = ({ text, millions }: Amount, currency: string) =>
    text === NO_NUMBER ? text : words.money(text, currency, millions);
  return {
    code,
    words,
    number,
    change: (value, decimals) => {
      const text = number(value, decimals);
      return numberOf(value) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
    },
    percent: (share, decimals = 0) => words.percent(formatNumber(numberOf(share) * 100, decimals, words.style)),
    p: (value) => {
      const p = numberOf(value);
      if (Number.isNaN(p)) return `p = ${NO_NUMBER}`;
      return p < 0.001 ? `p < ${formatNumber(0.001, 3, words.style)}` : `p = ${formatNumber(p, 3, words.style)}`;
    },
    count: (value) => {
      if (typeof value !== "string") return formatNumber(value, 0, words.style);
      const near = /^([<≈≥])(\d+)$/.exec(value);
      return near ? near[1] + formatNumber(Number(near[2]), 0, words.style) : value;
    },
    money: (value, currency) => write(amount(numberOf(value), 1, words), currency),
    moneys: (values, currency) => amounts(values.map(numberOf), words).map((a) => write(a, currency)),
    moneyRange: (lower, upper, currency, among = []) => {
      const [low, high] = amounts([lower, upper, ...among].map(numberOf), words);
      const mixed = low.millions !== high.millions || low.text === NO_NUMBER || high.text === NO_NUMBER;
      return mixed
        ? words.range(write(low, currency), write(high, currency))
        : words.moneyRange(low.text, high.text, currency, low.millions);
    },
    range: (lower, upper) => words.range(lower, upper),
    years: (years) => {
      const sorted = [...new Set(years)].sort((a, b) => a - b);
      if (sorted.length === 0) return NO_NUMBER;
      const first = sorted[0];
      const last = sorted[sorted.length - 1];
      if (first === last) return String(first);
      return last - first === sorted.length - 1 ? `${first}–${last}` : words.list(sorted.map(String));
    },
    period: (label) => {
      const match = /^(\d+)Q([1-4])$/.exec(label);
      return match ? words.quarter(match[1], match[2]) : label;
    },
    date: (iso) => {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
      return match ? words.date(Number(match[1]), words.months[Number(match[2]) - 1] ?? match[2], Number(match[3])) : iso;
    },
    unit: (unit) => (Object.hasOwn(words.units, unit) ? words.units[unit as keyof Words["units"]] : unit),
    text: (text) => {
      if (typeof text === "string") return text;
      for (const key of [code, "en", "da"]) if (Object.hasOwn(text, key)) return text[key];
      return Object.values(text)[0] ?? "";
    },
    list: (items) => words.list(items),
  };
}
