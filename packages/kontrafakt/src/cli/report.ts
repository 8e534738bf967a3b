import { basename, dirname, join, resolve } from "node:path";
import { type Language, languages, readResults } from "@kontrafakt/study";
import { readText } from "../node/read-text.js";
import { writeInto } from "../node/write-outputs.js";
import { calculationFile, publishFiles } from "./output-files.js";
import { type Io, shown } from "./session.js";

export interface ReportOptions {
  readonly out?: string;
  readonly lang?: Language;
  readonly quiet?: boolean;
}

/** The languages a study asks for, as far as its results say. */
function languagesOf(study: Readonly<Record<string, unknown>>): { first: Language; others: readonly Language[] } {
  const known = (value: unknown): value is Language => languages.includes(value as Language);
  const wanted = (study.report as { languages?: unknown } | undefined)?.languages;
  return { first: known(study.language) ? study.language : "en", others: Array.isArray(wanted) ? wanted.filter(known) : [] };
}

/** `kontrafakt report`: writes report, tables and charts again from results.json alone, beside it or into `--out`. */
export async function report(path: string, options: ReportOptions, io: Io): Promise<void> {
  const results = readResults(await readText(path), basename(path));
  const { first, others } = languagesOf(results.study);
  const out = resolve(options.out ?? dirname(path));
  const language = options.lang ?? first;
  const files = [...(await publishFiles(results, language, [first, ...others])), ...(await calculationFile(results, language))];
  await writeInto(out, files);
  if (!options.quiet) io.out(`Report: ${shown(join(out, "report.html"))}\n`);
}
