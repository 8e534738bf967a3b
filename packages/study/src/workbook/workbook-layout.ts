import type { OptionPath } from "../parse-yaml.js";
import { type JsonSchema, optionNames, schemaAt } from "../schema-at.js";

/** One option of the sheet of settings; a group heads those below it. */
export interface SettingRow {
  readonly path: readonly string[];
  readonly kind: "group" | "option" | "list";
  readonly schemas: readonly JsonSchema[];
}

/** A sheet whose rows are the entries of a list, or of a group whose names the user chooses. */
export interface ListSheet {
  readonly path: readonly string[];
  /** Entries have names, in the first column. */
  readonly isNamed: boolean;
  /** One entry may stand for the list itself. */
  readonly mayBeSingle: boolean;
  /** An entry may be something else than a group, in a column of its own. */
  readonly hasShortForm: boolean;
  /** What that column takes. */
  readonly shortSchemas: readonly JsonSchema[];
  readonly columns: readonly { readonly name: string; readonly schemas: readonly JsonSchema[] }[];
}

export interface WorkbookLayout {
  readonly settings: readonly SettingRow[];
  readonly lists: readonly ListSheet[];
}

/** Where every option of the study has its place in a workbook, by the schema alone. */
export function workbookLayout(root: JsonSchema): WorkbookLayout {
  const settings: SettingRow[] = [];
  const lists: ListSheet[] = [];
  const walk = (path: readonly string[]) => {
    for (const name of optionNames(root, path)) {
      const here = [...path, name];
      const schemas = schemaAt(root, here);
      const list = listSheet(root, here, schemas);
      if (list !== undefined) {
        lists.push(list);
        settings.push({ path: here, kind: "list", schemas });
      } else if (isGroup(schemas)) {
        settings.push({ path: here, kind: "group", schemas });
        walk(here);
      } else settings.push({ path: here, kind: "option", schemas });
    }
  };
  walk([]);
  return { settings, lists };
}

const isGroup = (schemas: readonly JsonSchema[]) => schemas.some(({ properties }) => properties !== undefined);
const isScalar = (schema: JsonSchema) =>
  ["string", "number", "integer", "boolean"].includes(schema.type ?? "") ||
  schema.enum !== undefined ||
  schema.const !== undefined;

function listSheet(root: JsonSchema, path: readonly string[], schemas: readonly JsonSchema[]): ListSheet | undefined {
  const entries = (step: string | number) => schemaAt(root, [...path, step] as OptionPath);
  const columns = (step: string | number) =>
    optionNames(root, [...path, step]).map((name) => ({ name, schemas: schemaAt(root, [...path, step, name]) }));
  const short = (step: string | number) => [{ type: "object" }, { type: "array" }, ...entries(step).filter(isScalar)];
  const hasNames = schemas.some(({ additionalProperties }) => typeof additionalProperties === "object");
  if (hasNames && isGroup(entries("*")) && !isGroup(schemas)) {
    const hasShortForm = entries("*").some((schema) => isScalar(schema) || schema.type === "array");
    return { path, isNamed: true, mayBeSingle: false, hasShortForm, shortSchemas: short("*"), columns: columns("*") };
  }
  const hasItems = schemas.some(({ items }) => typeof items === "object");
  if (!hasItems || !isGroup(entries(0)) || schemas.some(isScalar)) return undefined;
  const hasShortForm = entries(0).some((schema) => isScalar(schema));
  return { path, isNamed: false, mayBeSingle: isGroup(schemas), hasShortForm, shortSchemas: short(0), columns: columns(0) };
}

/** Values of a drop-down: the words an option may have, where those are all. */
export function allowedWords(schemas: readonly JsonSchema[]): readonly string[] | undefined {
  const leaves = schemas.filter(({ anyOf, oneOf, allOf, $ref }) => !anyOf && !oneOf && !allOf && !$ref);
  const words: string[] = [];
  for (const { enum: values, const: value, type } of leaves) {
    if (values !== undefined) words.push(...values.map(String));
    else if (value !== undefined) words.push(String(value));
    else if (type === "boolean") words.push("true", "false");
    else if (type === "null") words.push("null");
    else return undefined;
  }
  return words.length > 0 ? [...new Set(words)] : undefined;
}

/** Whether an option is the header of a column in a file. */
export function isHeaderOption(schemas: readonly JsonSchema[]): boolean {
  return schemas.some(
    ({ description }) => description !== undefined && /(?:^|: )(?:header of|Column: )/i.test(`: ${description}`),
  );
}
