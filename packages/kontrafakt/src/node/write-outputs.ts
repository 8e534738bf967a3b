import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";

/** One file to write; `path` with forward slashes, inside `publish/` or `internal/`. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** Lists what a run wrote, so that the next one removes what it no longer writes, and nothing else. */
const MANIFEST = "internal/files.json";
const insideOwnFolders = /^(publish|internal)(\/[^/\\]+)+$/;

function isOwn(path: unknown): path is string {
  return typeof path === "string" && insideOwnFolders.test(path) && !path.split("/").includes("..");
}

async function earlierFiles(folder: string): Promise<readonly string[]> {
  try {
    const list: unknown = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    return Array.isArray(list) ? list.filter(isOwn) : [];
  } catch {
    return [];
  }
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  let current = "";
  try {
    for (const { path, text } of files) {
      current = path;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, `${path}.part`), text);
    }
    for (const { path } of files) {
      current = path;
      await rename(join(folder, `${path}.part`), join(folder, path));
    }
  } catch (error) {
    await Promise.allSettled(files.map(({ path }) => rm(join(folder, `${path}.part`), { force: true })));
    fail(
      "kontrafakt/cannot-write",
      {},
      { file: current, reason: (error as NodeJS.ErrnoException).code ?? String(error) },
      messages,
    );
  }
}

/**
 * Writes a run's files under a folder: all of them beside their places first, then renamed, so that a failed run leaves the
 * earlier one whole. Files an earlier run wrote and this one does not are removed; files of others are left alone.
 */
export async function writeOutputs(folder: string, files: readonly OutputFile[]): Promise<void> {
  const names = files.map((f) => f.path).sort((a, b) => (a < b ? -1 : 1));
  const stray = names.find((name) => !isOwn(name));
  if (stray !== undefined) throw new Error(`${stray} is outside publish/ and internal/`);
  const stale = (await earlierFiles(folder)).filter((path) => !names.includes(path) && path !== MANIFEST);
  await writeFiles(folder, [...files, { path: MANIFEST, text: `${JSON.stringify(names, null, 2)}\n` }]);
  for (const path of stale) {
    await rm(join(folder, path), { force: true });
    const parent = join(folder, dirname(path));
    if ((await readdir(parent).catch(() => ["-"])).length === 0) await rmdir(parent);
  }
}

/** Writes files straight into a folder, for `kontrafakt report`. Removes nothing. */
export async function writeInto(folder: string, files: readonly OutputFile[]): Promise<void> {
  await writeFiles(folder, files);
}
