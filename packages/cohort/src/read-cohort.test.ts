import { KontrafaktError, periodLabel } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import { ALWAYS, bytesSource, type CohortInput, cohortOptions, NEVER, pseudonyms, readCohort } from "./index.js";

const key = new Uint8Array(32).fill(7);

const options = (more: Partial<CohortInput> = {}, people: Partial<CohortInput["people"]> = {}): CohortInput => ({
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  eligibleAges: [0, 17],
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start", ...people },
  services: { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til", payer: "Betaler" },
  home: "Fjordby",
  programmeService: "Tidlig Støtte",
  outcomes: { placement: { service: "Anbringelse" } },
  ...more,
});

type Files = Readonly<Record<string, readonly string[]>>;

async function read(files: Files, asked: CohortInput) {
  const sources = new Map(
    Object.entries(files).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines.join("\n")))]),
  );
  const cohort = await readCohort(sources, cohortOptions.parse(asked), { seed: 1, key });
  const { ledger, panel } = cohort;
  const said = Array.from(ledger.row, (row, i) => {
    const file = ledger.files[ledger.file[i]].name.replace(".csv", "");
    return `${file} ${row} ${ledger.codes[ledger.code[i]].slice(7)}${ledger.listed[i] ? "" : " (noted)"}`;
  });
  const values = (measure: string, id: string) => {
    const u = panel.ids.indexOf(pseudonyms([id], key)[0]);
    const t = panel.periods.ordinals.length;
    return Array.from(panel.measures.find((m) => m.name === measure)?.values.subarray(u * t, (u + 1) * t) ?? []);
  };
  return { ...cohort, said, values };
}

const failure = (files: Files, asked: CohortInput): Promise<string> =>
  read(files, asked).then(
    () => "no error",
    (error) => (error instanceof KontrafaktError ? error.message : `not ours: ${error}`),
  );

const services = ["Id;Ydelse;Fra;Til;Betaler"];
const people = ["Id;Født;Start"];

describe("services", () => {
  it("become days a period: last day counts, overlaps once, open ends at the extract, days outside the window not", async () => {
    const { values, said } = await read(
      {
        "people.csv": [...people, "a;01-01-2010;", "b;01-01-2010;", "c;01-01-2010;"],
        "services.csv": [
          ...services,
          "a;Anbringelse;01-12-2018;10-01-2019;Fjordby",
          "a;Anbringelse;05-01-2019;20-01-2019;Fjordby",
          "b;anbringelse;31-12-2019;;",
          "c;Anbringelse;01-01-2020;31-12-2020;Fjordby",
        ],
      },
      options(),
    );
    expect(values("placement", "a")).toEqual([20, 0, 0, 0]);
    expect(values("placement", "b")).toEqual([0, 0, 0, 1]);
    expect(values("placement", "c")).toEqual([0, 0, 0, 0]);
    expect(said).toEqual([
      "services 3 overlap (noted)",
      "services 4 open-ended (noted)",
      "services 4 service-respelled (noted)",
      "services 5 ends-after-extract (noted)",
    ]);
  });

  it("of several kinds in one outcome count a day once", async () => {
    const { values } = await read(
      {
        "people.csv": [...people, "a;01-01-2010;"],
        "services.csv": [...services, "a;Anbringelse;01-01-2019;10-01-2019;", "a;Aflastning;06-01-2019;15-01-2019;"],
      },
      options({ outcomes: { away: { service: ["Anbringelse", "Aflastning"] } } }),
    );
    expect(values("away", "a")).toEqual([15, 0, 0, 0]);
  });

  it("before birth, reversed or unreadable are listed", async () => {
    const { said } = await read(
      {
        "people.csv": [...people, "a;01-01-2019;"],
        "services.csv": [
          ...services,
          "a;Anbringelse;01-01-2018;31-12-2018;",
          "a;Anbringelse;01-12-2018;31-01-2019;",
          "a;Anbringelse;01-12-2019;ukendt;",
          "a;;01-12-2019;;",
        ],
      },
      options(),
    );
    expect(said).toEqual([
      "services 2 ends-before-birth",
      "services 3 begins-before-birth (noted)",
      "services 4 unreadable-date",
      "services 5 missing-value",
    ]);
  });
});

