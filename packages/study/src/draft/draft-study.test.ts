import { fill } from "@kontrafakt/base";
import { bytesSource, profileFiles } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { allMessages } from "../all-messages.js";
import { parseStudy } from "../parse-study.js";
import { draftStudy } from "./draft-study.js";
import type { Note } from "./draft-value.js";
import { draftValue, draftYaml, flowYaml, openQuestions } from "./draft-yaml.js";

const source = (name: string, text: string) => bytesSource(name, new TextEncoder().encode(text));
const rows = (head: string, n: number, row: (i: number) => string) =>
  `${head}\n${Array.from({ length: n }, (_, i) => row(i)).join("\n")}\n`;
const two = (n: number) => String(n).padStart(2, "0");
const date = (i: number, year: number) => `${year + (i % 5)}-${two((i % 12) + 1)}-${two((i % 28) + 1)}`;
const say = ({ code, params }: Note) => fill(allMessages[code] ?? code, params);

const people = source(
  "barn.csv",
  rows(
    "Personid;Født;Kjønn;Oppstart",
    200,
    (i) => `P${1000 + i};${date(i, 2008)};${i % 2 ? "G" : "J"};${i % 8 ? "" : date(i, 2020)}`,
  ),
);
const services = source(
  "tiltak.csv",
  rows(
    "Personid;Tiltak;Fra;Til",
    600,
    (i) =>
      `P${1000 + (i % 200)};${["Plassering", "Rådgivning", "Tidlig innsats"][i % 3]};${date(i, 2016)};${i % 9 ? date(i, 2017) : ""}`,
  ),
);
const drafted = async (...sources: Parameters<typeof profileFiles>[0][]) =>
  draftStudy(await profileFiles(sources.flatMap((s) => [...s])), { language: "en", remark: "to be filled in" });

describe("a draft", () => {
  it("asks for the programme's own service, with the kinds there are, and for what no file says", async () => {
    const draft = await drafted([people, services]);
    const open = openQuestions(draft).map((path) => path.join("."));
    expect(open).toEqual(["title", "municipality", "programme", "cohort.programmeService"]);
    const asked = draft.entries.find(({ path }) => path[1] === "programmeService");
    expect(asked?.choices?.map(({ value }) => value).sort()).toEqual(["Plassering", "Rådgivning", "Tidlig innsats"]);
    const text = draftYaml(draft, say, ["head"], "CHOOSE");
    expect(text).toMatch(/^# head\n/);
    expect(text).toMatch(/# CHOOSE: the programme's own service.*\n(?: {2}#.*\n)* {2}# {3}Plassering \(rows: 200\)\n/);
    const { problems } = parseStudy(text, "study.yaml");
    expect(problems.map(({ code, where }) => [code, where.option])).toEqual(open.map((option) => ["study/to-fill-in", option]));
  });

  it("fills it in where nearly only starters have it", async () => {
    const found = await profileFiles([people, services]);
    const starterShares = new Map([
      ["Plassering", 0.2],
      ["Rådgivning", 0.3],
      ["Tidlig innsats", 0.98],
    ]);
    const draft = draftStudy(found, { language: "da", remark: "", starterShares });
    const value = draftValue(draft) as { cohort: { programmeService: string; outcomes: object }; title: string };
    expect(value.cohort.programmeService).toBe("Tidlig innsats");
    expect(Object.keys(value.cohort.outcomes)).toEqual(["plassering", "rådgivning"]);
    expect(value.title).toBe("Tidlig innsats: kom den forudsatte besparelse?");
  });

  it("as YAML holds what the draft holds, and every line but groups says why", async () => {
    const draft = await drafted([people, services]);
    const text = draftYaml(draft, say, [], "CHOOSE");
    expect(parse(text, { schema: "core" })).toEqual(draftValue(draft));
    expect(text).toContain('born: Født # barn.csv, column "Født"; dates 2008 to 2012; all filled');
    expect(text).not.toMatch(/P1\d{3}/);
  });

  it("of files without money names templates without a single amount", async () => {
    const { templates } = await drafted([people, services]);
    expect(templates.map(({ name }) => name)).toEqual(["prices.csv", "cost.csv", "claim.csv"]);
    for (const { header, rows: lines } of templates) {
      const amounts = ["amount", "low", "high", "cashable", "planned", "actual"]
        .map((name) => header.indexOf(name))
        .filter((k) => k >= 0);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) for (const k of amounts) expect(line[k]).toBe("");
    }
  });

  it("takes a register of identity numbers without birth dates, and a file of a year after another", async () => {
    const number = (i: number) => `${two((i % 28) + 1)}${two((i % 12) + 1)}${two(8 + (i % 5))}-${4000 + i}`;
    const register = source(
      "p.csv",
      rows("CPR-nr.;Startdato", 60, (i) => `${number(i)};${i % 6 ? "" : date(i, 2020)}`),
    );
    const year = (y: number) =>
      source(
        `s${y}.csv`,
        rows("CPR-nr.;Ydelse;Fra;Til", 120, (i) => `${number(i % 60)};A;${date(i, y)};${date(i, y + 1)}`),
      );
    const draft = await drafted([register, year(2015), year(2016)]);
    const value = draftValue(draft) as { cohort: { people: object; services: { file: unknown } }; savings: { currency: string } };
    expect(Object.keys(value.cohort.people)).not.toContain("born");
    expect(value.cohort.services.file).toEqual(["s2015.csv", "s2016.csv"]);
    expect(value.savings.currency).toBe("DKK");
  });

  it("draws on all the files of a form, not the first alone", async () => {
    const year = (y: number, kind: string) =>
      source(
        `s${y}.csv`,
        rows("Personid;Ydelse;Fra;Til", 120, (i) => `P${1000 + i};${i % 2 ? "A" : kind};${y}-01-${two((i % 28) + 1)};${y}-06-30`),
      );
    const draft = await drafted([people, year(2019, "B"), year(2016, "C"), year(2022, "B")]);
    const value = draftValue(draft) as { cohort: { from: string; extract: string; outcomes: object } };
    expect(value.cohort).toMatchObject({ from: "2016-07-01", extract: "2022-06-30" });
    expect(Object.keys(value.cohort.outcomes)).toEqual(["a", "b", "c"]);
    const text = draftYaml(draft, say, [], "CHOOSE");
    expect(text).toContain("180 rows in s2019.csv … s2022.csv");
    expect(text).toContain("at least 120 different identifiers");
  });

  it("of headers that break lines or quotes stays readable", async () => {
    const text = rows(
      '"id";"born\nat";"a: #b";"constructor";start',
      40,
      (i) => `P${1000 + i};${date(i, 2008)};${i % 2 ? "x: y" : "# z"};${i % 3};${i % 5 ? "" : date(i, 2020)}`,
    );
    const draft = await drafted([source("a b.csv", text)]);
    const yaml = draftYaml(draft, say, [], "CHOOSE");
    expect(parse(yaml, { schema: "core" })).toEqual(draftValue(draft));
  });
});

it("values stand on one line, as YAML reads them back", () => {
  for (const value of [[0, 17], { a: "b: c", d: ["#", "{x}"] }, "null", "2024", "", " x ", "a\nb", null, 0.035]) {
    expect(flowYaml(value)).not.toContain("\n");
    expect(parse(flowYaml(value), { schema: "core" })).toEqual(value);
  }
});
