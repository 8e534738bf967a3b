import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CorpusCase } from "./case.js";
import { holds } from "./yields.js";

const others = new Set(["case.ts", "yields.ts", "sentence-faults.ts"]);
const topics = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test|-given)\.ts$/.test(name) && !others.has(name));
const read = async (name: string) => ((await import(`./${name}`)) as { cases?: readonly CorpusCase[] }).cases ?? [];
const corpus = await Promise.all(
  topics.sort().map(async (name) => ({ topic: name.replace(/\.ts$/, ""), cases: await read(name) })),
);

it("holds at least 60 files, each under its own name", () => {
  const names = corpus.flatMap(({ cases }) => cases.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

for (const { topic, cases } of corpus) {
  describe(topic, () => {
    for (const given of cases) it(given.name, () => holds(given));
  });
}
