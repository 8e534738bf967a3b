import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { UNREADABLE } from "../text/parse-number.js";
import { trimCell } from "../text/trim-cell.js";
import type { BoundCell } from "./bound-cell.js";
import type { Cell } from "./cell.js";
import { hasLostDigits, identifierDigits, mayBeStoredNumber } from "./identifier-digits.js";

/** Says something about a row that is used. */
export type Note = (line: number, code: string, column: string, detail: string) => void;

/** What cells are worth to their columns: a code, number or day, the column's `missing`, or `UNREADABLE`. */
export interface CellValues {
  /** The value of a trimmed piece of text. */
  ofPiece(cell: BoundCell, text: string, from: number, to: number, line: number): number;
  /** The value of any cell. */
  ofCell(cell: BoundCell, raw: Cell, line: number): number;
}

export function cellValues(note: Note): CellValues {
  /** The value of an identifier that something stored as a number; undefined for any other text. */
  const storedNumber = (cell: BoundCell, text: string, line: number): number | undefined => {
    const stored = identifierDigits(text);
    if (stored === undefined) return undefined;
    if (stored.kind === "lost") return UNREADABLE;
    note(line, "cohort/identifier-as-number", cell.header, maskIdentifier(text));
    return cell.builder.range(stored.digits, 0, stored.digits.length);
  };
  const ofPiece = (cell: BoundCell, text: string, from: number, to: number, line: number): number => {
    if (cell.missing.range(text, from, to)) return cell.builder.missing;
    if (to === from) return cell.type === "category" || cell.type === "text" ? cell.builder.range(text, from, to) : UNREADABLE;
    if (cell.identifier && mayBeStoredNumber(text, from, to)) {
      const value = storedNumber(cell, text.slice(from, to), line);
      if (value !== undefined) return value;
    }
    return cell.builder.range(text, from, to);
  };
  return {
    ofPiece,
    ofCell(cell, raw, line) {
      if (raw === null || raw === undefined) return cell.builder.missing;
      if (typeof raw === "string") {
        const text = trimCell(raw);
        if (cell.identifier && text.length !== raw.length)
          note(line, "cohort/identifier-trimmed", cell.header, maskIdentifier(raw));
        return ofPiece(cell, text, 0, text.length, line);
      }
      if (typeof raw === "object" && "error" in raw && cell.missing.range(raw.error, 0, raw.error.length))
        return cell.builder.missing;
      if (typeof raw === "number") {
        if (cell.missing.number(raw)) return cell.builder.missing;
        if (cell.identifier && hasLostDigits(raw)) return UNREADABLE;
      }
      return cell.builder.typed(raw);
    },
  };
}
