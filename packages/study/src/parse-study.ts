import { type Problem, problem } from "@kontrafakt/base";
import { crossCheck } from "./cross-check.js";
import { crossCheckGroups } from "./groups/cross-check-groups.js";
import { type GroupStudy, groupStudySchema } from "./options/group-study-schema.js";
import { type PlanStudy, planStudySchema } from "./options/plan-study-schema.js";
import { type Study, studySchema } from "./options/study-schema.js";
import { checkWithSchema } from "./parse-with-schema.js";
import { type OptionPath, type ParsedYaml, parseYaml } from "./parse-yaml.js";
import { crossCheckPlan } from "./plan/cross-check-plan.js";
import { groupsJsonSchema, peopleJsonSchema, planJsonSchema, studyJsonSchema } from "./study-json-schema.js";
import { parseWorkbook, type StudyWorkbook } from "./workbook/parse-workbook.js";

/** A study read from its file. When no problem is an error, one of `study`, `groupStudy` and `planStudy` is there, by what the file has. */
export interface ParsedStudy {
  readonly study?: Study;
  readonly groupStudy?: GroupStudy;
  readonly planStudy?: PlanStudy;
  readonly problems: readonly Problem[];
}

/** Options of `savings` that only a study that verifies has. */
const verifying = ["claim", "volume", "budget", "subgroups", "prior", "primary"];

/**
 * Reads a study file, which may be YAML or a workbook: both give the same study. With `groups` in place of `cohort` it is a study of
 * groups, with `plan` a plan. Every problem has the line and column, or the sheet and cell, it concerns; sentences are in `allMessages`.
 *
 * @param content the YAML text, or the workbook as `readWorkbook` gives it
 * @param file its name, for messages
 */
export function parseStudy(content: string | StudyWorkbook, file: string): ParsedStudy {
  const yaml = typeof content === "string" ? parseYaml(content, file) : parseWorkbook(content, file, studyJsonSchema());
  const placeOf = (...path: readonly string[]) =>
    yaml.locate(typeof content === "string" ? path : firstIn(yaml.value, path), "key");
  const besides = (design: string, others: readonly string[]) =>
    others
      .filter((name) => has(yaml.value, name))
      .map((name) =>
        problem(design === "plan" ? "study/plan-and-others" : "study/groups-and-people", "error", placeOf(name), { name }),
      );
  if (has(yaml.value, "plan")) {
    const { savings } = yaml.value as { readonly savings?: unknown };
    const early = verifying.filter((name) => has(savings, name));
    const problems = [
      ...besides("plan", ["cohort", "groups", "matching", "effects"]),
      ...early.map((name) => problem("study/plan-not-yet", "error", placeOf("savings", name), { name })),
    ];
    if (problems.length > 0) return { problems };
    return checked(yaml, file, planStudySchema, planJsonSchema, crossCheckPlan, "planStudy");
  }
  if (!has(yaml.value, "groups")) return checked(yaml, file, studySchema, peopleJsonSchema, crossCheck, "study");
  const problems = besides("groups", ["cohort", "matching", "effects"]);
  if (problems.length > 0) return { problems };
  return checked(yaml, file, groupStudySchema, groupsJsonSchema, crossCheckGroups, "groupStudy");
}

function checked<
  S extends typeof studySchema | typeof groupStudySchema | typeof planStudySchema,
  K extends "study" | "groupStudy" | "planStudy",
>(
  yaml: ParsedYaml,
  file: string,
  schema: S,
  jsonSchema: typeof studyJsonSchema,
  rules: (study: NonNullable<ParsedStudy[K]>, locate: ParsedYaml["locate"]) => readonly Problem[],
  as: K,
): ParsedStudy {
  const { value, problems } = checkWithSchema(yaml, file, schema, jsonSchema);
  if (!value) return { problems };
  const study = value as NonNullable<ParsedStudy[K]>;
  const crossed = rules(study, yaml.locate);
  return crossed.length > 0 ? { problems: crossed } : { [as]: study, problems };
}

/** The first option inside a group: a workbook has no row of the group itself. */
function firstIn(value: unknown, path: OptionPath): OptionPath {
  let here = value;
  for (const step of path) here = (here as Readonly<Record<string, unknown>>)[step];
  const [first] = typeof here === "object" && here !== null ? Object.keys(here) : [];
  return first === undefined ? path : firstIn(value, [...path, first]);
}

function has(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}
