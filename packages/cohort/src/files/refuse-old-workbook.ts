import { type Context, fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Bytes } from "./byte-reader.js";
import { readAll } from "./read-all.js";

/** Fails for a file of the old compound form: a workbook locked with a password, or one older than XLSX. */
export async function refuseOldWorkbook(bytes: Bytes, context: Context | undefined): Promise<never> {
  const all = await readAll(bytes, context);
  const isLocked = holds(all, "EncryptedPackage") || holds(all, "EncryptionInfo");
  return fail(isLocked ? "cohort/is-locked-workbook" : "cohort/is-old-workbook", { file: bytes.name }, {}, messages);
}

/** Whether bytes hold a name in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const sought = Uint8Array.from({ length: 2 * name.length }, (_, i) => (i % 2 === 0 ? name.charCodeAt(i / 2) : 0));
  for (let at = bytes.indexOf(sought[0]); at >= 0; at = bytes.indexOf(sought[0], at + 1)) {
    let i = 1;
    while (i < sought.length && bytes[at + i] === sought[i]) i++;
    if (i === sought.length) return true;
  }
  return false;
}
