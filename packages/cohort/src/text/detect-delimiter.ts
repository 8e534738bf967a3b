import Papa from "papaparse";
import { findHeader } from "../table/find-header.js";
import { countMatches } from "../table/resolve-header.js";
import type { TableRequest } from "../table/table-request.js";
import { beforeHeader } from "./read-records.js";

/** Delimiters that are looked for; the earlier wins a tie. */
export const delimiters = [";", ",", "\t", "|"] as const;

/** Records in which the header is looked for. */
export const HEADER_WITHIN = 50;

/** The delimiter whose header holds most of the columns asked for, then most columns; earlier in `; , tab |` on ties. */
export function detectDelimiter(sample: string, request: TableRequest): string {
  let best: string = delimiters[0];
  let most = [-1, -1];
  for (const delimiter of delimiters) {
    const { data } = new Papa.Parser({ delimiter, newline: "\n", preview: HEADER_WITHIN }).parse(sample, 0, false);
    const records = (data as string[][]).flatMap((cells, i) => (beforeHeader(cells) ? [] : [{ cells, line: i + 1 }]));
    const header = findHeader(records, { ...request, format: { ...request.format, headerLine: undefined } })?.header ?? [];
    const { columns, wide } = countMatches(header, request);
    const score = [columns + wide, header.length];
    if (score[0] > most[0] || (score[0] === most[0] && score[1] > most[1])) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}
