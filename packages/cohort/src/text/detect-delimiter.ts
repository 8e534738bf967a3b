import Papa from "papaparse";
import { countMatches } from "../table/resolve-header.js";
import type { TableRequest } from "../table/table-request.js";
import { beforeHeader } from "./read-records.js";

const candidates = [";", ",", "\t", "|"];

/** The delimiter whose header holds most of the columns asked for, then most columns; earlier in `; , tab |` on ties. */
export function detectDelimiter(sample: string, request: TableRequest): string {
  let best = candidates[0];
  let most = [-1, -1];
  for (const delimiter of candidates) {
    const { data } = new Papa.Parser({ delimiter, newline: "\n", preview: 20 }).parse(sample, 0, false);
    const header = (data as string[][]).find((row) => !beforeHeader(row)) ?? [];
    const score = [countMatches(header, request), header.length];
    if (score[0] > most[0] || (score[0] === most[0] && score[1] > most[1])) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}
