import { basename, dirname, isAbsolute } from "node:path";
import { maskIdentifiersIn } from "@kontrafakt/cohort";
import { type AnyStudy, isPlan, studyFiles } from "@kontrafakt/study";

/**
 * Names under which files may be told in results: a path inside the study's folder as written, of any other the file's name alone,
 * with the last folder before it where two would be the same; national identifiers in it masked.
 */
export function publicNames(files: readonly string[]): ReadonlyMap<string, string> {
  const outside = (file: string) => isAbsolute(file) || file.split(/[\\/]/).includes("..") || file.includes("\\");
  const names = new Map<string, string>();
  const taken = new Set<string>(files.filter((file) => !outside(file)));
  for (const file of new Set(files)) {
    if (!outside(file)) {
      names.set(file, file);
      continue;
    }
    const path = file.replaceAll("\\", "/");
    const parent = basename(dirname(path)).replace(/^\.+$/, "");
    const candidates = [basename(path), `${parent}/${basename(path)}`];
    let name = candidates.find((c) => !taken.has(c) && !c.startsWith("/"));
    for (let i = 2; name === undefined; i++) if (!taken.has(`${basename(path)} (${i})`)) name = `${basename(path)} (${i})`;
    taken.add(name);
    names.set(file, name);
  }
  return masked(names);
}

/** The names without national identifiers, still all different. */
function masked(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...names].map(([file, name]) => {
      const shown = maskIdentifiersIn(name);
      let unique = shown;
      for (let i = 2; taken.has(unique); i++) unique = `${shown} (${i})`;
      taken.add(unique);
      return [file, unique];
    }),
  );
}

/** The study with its files renamed, so that no folder outside its own gets into results or lock. */
export function withPublicFiles<S extends AnyStudy>(study: S, names: ReadonlyMap<string, string>): S {
  const renamed = structuredClone(study);
  for (const { path, file } of studyFiles(study)) {
    let block = renamed as unknown as Record<string, unknown>;
    for (const key of path) block = block[key] as Record<string, unknown>;
    const shown = names.get(file) ?? file;
    block.file = Array.isArray(block.file) ? block.file.map((name) => (name === file ? shown : name)) : shown;
  }
  if (isPlan(renamed)) return renamed;
  for (const owner of renamed.report.disclosure.owners) owner.files = owner.files.map((file) => names.get(file) ?? file);
  return renamed;
}
