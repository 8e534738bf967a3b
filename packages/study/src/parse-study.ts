import type { Problem } from "@kontrafakt/base";
import { crossCheck } from "./cross-check.js";
import { type Study, studySchema } from "./options/study-schema.js";
import { checkWithSchema, parseWithSchema } from "./parse-with-schema.js";
import { studyJsonSchema } from "./study-json-schema.js";
import { parseWorkbook, type StudyWorkbook } from "./workbook/parse-workbook.js";

/** A study read from its file. `study` is there when no problem is an error. */
export interface ParsedStudy {
  readonly study?: Study;
  readonly problems: readonly Problem[];
}

/**
 * Reads a study file, which may be YAML or a workbook: both give the same study. Every problem has the line and column, or the sheet
 * and cell, it concerns; sentences are in `allMessages`.
 *
 * @param content the YAML text, or the workbook as `readWorkbook` gives it
 * @param file its name, for messages
 */
export function parseStudy(content: string | StudyWorkbook, file: string): ParsedStudy {
  const { value, problems, yaml } =
    typeof content === "string"
      ? parseWithSchema(content, file, studySchema, studyJsonSchema)
      : checkWithSchema(parseWorkbook(content, file, studyJsonSchema()), file, studySchema, studyJsonSchema);
  if (!value) return { problems };
  const crossed = crossCheck(value, yaml.locate);
  return crossed.length > 0 ? { problems: crossed } : { study: value, problems };
}
