import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = fileURLToPath(new URL("../../packages/kontrafakt/dist/cli/main.js", import.meta.url));
const sample = fileURLToPath(new URL("../../data-samples/early-support/", import.meta.url));
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
  for (const name of await readdir(sample)) if (/\.(csv|yaml)$/.test(name)) await cp(join(sample, name), join(folder, name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function command(...args: string[]): Promise<{ code: number | string; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { cwd: folder, maxBuffer: 1 << 26 }, (error, out, err) => {
      done({ code: error?.code ?? 0, out, err });
    });
  });
}

test("the built command tells its exit codes: 0, 1, 2", { timeout: 60_000 }, async () => {
  expect(await command("--version")).toMatchObject({ code: 0, err: "" });
  expect(await command("run", "nosuch.yaml")).toMatchObject({ code: 1, out: "" });
  expect(await command("run", "study.yaml", "--nosuch")).toMatchObject({ code: 2, out: "" });
});

test("lock, run, report: ten lines, the same report again from results.json alone", { timeout: 180_000 }, async () => {
  expect((await command("lock", "study.yaml")).code).toBe(0);
  const { code, out, err } = await command("run", "study.yaml", "--lang", "en");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.trimEnd().split("\n");
  expect(lines.length).toBeGreaterThanOrEqual(8);
  expect(lines.length).toBeLessThanOrEqual(16);
  expect(lines.at(-1)).toMatch(/^Report +publish\/report\.html$/);
  expect(await readdir(join(folder, "publish"))).toEqual([
    "calculation.xlsx",
    "charts",
    "report.da.html",
    "report.html",
    "results.json",
    "tables",
  ]);
  expect(await readdir(join(folder, "internal"))).toEqual(["README.txt", "files.json", "ledger.csv"]);
  const results = JSON.parse(await readFile(join(folder, "publish", "results.json"), "utf8"));
  expect(results.lock).toMatchObject({ status: "locked", deviations: [] });
  expect(JSON.stringify(results)).not.toContain(folder);

  expect((await command("report", "publish/results.json", "--lang", "en", "--out", "again")).code).toBe(0);
  const files = (await readdir(join(folder, "publish"), { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const again = join(folder, "again", path.slice(join(folder, "publish").length));
    expect((await readFile(again, "utf8")) === (await readFile(path, "utf8")), path).toBe(true);
  }
});

test("Ctrl-C: 130, and nothing is written", { timeout: 60_000 }, async () => {
  const child: ChildProcess = spawn(process.execPath, [main, "run", "study.yaml", "--out", "cancelled"], { cwd: folder });
  let err = "";
  child.stderr?.on("data", (text) => {
    err += text;
  });
  const ended = new Promise((done) => child.on("exit", (code, signal) => done(code ?? signal)));
  await new Promise((done) => setTimeout(done, 1000));
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(err).toBe("cancelled; nothing was written\n");
  expect(await readdir(folder)).not.toContain("cancelled");
});
