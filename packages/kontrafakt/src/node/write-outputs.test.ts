import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFolder, writeInside, writeOutputs } from "./write-outputs.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name).slice(folder.length + 1))
    .sort();

test("a later run replaces what it writes, removes what it no longer writes, and leaves the rest", async () => {
  await writeOutputs(folder, [
    { path: "publish/report.html", text: "one" },
    { path: "publish/charts/old.svg", text: "old" },
    { path: "internal/ledger.csv", text: "rows" },
  ]);
  await writeFile(join(folder, "publish", "mine.txt"), "kept");
  await writeFile(join(folder, "study.yaml"), "kept");
  await writeOutputs(folder, [
    { path: "publish/report.html", text: "two" },
    { path: "internal/ledger.csv", text: "rows" },
  ]);
  expect(await files()).toEqual([
    "internal/files.json",
    "internal/ledger.csv",
    "publish/mine.txt",
    "publish/report.html",
    "study.yaml",
  ]);
  expect(await readFile(join(folder, "publish", "report.html"), "utf8")).toBe("two");
  expect(await readdir(join(folder, "publish"))).not.toContain("charts");
});

test("a list of files that was tampered with removes nothing outside the two folders", async () => {
  await writeOutputs(folder, [{ path: "publish/a.txt", text: "a" }]);
  await writeFile(join(folder, "study.yaml"), "kept");
  await writeFile(join(folder, "internal", "files.json"), JSON.stringify(["study.yaml", "publish/../study.yaml", "../x", 3]));
  await writeOutputs(folder, [{ path: "publish/a.txt", text: "b" }]);
  expect(await files()).toContain("study.yaml");
});

test("nothing is written outside the two folders", async () => {
  await expect(writeOutputs(folder, [{ path: "study.yaml", text: "" }])).rejects.toThrow("outside");
  await expect(writeOutputs(folder, [{ path: "publish/../study.yaml", text: "" }])).rejects.toThrow("outside");
});

test("where a folder cannot be made, the message names the file and the next step", async () => {
  await writeFile(join(folder, "publish"), "a file in the way");
  await expect(writeOutputs(folder, [{ path: "publish/a.txt", text: "a" }])).rejects.toThrow(
    /^cannot write "publish\/a.txt": a file stands where a folder should \((EEXIST|ENOTDIR)\); check the folder's permissions, or choose another with --out$/,
  );
});

test("a folder that cannot be written to is told before anything is made", async () => {
  await checkFolder(join(folder, "new", "deeper"));
  expect(await readdir(folder)).toEqual([]);
  await writeFile(join(folder, "results"), "a file in the way");
  await expect(checkFolder(join(folder, "results"))).rejects.toThrow(
    /^cannot write ".*results": a file stands where a folder should \(ENOTDIR\); check the folder/,
  );
  await writeFile(join(folder, "publish"), "a file in the way");
  await expect(checkFolder(folder)).rejects.toThrow(/publish": a file stands/);
});

test.skipIf(process.platform !== "linux")("a place that takes no folders is refused, and soon", async () => {
  await expect(writeOutputs("/proc/none/here", [{ path: "publish/a.txt", text: "" }])).rejects.toThrow(/ENOENT|EACCES|EPERM/);
});

test("what is written inside internal/ replaces its own earlier files alone, and the next run removes it with its folders", async () => {
  const run = [
    { path: "publish/report.html", text: "one" },
    { path: "internal/ledger.csv", text: "rows" },
  ];
  await writeOutputs(folder, run);
  await writeInside(folder, "handover", [
    { path: "matched/rows.csv", text: ["in ", "pieces"] },
    { path: "other/old.csv", text: "old" },
  ]);
  await writeInside(folder, "handover", [{ path: "matched/rows.csv", text: ["in ", "pieces"] }]);
  expect(await files()).toEqual([
    "internal/files.json",
    "internal/handover/matched/rows.csv",
    "internal/ledger.csv",
    "publish/report.html",
  ]);
  expect(await readFile(join(folder, "internal", "handover", "matched", "rows.csv"), "utf8")).toBe("in pieces");
  await writeOutputs(folder, run);
  expect(await files()).toEqual(["internal/files.json", "internal/ledger.csv", "publish/report.html"]);
  expect(await readdir(join(folder, "internal"))).not.toContain("handover");
});
