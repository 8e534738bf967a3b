import { canonicalJson } from "@kontrafakt/base";

/** Any value as JSON whose bytes depend on the value alone; NaN is null, ±Infinity a text, typed arrays and maps are arrays. */
export function toJson(value: unknown): string {
  return canonicalJson(plain(value));
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, v]) => [key, plain(v)]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (typeof v === "function" ? [] : [[k, plain(v)]])));
}
