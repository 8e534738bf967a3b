import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { canonicalJson, fail, isoFromDay } from "@kontrafakt/base";
import { compareLock, lockStudy } from "@kontrafakt/study";
import { messages } from "../messages.js";
import { loadStudy } from "./load-study.js";
import { type Io, type SessionOptions, shown, today, withContext } from "./session.js";

export interface LockOptions extends SessionOptions {
  readonly json?: boolean;
}

/** `kontrafakt lock`: fixes study, files and version in a file beside the study. Does not overwrite a lock that differs. */
export async function lock(path: string, options: LockOptions, io: Io): Promise<void> {
  const loaded = await loadStudy(path);
  const { study, sources, lockPath, folder } = loaded;
  const seen = existsSync(join(folder, "publish", "results.json"));
  const made = await withContext(io, study.seed, { ...options, workers: 1 }, (context) =>
    lockStudy(study, sources, context, isoFromDay(today()), seen),
  );
  if (loaded.lock) {
    const { deviations } = compareLock(loaded.lock, study, made.inputs);
    const [first] = deviations;
    if (first) {
      fail("kontrafakt/lock-exists", { file: basename(lockPath) }, { count: deviations.length, what: first.what }, messages);
    }
  } else await writeFile(lockPath, canonicalJson(made));
  const kept = loaded.lock ?? made;
  if (options.json) io.out(canonicalJson(kept));
  else if (!options.quiet) {
    const state = loaded.lock ? "already locked, and nothing has changed" : "locked";
    io.out(`${state}: the study, ${made.inputs.length} files and version ${made.product.version}, in ${shown(lockPath)}\n`);
    if (!loaded.lock)
      if (seen)
        io.out("Results of an earlier run stand in publish/, so outcomes may have been seen; the lock and the report say so.\n");
    if (!loaded.lock)
      io.out("Keep this file with the study (best in version control). Each later run lists what differs from it.\n");
  }
}
