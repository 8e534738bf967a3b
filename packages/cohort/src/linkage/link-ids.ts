import type { CategoryColumn, Table } from "../table/table.js";
import { requestedColumns, type TableRequest } from "../table/table-request.js";
import { mergeLevels } from "./merge-levels.js";
import { type IdRule, sameId } from "./same-id.js";

/** Stands before an id that no key file translates, so that it cannot be taken for one of the people file's. */
const UNTRANSLATED = "≠";

/** The ids of one file as they are compared with the people file's. */
export interface LinkedFile {
  readonly file: string;
  /** Its account in the ledger, the first of several. */
  readonly account: string;
  readonly column: string;
  readonly purpose: string;
  readonly ids: readonly string[];
}

/** What is known of ids while a cohort's files are read. */
export interface IdLinks {
  readonly rules: readonly IdRule[];
  /** Key files by name: another system's id to the people file's. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The ids of every file read so far. */
  readonly files: LinkedFile[];
}

/**
 * A table whose person column holds ids as the people file has them: without what the rules say does not matter, and translated by the
 * block's key file. Its ids are kept for `linkage`.
 */
export function linkIds(links: IdLinks, ids: string | undefined, table: Table, request: TableRequest): Table {
  const header = requestedColumns(request).find(([key]) => key === "person")?.[1].header;
  const person = table.columns.get("person") as CategoryColumn | undefined;
  if (header === undefined || person === undefined) return table;
  const keys = ids === undefined ? undefined : links.keys.get(ids);
  const plain = links.rules.length === 0 && keys === undefined;
  const linked = plain
    ? person
    : mergeLevels(person, (level) => {
        const id = sameId(level, links.rules);
        return keys === undefined ? id : (keys.get(id) ?? UNTRANSLATED + id);
      });
  links.files.push({
    file: table.file,
    account: table.parts[0],
    column: header,
    purpose: request.purpose ?? "",
    ids: linked.levels,
  });
  return plain ? table : { ...table, columns: new Map([...table.columns, ["person", linked]]) };
}
