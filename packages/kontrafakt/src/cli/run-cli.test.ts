import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { capturedCli } from "./captured-cli.fixture.js";
import { runCli } from "./run-cli.js";

const study = `kontrafakt: 1
title: T
municipality: M
programme: P
cohort:
  extract: 2025-01-31
  from: 2017-01-01
  to: 2024-12-31
  people: { file: people.csv, person: id, born: born, start: start }
  services: { file: services.csv, person: id, service: service, from: from, to: to }
  outcomes: { placement: { service: Placement } }
savings:
  currency: DKK
  priceYear: 2024
  prices: { file: prices.csv }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2021, source: S }
`;
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
  for (const name of ["people", "services", "prices", "cost", "claim"]) await writeFile(join(folder, `${name}.csv`), `${name}\n`);
  await writeFile(join(folder, "study.yaml"), study);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("--version and --help: 0", async () => {
  expect(await capturedCli(["--version"])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
  expect((await capturedCli(["--help"])).out).toContain("Were the savings real?");
  expect((await capturedCli(["run", "--help"])).code).toBe(0);
});

test.each([
  [["rum", "study.yaml"], "Did you mean run?"],
  [["run"], "missing required argument 'study'"],
  [["run", "study.yaml", "--sead", "1"], "unknown option '--sead'"],
  [["run", "study.yaml", "--seed", "x"], "Give a whole number from 0 to 4294967295."],
  [["run", "study.yaml", "--workers", "0"], "Give a whole number from 1 to 64."],
  [["run", "study.yaml", "--lang", "de"], "Allowed choices are da, en."],
  [["run", "study.yaml", "more.yaml"], "too many arguments"],
  [["explain", "calliper"], "did you mean matching.caliper?"],
  [[], "Usage: kontrafakt"],
])("usage %j: 2", async (args, words) => {
  const { code, out, err } = await capturedCli(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(words);
  expect(err).not.toMatch(/\n\s+at /);
});

test("of a fault in every row some are told, and how many there are", async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `placement;P;${2000 + i};day;-${i + 1};2024;1`);
  await writeFile(join(folder, "prices.csv"), ["consequence;payer;year;unit;amount;priceYear;cashable", ...rows].join("\n"));
  await writeFile(join(folder, "cost.csv"), "year;payer;planned;actual;priceYear\n2024;\u001b[31mP;1;1;2023\n");
  await writeFile(join(folder, "claim.csv"), "year;payer;amount;priceYear\n2024;P;1;2024\n");
  const { code, err } = await capturedCli(["check", join(folder, "study.yaml"), "--workers", "1"]);
  expect(code).toBe(1);
  const lines = err.trimEnd().split("\n");
  expect(lines).toHaveLength(32);
  expect(lines[0]).toBe(
    'prices.csv, row 2, column "amount": a price must be 0 or more, found -1; write what one unit costs as a positive number',
  );
  expect(lines.slice(-2)).toEqual(["… and 71 more like these", "101 problems found; nothing was written"]);
});

test("a study that is not there, or wrong: 1, with place and next step", async () => {
  expect(await capturedCli(["run", join(folder, "nosuch.yaml")])).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no file "nosuch.yaml"'),
  });
  await writeFile(join(folder, "study.yaml"), study.replace("priceYear: 2024", "priceYear: last\n  curency: DKK"));
  const { code, err } = await capturedCli(["check", join(folder, "study.yaml")]);
  expect(code).toBe(1);
  expect(err).toBe(
    'study.yaml:14:14, option savings.priceYear: expected a whole number, found the text "last"\n' +
      'study.yaml:15:3, option savings.curency: "curency" is not an option here; did you mean currency?\n' +
      "2 problems found; nothing was written\n",
  );
});

test("what is wrong is said in the language asked for", async () => {
  await writeFile(join(folder, "study.yaml"), study.replace("priceYear: 2024", "priceYear: last\n  curency: DKK"));
  const { code, err } = await capturedCli(["check", join(folder, "study.yaml"), "--lang", "da"]);
  expect(code).toBe(1);
  expect(err).toContain("study.yaml:15:3, indstilling savings.curency: ");
  expect(err).not.toMatch(/expected|did you mean|found/);
  expect(err).toMatch(/\n2 problemer fundet; intet er skrevet\n$/);
});