describe("observation follows who pays", () => {
  const residence = { file: "residence.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" };
  it("is NaN away, and a paid placement overrides the address", async () => {
    const { values, said } = await read(
      {
        "people.csv": [...people, "a;01-01-2010;", "b;01-01-2010;", "c;01-01-2010;", "d;01-01-2010;", "e;01-01-2001;"],
        "services.csv": [
          ...services,
          "b;Anbringelse;01-04-2019;;Fjordby",
          "c;Anbringelse;01-04-2019;30-09-2019;Nordby",
          "d;Tidlig Støtte;01-04-2019;30-09-2019;Fjordby",
        ],
        "residence.csv": [
          "Id;Fra;Til;Kommune",
          "a;01-01-2010;14-05-2019;Fjordby",
          "a;15-05-2019;;Nordby",
          "b;01-01-2010;31-03-2019;Fjordby",
          "b;01-04-2019;;Nordby",
          "c;01-01-2010;;FJORDBY",
          "e;01-01-2010;;Fjordby",
        ],
      },
      options({ residence }, { start: "Start" }),
    );
    expect(values("placement", "a")).toEqual([0, Number.NaN, Number.NaN, Number.NaN]);
    expect(values("placement", "b")).toEqual([0, 91, 92, 92]);
    expect(values("placement", "c")).toEqual([0, Number.NaN, Number.NaN, 0]);
    expect(said).toContain("services 3 paid-elsewhere");
    expect(said).toContain("people 5 programme-without-start");
    expect(said).toContain("people 6 never-eligible");
  });

  it("follows age: the half of the period decides", async () => {
    const { values } = await read(
      { "people.csv": [...people, "a;20-05-2001;", "b;10-05-2001;", "c;10-08-2019;"], "services.csv": services },
      options(),
    );
    expect(values("placement", "a")).toEqual([0, 0, Number.NaN, Number.NaN]);
    expect(values("placement", "b")).toEqual([0, Number.NaN, Number.NaN, Number.NaN]);
    expect(values("placement", "c")).toEqual([Number.NaN, Number.NaN, 0, 0]);
  });
});

