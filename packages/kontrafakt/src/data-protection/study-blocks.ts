import type { TableRequest } from "@kontrafakt/cohort";
import type { Study } from "@kontrafakt/study";

/** A block of the study that names files, with every text in it that may be a header. */
export interface StudyBlock {
  /** Path of the block, such as `cohort.people`. */
  readonly role: string;
  readonly files: readonly string[];
  /** The file's rows are about people. */
  readonly personal: boolean;
  readonly named: readonly NamedText[];
  /** How the block says its files are written. */
  readonly format: TableRequest["format"];
}

/** A text of the study that may name a column, with the option that holds it. */
interface NamedText {
  readonly text: string;
  /** Path of the option within its block, such as `covariates.sex.column`. */
  readonly option: string;
}

/** Options that hold something else than a header. */
const NO_HEADERS = new Set(["file", "format", "label", "name", "ids", "kind", "count", "combine", "absent", "type"]);

/** Every block that names files, wherever in the study it stands. */
export function studyBlocks(study: Study): readonly StudyBlock[] {
  const blocks: StudyBlock[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return;
    const record = value as Readonly<Record<string, unknown>>;
    if (Object.hasOwn(record, "file") && isFiles(record.file)) {
      const files = typeof record.file === "string" ? [record.file] : record.file;
      blocks.push({
        role: path,
        files,
        personal: path.startsWith("cohort"),
        named: [...namedTexts(record, ""), ...(path === "cohort.people" ? peopleColumnsElsewhere(study.cohort) : [])],
        format: record.format as TableRequest["format"],
      });
    }
    for (const [key, inner] of Object.entries(record)) if (key !== "file") walk(inner, path === "" ? key : `${path}.${key}`);
  };
  walk({ cohort: study.cohort, savings: study.savings }, "");
  return blocks;
}

/** Columns of the people file that other blocks name: the programme's end, other programmes, clusterings. */
function peopleColumnsElsewhere({ treatment, clusterings }: Study["cohort"]): NamedText[] {
  const given: [string | undefined, string][] = [
    [treatment.ends, "treatment.ends"],
    ...Object.entries(treatment.otherProgrammes).map(([name, { start }]): [string | undefined, string] => [
      start,
      `treatment.otherProgrammes.${name}`,
    ]),
    ...Object.entries(clusterings).map(([name, clustering]): [string | undefined, string] => [
      "column" in clustering ? clustering.column : undefined,
      `clusterings.${name}`,
    ]),
  ];
  return given.flatMap(([text, option]) => (text === undefined ? [] : [{ text, option }]));
}

function isFiles(value: unknown): value is string | readonly string[] {
  return typeof value === "string" || (Array.isArray(value) && value.every((file) => typeof file === "string"));
}

/** Texts and keys of a block, not those of blocks within it that name files of their own. */
function namedTexts(value: unknown, path: string): NamedText[] {
  if (typeof value === "string") return [{ text: value, option: path }];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namedTexts(item, path));
  return Object.entries(value).flatMap(([key, inner]) => {
    if (NO_HEADERS.has(key) && !(key === "kind" && path !== "")) return [];
    if (path !== "" && typeof inner === "object" && inner !== null && Object.hasOwn(inner, "file")) return [];
    const own = path === "" ? key : `${path}.${key}`;
    const asKey = path === "recode" || path === "keep" ? [{ text: key, option: path }] : [];
    return [...asKey, ...namedTexts(inner, own)];
  });
}
