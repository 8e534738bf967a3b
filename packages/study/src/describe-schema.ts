import type { JsonSchema } from "./schema-at.js";

/** Joins words: `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[], last = "or"): string {
  const unique = [...new Set(words)];
  return unique.length < 2 ? (unique[0] ?? "") : `${unique.slice(0, -1).join(", ")} ${last} ${unique.at(-1)}`;
}

function one(schema: JsonSchema): string | undefined {
  if (schema.format === "date") return "a date such as 2024-12-31";
  switch (schema.type) {
    case "string":
      return "a text";
    case "integer":
      return "a whole number";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    case "array":
      return "a list";
    case "object":
      return "a group of options";
    default:
      return undefined;
  }
}

/** What an option takes, in words, from every schema that may apply to it. */
export function describeSchema(schemas: readonly JsonSchema[]): string {
  const chosen = schemas.flatMap((s) => (s.enum ? s.enum.map(String) : s.const !== undefined ? [String(s.const)] : []));
  const others = schemas.filter((s) => s.enum === undefined && s.const === undefined).map(one);
  const words = [...chosen, ...others.filter((word) => word !== undefined)];
  return words.length === 0 ? "a value" : either(words);
}
