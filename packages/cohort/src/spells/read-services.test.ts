import { KontrafaktError } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import { bytesSource, type CohortInput, cohortOptions, readCohort } from "../index.js";

const spells = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;
const study = (more: Partial<CohortInput>): CohortInput => ({
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start", household: "Hus" },
  services: spells,
  outcomes: { placement: { service: "Anbringelse" } },
  ...more,
});

async function read(services: readonly string[], more: Partial<CohortInput> = {}) {
  const people = ["Id;Født;Start;Hus", "a;01-01-2010;;h", "b;01-01-2010;;h", "c;01-01-2010;;"];
  const files = { "people.csv": people, "services.csv": services };
  const sources = new Map(
    Object.entries(files).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines.join("\n")))]),
  );
  const { panel, problems } = await readCohort(sources, cohortOptions.parse(study(more)));
  const periods = panel.periods.ordinals.length;
  const values = (measure: string) => {
    const all = panel.measures.find((m) => m.name === measure)?.values ?? new Float64Array();
    return panel.ids.map((_, u) => Array.from(all.subarray(u * periods, (u + 1) * periods), (x) => Math.round(x * 1000) / 1000));
  };
  return { values, problems };
}

const failure = (services: readonly string[], more: Partial<CohortInput>) =>
  read(services, more).then(
    () => "no error",
    (error) => (error instanceof KontrafaktError ? error.message : `not ours: ${error}`),
  );

describe("a refund over a year that lies partly in the window", () => {
  const amounts = [
    "Id;Ydelse;Fra;Til;Beløb",
    "a;Anbringelse;01-01-2019;31-12-2019;3650000",
    "c;Anbringelse;01-07-2019;31-12-2019;1000",
  ];
  const highCost = {
    services: "Anbringelse",
    per: "household" as const,
    payer: "Staten",
    rates: [{ from: 2019, steps: [{ above: 1_825_000, refund: 0.5 }], source: "x" }],
  };
  const options = {
    from: "2019-07-01",
    services: { ...spells, amount: "Beløb" },
    refunds: { highCost },
    outcomes: { refunded: { refund: "highCost", side: "state" as const } },
  };

  it("sums the whole year, and says so; whoever has no household is one alone", async () => {
    const { values, problems } = await read(amounts, options);
    // Half of the amount above half of the year's: a quarter of it, whichever part of the year is in the window.
    expect(values("refunded")).toEqual([
      [230_000, 230_000],
      [0, 0],
      [0, 0],
    ]);
    const told = problems.filter((p) => p.code.startsWith("cohort/refund"));
    expect(told.map((p) => [p.code, p.params])).toEqual([
      ["cohort/refund-part-year", { scheme: "highCost", years: "2019" }],
      ["cohort/refund-household-unknown", { scheme: "highCost", count: 1 }],
    ]);
  });

  it("gives the periods after the step its refund where the scheme is as reached", async () => {
    const asReached = { ...options, refunds: { highCost: { ...highCost, spread: "as-reached" as const } } };
    const { values } = await read(amounts, asReached);
    // 1,810,000 by the end of June: the step lies 15,000 into the third quarter.
    expect(values("refunded")[0]).toEqual([(920_000 - 15_000) / 2, 460_000]);
  });

  it("sums outcomes as it does services", async () => {
    const byOutcome = {
      ...options,
      refunds: { highCost: { ...highCost, services: undefined, outcomes: ["gross"] } },
      outcomes: { ...options.outcomes, gross: { service: "Anbringelse", count: "amount" as const } },
    };
    const { values } = await read(amounts, byOutcome);
    expect(values("refunded")[0]).toEqual([230_000, 230_000]);
    expect(values("gross")[0]).toEqual([920_000, 920_000]);
  });
});

describe("weekly codes", () => {
  const weekly = {
    services: { file: "services.csv", person: "Id", weeks: "y_{yy}{week}" },
    outcomes: { benefit: { service: "130" } },
  };
  it("of a week that its year lacks, or of one week twice, are refused", async () => {
    expect(await failure(["Id;y_1952;y_1953", "a;130;130"], weekly)).toMatch(
      /^services\.csv, row 1, column "y_1953": .*no such week/,
    );
    expect(await failure(["Id;y_1901;y_191", "a;130;130"], weekly)).toMatch(
      /^services\.csv, row 1, column "y_191": column y_1901 is the same week/,
    );
  });
});

it("flags a date on which far more spells end than its like", async () => {
  const day = (n: number) => String(1 + (n % 28)).padStart(2, "0");
  const rows = [
    ...Array.from({ length: 60 }, (_, k) =>
      `a;Anbringelse;01-01-2011;${day(k)}-0${1 + (k % 9)}-201${k % 9}`.replace("-2010", "-2019"),
    ),
    ...Array.from({ length: 40 }, (_, k) => `b;Anbringelse;${day(k)}-0${1 + (k % 9)}-2018;14-05-2019`),
  ];
  const { problems } = await read(["Id;Ydelse;Fra;Til", ...rows]);
  expect(problems.filter((p) => p.code === "cohort/mass-ends").map((p) => [p.where, p.params])).toEqual([
    [
      { file: "services.csv", column: "Til" },
      { date: "2019-05-14", count: 40, percent: 40 },
    ],
  ]);
});

it("keeps days and money apart from the payer of a year's amount", async () => {
  const { values } = await read(
    ["Id;Ydelse;År;Beløb;Betaler", "a;Anbringelse;2019;365;Fjordby", "a;Anbringelse;2019;99;Nordby"],
    {
      home: "Fjordby",
      services: { file: "services.csv", person: "Id", service: "Ydelse", year: "År", amount: "Beløb", payer: "Betaler" },
      outcomes: { cost: { service: "Anbringelse", count: "amount" } },
    },
  );
  expect(values("cost")[0]).toEqual([90, 91, 92, 92]);
});