describe("people", () => {
  it("are told apart by start, and each who leaves is listed once", async () => {
    const { panel, said, ledger, summary, referral } = await read(
      {
        "people.csv": [
          "Id;Født;Start;Henvist;Hus;Skole;Køn;Antal",
          "a;01-01-2010;01-05-2019;01-03-2019;h1;s1;Pige;1,5",
          "b;01-01-2010;01-05-2018;;h1;;Dreng;2",
          "c;01-01-2010;;;h2;s1;Pige;x",
          "d;01-01-2010;;;;s2;Dreng;3",
          "a;01-01-2010;;;h1;s1;Pige;1",
          "e;01-01-2010;01-05-2018;;h3;s1;;2",
          "f;01-01-2010;99-05-2019;;h3;s1;Pige;2",
          "g;01-01-2030;;;h3;s1;Pige;2",
          "h;01-01-2010;01-01-2005;;h3;s1;Pige;2",
          "i;01-01-2010;01-01-2025;;h3;s1;Pige;2",
          "j;01-01-2010;15-01-2020;01-02-2020;h3;s1;Dreng;2",
        ],
        "services.csv": services,
      },
      options(
        {},
        {
          household: "Hus",
          school: "Skole",
          referral: "Henvist",
          covariates: { sex: "Køn", number: { column: "Antal", type: "number" }, age: { type: "age" } },
        },
      ),
    );
    expect(panel.ids).toEqual(pseudonyms(["a", "b", "d", "j"], key));
    expect(ledger.column[ledger.code.indexOf(ledger.codes.indexOf("cohort/covariate-missing"))]).toBe("Antal");
    const q = (label: string) => panel.periods.ordinals.find((o) => periodLabel(o, "quarter") === label) as number;
    expect(Array.from(panel.firstTreated)).toEqual([q("2019Q2"), ALWAYS, NEVER, q("2019Q4") + 1]);
    expect(Array.from(referral)).toEqual([q("2019Q1"), NEVER, NEVER, q("2019Q4") + 1]);
    expect(panel.clusterings).toEqual([
      { name: "household", of: Int32Array.of(0, 0, -1, 1), count: 2 },
      { name: "school", of: Int32Array.of(0, -1, 1, 0), count: 2 },
    ]);
    expect(panel.covariates.map((c) => [c.name, ...c.values])).toEqual([
      ["sex=Pige", 1, 0, 0, 0],
      ["number", 1.5, 2, 3, 2],
      ["age", ...new Array(4).fill(3287 / 365.25)],
    ]);
    expect(said).toEqual([
      "people 3 started-before-window",
      "people 4 unreadable-number (noted)",
      "people 4 covariate-missing",
      "people 6 duplicate-person",
      "people 7 started-before-window",
      "people 8 unreadable-date",
      "people 9 born-after-extract",
      "people 10 start-before-birth",
      "people 11 start-after-extract",
      "people 12 start-before-referral (noted)",
    ]);
    expect(ledger.flow.map((step) => [step.code.slice(12), step.people, step.treated])).toEqual([
      ["read", 11, 6],
      ["usable", 6, 4],
      ["eligible", 6, 4],
      ["dated", 6, 4],
      ["not-before", 4, 2],
      ["covariates", 3, 2],
      ["observed", 3, 2],
    ]);
    expect(ledger.files[0]).toMatchObject({ rowsRead: 11, rowsUsed: 3, rowsListed: 8 });
    expect(summary).toEqual({ people: 3, starters: 1, waves: [{ ordinal: q("2019Q2"), label: "2019Q2", starters: 1 }] });
  });

  it("with awkward names stay text", async () => {
    const { panel } = await read(
      {
        "people.csv": ["__proto__;Født;Start;constructor", "__proto__;01-01-2010;;__proto__", "<b>;01-01-2010;;toString"],
        "services.csv": services,
      },
      options({}, { person: "__proto__", covariates: { valueOf: "constructor" } }),
    );
    expect(panel.ids).toEqual(pseudonyms(["__proto__", "<b>"], key));
    expect(panel.covariates.map((c) => [c.name, ...c.values])).toEqual([["valueOf=toString", 0, 1]]);
  });

  it("who die leave observation", async () => {
    const { values } = await read(
      { "people.csv": ["Id;Født;Start;Død", "a;01-01-2010;;01-07-2019"], "services.csv": services },
      options({}, { died: "Død" }),
    );
    expect(values("placement", "a")).toEqual([0, 0, Number.NaN, Number.NaN]);
  });
});

describe("measures", () => {
  const absence = { file: "absence.csv", person: "Id", columns: "{year}-K{quarter}" };
  it("are missing where blank, unreadable or impossible", async () => {
    const { values, said, problems } = await read(
      {
        "people.csv": [...people, "a;01-01-2010;", "b;01-01-2010;", "c;01-01-2010;"],
        "absence.csv": ["Id;2018-K4;2019-K1;2019-K2;2019-K4", "a;1;2,5;;x", "b;1;-1;91;93", "z;1;1;1;1", "b;1;1;1;1"],
      },
      options({
        services: undefined,
        programmeService: undefined,
        measures: { absence },
        outcomes: { absence: { measure: "absence" } },
      }),
    );
    expect(values("absence", "a")).toEqual([2.5, Number.NaN, Number.NaN, Number.NaN]);
    expect(values("absence", "b")).toEqual([Number.NaN, 91, Number.NaN, Number.NaN]);
    expect(values("absence", "c")).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(said).toEqual([
      "absence 2 unreadable-number (noted)",
      "absence 3 out-of-range (noted)",
      "absence 3 more-days-than-period (noted)",
      "absence 4 unknown-person",
      "absence 5 duplicate-person",
    ]);
    expect(problems.map((p) => [p.code, p.params.periods ?? p.params.percent])).toEqual([
      ["cohort/measure-periods-absent", "2019Q3"],
      ["cohort/no-residence", undefined],
      ["cohort/many-rows-listed", 50],
    ]);
  });
});

