import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../../packages/kontrafakt/src/cli/run-cli.js";
import { sampleBytes } from "../determinism/sample.js";

/** Rows of the sample's files as text. The people are renamed to identifiers that no person has. */
export interface PoisonedStudy {
  readonly folder: string;
  /** Every identifier in the files, with and without its hyphen. */
  readonly raw: ReadonlySet<string>;
}

const latin = new TextDecoder("windows-1252");
const files = ["people", "services", "residence", "absence", "prices", "programme-cost", "claim", "budget", "price-index"];

/**
 * A Danish replacement number by the place of a person: 60 is added to the day, so that it can be nobody's. The hyphen is for the
 * people file; other files have none.
 */
export function identifierOf(place: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [day, month, year] = [61 + (place % 28), 1 + (Math.floor(place / 28) % 12), 5 + (Math.floor(place / 336) % 13)];
  return `${two(day)}${two(month)}${two(year)}-${5000 + place}`;
}

/** The sample study with national identifiers for ids, more of them in columns that it does not read, and in a file's name. */
export async function poisonedStudy(): Promise<PoisonedStudy> {
  const folder = await mkdtemp(join(tmpdir(), "kontrafakt-ids-"));
  const text = new Map(files.map((name) => [name, latin.decode(sampleBytes(`${name}.csv`))]));
  const places = new Map<string, number>();
  for (const line of (text.get("people") as string).split(/\r?\n/).slice(1)) {
    const id = line.split(";")[0].trim();
    if (/^B\d{5}$/.test(id) && !places.has(id)) places.set(id, places.size);
  }
  const raw = new Set<string>();
  const renamed = (name: string, hyphen: boolean) =>
    (text.get(name) as string).replace(/\bB\d{5}\b/g, (id) => {
      const place = places.get(id);
      const number = identifierOf(place ?? 4000 + (Number(id.slice(1)) % 900));
      raw.add(number).add(number.replace("-", ""));
      return hyphen ? number : number.replace("-", "");
    });
  const people = renamed("people", true).split(/\r?\n/);
  const more = people.map((line, i) => {
    if (line.trim() === "" || (i > 0 && !/^\d{6}-/.test(line))) return line;
    const mother = identifierOf(5000 - 1 - (i % 900));
    raw.add(mother).add(mother.replace("-", ""));
    return `${line};${i === 0 ? "Mors CPR;Notat" : `${mother};kanariefugl ${i}, far ${mother} ringet op`}`;
  });
  const encoded = (content: string) => Uint8Array.from(content, (c) => c.charCodeAt(0) & 255);
  await writeFile(join(folder, `udtræk ${identifierOf(17)}.csv`), encoded(more.join("\r\n")));
  for (const name of ["services", "residence", "absence"])
    await writeFile(join(folder, `${name}.csv`), encoded(renamed(name, false)));
  for (const name of files.slice(4)) await writeFile(join(folder, `${name}.csv`), sampleBytes(`${name}.csv`));
  const study = new TextDecoder().decode(sampleBytes("study.yaml"));
  await writeFile(join(folder, "study.yaml"), study.replace("file: people.csv", `file: "udtræk ${identifierOf(17)}.csv"`));
  return { folder, raw };
}

/** A command's exit code and everything it printed or wrote under a folder, by name. */
export async function everythingOf(args: readonly string[], out?: string) {
  const said: string[] = [];
  const errors: string[] = [];
  const code = await runCli(args, {
    out: (part) => void said.push(part),
    err: { write: (part: string) => errors.push(part) },
  });
  const written = new Map<string, string>([
    ["stdout", said.join("")],
    ["stderr", errors.join("")],
  ]);
  const walk = async (folder: string, path: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const own = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await walk(join(folder, entry.name), own);
      else written.set(own, await readFile(join(folder, entry.name), "utf8"));
    }
  };
  if (out !== undefined) {
    await mkdir(out, { recursive: true });
    await walk(out, "");
  }
  return { code, written };
}

/** Identifiers that stand in a text, in whatever way of writing. */
export function leaked(text: string, raw: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(/(?=(\d{6}-?\d{4}))/g)].map((match) => match[1]).filter((number) => raw.has(number));
}
