import { isoFromDay } from "@kontrafakt/base";
import { type Cell, cellText } from "./cell.js";
import { countMatches, neededMatches, tidyHeader } from "./resolve-header.js";
import type { TableRequest } from "./table-request.js";

export interface HeaderRecord {
  readonly cells: readonly Cell[];
  readonly line: number;
}

export interface FoundHeader {
  readonly header: readonly string[];
  readonly line: number;
  /** How many records belong to it and stand before it. */
  readonly upTo: number;
  /** Whether it holds everything asked for. */
  readonly complete: boolean;
}

/**
 * The header among the first records of a file: the first that holds every column asked for, else the one that holds most of them
 * (the first on ties), for messages. With several header rows, their texts are joined.
 */
export function findHeader(records: readonly HeaderRecord[], request: TableRequest): FoundHeader | undefined {
  const rows = request.format?.headerRows ?? 1;
  const fixed = request.format?.headerLine;
  const needed = neededMatches(request);
  let best: FoundHeader | undefined;
  let most = -1;
  for (let i = 0; i + rows <= records.length; i++) {
    if (fixed !== undefined && records[i].line < fixed) continue;
    const header = joinRows(records.slice(i, i + rows).map(({ cells }) => cells));
    if (header.every((text) => text === "")) continue;
    const matches = countMatches(header, request);
    const complete = matches.columns === needed && (request.wide === undefined || matches.wide > 0);
    if (complete || matches.columns + matches.wide > most) {
      most = matches.columns + matches.wide;
      best = { header, line: records[i].line, upTo: i + rows, complete };
    }
    if (complete || fixed !== undefined) break;
  }
  return best;
}

/** Header texts of several rows joined by " / ". A blank cell above the last row takes the text to its left, as a merged cell does. */
function joinRows(rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((cells) => Array.from(cells, (cell) => tidyHeader(cellText(cell, isoFromDay))));
  if (texts.length === 1) return texts[0];
  const width = Math.max(...texts.map((row) => row.length));
  const last = texts.length - 1;
  return Array.from({ length: width }, (_, j) => {
    const parts: string[] = [];
    for (let r = 0; r <= last; r++) {
      let text = texts[r][j] ?? "";
      if (text === "" && r < last && hasBelow(texts, r, j)) {
        let from = j;
        while (from > 0 && (texts[r][from] ?? "") === "") from--;
        if (hasBelow(texts, r, from)) text = texts[r][from] ?? "";
      }
      if (text !== "" && text !== parts[parts.length - 1]) parts.push(text);
    }
    return parts.join(" / ");
  });
}

function hasBelow(texts: readonly (readonly string[])[], row: number, column: number): boolean {
  return texts.slice(row + 1).some((below) => (below[column] ?? "") !== "");
}
