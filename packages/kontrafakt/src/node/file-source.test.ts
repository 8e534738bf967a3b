import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileSource } from "./file-source.js";
import { readText } from "./read-text.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a file can be read more than once, and its name has no folder", async () => {
  await writeFile(join(folder, "a.csv"), "æ;b\n");
  const source = await fileSource("./a.csv", folder);
  expect(source).toMatchObject({ name: "a.csv", size: 5 });
  for (let i = 0; i < 2; i++) expect(await new Response(await source.open()).text()).toBe("æ;b\n");
});

test("a missing file is told with the option that names it and the folder", async () => {
  await expect(fileSource("b.csv", folder, { file: "study.yaml", option: "cohort.people.file" })).rejects.toThrow(
    `study.yaml, option cohort.people.file: there is no file "b.csv" (looked in ${folder}); correct the name, or put the file there`,
  );
  await expect(fileSource(".", folder)).rejects.toThrow("this is a folder");
});

test("text is read without a byte order mark, and only as UTF-8", async () => {
  await writeFile(join(folder, "a.yaml"), "\ufefftitle: æ");
  expect(await readText(join(folder, "a.yaml"))).toBe("title: æ");
  await writeFile(join(folder, "b.yaml"), Buffer.from([0x74, 0xe6, 0x0a]));
  await expect(readText(join(folder, "b.yaml"))).rejects.toThrow("not saved as UTF-8");
});
