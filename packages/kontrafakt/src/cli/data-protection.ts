import { basename, dirname, join, resolve } from "node:path";
import { fail, KontrafaktError } from "@kontrafakt/base";
import { maskAllTexts, maskIdentifiersIn, type Source } from "@kontrafakt/cohort";
import { allMessages, type Language, parseStudy } from "@kontrafakt/study";
import { type FileLook, lookAtFile } from "../data-protection/look-at-file.js";
import { protectionDocument } from "../data-protection/protection-document.js";
import { studyBlocks } from "../data-protection/study-blocks.js";
import { words } from "../data-protection/words.js";
import { messages } from "../messages.js";
import { fileSource } from "../node/file-source.js";
import { readText } from "../node/read-text.js";
import { writeInto } from "../node/write-outputs.js";
import { lockPathOf } from "./load-study.js";
import { plain } from "./plain.js";
import { publicNames } from "./public-files.js";
import { type Io, type SessionOptions, shown, today, withContext } from "./session.js";

export interface DataProtectionCommand extends SessionOptions {
  readonly lang?: Language;
  readonly out?: string;
}

/**
 * `kontrafakt data-protection`: writes the document for the data-protection officer. Reads the study and looks at its files; those
 * that are not there yet are named so. Estimates nothing.
 */
export async function dataProtection(path: string, options: DataProtectionCommand, io: Io): Promise<void> {
  const folder = dirname(resolve(path));
  const name = basename(path);
  const { study, groupStudy, planStudy, problems } = parseStudy(await readText(path), name);
  if (groupStudy ?? planStudy) fail("kontrafakt/no-people", { file: name }, {}, messages);
  if (!study) throw new KontrafaktError(problems, allMessages);
  const language = options.lang ?? study.language;
  const blocks = studyBlocks(study);
  const names = publicNames(blocks.flatMap(({ files }) => files));
  const files = await withContext(io, study.seed, { ...options, workers: 1 }, async (context) => {
    const looks: FileLook[] = [];
    for (const block of blocks) {
      const { format: own } = block;
      for (const file of block.files) {
        const format = { ...(block.personal ? study.cohort.format : {}), ...own };
        looks.push(await lookAtFile(block, names.get(file) ?? file, await sourceOf(file, folder), format, context));
      }
    }
    return looks;
  });
  const lock = basename(lockPathOf(path));
  const text = protectionDocument(
    {
      study: maskAllTexts(study),
      name: maskIdentifiersIn(name),
      lock: maskIdentifiersIn(lock),
      files: maskAllTexts(files),
      today: today(),
    },
    language,
  );
  const out = resolve(options.out ?? join(folder, "data-protection.html"));
  await writeInto(dirname(out), [{ path: basename(out), text }]);
  if (!options.quiet) io.out(plain(`${words[language].written(shown(out))}\n`));
}

async function sourceOf(file: string, folder: string): Promise<Source | undefined> {
  try {
    const source = await fileSource(file, folder);
    return { ...source, name: maskIdentifiersIn(source.name) };
  } catch (error) {
    if (error instanceof KontrafaktError && error.problems[0]?.code === "kontrafakt/no-such-file") return undefined;
    throw error;
  }
}
