import { basename, dirname, resolve } from "node:path";
import { KontrafaktError, type Problem } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { allMessages, type Lock, parseStudy, readLock, type Study, studyFiles } from "@kontrafakt/study";
import { fileSource } from "../node/file-source.js";
import { readText } from "../node/read-text.js";
import { publicNames, withPublicFiles } from "./public-files.js";

/** A study with its files found and its lock, if there is one. */
export interface LoadedStudy {
  readonly study: Study;
  readonly sources: ReadonlyMap<string, Source>;
  readonly lock?: Lock;
  readonly lockPath: string;
  readonly folder: string;
  readonly name: string;
}

/** `study.yaml` → `study.lock.json`, beside it. */
export function lockPathOf(studyPath: string): string {
  return resolve(dirname(studyPath), `${basename(studyPath).replace(/\.ya?ml$/i, "")}.lock.json`);
}

async function readLockAt(path: string): Promise<Lock | undefined> {
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    if (error instanceof KontrafaktError && error.problems[0]?.code === "kontrafakt/no-such-file") return undefined;
    throw error;
  }
  return readLock(text, basename(path));
}

/**
 * Reads a study file, finds every file it names relative to it, and its lock.
 *
 * @param seed takes the place of the study's own
 * @throws KontrafaktError with every problem found
 */
export async function loadStudy(path: string, seed?: number): Promise<LoadedStudy> {
  const folder = dirname(resolve(path));
  const name = basename(path);
  const { study, problems } = parseStudy(await readText(path), name);
  if (!study) throw new KontrafaktError(problems, allMessages);
  const sources = new Map<string, Source>();
  const missing: Problem[] = [];
  const sentences: string[] = [];
  const files = studyFiles(study);
  const names = publicNames(files.map(({ file }) => file));
  for (const { role, file } of files) {
    const publicName = names.get(file) ?? file;
    if (sources.has(publicName)) continue;
    try {
      sources.set(publicName, await fileSource(file, folder, { file: name, option: `${role}.file` }));
    } catch (error) {
      if (!(error instanceof KontrafaktError)) throw error;
      missing.push(...error.problems);
      sentences.push(error.message);
    }
  }
  if (missing.length > 0) throw Object.assign(new KontrafaktError(missing), { message: sentences.join("\n") });
  const lockPath = lockPathOf(path);
  const shown = withPublicFiles(study, names);
  return {
    study: seed === undefined ? shown : { ...shown, seed },
    sources,
    lock: await readLockAt(lockPath),
    lockPath,
    folder,
    name,
  };
}
