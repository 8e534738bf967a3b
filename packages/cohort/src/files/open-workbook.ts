import { fail } from "@kontrafakt/base";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { messages } from "../messages.js";
import { mendSheet } from "./mend-sheet.js";

/** Bytes of XML that a workbook may hold unpacked: about two million rows of ten cells. */
const MOST_UNPACKED = 2 ** 30;

const others: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, "XLSB"],
  [/^content\.xml$/, "OpenDocument"],
  [/^word\//, "Word"],
  [/^ppt\//, "PowerPoint"],
];

/**
 * Unpacks a workbook, mends its sheets and packs it again without compression, so that the workbook library neither starts workers
 * nor passes over cells. Fails for a zip that is no workbook, that is damaged or cut off, or that unpacks to more than 1 GiB.
 */
export function openWorkbook(file: string, bytes: Uint8Array): ArrayBuffer {
  const names: string[] = [];
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        const wanted = name.endsWith(".xml") || name.endsWith(".xml.rels");
        if (wanted) unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw new RangeError("too much");
        return wanted;
      },
    });
  } catch (error) {
    if (error instanceof RangeError) fail("cohort/workbook-too-large", { file }, { gigabytes: 1 }, messages);
    return fail("cohort/workbook-broken", { file }, {}, messages);
  }
  if (!names.includes("xl/workbook.xml")) {
    const kind = others.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? "zip";
    fail("cohort/is-other-kind", { file }, { kind }, messages);
  }
  const mended: Record<string, Uint8Array> = Object.create(null);
  for (const [name, part] of Object.entries(parts)) {
    mended[name] = /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? strToU8(mendSheet(strFromU8(part))) : part;
  }
  return zipSync(mended, { level: 0 }).buffer as ArrayBuffer;
}
