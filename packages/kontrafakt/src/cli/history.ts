import { basename, dirname, resolve } from "node:path";
import { csv, speak } from "@kontrafakt/report";
import { type Language, targetHistory } from "@kontrafakt/study";
import { writeInto } from "../node/write-outputs.js";
import { loadPeopleStudy } from "./load-study.js";
import { plain } from "./plain.js";
import { type Io, type SessionOptions, shown, withContext } from "./session.js";

export interface HistoryCommand extends SessionOptions {
  readonly out: string;
  readonly lang?: Language;
}

const words = {
  en: {
    written: (path: string, rows: number) => `${path}: ${rows} rows`,
    left: (years: string) => `Left out since few people are in it: ${years}`,
  },
  da: {
    written: (path: string, rows: number) => `${path}: ${rows} rækker`,
    left: (years: string) => `Udeladt, da der er få personer i det: ${years}`,
  },
} as const;

/** `kontrafakt history`: writes what the target group used in each year, as it may be told, for plan.history. */
export async function history(path: string, options: HistoryCommand, io: Io): Promise<void> {
  const { study, sources, key } = await loadPeopleStudy(path);
  const language = options.lang ?? study.language;
  const session = { ...options, key, workers: 1 };
  const found = await withContext(io, study.seed, session, (context) => targetHistory(study, sources, context));
  const speaker = speak(language);
  const rows = found.rows.map((row) => [row.year, row.people, row.outcome, row.units]);
  const style = { delimiter: speaker.words.csv.delimiter, decimal: speaker.words.style.decimal };
  const out = resolve(options.out);
  await writeInto(dirname(out), [{ path: basename(out), text: csv(["year", "people", "outcome", "units"], rows, style) }]);
  if (options.quiet) return;
  const left = found.left.map(({ year, outcome }) => (outcome === null ? String(year) : `${year} (${outcome})`));
  const lines = [words[language].written(shown(out), rows.length)];
  if (left.length > 0) lines.push(words[language].left(left.join(", ")));
  io.out(plain(`${lines.join("\n")}\n`));
}
