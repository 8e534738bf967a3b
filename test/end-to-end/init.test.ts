import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesSource, type Panel, readCohort } from "@kontrafakt/cohort";
import { parseStudy, type Study, studyFiles } from "@kontrafakt/study";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../../packages/kontrafakt/src/cli/run-cli.js";

const sample = new URL("../../data-samples/early-support/", import.meta.url).pathname;
const people = ["people.csv", "services.csv", "residence.csv", "absence.csv"];
const money = ["prices.csv", "programme-cost.csv", "claim.csv", "budget.csv"];
const folder = mkdtempSync(join(tmpdir(), "kontrafakt-init-"));
const inFolder = (name: string) => join(folder, name);

async function cli(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: { write: (text: string) => err.push(text) } };
  return { code: await runCli(args, io), out: out.join(""), err: err.join("") };
}

const read = (name: string) => readFileSync(inFolder(name), "utf8");
const studyOf = (text: string): Study => {
  const { study, problems } = parseStudy(text, "study.yaml");
  if (!study) throw new Error(JSON.stringify(problems));
  return study;
};
const panelOf = async (study: Study): Promise<Panel> => {
  const sources = studyFiles(study).map(({ file }) => [file, bytesSource(file, readFileSync(join(sample, file)))] as const);
  return (await readCohort(new Map(sources), study.cohort)).panel;
};

beforeAll(() => {
  for (const name of [...people, ...money]) copyFileSync(join(sample, name), inFolder(name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the sample's files, looked at by themselves", () => {
  test("give a study that reads the same people, periods, starts and days as the sample's own", async () => {
    const { code, out, err } = await cli("init", ...[...money, ...people].map(inFolder), "--lang", "da");
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("people.csv bruges som cohort.people");
    expect(out).toContain("Ingen spørgsmål er åbne");
    const drafted = studyOf(read("study.yaml"));
    const own = studyOf(readFileSync(join(sample, "study.yaml"), "utf8"));
    const { people: draftedPeople, ...rest } = drafted.cohort;
    const { covariates: _, ...roles } = draftedPeople;
    const { covariates: __, ...ownRoles } = own.cohort.people;
    expect(roles).toEqual(ownRoles);
    for (const key of ["services", "residence", "home", "programmeService", "extract", "from", "to", "period"] as const)
      expect(rest[key], key).toEqual(own.cohort[key]);
    expect(drafted.savings.prices).toEqual(own.savings.prices);
    expect(drafted.savings.programmeCost).toEqual(own.savings.programmeCost);
    expect(drafted.savings.claim).toEqual(own.savings.claim);
    expect(drafted.savings.budget).toEqual(own.savings.budget);
    expect(drafted.savings.discount).toEqual(own.savings.discount);
    expect(drafted.matching.exclude).toEqual(own.matching.exclude);

    // the sample counts a quarter only where the child was the municipality's for all of it: a choice, not a fact of the files
    const panel = await panelOf({ ...drafted, cohort: { ...drafted.cohort, observedShare: own.cohort.observedShare } });
    const expected = await panelOf(own);
    expect(panel.ids).toEqual(expected.ids);
    expect(panel.periods).toEqual(expected.periods);
    expect(panel.firstTreated).toEqual(expected.firstTreated);
    expect(panel.observed).toEqual(expected.observed);
    expect(panel.clusterings).toEqual(expected.clusterings);
    const values = ({ measures }: Panel, name: string) => measures.find((measure) => measure.name === name)?.values;
    const pairs = {
      anbringelse: "placement",
      specialskole: "specialSchool",
      familierådgivning: "counselling",
      absence: "absence",
    };
    for (const [name, other] of Object.entries(pairs)) expect(values(panel, name), name).toEqual(values(expected, other));
    const sorted = (p: Panel) => p.covariates.map(({ values: v }) => v.join()).sort();
    expect(sorted(panel)).toEqual(sorted(expected));
  });

  test("every option has its reason, and no identifier is in the study", () => {
    const text = read("study.yaml");
    expect(text).toContain("people.csv, kolonnen »Fødselsdato«; datoer fra 2006 til 2015; alle udfyldt");
    expect(text).not.toMatch(/B1\d{4}|<script>/);
  });

  test("the same as a workbook: check says the same of both", async () => {
    const made = await cli("init", ...[...money, ...people].map(inFolder), "--lang", "da", "--excel");
    expect(made.err).toBe("");
    const [yaml, xlsx] = [
      await cli("check", inFolder("study.yaml"), "--workers", "1"),
      await cli("check", inFolder("study.xlsx"), "--workers", "1"),
    ];
    expect(yaml.code).toBe(0);
    expect(xlsx).toEqual(yaml);
    expect((await cli("lock", inFolder("study.yaml"))).out).toMatch(/^locked: /);
    expect((await cli("lock", inFolder("study.xlsx"))).out).toMatch(/^already locked, and nothing has changed/);
  });

  test("nothing is overwritten", async () => {
    const before = read("study.yaml");
    const again = await cli("init", inFolder("people.csv"));
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/study\.yaml" already, and nothing is ever overwritten/);
    expect(read("study.yaml")).toBe(before);
  });
});

test("without money files, templates to fill in are written, those that are there are left alone, and check names what is missing", async () => {
  const other = join(folder, "other");
  const files = people.map((name) => {
    copyFileSync(join(sample, name), join(folder, `x-${name}`));
    return join(folder, `x-${name}`);
  });
  mkdirSync(other);
  writeFileSync(join(other, "claim.csv"), "mine\n");
  const { code, out } = await cli("init", ...files, "--out", join(other, "s.yaml"));
  expect(code).toBe(0);
  expect(readdirSync(other).sort()).toEqual(["claim.csv", "cost.csv", "prices.csv", "s.yaml"]);
  expect(readFileSync(join(other, "claim.csv"), "utf8")).toBe("mine\n");
  expect(out).toContain("There already, left as it is:");
  expect(readFileSync(join(other, "prices.csv"), "utf8")).toMatch(
    /^\ufeffconsequence,payer,year,unit,amount,.*remark\r\n.*to be filled in/,
  );
  expect(readFileSync(join(other, "s.yaml"), "utf8")).toContain("file: ../x-people.csv");
  rmSync(join(other, "claim.csv"));
  const open = await cli("init", files[3], "--out", join(other, "t.yaml"));
  expect(open.code).toBe(0);
  expect(open.out).toMatch(/questions are left to you:\n {2}title: /);
  const checked = await cli("check", join(other, "t.yaml"));
  expect(checked.code).toBe(1);
  expect(checked.err).toMatch(/t\.yaml:\d+:\d+, option cohort\.people\.file: nothing stands here yet; fill it in/);
  expect(checked.err).toMatch(/option title: nothing stands here yet/);
});

test("profile prints a table without identifiers, and as JSON", async () => {
  const { code, out } = await cli("profile", inFolder("people.csv"), inFolder("services.csv"));
  expect(code).toBe(0);
  expect(out).toMatch(/^people\.csv: 3,007 rows, 11 columns; looks like people \(100%\)/);
  expect(out).toContain("BorgerID: 100% of its values are in people.csv as well");
  expect(out).not.toMatch(/B1\d{4}/);
  const json = await cli("profile", inFolder("people.csv"), "--json");
  expect(JSON.parse(json.out)).toMatchObject({ kind: "profile", file: "people.csv", rows: 3007 });
  expect(json.out).not.toMatch(/B1\d{4}/);
});
