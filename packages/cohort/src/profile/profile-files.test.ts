import fc from "fast-check";
import { expect, it } from "vitest";
import { readTable } from "../table/read-table.js";
import { bytesSource } from "../table/source.js";
import { profile } from "./profile.js";
import { profileFiles, profileSource } from "./profile-files.js";
import type { Profile } from "./profile-value.js";

const source = (name: string, text: string) => bytesSource(name, new TextEncoder().encode(text));
const table = (head: string, n: number, row: (i: number) => string) =>
  `${head}\n${Array.from({ length: n }, (_, i) => row(i)).join("\n")}\n`;
const two = (n: number) => String(n).padStart(2, "0");
const date = (i: number, year: number) => `${two((i % 28) + 1)}-${two((i % 12) + 1)}-${year + (i % 7)}`;
const column = (found: Profile, header: string) => {
  const one = found.columns.find((c) => c.header === header);
  if (one === undefined) throw new Error(`no column ${header}`);
  return one;
};
const roleOf = (found: Profile, header: string) => column(found, header).candidates[0]?.role;

const people = source(
  "personer.csv",
  table("BorgerID;Navn;Fødselsdato;Køn;Enlig;Familie;Indsats start;Score", 300, (i) =>
    [
      `B${10_000 + i}`,
      `Ane ${i % 9}`,
      date(i, 2004),
      i % 2 ? "Dreng" : "Pige",
      i % 3 ? "Nej" : "Ja",
      5000 + (i >> 1),
      i % 5 ? "" : date(i, 2020),
      `${i % 40},5`,
    ].join(";"),
  ),
);
const services = source(
  "ydelser.csv",
  table("BorgerID;Ydelse;Fra;Til;Betaler", 900, (i) =>
    [
      `B${10_000 + (i % 200)}`,
      ["Anbringelse", "Rådgivning", "Tidlig Støtte"][i % 3],
      date(i, 2015),
      i % 4 ? date(i, 2016) : "",
      "Nordby",
    ].join(";"),
  ),
);

it("says what each column holds", async () => {
  const [found] = await profileFiles([people]);
  expect(found).toMatchObject({
    kind: "profile",
    file: "personer.csv",
    rows: 300,
    detected: { delimiter: ";", decimal: ",", headerLine: 1 },
  });
  const kinds = found.columns.map(({ header, kind }) => [header, kind]);
  expect(kinds).toEqual([
    ["BorgerID", "identifier"],
    ["Navn", "personal"],
    ["Fødselsdato", "day"],
    ["Køn", "category"],
    ["Enlig", "boolean"],
    ["Familie", "identifier"],
    ["Indsats start", "day"],
    ["Score", "number"],
  ]);
  expect(column(found, "BorgerID")).toMatchObject({ filled: 300, distinct: 300, shape: "B#####" });
  expect(column(found, "Køn").levels).toEqual([
    { text: "Dreng", rows: 150 },
    { text: "Pige", rows: 150 },
  ]);
  expect(column(found, "Indsats start")).toMatchObject({ filled: 60, filledShare: 0.2 });
  expect(column(found, "Score").number).toEqual({ min: 0.5, max: 39.5, whole: false, decimal: "," });
  expect(column(found, "Fødselsdato").day).toMatchObject({ first: "2004-01-01", forms: ["dd-mm-yyyy"] });
});

it("suggests roles of columns and files, from headers and from what files share", async () => {
  const [first, second] = await profileFiles([people, services]);
  expect(first.candidates[0].role).toBe("people");
  expect(second.candidates[0].role).toBe("services");
  expect([
    roleOf(first, "BorgerID"),
    roleOf(first, "Fødselsdato"),
    roleOf(first, "Familie"),
    roleOf(first, "Indsats start"),
  ]).toEqual(["person", "born", "household", "start"]);
  expect([roleOf(second, "Ydelse"), roleOf(second, "Fra"), roleOf(second, "Til"), roleOf(second, "Betaler")]).toEqual([
    "service",
    "from",
    "to",
    "payer",
  ]);
  expect(column(second, "Fra").endsWith).toBe("Til");
  expect(second.shared).toEqual([{ column: "BorgerID", file: "personer.csv", otherColumn: "BorgerID", share: 1 }]);
  expect(first.shared[0].share).toBeCloseTo(200 / 300, 2);
});

