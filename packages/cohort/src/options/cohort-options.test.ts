import { expect, it } from "vitest";
import { z } from "zod";
import { cohortOptions } from "./cohort-options.js";
import type { CohortInput } from "./cohort-shape.js";

const fine: CohortInput = {
  extract: "2025-01-31",
  from: "2017-01-01",
  to: "2024-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  services: { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" },
  measures: { absence: { file: "absence.csv", person: "Id", columns: "{year}-K{quarter}" } },
  outcomes: { placement: { service: "Anbringelse" }, absence: { measure: "absence" } },
};

const refusals = (input: unknown) =>
  (cohortOptions.safeParse(input).error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);

it("fills the defaults", () => {
  const options = cohortOptions.parse(fine);
  expect(options).toMatchObject({ period: "quarter", eligibleAges: [0, 17], observedShare: 0.5 });
  expect(options.outcomes.placement).toEqual({ service: "Anbringelse", better: "lower" });
  expect(options.format.missing).toContain("NA");
});

it.each<[string, object, RegExp]>([
  ["a window that ends first", { to: "2016-12-31" }, /^to: the window ends on 2016-12-31/],
  ["a window past the extract", { to: "2025-03-31" }, /^to: .*after the files were drawn/],
  ["a window that begins inside a quarter", { from: "2017-02-01" }, /^from: .*the quarter began on 2017-01-01/],
  ["a window that ends inside a quarter", { to: "2024-11-30" }, /^to: .*the quarter ends on 2024-12-31/],
  ["ages the wrong way round", { eligibleAges: [17, 0] }, /^eligibleAges: .*17.*0; swap/],
  ["no outcomes", { outcomes: {} }, /^outcomes: the study has no outcomes/],
  ["an outcome of nothing", { outcomes: { x: {} } }, /^outcomes\.x: .*one of a service, a measure and a refund/],
  ["an outcome of both", { outcomes: { x: { service: "A", measure: "absence" } } }, /^outcomes\.x: .*no more than one/],
  ["an unknown measure", { outcomes: { x: { measure: "height" } } }, /^outcomes\.x\.measure: .*it defines: absence/],
  ["a service without its file", { services: undefined }, /^outcomes\.placement\.service: .*add cohort\.services/],
  ["services in kroner", { outcomes: { x: { service: "A", unit: "kr" } } }, /^outcomes\.x\.unit: .*unit: days/],
  [
    "a service counted twice",
    { outcomes: { x: { service: "A" }, y: { service: ["A"] } } },
    /^outcomes\.y\.service: A is counted in the same way in both x and y/,
  ],
  ["payers without a home", { services: { ...fine.services, payer: "P" } }, /^home: .*add cohort\.home/],
  [
    "a programme without services",
    { services: undefined, outcomes: { a: { measure: "absence" } }, programmeService: "P" },
    /^programmeService:/,
  ],
  [
    "a covariate without a column",
    { people: { ...fine.people, covariates: { x: { type: "number" } } } },
    /covariates\.x: .*header of its column/,
  ],
  [
    "an age with a column",
    { people: { ...fine.people, covariates: { x: { type: "age", column: "A" } } } },
    /covariates\.x: .*leave its column out/,
  ],
  [
    "months in a study of quarters",
    { measures: { absence: { ...fine.measures?.absence, columns: "{year}{month}" } } },
    /measures\.absence\.combine: .*add combine/,
  ],
  ["an option that does not exist", { perod: "month" }, /perod/],
  ["a date that does not exist", { extract: "2025-02-30" }, /^extract:/],
  ["a name with a blank", { outcomes: { "a b": { service: "A" } } }, /^outcomes/],
])("refuses %s", (_, change, pattern) => {
  expect(refusals({ ...fine, ...change }).join("\n")).toMatch(new RegExp(pattern.source, "m"));
});

it("says nothing of the window where one of its days is no date", () => {
  expect(refusals({ ...fine, extract: "31-01-2025" })).toHaveLength(1);
});

it("has a description for every option, and a JSON Schema", () => {
  const schema = z.toJSONSchema(cohortOptions, { io: "input" });
  const properties = schema.properties as Record<string, { description?: string }>;
  for (const [name, property] of Object.entries(properties)) expect(property.description, name).toBeTypeOf("string");
});
