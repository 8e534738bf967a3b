import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string) => readFileSync(new URL(`../handover/${name}`, import.meta.url), "utf8");
/** Columns of terms.csv, as `readEffects` of @kontrafakt/effects reads them. */
const columns = "term outcome unit kind scale group time event of n controls personPeriods estimate se df clusters".split(" ");

test("both scripts write the columns of the contract, in its order, and the README explains each", () => {
  const r = /out <- data\.frame\(([\s\S]*?)stringsAsFactors/.exec(read("effects-to-file.R"))?.[1] ?? "";
  expect([...r.matchAll(/(?:^|[,(])\s*(\w+) = /gm)].map((m) => m[1]).filter((name) => columns.includes(name))).toEqual(columns);
  const stata = /effects_put (.*) using "`folder'\/terms\.csv"/.exec(read("effects-to-file.do"))?.[1].split(" ");
  expect(stata).toEqual(columns);
  for (const column of columns) expect(read("README.md")).toContain(`\`${column}\``);
});

test("scripts are plain text that any environment takes", () => {
  for (const name of ["effects-to-file.R", "effects-to-file.do"]) expect(read(name)).toMatch(/^[\x20-\x7e\n]+$/);
});
