import type { Context, Problem } from "@kontrafakt/base";
import { createLedger } from "../ledger/create-ledger.js";
import type { CrossSectionOptions } from "../options/group-options.js";
import type { FileReading } from "../table/reading.js";
import type { Source } from "../table/source.js";

/** What a reader of a file by itself, outside a study, is given. */
export function fileReading(
  sources: ReadonlyMap<string, Source>,
  { formats, identifiers, extract }: Pick<CrossSectionOptions, "formats" | "identifiers" | "extract">,
  context: Context | undefined,
): FileReading {
  const problems: Problem[] = [];
  return { sources, study: { format: formats, identifiers, extract }, ledger: createLedger(), problems, detected: [], context };
}
