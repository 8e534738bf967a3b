import { join, resolve } from "node:path";
import { canonicalJson } from "@kontrafakt/base";
import { summaryLines } from "@kontrafakt/report";
import {
  type AnyResults,
  evaluate,
  isPlan,
  type Language,
  type NearEarlier,
  nearEarlier,
  parametersChanged,
} from "@kontrafakt/study";
import { checkFolder, type OutputFile, writeOutputs } from "../node/write-outputs.js";
import { comparedCsv, comparedLine, earlierResults, parametersLine } from "./compare-earlier.js";
import { loadStudy } from "./load-study.js";
import { asRead, calculationFile, internalFiles, publishFiles } from "./output-files.js";
import { plain } from "./plain.js";
import { type Io, type SessionOptions, shown, today, withContext } from "./session.js";

export interface RunOptions extends SessionOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly lang?: Language;
  readonly seed?: number;
  /** Results published earlier: a path, or false for none. Default: those in the folder's publish/. */
  readonly compare?: string | false;
}

const reportHead: Readonly<Record<Language, string>> = { en: "Report", da: "Rapport" };

/** The summary with where the report is, lined up with it. */
function lastLine(lines: readonly string[], language: Language, path: string): string {
  const column = /^\S+\s+/.exec(lines[0] ?? "")?.[0].length ?? 0;
  return `${`${reportHead[language]} `.padEnd(column)}${shown(path)}`;
}

/**
 * `kontrafakt run`: evaluates, writes publish/ and internal/, and tells the answer in about ten lines. What it tells is held against what
 * an earlier run published, so that the difference between the two tells of nobody.
 */
export async function run(path: string, options: RunOptions, io: Io): Promise<void> {
  const { study, sources, lock, key, folder } = await loadStudy(path, options.seed);
  const language = options.lang ?? study.language;
  const out = resolve(options.out ?? folder);
  await checkFolder(out);
  const earlier = await earlierResults(options.compare, out);
  const { results, files, compared } = await withContext(io, study.seed, { ...options, key }, async (context) => {
    const evaluation = await evaluate(study, sources, context, lock);
    const read = asRead(evaluation.results);
    const compared: NearEarlier<AnyResults> | undefined = earlier && nearEarlier(read, earlier);
    const results = earlier && compared ? asRead(parametersChanged(compared.results, earlier)) : read;
    context.progress?.({ step: "report", done: 0 });
    const published = await publishFiles(results, language, [study.language, ...study.report.languages]);
    const workbook = await calculationFile(results, language);
    const files: OutputFile[] = [...published, ...workbook].map((file) => ({ ...file, path: `publish/${file.path}` }));
    if (!isPlan(study)) files.push(...internalFiles(evaluation.internal.ledger, language, today() + study.report.deleteAfter));
    if (compared && compared.changes.length > 0)
      files.push({ path: "internal/compared.csv", text: comparedCsv(compared.changes, language) });
    return { results, files, compared };
  });
  await writeOutputs(out, files);
  if (options.json) io.out(canonicalJson(results));
  else if (!options.quiet) {
    const lines = summaryLines(results, language);
    if (compared) lines.push(...comparedLine(compared, language), ...parametersLine(results, language));
    io.out(plain(`${[...lines, lastLine(lines, language, join(out, "publish", "report.html"))].join("\n")}\n`));
  }
}
