import { KontrafaktError } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ALWAYS, bytesSource, type Cohort, cohortOptions, readCohort } from "./index.js";

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const id = pick("a", "b", "c", "d", "e", "A", "x", "", "__proto__");
const day = pick(
  "01-01-2019",
  "15-05-2019",
  "30-06-2019",
  "01-11-2019",
  "31-12-2018",
  "01-02-2015",
  "01-02-2031",
  "99-99-2019",
  "?",
  "",
);
const born = fc.oneof({ weight: 4, arbitrary: pick("01-01-2010", "20-06-2012", "01-03-2019") }, { weight: 1, arbitrary: day });
const line = (...cells: fc.Arbitrary<string>[]) => fc.tuple(...cells).map((values) => values.join(";"));
const rows = (row: fc.Arbitrary<string>, most: number) =>
  fc.array(
    fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: pick("I alt;3", "a", '"a;b', "a;b;c;d;e;f;g;h;i;j;k") }),
    {
      maxLength: most,
    },
  );

const files = fc.record({
  "people.csv": rows(line(id, born, day, day, day, pick("1", "2", ""), pick("3", "x", "")), 14),
  "services.csv": rows(
    line(id, pick("Anbringelse", "anbringelse", "Støtte", "Mentor", "Andet", ""), day, day, pick("Fjordby", "Nordby", "")),
    12,
  ),
  "residence.csv": rows(line(id, day, day, pick("Fjordby", "Fjordby", "Nordby", "")), 12),
  "absence.csv": rows(line(id, pick("1", "-1", "999", "x", ""), pick("1", "2,5", "")), 8),
  "classes.csv": rows(line(id, pick("1A", "1B", ""), day, day), 8),
});
/** Header and a sound row, so that somebody is always left. */
const tops: Readonly<Record<string, readonly string[]>> = {
  "people.csv": ["Id;Født;Start;Slut;Henvist;Hus;Tal", "p;01-01-2010;;;;1;3"],
  "services.csv": ["Id;Ydelse;Fra;Til;Betaler", "p;Anbringelse;01-02-2019;31-03-2019;Fjordby"],
  "residence.csv": ["Id;Fra;Til;Kommune", "p;01-01-2010;;Fjordby"],
  "absence.csv": ["Id;2019-K1;2019-K2", "p;1;1"],
  "classes.csv": ["Id;Klasse;Fra;Til", "p;1A;01-01-2018;"],
};
const treatment = fc.record({
  startFrom: pick("people", "service", "either"),
  repeats: pick("firstRow", "firstStart"),
  startedBefore: pick("exclude", "exclude", "refuse"),
  referredOnly: pick("control", "exclude", "treat"),
  ends: pick("Slut"),
  afterEnd: pick("keep", "censor"),
  minimumDays: fc.option(pick(20), { nil: undefined }),
  dropoutWithin: pick(30),
  otherProgrammes: fc.record({
    mentor: fc.record({ services: fc.constant(["Mentor"]), policy: pick("keep", "exclude", "censor") }),
  }),
});

async function read(
  given: Readonly<Record<string, readonly string[]>>,
  policies: object,
  covered: boolean,
): Promise<Cohort | undefined> {
  const sources = new Map(
    Object.entries(given).map(([name, lines]) => [
      name,
      bytesSource(name, new TextEncoder().encode([...tops[name], ...lines].join("\n"))),
    ]),
  );
  const options = cohortOptions.parse({
    extract: "2020-01-31",
    from: "2019-01-01",
    to: "2019-12-31",
    people: {
      file: "people.csv",
      person: "Id",
      born: "Født",
      start: "Start",
      referral: "Henvist",
      household: "Hus",
      covariates: covered ? { number: { column: "Tal", type: "number" } } : {},
    },
    treatment: policies,
    services: { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til", payer: "Betaler" },
    residence: {
      file: "residence.csv",
      person: "Id",
      from: "Fra",
      to: "Til",
      municipality: "Kommune",
      placements: ["Anbringelse"],
    },
    clusterings: { class: { file: "classes.csv", person: "Id", cluster: "Klasse", from: "Fra", to: "Til" } },
    measures: { absence: { file: "absence.csv", person: "Id", columns: "{year}-K{quarter}" } },
    home: "Fjordby",
    programmeService: "Støtte",
    outcomes: { placement: { service: "Anbringelse" }, absence: { measure: "absence" } },
  });
  try {
    return await readCohort(sources, options);
  } catch (error) {
    if (error instanceof KontrafaktError && error.problems[0].code === "cohort/started-before-refused") return undefined;
    throw error;
  }
}

it("loses no row and no person, whatever the faults and the policies", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(files, treatment, fc.boolean(), async (given, policies, covered) => {
      const cohort = await read(given, policies, covered);
      if (cohort === undefined) return;
      done++;
      const { ledger, panel, summary } = cohort;
      for (const [f, account] of ledger.files.entries()) {
        expect(account.rowsRead, account.name).toBe(account.rowsUsed + account.rowsListed);
        const lines = Array.from(ledger.row).filter((_, i) => ledger.file[i] === f && ledger.listed[i] === 1);
        expect(new Set(lines).size).toBe(account.rowsListed);
        expect(account.rowsRead).toBeLessThanOrEqual(given[account.name as keyof typeof given].length + 1);
      }
      const { flow } = ledger;
      flow.forEach((step, k) => {
        expect(step.treated).toBeLessThanOrEqual(step.people);
        if (k > 0) expect(step.people).toBeLessThanOrEqual(flow[k - 1].people);
        if (k > 0) expect(step.treated).toBeLessThanOrEqual(flow[k - 1].treated);
      });
      const analysed = panel.firstTreated.filter((g) => g !== ALWAYS).length;
      expect(flow[flow.length - 1].people).toBe(analysed);
      expect(summary.people).toBe(analysed);
      expect(ledger.files.find(({ name }) => name === "people.csv")?.rowsUsed).toBe(analysed);
      expect(Array.from(panel.measures[0].values, (v) => (Number.isNaN(v) ? 0 : 1))).toEqual(Array.from(panel.observed));
      expect(panel.observed.every((o) => o === 0)).toBe(false);
    }),
    { numRuns: 120 },
  );
  expect(done).toBeGreaterThan(80);
});
