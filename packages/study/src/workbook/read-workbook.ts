import { fail, isoFromDay } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { SheetCell } from "./cell-value.js";
import type { StudyWorkbook } from "./parse-workbook.js";

const DAY = 86_400_000;

/** A study's workbook from its bytes. Dates become yyyy-mm-dd. Fails where the bytes are no workbook. */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<StudyWorkbook> {
  const { default: readXlsx } = await import("read-excel-file/universal");
  try {
    const sheets = await readXlsx(new Blob([bytes as Uint8Array<ArrayBuffer>]), { trim: false });
    return {
      kind: "study-workbook",
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    };
  } catch (error) {
    return fail("study/not-a-workbook", { file }, { reason: error instanceof Error ? error.message : String(error) }, messages);
  }
}

function cellOf(cell: unknown): SheetCell {
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell !== "object" || cell === null || !("getTime" in cell)) return null;
  return isoFromDay(Math.floor(((cell as { getTime(): number }).getTime() + 500) / DAY));
}