describe("errors", () => {
  const files = { "people.csv": [...people, "a;01-01-2010;"], "services.csv": services };
  it("a file that was not given, and nobody left", async () => {
    expect(await failure({ "services.csv": services }, options())).toMatch(/^people\.csv: .*not given.*services\.csv/);
    expect(await failure({ ...files, "people.csv": people }, options())).toMatch(/^people\.csv: .*no rows below it/);
    const undated = [...people, "a;01/13/2010;", "b;2010;", "c;01-01-1980;"];
    expect((await failure({ ...files, "people.csv": undated }, options())).split("\n")).toEqual([
      expect.stringMatching(/^people\.csv: nobody is left/),
      expect.stringMatching(/^people\.csv, row 2, column "Født": this is not a date.*"01\/13\/2010"$/),
      expect.stringMatching(/^people\.csv, row 4, column "Født": the person is of eligible age on no day/),
    ]);
  });

  it("a category that is an identifier, and a header as long as a file", async () => {
    const many = ["Id;Født;Start;Adresse", ...Array.from({ length: 201 }, (_, i) => `p${i};01-01-2010;;Vej ${i}`)];
    const message = await failure({ ...files, "people.csv": many }, options({}, { covariates: { street: "Adresse" } }));
    expect(message).toMatch(/^people\.csv, column "Adresse": covariate street has 201 different values.*200 at most/);
    expect((await failure({ ...files, "people.csv": ["x".repeat(1e5)] }, options())).length).toBeLessThan(3 * 200);
  });

  it("a home that the file does not know", async () => {
    const asked = options({ home: "Fjordborg" });
    const message = await failure({ ...files, "services.csv": [...services, "a;Anbringelse;01-01-2019;;Fjordby"] }, asked);
    expect(message).toMatch(/^services\.csv, column "Betaler": no cell is "Fjordborg".*\(found: "Fjordby"\)/);
  });

  it("a service that no row has is warned of", async () => {
    const { problems } = await read(files, options());
    expect(problems.map((p) => [p.code, p.severity, p.params.service])).toEqual([
      ["cohort/service-absent", "warning", "Anbringelse"],
      ["cohort/no-residence", "warning", undefined],
    ]);
  });

  it("formats of one file override the study's and leave the rest", async () => {
    const asked = options({ format: { missing: ["", "ukendt"] } });
    const { said, detected } = await read(
      { ...files, "services.csv": ["Id,Ydelse,Fra,Til,Betaler", "a,Anbringelse,01/02/2019,ukendt,ukendt"] },
      { ...asked, services: { ...asked.services!, format: { dates: "mm/dd/yyyy" } } },
    );
    expect(said).toEqual(["services 2 open-ended (noted)"]);
    expect(detected.map((d) => [d.file, d.delimiter, d.dates])).toEqual([
      ["people.csv", ";", "dd-mm-yyyy"],
      ["services.csv", ",", "mm/dd/yyyy"],
    ]);
  });

  it("options that contradict each other are refused by name, in the schema and in the call", async () => {
    const bad = options({ outcomes: { programme: { service: "Tidlig Støtte" } } });
    const parsed = cohortOptions.safeParse(bad);
    expect(parsed.error?.issues[0].path).toEqual(["outcomes", "programme", "service"]);
    expect(parsed.error?.issues[0].message).toMatch(/programme's own service/);
    const fine = cohortOptions.parse(options());
    const call = readCohort(new Map(), { ...fine, outcomes: { x: { service: "Tidlig Støtte", unit: "days", better: "lower" } } });
    await expect(call).rejects.toThrow(/cohort\.outcomes\.x\.service: outcome x counts Tidlig Støtte/);
  });
});
