import type { Problem } from "@kontrafakt/base";
import { crossCheck } from "./cross-check.js";
import { type Study, studySchema } from "./options/study-schema.js";
import { parseWithSchema } from "./parse-with-schema.js";
import { studyJsonSchema } from "./study-json-schema.js";

/** A study read from its file. `study` is there when no problem is an error. */
export interface ParsedStudy {
  readonly study?: Study;
  readonly problems: readonly Problem[];
}

/**
 * Reads a study file. Every problem has the line and column it concerns; sentences are in `allMessages`.
 *
 * @param text the YAML text
 * @param file its name, for messages
 */
export function parseStudy(text: string, file: string): ParsedStudy {
  const { value, problems, yaml } = parseWithSchema(text, file, studySchema, studyJsonSchema);
  if (!value) return { problems };
  const crossed = crossCheck(value, yaml.locate);
  return crossed.length > 0 ? { problems: crossed } : { study: value, problems };
}
