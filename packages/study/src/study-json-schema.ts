import { z } from "zod";
import { groupStudySchema } from "./options/group-study-schema.js";
import { planStudySchema } from "./options/plan-study-schema.js";
import { studySchema } from "./options/study-schema.js";
import type { JsonSchema } from "./schema-at.js";

const made = new Map<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = made.get(schema) ?? (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema);
  made.set(schema, known);
  return known;
}

/** JSON Schema of a study of people. */
export function peopleJsonSchema(): JsonSchema {
  return jsonSchemaOf(studySchema);
}

/** JSON Schema of a study of groups. */
export function groupsJsonSchema(): JsonSchema {
  return jsonSchemaOf(groupStudySchema);
}

/** JSON Schema of a plan. */
export function planJsonSchema(): JsonSchema {
  return jsonSchemaOf(planStudySchema);
}

/** JSON Schema (2020-12) of the study file, of people, of groups or of a plan, for editors that complete and check YAML. */
export function studyJsonSchema(): JsonSchema {
  whole ??= wholeSchema();
  return whole;
}

let whole: JsonSchema | undefined;

function wholeSchema(): JsonSchema {
  const anyOf = [peopleJsonSchema(), groupsJsonSchema(), planJsonSchema()].map(({ $schema: _, ...schema }) => schema);
  return { $schema: peopleJsonSchema().$schema, title: "Kontrafakt study", anyOf };
}