it("passes over title rows, totals, and takes the delimiter that splits rows alike", async () => {
  const text = `Udtræk fra systemet, maj, 2024\n\nid;beløb\n${Array.from({ length: 30 }, (_, i) => `${i};${i},50`).join("\n")}\nI alt;999\n`;
  const found = await profileSource(source("a.csv", text));
  expect(found.detected).toMatchObject({ delimiter: ";", headerLine: 3, decimal: "," });
  expect(found.rows).toBe(30);
  expect(column(found, "beløb").number?.max).toBe(29.5);
});

it("withholds small counts, and knows dates with the month first", async () => {
  const text = table("kind,when", 60, (i) => `${i < 3 ? "rare" : "common"},${two((i % 12) + 1)}/${two((i % 28) + 1)}/2020`);
  const found = await profileSource(source("a.csv", text));
  expect(column(found, "kind").levels).toEqual([
    { text: "common", rows: 57 },
    { text: "rare", rows: "<5" },
  ]);
  expect(found.detected.dates).toBe("mm/dd/yyyy");
});

it("sees Danish CPR numbers as what they are, whatever the header", async () => {
  const found = await profileSource(
    source(
      "a.csv",
      table("nøgle;x", 40, (i) => `${two((i % 28) + 1)}0${(i % 9) + 1}10-${4000 + i * 7};${i % 3}`),
    ),
  );
  expect(column(found, "nøgle")).toMatchObject({ kind: "identifier" });
  expect(column(found, "nøgle").identifier).toMatch(/^dk-/);
});

it("no identifier, and no name, is in a profile", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 100_000, max: 999_999 }), { minLength: 30, maxLength: 120 }), async (numbers) => {
      const text = table("Borgernr;Fornavn;n", numbers.length, (i) => `B${numbers[i]};Ane${numbers[i]};${i % 4}`);
      const told = JSON.stringify(await profileSource(source("a.csv", text)));
      for (const number of numbers) expect(told).not.toContain(String(number));
    }),
    { numRuns: 25 },
  );
});

it("headers that are names of an object's own are columns like others, and a file with only a header has no rows", async () => {
  const found = await profileSource(
    source(
      "a.csv",
      table("__proto__,constructor,toString", 20, (i) => `${i % 3},x,${i}`),
    ),
  );
  expect(found.columns.map(({ header, kind }) => [header, kind])).toEqual([
    ["__proto__", "number"],
    ["constructor", "constant"],
    ["toString", "number"],
  ]);
  expect(await profileSource(source("a.csv", "id;born\n"))).toMatchObject({
    rows: 0,
    columns: [{ kind: "empty" }, { kind: "empty" }],
  });
});

it("counts more different texts than it holds one by one", async () => {
  const found = await profileSource(
    source(
      "a.csv",
      table("id;n", 45_000, (i) => `P${i};${i}`),
    ),
  );
  expect(column(found, "id").distinct).toBeGreaterThan(44_990);
  expect(column(found, "n").number).toMatchObject({ min: 0, max: 44_999 });
});

it("profiles a table that was read", async () => {
  const read = await readTable(services, {
    columns: {
      person: { header: "BorgerID", type: "category" },
      from: { header: "Fra", type: "day" },
      kind: { header: "Ydelse", type: "category" },
    },
  });
  const found = profile(read);
  expect(found.columns.map(({ header, kind, filled }) => [header, kind, filled])).toEqual([
    ["person", "identifier", 900],
    ["from", "day", 900],
    ["kind", "category", 900],
  ]);
});
