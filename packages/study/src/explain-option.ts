import { describeSchema, either } from "./describe-schema.js";
import { type OptionPath, pathText } from "./parse-yaml.js";
import { choicesOf, type JsonSchema, optionNames, optionPaths, schemaAt } from "./schema-at.js";
import { studyJsonSchema } from "./study-json-schema.js";
import { suggest } from "./suggest.js";

/** What one option of the study file is. Names the user chooses are `*` in a path. */
export interface Explanation {
  readonly kind: "explanation";
  readonly path: string;
  readonly takes: string;
  readonly description: string;
  /** As YAML would write it on one line; absent where the option has none. */
  readonly default?: string;
  readonly required: boolean;
  /** Options inside it. */
  readonly options: readonly string[];
}

/** Where no option has that name: names that come near. */
export interface NoSuchOption {
  readonly kind: "no-such-option";
  readonly name: string;
  readonly suggestions: readonly string[];
}

/** Of the one schema there is; to list them takes a while. */
let allPaths: ReturnType<typeof optionPaths> | undefined;

/**
 * Explains an option by its path (`matching.caliper`) or its last name alone (`caliper`) where only one option has it.
 * Everything said comes from the schemas.
 */
export function explainOption(name: string): Explanation | NoSuchOption {
  const root = studyJsonSchema();
  allPaths ??= optionPaths(root);
  const paths = allPaths;
  const all = paths.map((path) => path.join("."));
  const parts = name.split(".");
  let found: readonly OptionPath[] = paths.filter(
    (path) => path.length === parts.length && path.every((p, i) => p === "*" || p === parts[i]),
  );
  const inList = found.length === 0 ? listPath(root, parts) : undefined;
  if (inList !== undefined) found = [inList];
  if (found.length === 0) found = paths.filter((path) => path.join(".").endsWith(`.${name}`));
  if (found.length !== 1) {
    const near = found.length > 0 ? found.map((path) => path.join(".")) : nearest(name, all);
    return { kind: "no-such-option", name, suggestions: near };
  }
  const path = found[0];
  const schemas = schemaAt(root, path);
  const parents = schemaAt(root, path.slice(0, -1));
  const withDefault = schemas.find((schema) => schema.default !== undefined);
  return {
    kind: "explanation",
    path: pathText(path),
    takes: describeSchema(schemas) + range(schemas),
    description:
      descriptionOf(String(path.at(-1)), parents) ?? schemas.find((s) => s.description !== undefined)?.description ?? "",
    ...(withDefault && { default: JSON.stringify(withDefault.default) }),
    required: parents.some((schema) => schema.required?.includes(String(path.at(-1) ?? ""))) && !withDefault,
    options: insideOf(root, path),
  };
}

/** What an option is with each choice of a union that it belongs to, where that differs. */
function descriptionOf(name: string, parents: readonly JsonSchema[]): string | undefined {
  const told = new Map<string, string[]>();
  for (const parent of parents) {
    const choices = choicesOf(parent);
    const description = parent.properties && Object.hasOwn(parent.properties, name) && parent.properties[name].description;
    if (description && choices.length > 0) told.set(description, [...(told.get(description) ?? []), ...choices]);
  }
  if (told.size < 2) return undefined;
  return [...told].map(([description, choices]) => `With ${either(choices)}: ${description}`).join("\n");
}

/** Options inside one: its own, those of a list's entries, and where the user chooses names, those under a name (`*.estimator`). */
function insideOf(root: JsonSchema, path: OptionPath): readonly string[] {
  const own = [...new Set([...optionNames(root, path), ...optionNames(root, [...path, 0])])];
  const under = optionNames(root, [...path, "*"]);
  return own.length > 0 ? own : under.map((name) => `*.${name}`);
}

/** The path of an option of a list's entries, written with or without a place: `candidates.method`, `candidates[0].method`. */
function listPath(root: JsonSchema, parts: readonly string[]): OptionPath | undefined {
  const path: (string | number)[] = [];
  for (const part of parts.flatMap((p) => p.replace(/\[\d+\]$/, "").split("."))) {
    if (part === "*") continue;
    for (const step of [[part], [0, part]]) {
      if (schemaAt(root, [...path, ...step]).length === 0) continue;
      path.push(...step);
      break;
    }
    if (path.at(-1) !== part) return undefined;
  }
  return path.includes(0) ? path : undefined;
}

function range(schemas: ReturnType<typeof schemaAt>): string {
  const s = schemas.find((schema) => schema.type === "integer" || schema.type === "number");
  if (!s) return "";
  const low =
    s.exclusiveMinimum !== undefined ? `above ${s.exclusiveMinimum}` : s.minimum !== undefined ? `at least ${s.minimum}` : "";
  const high =
    s.exclusiveMaximum !== undefined ? `below ${s.exclusiveMaximum}` : s.maximum !== undefined ? `at most ${s.maximum}` : "";
  const limits = [low, high].filter((limit) => limit !== "" && !/9007199254740991$/.test(limit));
  return limits.length === 0 ? "" : `, ${limits.join(" and ")}`;
}

function nearest(name: string, all: readonly string[]): readonly string[] {
  const whole = suggest(name, all);
  if (whole !== undefined) return [whole];
  const wanted = name.split(".").at(-1) ?? name;
  const last = suggest(wanted, [...new Set(all.map((path) => path.split(".").at(-1) ?? path))]);
  return last === undefined ? [] : all.filter((path) => path.split(".").at(-1) === last);
}
