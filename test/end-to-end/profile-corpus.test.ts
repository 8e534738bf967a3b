import { readdirSync } from "node:fs";
import { KontrafaktError } from "@kontrafakt/base";
import { bytesSource, type Profile, profileFiles } from "@kontrafakt/cohort";
import { draftStudy, draftWorkbook, draftYaml, parseStudy, readWorkbook } from "@kontrafakt/study";
import { expect, test } from "vitest";
import type { CorpusCase } from "../corpus/case.js";

const folder = new URL("../corpus/", import.meta.url);
const topics = readdirSync(folder).filter(
  (name) => name.endsWith(".ts") && !/^(?:case|yields|.*-given|corpus\.test)\.ts$/.test(name),
);
const corpus = (
  await Promise.all(
    topics.map(async (name) => ((await import(new URL(name, folder).href)) as { cases?: readonly CorpusCase[] }).cases ?? []),
  )
).flat();
const say = ({ code }: { code: string }) => code;

test("every file of the corpus is looked at, or refused with a sentence", async () => {
  let looked = 0;
  for (const { name, files } of corpus) {
    for (const [file, content] of Object.entries(files)) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      try {
        const found = await profileFiles([bytesSource(file, bytes)]);
        expect(found.length, name).toBeGreaterThan(0);
        looked++;
      } catch (error) {
        if (!(error instanceof KontrafaktError)) throw new Error(`${name}: ${file}`, { cause: error });
        expect(error.message.length).toBeGreaterThan(10);
      }
    }
  }
  expect(looked).toBeGreaterThan(60);
});

test("a study drafted from any of them is readable, as YAML and as a workbook, or check names what is missing", async () => {
  for (const [i, { name, files }] of corpus.entries()) {
    let profiles: readonly Profile[];
    try {
      const sources = Object.entries(files).map(([file, content]) =>
        bytesSource(file, typeof content === "string" ? new TextEncoder().encode(content) : content),
      );
      profiles = await profileFiles(sources);
    } catch {
      continue;
    }
    const draft = draftStudy(profiles, { language: "en", remark: "" });
    const text = draftYaml(draft, say, [], "CHOOSE");
    const { problems } = parseStudy(text, "study.yaml");
    const unexpected = problems.filter(({ code }) => !/^(?:study\/(?:to-fill-in|missing-option)|cohort\/)/.test(code));
    expect(unexpected, `${name}\n${text}`).toEqual([]);
    if (i % 25 !== 0) continue;
    const book = await readWorkbook(await draftWorkbook(draft, say, "en"), "study.xlsx");
    expect(parseStudy(book, "study.xlsx").study).toEqual(parseStudy(text, "study.yaml").study);
  }
});
