import { readdirSync, readFileSync } from "node:fs";
import { flowMeaning } from "@kontrafakt/cohort";
import { catalogueOf } from "@kontrafakt/report";
import { allMessages } from "@kontrafakt/study";
import { expect, it } from "vitest";
import { catalogueFaults } from "./sentence-faults.js";

const root = new URL("../../", import.meta.url);
const under = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`);
const units = ["packages/cohort/src", "packages/study/src", "packages/kontrafakt/src", "test/end-to-end"].flatMap(under);
/** Tests of the catalogues themselves provoke nothing. */
const provoking = [
  ...units.filter((name) => name.endsWith(".test.ts") && !name.endsWith("/messages.test.ts")),
  ...under("test/corpus").filter((name) => /(?<!\.test)\.ts$/.test(name) && !name.endsWith("sentence-faults.ts")),
];
const expected = new Set(
  provoking.flatMap((name) => [...readFileSync(new URL(name, root), "utf8").matchAll(/"(cohort\/[a-z-]+)"/g)].map(([, c]) => c)),
);
/** What a step of the flow means is told where the step is. */
for (const code of [...expected]) expected.add(flowMeaning(code) ?? code);

const codes = Object.keys(allMessages).filter((code) => code.startsWith("cohort/"));

it("some test provokes every problem and entry of the cohort's catalogue", () => {
  expect(codes.filter((code) => !expected.has(code))).toEqual([]);
});

it.each(["en", "da"] as const)("every sentence of the catalogue reads as one (%s)", (language) => {
  const catalogue = catalogueOf(language);
  const wrong = Object.keys(allMessages).flatMap((code) => catalogueFaults(catalogue[code]).map((fault) => `${code} ${fault}`));
  expect(wrong).toEqual([]);
});
