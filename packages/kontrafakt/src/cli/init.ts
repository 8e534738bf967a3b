import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { canonicalJson, fail, fill, KontrafaktError } from "@kontrafakt/base";
import { columnFor, type Profile, profileFiles, type Source, starterShares } from "@kontrafakt/cohort";
import { catalogueOf, csv, optionMeanings } from "@kontrafakt/report";
import {
  assignFiles,
  type Draft,
  type DraftFile,
  draftStudy,
  draftWorkbook,
  draftYaml,
  type Language,
  mergeProfiles,
  openQuestions,
  type Say,
} from "@kontrafakt/study";
import { messages } from "../messages.js";
import { fileSource } from "../node/file-source.js";
import { plain } from "./plain.js";
import { type Io, type SessionOptions, shown, withContext } from "./session.js";

export interface InitOptions extends SessionOptions {
  readonly out?: string;
  readonly excel?: boolean;
  readonly lang?: Language;
  readonly json?: boolean;
}

const words = {
  en: {
    choose: "CHOOSE",
    head: [
      "A study drafted by kontrafakt init. Nothing is fixed: every line can be changed, and what follows a # is only a remark.",
      "Lines marked CHOOSE have no value yet; those marked check are guesses. Then: kontrafakt check study.yaml",
      "What an option means: kontrafakt explain matching.caliper",
    ],
    remark: "to be filled in",
    wrote: "Wrote",
    kept: "There already, left as it is:",
    is: "is taken as",
    unused: "has no place in the study",
    open: (n: number) => `${n} ${n === 1 ? "question is" : "questions are"} left to you:`,
    none: "No question is open. Read the lines marked check.",
    fill: (files: string) => `Fill in ${files}: no amount is in it yet.`,
    next: "Then:",
  },
  da: {
    choose: "VÆLG",
    head: [
      "Et udkast til en undersøgelse fra kontrafakt init. Intet ligger fast: Hver linje kan ændres, og det efter # er kun en bemærkning.",
      "Linjer mærket VÆLG har ingen værdi endnu; de mærket kontrollér er gæt. Derefter: kontrafakt check study.yaml",
      "Hvad en indstilling betyder: kontrafakt explain matching.caliper",
    ],
    remark: "skal udfyldes",
    wrote: "Skrev",
    kept: "Fandtes i forvejen og er ikke rørt:",
    is: "bruges som",
    unused: "har ingen plads i undersøgelsen",
    open: (n: number) => `${n} spørgsmål skal du selv svare på:`,
    none: "Ingen spørgsmål er åbne. Læs linjerne mærket kontrollér.",
    fill: (files: string) => `Udfyld ${files}: der er ingen beløb i endnu.`,
    next: "Derefter:",
  },
} as const;

