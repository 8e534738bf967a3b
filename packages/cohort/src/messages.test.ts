import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cohortJobs } from "./jobs.js";
import { messages } from "./messages.js";

const root = new URL(".", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("messages"))
  .map((name) => readFileSync(new URL(name, root), "utf8"))
  .join("\n");

it("has a sentence for every code that the package uses, and no other", () => {
  const used = new Set([...sources.matchAll(/"(cohort\/[a-z-]+)"/g)].map((match) => match[1]));
  for (const match of sources.matchAll(/add\((?:path|\[[^\]]*\]), "([a-z-]+)"/g)) used.add(`cohort/${match[1]}`);
  const isJob = (code: string) => Object.hasOwn(cohortJobs, code);
  expect([...used].filter((code) => !Object.hasOwn(messages, code) && !isJob(code))).toEqual([]);
  expect(Object.keys(messages).filter((code) => !used.has(code))).toEqual([]);
});

it("begins sentences in lower case and ends them without a full stop", () => {
  for (const sentence of Object.values(messages)) expect(sentence).toMatch(/^[a-z{].*[^.]$/);
});
