/** Receives a record as a piece of text: field j lies from `bounds[j]` to `bounds[j + 1]` − 1. The array is used again for the next. */
export type OnFields = (text: string, bounds: Int32Array, width: number, line: number) => void;

/**
 * Splits the whole lines of a text without quotation marks into records, without making a string of any field.
 *
 * @param start where the first line begins
 * @param delimiter the character between the fields
 * @param first number of the first line
 * @returns where the last whole line ends, and the number of the line after it
 */
export function scanFields(
  text: string,
  start: number,
  delimiter: string,
  first: number,
  onFields: OnFields,
): { end: number; line: number } {
  const end = Math.max(start, text.lastIndexOf("\n") + 1);
  let bounds = new Int32Array(64);
  let line = first;
  let from = start;
  let mark = text.indexOf(delimiter, start);
  while (from < end) {
    const stop = text.indexOf("\n", from);
    let width = 0;
    bounds[0] = from;
    while (mark >= 0 && mark < stop) {
      bounds[++width] = mark + 1;
      mark = text.indexOf(delimiter, mark + 1);
      if (width + 2 > bounds.length) {
        const wider = new Int32Array(4 * bounds.length);
        wider.set(bounds);
        bounds = wider;
      }
    }
    bounds[++width] = stop + 1;
    onFields(text, bounds, width, line++);
    from = stop + 1;
  }
  return { end, line };
}
