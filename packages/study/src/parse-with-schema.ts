import { type Problem, problem } from "@kontrafakt/base";
import { z } from "zod";
import { type ParsedYaml, parseYaml } from "./parse-yaml.js";
import type { JsonSchema } from "./schema-at.js";
import { zodProblems } from "./zod-problems.js";

/** The value with defaults filled in, or problems; `yaml` gives places for further checks. */
export interface Parsed<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
  readonly yaml: ParsedYaml;
}

/**
 * Reads YAML against a schema. Every problem has the file, line and column it concerns.
 *
 * @param jsonSchema the schema as JSON Schema, asked for only when there is something to say
 */
export function parseWithSchema<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  jsonSchema: () => JsonSchema = () => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema,
): Parsed<z.output<S>> {
  return checkWithSchema(parseYaml(text, file), file, schema, jsonSchema);
}

/** Holds plain data that knows its places against a schema. */
export function checkWithSchema<S extends z.ZodType>(
  yaml: ParsedYaml,
  file: string,
  schema: S,
  jsonSchema: () => JsonSchema,
): Parsed<z.output<S>> {
  if (yaml.problems.length > 0) return { problems: yaml.problems, yaml };
  if (yaml.value === null || yaml.value === undefined) {
    return { problems: [problem("study/empty", "error", { file, line: 1, character: 1 })], yaml };
  }
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, problems: [], yaml };
  return { problems: zodProblems(result.error.issues, yaml, jsonSchema()), yaml };
}
