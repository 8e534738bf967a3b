import { fail, NO_DAY, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Reading } from "../table/reading.js";
import type { CategoryColumn, Table } from "../table/table.js";
import { canonicalIdentifier } from "./canonical-identifier.js";
import { type LookFor, lookAtColumn } from "./look-at-column.js";

/** What the identifiers of a column tell, by row. */
export interface Told {
  /** `NO_DAY` where the identifier tells no birth date. */
  readonly born: Int32Array;
  /** 1 where the cell is no valid identifier of the column's kind. */
  readonly invalid: Uint8Array;
}

/** Birth dates by the identifiers of a column; undefined where it holds no national identifiers. */
export function toldByIdentifiers(person: CategoryColumn, lookFor: LookFor): Told | undefined {
  const finding = lookAtColumn(person, lookFor, true);
  if (finding === undefined || !finding.whole) return undefined;
  const read = person.levels.map((level) => canonicalIdentifier(level, finding.family, lookFor));
  const days = Int32Array.from(read, (found) => found?.bornDay ?? NO_DAY);
  return {
    born: person.values.map((code) => (code < 0 ? NO_DAY : days[code])),
    invalid: Uint8Array.from(person.values, (code) => (code >= 0 && read[code] === undefined ? 1 : 0)),
  };
}

/** Birth dates where the study names no column of them; says so. Fails where the identifiers tell none. */
export function bornByIdentifiers(told: Told | undefined, table: Table, { study, problems }: Reading): Int32Array {
  const where = { file: table.file, column: study.people.person };
  if (told === undefined) return fail("cohort/born-needed", { ...where, option: "cohort.people.born" }, {}, messages);
  problems.push(problem("cohort/born-from-identifier", "note", where));
  return told.born;
}
