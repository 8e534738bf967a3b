const commaDecimal = /^[+-]?(?:\d+|\d{1,3}(?:[. ']\d{3})+),(?:\d{1,2}|\d{4,})$/;
const pointDecimal = /^[+-]?(?:\d+|\d{1,3}(?:[, ']\d{3})+)\.(?:\d{1,2}|\d{4,})$/;
const commaGroups = /^[+-]?\d{1,3}(?:,\d{3}){2,}$/;
const pointGroups = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;

/**
 * Decimal mark of a sample of number cells. A cell speaks when its mark cannot group thousands (or groups twice); `1.234` does
 * not. Without evidence, comma where the fields are separated by semicolons, else point.
 */
export function detectDecimal(cells: Iterable<string>, delimiter: string): "," | "." {
  let balance = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (commaDecimal.test(text) || pointGroups.test(text)) balance++;
    else if (pointDecimal.test(text) || commaGroups.test(text)) balance--;
  }
  if (balance !== 0) return balance > 0 ? "," : ".";
  return delimiter === ";" ? "," : ".";
}
