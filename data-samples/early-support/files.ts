import { ABSENCE_HEADER, absenceLines } from "./absence-file.js";
import { csvBytes, field } from "./csv.js";
import { type Fault, faultsOf, type Line } from "./faults.js";
import { moneyTables } from "./money-files.js";
import { PEOPLE_HEADER, peopleLines } from "./people-file.js";
import { RESIDENCE_HEADER, residenceLines } from "./residence-file.js";
import { SERVICES_HEADER, serviceLines } from "./services-file.js";
import type { World } from "./world.js";

export interface WorldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was planted in it. */
  readonly faults: readonly Fault[];
}

/** The municipality's export: nine CSV files, semicolon, decimal comma, Windows-1252, CRLF. */
export function worldFiles(world: World): WorldFile[] {
  const file = (name: string, header: readonly string[], lines: readonly Line[]): WorldFile => ({
    name,
    bytes: csvBytes(
      header,
      lines.map((line) => line.cells.map(field).join(";")),
    ),
    faults: faultsOf(name, lines),
  });
  return [
    file("people.csv", PEOPLE_HEADER, peopleLines(world)),
    file("services.csv", SERVICES_HEADER, serviceLines(world)),
    file("residence.csv", RESIDENCE_HEADER, residenceLines(world)),
    file("absence.csv", ABSENCE_HEADER, absenceLines(world)),
    ...moneyTables().map(({ name, header, rows }) =>
      file(
        name,
        header,
        rows.map((cells) => ({ cells })),
      ),
    ),
  ];
}
