import { parseDocument } from "yaml";
import { describeSchema } from "../describe-schema.js";
import { flowYaml } from "../draft/draft-yaml.js";
import type { JsonSchema } from "../schema-at.js";

/** What a cell of a workbook may hold; null is empty. */
export type SheetCell = string | number | boolean | null;

/** A cell read, or why it could not be. */
export type Decoded =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "nothing" }
  | { readonly kind: "fault"; readonly reason: string; readonly expected: string };

interface Takes {
  readonly text: boolean;
  readonly number: boolean;
  readonly boolean: boolean;
  readonly nothing: boolean;
  readonly list: boolean;
  readonly group: boolean;
}

function takesOf(schemas: readonly JsonSchema[]): Takes {
  const types = new Set<string>();
  for (const { type, enum: values, const: value } of schemas) {
    if (type !== undefined) types.add(type);
    for (const word of [...(values ?? []), ...(value === undefined ? [] : [value])])
      types.add(word === null ? "null" : typeof word);
  }
  return {
    text: types.has("string"),
    number: types.has("number") || types.has("integer"),
    boolean: types.has("boolean"),
    nothing: types.has("null"),
    list: types.has("array"),
    group: types.has("object"),
  };
}

const value = (found: unknown): Decoded => ({ kind: "value", value: found });
const numberText = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/**
 * The value a cell stands for, by what its option takes. A text in quotation marks is that text; one in [ ] or { } a list or group as in
 * YAML; `a, b` a list where only lists go; numbers may have a decimal comma. A text that fits nothing stays a text, for the schema to
 * refuse in its own words.
 */
export function decodeCell(cell: SheetCell, schemas: readonly JsonSchema[]): Decoded {
  if (cell === null) return { kind: "nothing" };
  const takes = takesOf(schemas);
  if (typeof cell === "number") return value(takes.number || !takes.text ? (isOneItem(takes) ? [cell] : cell) : String(cell));
  if (typeof cell === "boolean") return value(takes.boolean || !takes.text ? cell : String(cell));
  const text = cell.trim();
  if (text === "") return { kind: "nothing" };
  if (/^".*"$/s.test(text)) {
    const quoted = jsonText(text);
    if (quoted !== undefined) return value(quoted);
  }
  if ((text.startsWith("[") && takes.list) || (text.startsWith("{") && takes.group)) return flow(text, schemas);
  if (takes.text) return value(text);
  if (takes.number && numberText.test(text)) return value(Number(text.replace(",", ".")));
  const word = text.toLowerCase();
  if (takes.boolean && Object.hasOwn(booleans, word)) return value(booleans[word as keyof typeof booleans]);
  if (takes.nothing && (word === "null" || word === "none")) return value(null);
  if (takes.list) return flow(`[${text}]`, schemas);
  return value(text);
}

const booleans = { true: true, false: false, yes: true, no: false, ja: true, nej: false, sand: true, falsk: false } as const;

const isOneItem = (takes: Takes) => takes.list && !takes.number;

function jsonText(text: string): string | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}

function flow(text: string, schemas: readonly JsonSchema[]): Decoded {
  const document = parseDocument(text, { prettyErrors: false, schema: "core", version: "1.2", merge: false });
  const [error] = document.errors;
  if (error === undefined) return value(document.toJS({ maxAliasCount: 0 }));
  return { kind: "fault", reason: error.message, expected: describeSchema(schemas) };
}

/** The cell that `decodeCell` reads as a value. */
export function encodeCell(found: unknown, schemas: readonly JsonSchema[]): SheetCell {
  if (found === undefined) return null;
  const plain: SheetCell =
    typeof found === "number" || typeof found === "boolean" || typeof found === "string"
      ? found
      : found === null
        ? "null"
        : flowYaml(found);
  const cell = typeof plain === "boolean" && !takesOf(schemas).text ? String(plain) : plain;
  if (typeof found !== "string") return cell;
  const back = decodeCell(cell, schemas);
  return back.kind === "value" && back.value === found ? found : JSON.stringify(found);
}