/** `kontrafakt init`: looks at files and writes a study that reads them, with money files to fill in. Overwrites nothing. */
export async function init(paths: readonly string[], options: InitOptions, io: Io): Promise<void> {
  const language = options.lang ?? "en";
  const w = words[language];
  const out = resolve(options.out ?? join(dirname(paths[0]), options.excel ? "study.xlsx" : "study.yaml"));
  const isWorkbook = options.excel === true || /\.xlsx$/i.test(out);
  const endings = isWorkbook ? [".xlsx"] : [".yaml", ".yml"];
  if (!endings.includes(extname(out).toLowerCase())) fail("kontrafakt/wrong-ending", {}, { file: basename(out) }, messages);
  if (existsSync(out)) fail("kontrafakt/file-exists", {}, { file: shown(out) }, messages);
  const folder = dirname(out);
  const sources = await Promise.all(paths.map((path) => namedFrom(folder, path)));
  const { profiles, draft } = await withContext(io, 0, { ...options, workers: 1 }, async (context) => {
    const found = await profileFiles(sources, {}, context);
    const shares = await sharesOf(found, sources, (people, services) => starterShares({ people, services }, context));
    return { profiles: found, draft: draftStudy(found, { language, starterShares: shares, remark: w.remark }) };
  });

  const catalogue = catalogueOf(language);
  const say: Say = ({ code, params }) => fill(catalogue[code] ?? code, params);
  const content = isWorkbook
    ? await draftWorkbook(draft, say, language, optionMeanings(language))
    : draftYaml(draft, say, w.head, w.choose);
  const writing: { path: string; content: string | Uint8Array }[] = [{ path: out, content }];
  const kept: string[] = [];
  for (const template of draft.templates) {
    const path = join(folder, template.name);
    if (existsSync(path)) kept.push(path);
    else writing.push({ path, content: templateCsv(template, language) });
  }
  for (const { path, content: data } of writing) {
    await writeFile(path, data, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      const code = error.code === "EEXIST" ? "kontrafakt/file-exists" : "kontrafakt/cannot-write";
      fail(code, {}, { file: shown(path), reason: error.code ?? String(error) }, messages);
    });
  }
  if (options.json) {
    const written = writing.map(({ path }) => shown(path));
    return io.out(canonicalJson({ written, open: openQuestions(draft).map((path) => path.join(".")), profiles }));
  }
  if (options.quiet) return;
  const lines = [
    ...rolesOf(draft).map(({ file, role }) => `  ${file} ${w.is} ${role}`),
    ...draft.unused.map((file) => `  ${file} ${w.unused}`),
    ...writing.map(({ path }) => `${w.wrote} ${shown(path)}`),
    ...kept.map((path) => `${w.kept} ${shown(path)}`),
    "",
  ];
  const open = draft.entries.filter(({ choices }) => choices !== undefined);
  if (open.length === 0) lines.push(w.none);
  else lines.push(w.open(open.length), ...open.map(({ path, notes }) => `  ${path.join(".")}: ${notes.map(say).join("; ")}`));
  const templates = draft.templates.map(({ name }) => name).join(", ");
  if (templates !== "") lines.push(w.fill(templates));
  lines.push(`${w.next} kontrafakt check ${shown(out)}`);
  io.out(plain(`${lines.join("\n")}\n`));
}

/** A source under the name the study will give it: its path from the study's folder. */
async function namedFrom(folder: string, path: string): Promise<Source> {
  const source = await fileSource(basename(path), dirname(resolve(path)));
  return { ...source, name: relative(folder, resolve(path)).replaceAll("\\", "/") };
}

/** Shares of starters by service, where people with a start and services are among the files. */
async function sharesOf(
  profiles: readonly Profile[],
  sources: readonly Source[],
  count: (
    people: { sources: readonly Source[]; person: string; start: string },
    services: { sources: readonly Source[]; person: string; service: string },
  ) => Promise<ReadonlyMap<string, number>>,
): Promise<ReadonlyMap<string, number>> {
  const { people, services } = assignFiles(profiles);
  const column = (files: readonly Profile[] | undefined, role: "person" | "start" | "service") =>
    files && columnFor(mergeProfiles(files).columns, role)?.header;
  const of = (files: readonly Profile[] = []) => sources.filter(({ name }) => files.some(({ file }) => file === name));
  const [id, start, other, service] = [
    column(people, "person"),
    column(people, "start"),
    column(services, "person"),
    column(services, "service"),
  ];
  if (!id || !start || !other || !service) return new Map();
  try {
    return await count({ sources: of(people), person: id, start }, { sources: of(services), person: other, service });
  } catch (error) {
    if (error instanceof KontrafaktError) return new Map();
    throw error;
  }
}

/** The files of a draft by the options that name them. */
function rolesOf(draft: Draft): readonly { readonly file: string; readonly role: string }[] {
  return draft.entries
    .filter(({ path, value }) => path[path.length - 1] === "file" && value !== undefined)
    .filter(({ value }) => !draft.templates.some(({ name }) => name === value))
    .map(({ path, value }) => ({ file: [value].flat().join(", "), role: path.slice(0, -1).join(".") }));
}

function templateCsv({ header, rows }: DraftFile, language: Language): string {
  return csv(header, rows, language === "da" ? { delimiter: ";", decimal: "," } : { delimiter: ",", decimal: "." });
}
