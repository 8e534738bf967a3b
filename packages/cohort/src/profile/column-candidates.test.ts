import { fill } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { messages } from "../messages.js";
import { bytesSource } from "../table/source.js";
import { profileFiles } from "./profile-files.js";

const two = (n: number) => String(n).padStart(2, "0");
const date = (i: number, year: number) => `${two((i % 28) + 1)}-${two((i % 12) + 1)}-${year + (i % 7)}`;
const file = (name: string, head: string, row: (i: number) => string) =>
  bytesSource(name, new TextEncoder().encode(`${head}\n${Array.from({ length: 200 }, (_, i) => row(i)).join("\n")}\n`));
/** Numbers of the Danish form that hold the check digit of numbers before 2007: the last digit is found by trying. */
const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
function number(i: number): string {
  const start = `${two((i % 28) + 1)}${two((i % 12) + 1)}${two(60 + (i % 30))}${two(i % 100)}`;
  for (let last = 10; last < 100; last++) {
    const digits = `${start}${last}`;
    if ([...digits].reduce((sum, digit, k) => sum + Number(digit) * weights[k], 0) % 11 === 0) return digits;
  }
  throw new Error("no number");
}

it("gives every reason there is, each a sentence with all its particulars", async () => {
  const profiles = await profileFiles([
    file(
      "personer.csv",
      "CPR;Fødselsdato;Indsatsens start;Startdato",
      (i) => `${number(i)};${date(i, 2004)};${i % 5 ? "" : date(i, 2020)};`,
    ),
    file("ydelser.csv", "CPR;Ydelse;Fra;Til", (i) => `${number(i)};Støtte;${date(i, 2015)};${i % 4 ? date(i, 2023) : ""}`),
  ]);
  const reasons = profiles.flatMap(({ columns }) =>
    columns.flatMap(({ header, candidates }) =>
      candidates
        .slice(0, 1)
        .flatMap(({ role, reasons }) => reasons.map(({ code, params }) => ({ at: `${header} ${role}`, code, params }))),
    ),
  );
  for (const { code, params } of reasons) expect(fill(messages[code], params)).not.toMatch(/[{}]|undefined|NaN/);
  expect(Object.fromEntries(reasons.map(({ at, code }) => [code, at]).reverse())).toEqual({
    "cohort/role-named": "CPR person",
    "cohort/role-national-number": "CPR person",
    "cohort/role-shared": "CPR person",
    "cohort/role-birth-dates": "Fødselsdato born",
    "cohort/role-named-partly": "Indsatsens start start",
    "cohort/role-mostly-blank": "Indsatsens start start",
    "cohort/role-before": "Fra from",
    "cohort/role-open-ended": "Til to",
  });
});
