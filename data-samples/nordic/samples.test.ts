import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { samples } from "./samples.js";

test("the committed files are the ones the generator writes", () => {
  for (const { folder, files } of samples()) {
    for (const { name, bytes } of files) {
      const committed = readFileSync(new URL(`../${folder}/${name}`, import.meta.url));
      expect(Buffer.compare(committed, Buffer.from(bytes)), `${folder}/${name}`).toBe(0);
    }
  }
});

test("no two children share a number, and numbers are nobody's", () => {
  const [swedish, norwegian] = samples();
  const ids = (sample: typeof swedish, name: string) => {
    const file = sample.files.find((f) => f.name === name);
    const lines = new TextDecoder("windows-1252").decode(file?.bytes).trim().split(/\r?\n/).slice(1);
    return lines.map((line) => line.split(";")[0]);
  };
  const persons = ids(swedish, "personer.csv");
  const children = ids(norwegian, "barn.csv");
  expect(persons).toHaveLength(320);
  expect(new Set(persons).size).toBe(320);
  expect(new Set(children).size).toBe(320);
  for (const id of persons) expect(id).toMatch(/^20\d{6}-98\d{2}$/);
  for (const id of children) expect(id).toMatch(/^\d{2}(8[1-9]|9[0-2])\d{2}[5-9]\d{4}$/);
});
