import { basename, dirname, resolve } from "node:path";
import { fail, KontrafaktError, type Problem } from "@kontrafakt/base";
import { parseKey, type Source } from "@kontrafakt/cohort";
import {
  type AnyStudy,
  allMessages,
  type Lock,
  parseStudy,
  readLock,
  readWorkbook,
  type Study,
  studyFiles,
} from "@kontrafakt/study";
import { messages } from "../messages.js";
import { fileSource } from "../node/file-source.js";
import { readBytes, readText } from "../node/read-text.js";
import { randomKey } from "../random-key.js";
import { publicNames, withPublicFiles } from "./public-files.js";

/** A study with its files found and its lock, if there is one. */
export interface LoadedStudy<S extends AnyStudy = AnyStudy> {
  readonly study: S;
  readonly sources: ReadonlyMap<string, Source>;
  readonly lock?: Lock;
  /** Key of the pseudonyms: the one in the study's key file, else a random one that is stored nowhere. */
  readonly key: Uint8Array;
  readonly lockPath: string;
  readonly folder: string;
  readonly name: string;
}

/** `study.yaml` or `study.xlsx` → `study.lock.json`, beside it. */
export function lockPathOf(studyPath: string): string {
  return resolve(dirname(studyPath), `${basename(studyPath).replace(/\.(?:ya?ml|xlsx)$/i, "")}.lock.json`);
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

async function readKey(study: AnyStudy, folder: string): Promise<Uint8Array> {
  if (!("cohort" in study)) return randomKey();
  const { keyFile } = study.cohort.identifiers;
  return keyFile === undefined ? randomKey() : parseKey(await readText(resolve(folder, keyFile)), basename(keyFile));
}

/** Of the key's path only the name is told. */
function withoutKeyFolder(study: AnyStudy): AnyStudy {
  if (!("cohort" in study)) return study;
  const { identifiers } = study.cohort;
  if (identifiers.keyFile === undefined) return study;
  const keyFile = basename(identifiers.keyFile.replaceAll("\\", "/"));
  return { ...study, cohort: { ...study.cohort, identifiers: { ...identifiers, keyFile } } };
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
  const isWorkbook = /\.xlsx$/i.test(name);
  const content = isWorkbook ? await readWorkbook(await readBytes(path), name) : await readText(path);
  const { groupStudy, planStudy, study = groupStudy ?? planStudy, problems } = parseStudy(content, name);
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
      const source = await fileSource(file, folder, { file: name, option: `${role}.file` });
      sources.set(publicName, { ...source, name: publicName });
    } catch (error) {
      if (!(error instanceof KontrafaktError)) throw error;
      missing.push(...error.problems);
      sentences.push(error.message);
    }
  }
  if (missing.length > 0) throw Object.assign(new KontrafaktError(missing), { message: sentences.join("\n") });
  const lockPath = lockPathOf(path);
  const shown = withoutKeyFolder(withPublicFiles(study, names));
  return {
    study: seed === undefined ? shown : { ...shown, seed },
    sources,
    lock: await readLockAt(lockPath),
    key: await readKey(study, folder),
    lockPath,
    folder,
    name,
  };
}

/**
 * The same for what is done with people: a study of groups and a plan have none.
 * @throws KontrafaktError for these
 */
export async function loadPeopleStudy(path: string, seed?: number): Promise<LoadedStudy<Study>> {
  const loaded = await loadStudy(path, seed);
  const { study } = loaded;
  if (!("cohort" in study)) return fail("kontrafakt/no-people", { file: loaded.name }, {}, messages);
  return { ...loaded, study };
}
