import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { randomKey } from "../random-key.js";
import { type Io, shown } from "./session.js";

/** `kontrafakt new-key`: writes a random key that only its owner may read. Never replaces a file: the pseudonyms made with it would be lost. */
export async function newKey(file: string, io: Io): Promise<void> {
  const path = resolve(file);
  const hex = Array.from(randomKey(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  await writeFile(path, `${hex}\n`, { flag: "wx", mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") fail("kontrafakt/key-exists", { file: basename(path) }, {}, messages);
    fail("kontrafakt/cannot-write", {}, { file: basename(path), reason: error.code ?? "unknown" }, messages);
  });
  io.out(
    `a new key, in ${shown(path)}\nKeep it apart from data and results, and delete it when years need no longer be linked: whoever has it can find out who a pseudonym is.\n`,
  );
}
