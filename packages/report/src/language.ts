import type { Count, Text } from "@kontrafakt/study";
import { decimalsFor, formatNumber, NO_NUMBER, numberOf } from "./format.js";
import { da } from "./lang/da.js";
import { en, type Words } from "./lang/en.js";

/** Languages the report is written in. */
export type LanguageCode = "en" | "da";

const languages: Readonly<Record<LanguageCode, Words>> = { en, da };

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

function moneyWith(value: number, decimals: number, currency: string, words: Words): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? NO_NUMBER : words.money(formatNumber(value, 0, words.style), currency);
  const size = Math.abs(value);
  if (size >= 999_500 || decimals > 1) {
    return words.money(formatNumber(value / 1e6, decimals, words.style), currency, true);
  }
  const rounded = size >= 10_000 ? Math.round(value / 1000) * 1000 : size >= 1000 ? Math.round(value / 100) * 100 : Math.round(value);
  return words.money(formatNumber(rounded, 0, words.style), currency);
}

/** What it takes to write in a language. */
export function speak(code: LanguageCode): Speaker {
  const words = languages[code];
  const number = (value: unknown, decimals?: number) => formatNumber(value, decimals ?? decimalsFor(value), words.style);
  const moneys = (values: readonly unknown[], currency: string): string[] => {
    const figures = values.map(numberOf);
    const distinct = new Set(figures.filter((x) => !Number.isNaN(x))).size;
    let texts: string[] = [];
    for (let decimals = 1; decimals <= 3; decimals++) {
      texts = figures.map((x) => moneyWith(x, decimals, currency, words));
      if (new Set(texts.filter((_, i) => !Number.isNaN(figures[i]))).size === distinct) break;
    }
    return texts;
  };
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
    count: (value) => (typeof value === "number" ? formatNumber(value, 0, words.style) : value === null ? NO_NUMBER : String(value)),
    money: (value, currency) => moneyWith(numberOf(value), 1, currency, words),
    moneys,
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
