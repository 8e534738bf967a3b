import type { Params } from "@kontrafakt/base";
import { codeConflicts } from "../recode/code-matcher.js";
import { looseText } from "../text/loose-text.js";
import type { ColumnRecode, ListOptions, RecodeOptions } from "./recode-options.js";

type Path = readonly (string | number)[];
type Add = (path: Path, code: string, params: Params) => void;

export interface RecodeBlock {
  /** Options from `cohort:` down to the `recode` of a file. */
  readonly path: Path;
  readonly recode: RecodeOptions;
}

/** Every `recode` of the study, wherever a block that names a file has one. */
export function recodeBlocks(options: unknown, path: Path = []): RecodeBlock[] {
  if (typeof options !== "object" || options === null) return [];
  if (Array.isArray(options)) return options.flatMap((item, i) => recodeBlocks(item, [...path, i]));
  const { file, recode } = options as { file?: unknown; recode?: unknown };
  const isBlock = (typeof file === "string" || Array.isArray(file)) && typeof recode === "object" && recode !== null;
  const own = isBlock ? [{ path: [...path, "recode"], recode: recode as RecodeOptions }] : [];
  return [...own, ...Object.entries(options).flatMap(([name, value]) => recodeBlocks(value, [...path, name]))];
}

/** Every list of codes of the study, by the path of the option that names its file. */
export function codeLists(options: unknown): { readonly path: Path; readonly list: ListOptions }[] {
  return recodeBlocks(options).flatMap(({ path, recode }) =>
    Object.entries(recode).flatMap(([header, { list }]) =>
      list === undefined ? [] : [{ path: [...path, header, "list"], list }],
    ),
  );
}

/** Rules between the options of a column's recoding. */
export function recodeProblems(options: unknown, add: Add): void {
  for (const { path, recode } of recodeBlocks(options)) {
    for (const [header, column] of Object.entries(recode)) columnProblems(column, [...path, header], add);
  }
}

function columnProblems(column: ColumnRecode, path: Path, add: Add): void {
  const { codes, list, on, boolean, levels, others, missing, digits, times } = column;
  if (Object.keys(column).length === 0) add([...path], "recode-nothing", {});
  if (codes !== undefined && list !== undefined) add([...path, "list"], "recode-codes-or-list", {});
  if (boolean !== undefined && levels !== undefined) add([...path, "levels"], "recode-boolean-has-levels", {});
  const dated = list !== undefined && (list.from !== undefined || list.to !== undefined);
  if (dated && on === undefined) add([...path, "list"], "recode-needs-on", {});
  if (!dated && on !== undefined) add([...path, "on"], "recode-on-unused", {});
  const declares = levels !== undefined || boolean !== undefined;
  if (others === "keep" && declares) add([...path, "others"], "recode-keeps-undeclared", {});
  const knows = declares || codes !== undefined || list !== undefined || digits !== undefined;
  if (others !== undefined && !knows) add([...path, "others"], "recode-others-unused", {});
  if (times !== undefined && levels !== undefined) add([...path, "times"], "recode-times-levels", {});
  for (const { code, first, second } of codeConflicts(codes ?? {})) {
    if (code === "recode-codes-alike") add([...path, "codes"], "recode-codes-alike", { first, second });
    else add([...path, "codes"], "recode-ranges-overlap", { first, second });
  }
  const known = new Set(levels?.map(looseText));
  if (levels !== undefined && known.size < levels.length)
    add([...path, "levels"], "recode-level-twice", { levels: levels.join(", ") });
  const astray = levels === undefined ? undefined : Object.values(codes ?? {}).find((value) => !known.has(looseText(value)));
  if (astray !== undefined && levels !== undefined)
    add([...path, "codes"], "recode-target-undeclared", { value: astray, levels: levels.join(", ") });
  const both = missing?.find((text) => known.has(looseText(text)));
  if (both !== undefined) add([...path, "missing"], "recode-level-missing", { level: both });
}
