const error = /(<(?:\w+:)?c\b[^>]*\bt=["'])e(["'])/g;
const unaddressed = /<(?:\w+:)?c(?=[\s>/])(?![^>]*\sr=)/;
const rowOrCell = /<((?:\w+:)?)(row|c)(?=[\s>/])([^>]*)>/g;

/**
 * A sheet's XML with what the workbook library does not read rewritten: error cells, which it would take for empty ones, become texts
 * such as #N/A; cells without an address, as some report servers write them, get the next one in their row.
 */
export function mendSheet(xml: string): string {
  const mended = xml.replace(error, "$1str$2");
  if (!unaddressed.test(mended)) return mended;
  let row = 0;
  let column = 0;
  return mended.replace(rowOrCell, (tag, prefix: string, name: string, attributes: string) => {
    const address = /\sr=["']([^"']*)["']/.exec(attributes)?.[1];
    if (name === "row") {
      row = address === undefined ? row + 1 : Number(address);
      column = 0;
      return tag;
    }
    column = address === undefined ? column + 1 : columnNumber(address);
    return address === undefined ? `<${prefix}c r="${columnLetters(column)}${row}"${attributes}>` : tag;
  });
}

function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnNumber(address: string): number {
  let column = 0;
  for (const letter of address.replace(/\d+$/, "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
