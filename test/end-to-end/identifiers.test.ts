import { readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { everythingOf, identifierOf, leaked, type PoisonedStudy, poisonedStudy } from "./poisoned-study.js";

let poisoned: PoisonedStudy;
let first: Awaited<ReturnType<typeof everythingOf>>;
const connections: unknown[] = [];

const run = (out: string) => everythingOf(["run", join(poisoned.folder, "study.yaml"), "--workers", "1", "--out", out], out);

beforeAll(async () => {
  poisoned = await poisonedStudy();
  const connect = vi.spyOn(net.Socket.prototype, "connect").mockImplementation((...args) => {
    connections.push(args);
    throw new Error("no network");
  });
  const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async (...args) => {
    connections.push(args);
    throw new Error("no network");
  });
  first = await run(join(poisoned.folder, "random"));
  connect.mockRestore();
  fetched.mockRestore();
}, 120_000);
afterAll(() => rm(poisoned.folder, { recursive: true, force: true }));

describe("a study whose people are known by national identifiers", () => {
  it("is evaluated", () => {
    expect(first.written.get("stderr")).not.toContain("problem");
    expect(first.code).toBe(0);
    expect(JSON.parse(first.written.get("publish/results.json") as string).analysed.starters).toBeGreaterThan(100);
  });

  it("leaves none of them in anything printed or written, and no value of a column that it does not name", () => {
    expect(poisoned.raw.size).toBeGreaterThan(6000);
    expect([...first.written.keys()]).toContain("internal/ledger.csv");
    for (const [name, text] of first.written) {
      expect(leaked(text, poisoned.raw), name).toEqual([]);
      expect(leaked(name, poisoned.raw), name).toEqual([]);
      expect(text.includes("kanariefugl"), name).toBe(false);
    }
  });

  it("says which columns held them, and which should not have been in the file", () => {
    const { problems, inputs } = JSON.parse(first.written.get("publish/results.json") as string);
    const said = problems.map(
      (p: { code: string; where: { file: string; column: string } }) => `${p.code} ${p.where.file} ${p.where.column}`,
    );
    const people = identifierOf(17).replace(/\d/g, "#");
    expect(said).toEqual(
      expect.arrayContaining([
        `cohort/identifiers-replaced udtræk ${people}.csv BorgerID`,
        "cohort/identifiers-replaced services.csv BorgerID",
        `cohort/identifier-unread udtræk ${people}.csv Mors CPR`,
        `cohort/identifier-unread udtræk ${people}.csv Notat`,
      ]),
    );
    expect(inputs[0].file).toBe(`udtræk ${people}.csv`);
  });

  it("opens no connection to a network", () => {
    expect(connections).toEqual([]);
  });

  it("gives the same results, byte for byte, under any key", async () => {
    const study = join(poisoned.folder, "study.yaml");
    const text = await readFile(study, "utf8");
    await writeFile(study, text.replace("cohort:\n", "cohort:\n  identifiers: { keyFile: key.hex }\n"));
    const results: (string | undefined)[] = [];
    const ledgers: (string | undefined)[] = [];
    for (const key of ["00".repeat(32), "f7".repeat(40)]) {
      await writeFile(join(poisoned.folder, "key.hex"), `${key}\n`);
      const { code, written } = await run(join(poisoned.folder, "keyed"));
      expect(code).toBe(0);
      for (const [name, output] of written) expect(output.includes(key), name).toBe(false);
      results.push(written.get("publish/results.json"));
      ledgers.push(written.get("internal/ledger.csv"));
    }
    await writeFile(study, text);
    expect(results[0]).toBe(results[1]);
    expect(results[0]?.replace(/\s*"keyFile": ?"key.hex",?/, "").replace(/\s+/g, "")).toBe(
      first.written.get("publish/results.json")?.replace(/\s+/g, ""),
    );
    expect(ledgers[0]).toBe(ledgers[1]);
    expect(ledgers[0]).toBe(first.written.get("internal/ledger.csv"));
  }, 120_000);
});

describe("identifiers in a column that means something else stop the study without being told", () => {
  const columns: readonly (readonly [file: string, column: number])[] = [
    ["people", 2],
    ["people", 7],
    ["services", 1],
    ["services", 4],
    ["services", 5],
    ["residence", 3],
    ["absence", 5],
    ["prices", 0],
    ["prices", 4],
    ["programme-cost", 1],
    ["budget", 1],
    ["budget", 7],
  ];

  const dates: typeof columns = [
    ["people", 1],
    ["people", 9],
    ["services", 2],
  ];

  /** Checks the study with every second cell of a column an identifier with a hyphen, the others without. */
  async function spoilt([name, column]: (typeof columns)[number]) {
    const file = name === "people" ? `udtræk ${identifierOf(17)}.csv` : `${name}.csv`;
    const path = join(poisoned.folder, file);
    const before = await readFile(path);
    const raw = new Set(poisoned.raw);
    const lines = before.toString("latin1").split(/\r?\n/);
    const after = lines.map((line, i) => {
      const cells = line.split(";");
      if (i === 0 || cells.length <= column) return line;
      const number = identifierOf(i % 4000);
      raw.add(number).add(number.replace("-", ""));
      cells[column] = i % 2 === 0 ? number : number.replace("-", "");
      return cells.join(";");
    });
    await writeFile(path, Buffer.from(after.join("\r\n"), "latin1"));
    const out = join(poisoned.folder, "checked");
    const found = await everythingOf(["check", join(poisoned.folder, "study.yaml"), "--workers", "1", "--out", out], out);
    await Promise.all([writeFile(path, before), rm(out, { recursive: true, force: true })]);
    for (const [where, text] of found.written) expect(leaked(text, raw), where).toEqual([]);
    return found;
  }

  it.each(columns)(
    "%s.csv, column %d",
    async (...at) => {
      const { code, written } = await spoilt(at);
      expect(code).toBe(1);
      if (at[0] !== "prices") expect(written.get("stderr")).toContain("holds national identifiers");
    },
    30_000,
  );

  it.each(dates)(
    "%s.csv, column %d: in a date column they are no dates, and stand masked in the ledger",
    async (...at) => {
      const [name, column] = at;
      await spoilt([name, column] as (typeof columns)[number]);
    },
    30_000,
  );
});
