import { readdirSync, readFileSync } from "node:fs";
import { catalogueOf } from "@kontrafakt/report";
import { allMessages } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { messages as kontrafakt } from "../../packages/kontrafakt/src/messages.js";

const english = { ...allMessages, ...kontrafakt };
const danish = catalogueOf("da");
const params = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

test("every package that has messages is held", () => {
  const packages = readdirSync(new URL("../../packages", import.meta.url)).filter((name) => {
    return readdirSync(new URL(`../../packages/${name}/src`, import.meta.url)).includes("messages.ts");
  });
  expect([...new Set(Object.keys(english).map((code) => code.split("/")[0]))].sort()).toEqual(packages.sort());
});

test("every problem has a Danish sentence, and none is left over", () => {
  const missing = Object.keys(english).filter((code) => !Object.hasOwn(danish, code) || danish[code] === english[code]);
  expect(missing.filter((code) => !/^\{\w+\}$/.test(english[code]))).toEqual([]);
  expect(Object.keys(danish).filter((code) => !Object.hasOwn(english, code))).toEqual([]);
});

test("a Danish sentence uses the parameters of the English one", () => {
  const differ = Object.keys(english).filter((code) => params(danish[code] ?? "").join() !== params(english[code]).join());
  expect(differ).toEqual([]);
});

test("sentences begin in lower case and do not end in a full stop", () => {
  expect(
    Object.entries(danish)
      .filter(([, s]) => /^[A-ZÆØÅ]/.test(s) || s.endsWith("."))
      .map(([code]) => code),
  ).toEqual([]);
});

test("no code has a sentence in two areas of a package, of which one would be lost", () => {
  const twice: string[] = [];
  for (const folder of [
    "packages/matching/src/messages",
    "packages/cohort/src/messages",
    "packages/report/src/lang/da-problems/matching",
  ]) {
    const url = new URL(`../../${folder}/`, import.meta.url);
    const codes = readdirSync(url).flatMap((file) =>
      Array.from(readFileSync(new URL(file, url), "utf8").matchAll(/^ {2}"(\w+\/[\w-]+)":/gm), ([, code]) => code),
    );
    expect(codes.length).toBeGreaterThan(10);
    twice.push(...codes.filter((code, i) => codes.indexOf(code) !== i));
  }
  expect(twice).toEqual([]);
});
