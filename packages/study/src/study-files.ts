import { filesOf } from "@kontrafakt/cohort";
import { type AnyStudy, isGroupStudy, isPlan } from "./options/group-study-schema.js";

type Path = readonly (string | number)[];

/** One file the study names. `role` is the block that names it, `path` the same as a way into the study. */
export interface StudyFile {
  readonly role: string;
  readonly path: Path;
  readonly file: string;
}

/** Options whose keys are names the user chose, each with a block of its own. */
const named = new Set(["clusterings", "link", "measures", "outcomes", "recode", "refunds"]);
/** Options in which no file is named, though their keys may be anything. */
const withoutFiles = new Set(["codes", "covariates", "format", "keep", "label", "levels", "treatment", "where"]);

/** The files a study reads, in the order of its options; a file may have several roles. Every block with a `file` is one. */
export function studyFiles(study: AnyStudy): readonly StudyFile[] {
  if (isPlan(study)) return [...filesIn(study.plan, ["plan"]), ...filesIn(study.savings, ["savings"])];
  const people = isGroupStudy(study) ? filesIn(study.groups, ["groups"]) : filesIn(study.cohort, ["cohort"]);
  return [...people, ...filesIn(study.savings, ["savings"])];
}

function filesIn(options: unknown, path: Path): StudyFile[] {
  if (typeof options !== "object" || options === null) return [];
  const last = path[path.length - 1];
  if (withoutFiles.has(String(last)) && typeof last === "string" && !named.has(String(path[path.length - 2]))) return [];
  const isNamed = path[0] !== "savings" && named.has(String(last)) && !named.has(String(path[path.length - 2]));
  const { file } = options as { readonly file?: unknown };
  const isBlock = !isNamed && Object.hasOwn(options, "file") && isFile(file);
  const own = isBlock ? filesOf(file).map((name) => ({ role: path.join("."), path, file: name })) : [];
  return [
    ...own,
    ...Object.entries(options).flatMap(([key, value]) => filesIn(value, [...path, Array.isArray(options) ? Number(key) : key])),
  ];
}

function isFile(file: unknown): file is string | readonly string[] {
  return typeof file === "string" || (Array.isArray(file) && file.every((name) => typeof name === "string"));
}
