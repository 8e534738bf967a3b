import { join, resolve } from "node:path";
import { canonicalJson, fail } from "@kontrafakt/base";
import { checkStudy, isPlan, type Language } from "@kontrafakt/study";
import { messages } from "../messages.js";
import { writeInto } from "../node/write-outputs.js";
import { checkLines } from "./check-lines.js";
import { groupCheckLines } from "./group-check-lines.js";
import { loadStudy } from "./load-study.js";
import { internalFiles } from "./output-files.js";
import { plain } from "./plain.js";
import { planCheckLines } from "./plan-check-lines.js";
import { type Io, type SessionOptions, shown, today, withContext } from "./session.js";

export interface CheckOptions extends SessionOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly lang?: Language;
}

/** `kontrafakt check`: reads and matches, and tells what was found. Writes nothing but, with `--out`, the ledger. */
export async function check(path: string, options: CheckOptions, io: Io): Promise<void> {
  const { study, sources, key, name } = await loadStudy(path);
  if (isPlan(study) && options.out !== undefined) fail("kontrafakt/no-ledger", { file: name }, {}, messages);
  const language = options.lang ?? study.language;
  const found = await withContext(io, study.seed, { ...options, key }, (context) => checkStudy(study, sources, context));
  if (found.kind === "plan-check" || isPlan(study)) {
    if (options.json) io.out(canonicalJson(found));
    else if (!options.quiet && found.kind === "plan-check") io.out(plain(`${planCheckLines(found, language).join("\n")}\n`));
    return;
  }
  const { internal, ...shownPart } = found;
  const lines = () => (found.kind === "check" ? checkLines(found, language) : groupCheckLines(found, language));
  if (options.json) io.out(canonicalJson(shownPart));
  else if (!options.quiet) io.out(plain(`${lines().join("\n")}\n`));
  if (options.out === undefined) return;
  const out = resolve(options.out);
  await writeInto(out, internalFiles(internal.ledger, language, today() + study.report.deleteAfter));
  if (!options.json && !options.quiet) io.out(`${shown(join(out, "internal", "ledger.csv"))}\n`);
}
