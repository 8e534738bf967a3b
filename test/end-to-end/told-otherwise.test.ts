import { readFileSync } from "node:fs";
import { bytesSource, type Cohort, type CohortInput, cohortOptions, readCohort } from "@kontrafakt/cohort";
import { parseStudy } from "@kontrafakt/study";
import { beforeAll, expect, it } from "vitest";

const folder = new URL("../../data-samples/early-support/", import.meta.url);
const { study } = parseStudy(readFileSync(new URL("study.yaml", folder), "utf8"), "study.yaml");
const cohort = study?.cohort as CohortInput;
const names = ["people.csv", "services.csv", "residence.csv", "absence.csv"];
const sources = new Map(names.map((name) => [name, bytesSource(name, new Uint8Array(readFileSync(new URL(name, folder))))]));
const read = (change: Partial<CohortInput>) => readCohort(sources, cohortOptions.parse({ ...cohort, ...change }));

let usual: Cohort;
beforeAll(async () => {
  usual = await read({});
});

it("the programme's own service tells the same starters as the start column", async () => {
  const { panel } = await read({ people: { ...cohort.people, start: undefined }, treatment: { startFrom: "service" } });
  expect(panel.firstTreated).toEqual(usual.panel.firstTreated);
});

it("declared placements put the same children under observation as the payer column", async () => {
  const services = { ...(cohort.services as Record<string, unknown>), payer: undefined } as unknown as CohortInput["services"];
  const residence = { ...cohort.residence, placements: ["Anbringelse"] } as CohortInput["residence"];
  const { panel, problems } = await read({ services, residence });
  expect(panel.observed).toEqual(usual.panel.observed);
  expect(problems.map(({ code }) => code)).toContain("cohort/moves-near-placements");
});

it("residence alone loses children whose address moved with a placement", async () => {
  const services = { ...(cohort.services as Record<string, unknown>), payer: undefined } as unknown as CohortInput["services"];
  const { panel } = await read({ services });
  const seen = (observed: Uint8Array) => observed.reduce((n, o) => n + o, 0);
  expect(seen(panel.observed)).toBeLessThan(seen(usual.panel.observed));
});
