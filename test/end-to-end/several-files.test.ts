import { gzipSync } from "node:zlib";
import { KontrafaktError } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { checkStudy, hashInputs, type Study } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { workbook } from "../corpus/bytes/make-bytes.js";
import { sampleBytes, sampleStudy } from "../determinism/sample.js";

const text = (name: string) => new TextDecoder("windows-1252").decode(sampleBytes(name));
const encode = (content: string) => new TextEncoder().encode(content);
const context = { seed: 1 };
const { study, sources } = sampleStudy();

/** The sample with its services in two files (the second gzipped, its columns in other order) and its people in a workbook. */
async function split(): Promise<{ readonly study: Study; readonly sources: Map<string, Source> }> {
  const lines = text("services.csv").trimEnd().split(/\r?\n/);
  const half = Math.floor(lines.length / 2);
  const turned = (line: string) => line.split(";").reverse().join(";");
  const second = [lines[0], ...lines.slice(half)].map(turned).join("\n");
  const people = text("people.csv")
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(";"));
  const given: readonly [string, Uint8Array][] = [
    ["2023/services.csv", encode(`${lines.slice(0, half).join("\n")}\n`)],
    ["2024/services.csv", new Uint8Array(gzipSync(second))],
    ["people.xlsx", await workbook(["Borgere", ["Udtræk"], ...people])],
  ];
  const changed = structuredClone(study) as unknown as { cohort: { people: { file: unknown }; services: { file: unknown } } };
  changed.cohort.services.file = ["2023/services.csv", "2024/services.csv"];
  changed.cohort.people.file = "people.xlsx";
  return {
    study: changed as unknown as Study,
    sources: new Map([...sources, ...given.map(([name, bytes]) => [name, bytesSource(name, bytes)] as const)]),
  };
}

test("a study whose files are split, packed and in a workbook gives what it gave", { timeout: 120_000 }, async () => {
  const parts = await split();
  const [one, several] = [await checkStudy(study, sources, context), await checkStudy(parts.study, parts.sources, context)];
  expect(several.analysed).toEqual(one.analysed);
  expect(several.waves).toEqual(one.waves);
  expect(several.balance).toEqual(one.balance);
  const rows = (check: typeof one, name: RegExp) =>
    check.internal.ledger.files.filter((f) => name.test(f.name)).reduce((sum, f) => sum + f.rowsUsed, 0);
  expect(rows(several, /services/)).toBe(rows(one, /services/));
  expect(several.internal.ledger.files.map((f) => f.name)).toEqual(
    expect.arrayContaining(["2023/services.csv", "2024/services.csv", "people.xlsx"]),
  );
  const inputs = await hashInputs(parts.study, parts.sources, context);
  expect(inputs.filter(({ role }) => role === "cohort.services").map(({ file }) => file)).toEqual([
    "2023/services.csv",
    "2024/services.csv",
  ]);
});

test("money files too, with faults named where they stand", async () => {
  const [head, ...rows] = text("prices.csv").trimEnd().split(/\r?\n/);
  const changed = structuredClone(study) as unknown as { savings: { prices: { file: unknown } } };
  changed.savings.prices.file = ["a.csv", "b.csv"];
  const half = Math.floor(rows.length / 2);
  const file = (name: string, lines: readonly string[]) =>
    [name, bytesSource(name, encode(`${[head, ...lines].join("\n")}\n`))] as const;
  const repeated = new Map([...sources, file("a.csv", rows.slice(0, half)), file("b.csv", [...rows.slice(half), rows[0]])]);
  const error = await checkStudy(changed as unknown as Study, repeated, context).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(KontrafaktError);
  expect((error as KontrafaktError).problems[0]).toMatchObject({
    code: "savings/row-repeated",
    where: { file: "b.csv", row: rows.length - half + 2 },
    params: { first: "2 (a.csv)" },
  });
});
