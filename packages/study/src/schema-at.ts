import type { OptionPath } from "./parse-yaml.js";

/** The part of JSON Schema that zod writes and this package reads. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly unit?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

function expand(root: JsonSchema, schema: JsonSchema, value?: unknown): readonly JsonSchema[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/$defs/", "");
    const target = schema.$ref === "#" ? root : root.$defs?.[name];
    return target ? expand(root, target, value) : [];
  }
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const chosen = either.filter((branch) => isChosen(branch, value));
  const branches = [...(chosen.length > 0 ? chosen : either), ...(schema.allOf ?? [])];
  return [schema, ...branches.flatMap((branch) => expand(root, branch, value))];
}

/** Whether a value names this branch of a union: an option that can be only one word has that word. */
function isChosen({ properties = {} }: JsonSchema, value: unknown): boolean {
  return Object.entries(properties).some(([name, { const: word }]) => word !== undefined && written(value, name) === word);
}

function written(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}

/**
 * Every schema that may apply at a path, unions and references followed. `*` stands for any name the user chose.
 *
 * @param value what the user wrote: of a union that an option chooses from (`estimator: attGt`), only the branch chosen applies
 */
export function schemaAt(root: JsonSchema, path: OptionPath, value?: unknown): readonly JsonSchema[] {
  let given = value;
  let here: readonly JsonSchema[] = expand(root, root, given);
  for (const step of path) {
    given = written(given, step);
    const next: JsonSchema[] = [];
    for (const schema of here) {
      if (typeof step === "number") {
        const item = schema.prefixItems?.[step] ?? schema.items;
        if (typeof item === "object") next.push(item);
      } else if (schema.properties && Object.hasOwn(schema.properties, step)) next.push(schema.properties[step]);
      else if (typeof schema.additionalProperties === "object") next.push(schema.additionalProperties);
    }
    here = next.flatMap((schema) => expand(root, schema, given));
  }
  return here;
}

/** Names of the options that may stand at a path, beside what the user wrote. */
export function optionNames(root: JsonSchema, path: OptionPath, value?: unknown): readonly string[] {
  const names = new Set<string>();
  for (const schema of schemaAt(root, path, value)) for (const name of Object.keys(schema.properties ?? {})) names.add(name);
  return [...names];
}

/** Paths of every named option, depth first. Names the user chooses are `*`. */
export function optionPaths(root: JsonSchema, prefix: readonly string[] = []): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  const seen = new Set<string>();
  for (const schema of schemaAt(root, prefix)) {
    const names = Object.keys(schema.properties ?? {});
    if (typeof schema.additionalProperties === "object") names.push("*");
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      const path = [...prefix, name];
      if (name !== "*") paths.push(path);
      if (path.length < 8) paths.push(...optionPaths(root, path));
    }
  }
  return paths;
}

/** The words that choose a branch of a union: those its options can only be. */
export function choicesOf({ properties = {} }: JsonSchema): readonly string[] {
  return Object.values(properties).flatMap(({ const: word }) => (word === undefined ? [] : [String(word)]));
}

/** Of a union that an option chooses from: the words that choose a branch with an option of this name. */
export function choicesWith(root: JsonSchema, path: OptionPath, name: string): readonly string[] {
  return schemaAt(root, path)
    .filter(({ properties }) => properties !== undefined && Object.hasOwn(properties, name))
    .flatMap(choicesOf);
}
