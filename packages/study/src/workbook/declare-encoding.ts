import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** When every part of a workbook was made, as its zip has it: the same workbook is the same bytes, at any hour and in any time zone. */
const LONG_AGO = "1980-01-01T00:00:00";

/**
 * Says in each XML part of a workbook that it is UTF-8. The parts that write-excel-file 4.1 writes without saying so are UTF-8 by XML 1.0
 * section 4.3.3, yet LibreOffice 7.4 loses texts of such a part once a letter beyond ASCII stands at the edge of what it reads at a time.
 */
export function declareEncoding(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const text = strFromU8(bytes).replace(
      /^<\?xml version="1\.0"\s*\?>/,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    );
    parts[name] = strToU8(text);
  }
  return zipSync(parts, { mtime: LONG_AGO });
}
