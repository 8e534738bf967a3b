import { z } from "zod";
import { studySchema } from "./options/study-schema.js";
import type { JsonSchema } from "./schema-at.js";

let made: JsonSchema | undefined;

/** JSON Schema (2020-12) of the study file, for editors that complete and check YAML. */
export function studyJsonSchema(): JsonSchema {
  made ??= { ...(z.toJSONSchema(studySchema, { io: "input", unrepresentable: "any" }) as JsonSchema), title: "Kontrafakt study" };
  return made;
}
