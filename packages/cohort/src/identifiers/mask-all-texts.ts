import { maskIdentifiersIn } from "./mask-identifiers.js";

/** Members that hold hexadecimal digits, in which anything can be met. */
const HASHES = new Set(["sha256"]);

/**
 * A value for publishing, every text and every name in it without what has the form of a national identifier (`maskIdentifiersIn`):
 * titles, labels, levels, headers and sources are written by people, who now and then write one. Numbers, hashes, and account numbers of
 * which no date can be read stay.
 */
export function maskAllTexts<T>(value: T): T {
  return masked(value) as T;
}

function masked(value: unknown): unknown {
  if (typeof value === "string") return maskIdentifiersIn(value, false);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.every((one) => typeof one === "number") ? value : value.map(masked);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [maskIdentifiersIn(name, false), HASHES.has(name) ? one : masked(one)]),
  );
}
