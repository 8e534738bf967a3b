import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isoFromDay } from "@kontrafakt/base";
import { handOver, type Language, type ScriptLanguage } from "@kontrafakt/study";
import { checkFolder, writeInside } from "../node/write-outputs.js";
import { handoverNotice, leftLine, writtenLine } from "./handover-notice.js";
import { loadPeopleStudy } from "./load-study.js";
import { plain } from "./plain.js";
import { type Io, type SessionOptions, shown, today, withContext } from "./session.js";

export interface ExportOptions extends SessionOptions {
  readonly r?: boolean;
  readonly stata?: boolean;
  readonly effectsScript?: ScriptLanguage;
  readonly out?: string;
  readonly lang?: Language;
  readonly seed?: number;
}

const scripts: Readonly<Record<ScriptLanguage, URL>> = {
  r: new URL("../../handover/effects-to-file.R", import.meta.url),
  stata: new URL("../../handover/effects-to-file.do", import.meta.url),
};

/**
 * `kontrafakt export`: writes what others need to recompute a study's effects in R or Stata into internal/handover/, or prints the script
 * that makes files of effects inside a closed register environment. Returns false where it is not told which of these.
 */
export async function exportStudy(path: string | undefined, options: ExportOptions, io: Io): Promise<boolean> {
  const { effectsScript } = options;
  const languages: ScriptLanguage[] = [...(options.r ? ["r" as const] : []), ...(options.stata ? ["stata" as const] : [])];
  const nothingElse = path === undefined && languages.length === 0;
  if (effectsScript === undefined ? path === undefined || languages.length === 0 : !nothingElse) {
    io.err.write(
      "name a study and --r, --stata or both; or --effects-script r (or stata) alone, to print the script for register environments\n",
    );
    return false;
  }
  if (effectsScript !== undefined) {
    io.out(await readFile(scripts[effectsScript], "utf8"));
    return true;
  }
  const { study, sources, key, folder } = await loadPeopleStudy(path as string, options.seed);
  const language = options.lang ?? study.language;
  const out = resolve(options.out ?? folder);
  await checkFolder(out);
  const { without, files } = await withContext(io, study.seed, { ...options, key }, async (context) => {
    const handed = await handOver(study, sources, languages, context);
    context.progress?.({ step: "report", done: 0 });
    return handed;
  });
  const deleteBy = isoFromDay(today() + study.report.deleteAfter);
  await writeInside(out, "handover", [...files, { path: "README.txt", text: handoverNotice[language](deleteBy) }]);
  if (!options.quiet) {
    const lines = [writtenLine[language](shown(join(out, "internal", "handover")), deleteBy)];
    if (without.length > 0) lines.push(leftLine[language](without));
    io.out(plain(`${lines.join("\n")}\n`));
  }
  return true;
}
