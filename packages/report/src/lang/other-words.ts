import type { Words } from "./en.js";

type Part<T> = T extends (...input: never) => unknown ? T : T extends object ? { readonly [K in keyof T]?: Part<T[K]> } : T;

/** Words that are other ones where the comparison group is not a matched one. */
export type OtherWords = Part<Words>;

/** Words with some of them replaced. */
export function withWords(words: Words, other: OtherWords): Words {
  return merge(words, other) as Words;
}

function merge(base: unknown, other: unknown): unknown {
  if (other === undefined) return base;
  if (typeof base !== "object" || base === null || Array.isArray(base)) return other;
  const entries = Object.entries(base).map(([key, value]) => [key, merge(value, (other as Record<string, unknown>)[key])]);
  return Object.fromEntries(entries);
}
