import { gzipSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/node";

/** One byte a character, as Windows-1252 has the Nordic letters. */
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

export function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), order === "le");
  return bytes;
}

export const gzip = (content: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(content));

type Value = string | number | boolean | Date | null;

/** A workbook of sheets of plain cells; dates are date cells. */
export async function workbook(...sheets: readonly [name: string, ...rows: (readonly Value[])[]][]): Promise<Uint8Array> {
  const data = sheets.map(([sheet, ...rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) =>
        value === null ? null : value instanceof Date ? { type: Date, value, format: "dd-mm-yyyy" } : { value },
      ),
    ),
  }));
  return new Uint8Array(await writeWorkbook(data as never).toBuffer());
}

/** The same workbook with its parts rewritten. */
export function rewritten(book: Uint8Array, rewrite: (name: string, text: string) => string): Uint8Array {
  const parts = unzipSync(book);
  const decoder = new TextDecoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        name.endsWith(".xml") ? strToU8(rewrite(name, decoder.decode(part))) : part,
      ]),
    ),
  );
}

/** A day at midnight in universal time, as date cells want it. */
export const date = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
