import type { AnyResults } from "@kontrafakt/study";
import { csv } from "./csv.js";
import { designOf } from "./designs/design-of.js";
import type { LanguageCode } from "./language.js";

export interface NamedTable {
  /** Safe as a file name, without ending. */
  readonly name: string;
  readonly csv: string;
}

/** Every figure of the report as CSV: headings in the language, semicolon and decimal comma where the language has them. */
export function tables(results: AnyResults, language: LanguageCode): NamedTable[] {
  const design = designOf(results, language);
  const { csv: marks, style } = design.speaker.words;
  return design.tables().map(({ name, header, rows }) => {
    const heads = header.map((h) => h.replaceAll("\u00a0", " "));
    return { name, csv: csv(heads, rows, { delimiter: marks.delimiter, decimal: style.decimal }) };
  });
}