test("every missing file is told at once", async () => {
  await rm(join(folder, "people.csv"));
  await rm(join(folder, "claim.csv"));
  const { code, err } = await capturedCli(["run", join(folder, "study.yaml")]);
  expect(code).toBe(1);
  expect(err).toContain('study.yaml, option cohort.people.file: there is no file "people.csv"');
  expect(err).toContain('study.yaml, option savings.claim.file: there is no file "claim.csv"');
});

test("data that cannot be read as the study says: 1", async () => {
  const { code, err } = await capturedCli(["check", join(folder, "study.yaml")]);
  expect(code).toBe(1);
  expect(err).toMatch(/^(prices|people)\.csv/);
});

test("lock writes once, agrees later, and refuses when something differs", async () => {
  const path = join(folder, "study.yaml");
  expect(await capturedCli(["lock", path])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^locked: the study, 5 files and version /),
  });
  expect(await capturedCli(["lock", path])).toMatchObject({ code: 0, out: expect.stringMatching(/^already locked/) });
  await writeFile(join(folder, "claim.csv"), "changed\n");
  expect(await capturedCli(["lock", path])).toMatchObject({
    code: 1,
    err: expect.stringContaining("the first: savings.claim: claim.csv"),
  });
  expect(await readdir(folder)).toContain("study.lock.json");
});

test("a file outside the study's folder is read, and its folder is told nowhere", async () => {
  await mkdir(join(folder, "a"));
  const moved = study
    .replace("people.csv", join(folder, "people.csv"))
    .replace("claim.csv", "../claim.csv")
    .replace(/(services|prices|cost)\.csv/g, "../$1.csv");
  await writeFile(join(folder, "a", "study.yaml"), moved);
  const { code, out } = await capturedCli(["lock", join(folder, "a", "study.yaml"), "--json"]);
  expect(code).toBe(0);
  expect(out).not.toContain(folder);
  expect(out).not.toContain("..");
  expect(JSON.parse(out)).toMatchObject({
    study: { cohort: { people: { file: "people.csv" } }, savings: { claim: { file: "claim.csv" } } },
  });
});

test("explain and schema", async () => {
  expect((await capturedCli(["explain", "caliper"])).out).toMatch(/^matching\.caliper\n[\s\S]*default {3}0\.2\n$/);
  const danish = (await capturedCli(["explain", "savings.scale.starters", "--lang", "da"])).out;
  expect(danish).toMatch(
    /^savings\.scale\.starters\n\nantal deltagere, der skal regnes på\n\nværdi {5}en liste.*\nstandard {2}ingen: skal angives\n$/,
  );
  expect(JSON.parse((await capturedCli(["explain", "caliper", "--json"])).out)).toMatchObject({ path: "matching.caliper" });
  const ofAny = ["cohort", "groups", "plan"].map((block) => ({ required: expect.arrayContaining([block]) }));
  expect(JSON.parse((await capturedCli(["schema"])).out)).toMatchObject({ title: "Kontrafakt study", anyOf: ofAny });
});

test("report refuses what is no results file: 1", async () => {
  await writeFile(join(folder, "results.json"), "{}");
  expect(await capturedCli(["report", join(folder, "results.json")])).toMatchObject({
    code: 1,
    err: expect.stringContaining("not a Kontrafakt result"),
  });
});

test("cancelled: 130", async () => {
  expect(await capturedCli(["lock", join(folder, "study.yaml")], AbortSignal.abort())).toMatchObject({ code: 130 });
  expect(await readdir(folder)).not.toContain("study.lock.json");
});

test("a fault of the program: 70, without a stack trace", async () => {
  const out = () => {
    throw new TypeError("x is not a function");
  };
  const err: string[] = [];
  const code = await runCli(["schema"], { out, err: { write: (text: string) => err.push(text) } });
  expect(code).toBe(70);
  expect(err.join("")).toMatch(
    /^this is a fault in Kontrafakt \S+, not in your data: x is not a function \(run-cli\.test\.ts:\d+\)\nplease report it/,
  );
});
