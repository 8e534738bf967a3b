import { constants } from "node:fs";
import { access, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";

/** One file to write; `path` with forward slashes, inside `publish/` or `internal/`. */
export interface OutputFile {
  readonly path: string;
  /** Whole, or in pieces where there is much of it; bytes of what is no text. */
  readonly text: string | Uint8Array | Iterable<string>;
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

/** Makes a folder and those above it. (The recursive mkdir of Node 20 does not end where a file system takes no folders, as in /proc.) */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== "EEXIST") throw again;
    });
  }
}

const reasons = new Map([
  ["EACCES", "no permission"],
  ["EEXIST", "a file stands where a folder should"],
  ["ENOTDIR", "a file stands where a folder should"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "read-only"],
]);

function cannotWrite(file: string, error: unknown): never {
  const { code = "" } = error as NodeJS.ErrnoException;
  const reason = code === "" ? String(error) : reasons.has(code) ? `${reasons.get(code)} (${code})` : code;
  return fail("kontrafakt/cannot-write", {}, { file, reason }, messages);
}

/** Fails where a run could not write under a folder, before it has worked for minutes. Makes nothing. */
export async function checkFolder(folder: string): Promise<void> {
  for (const path of [join(folder, "publish"), join(folder, "internal")]) {
    for (let here = path; ; here = dirname(here)) {
      const found = await stat(here).catch((error: NodeJS.ErrnoException) => error);
      if (found instanceof Error) {
        if ((found.code === "ENOENT" || found.code === "ENOTDIR") && dirname(here) !== here) continue;
        cannotWrite(here, found);
      }
      if (!found.isDirectory()) cannotWrite(here, { code: "ENOTDIR" });
      await access(here, constants.W_OK).catch((error) => cannotWrite(here, error));
      break;
    }
  }
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  let current = "";
  const part = (path: string) => join(folder, `${path}.${process.pid}.part`);
  try {
    for (const { path, text } of files) {
      current = path;
      await makeFolder(dirname(join(folder, path)));
      await writeFile(part(path), text);
    }
    for (const { path } of files) {
      current = path;
      await rename(part(path), join(folder, path));
    }
  } catch (error) {
    await Promise.allSettled(files.map(({ path }) => rm(part(path), { force: true })));
    cannotWrite(current, error);
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
  await removeFiles(folder, stale);
}

/** Removes files, and folders they leave empty. */
async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await rm(join(folder, path), { force: true });
    for (let at = dirname(path); at !== "."; at = dirname(at)) {
      if ((await readdir(join(folder, at)).catch(() => ["-"])).length > 0) break;
      await rmdir(join(folder, at));
    }
  }
}

/**
 * Writes files under one folder inside `internal/`, in place of what was there of an earlier such writing. The next run removes them with
 * what else it no longer writes.
 */
export async function writeInside(folder: string, inside: string, files: readonly OutputFile[]): Promise<void> {
  const prefix = `internal/${inside}/`;
  const names = files.map((f) => `${prefix}${f.path}`);
  const earlier = await earlierFiles(folder);
  const kept = earlier.filter((path) => !path.startsWith(prefix));
  const all = [...new Set([...kept, MANIFEST, ...names])].sort((a, b) => (a < b ? -1 : 1));
  const manifest = { path: MANIFEST, text: `${JSON.stringify(all, null, 2)}\n` };
  await writeFiles(folder, [...files.map((f) => ({ ...f, path: `${prefix}${f.path}` })), manifest]);
  await removeFiles(
    folder,
    earlier.filter((path) => path.startsWith(prefix) && !names.includes(path)),
  );
}

/** Writes files straight into a folder, for `kontrafakt report`. Removes nothing. */
export async function writeInto(folder: string, files: readonly OutputFile[]): Promise<void> {
  await writeFiles(folder, files);
}
