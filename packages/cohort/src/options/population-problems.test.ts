import { expect, it } from "vitest";
import { cohortOptions } from "./cohort-options.js";
import type { CohortInput } from "./cohort-shape.js";

const people = { file: "people.csv", person: "Id", born: "Født", start: "Start" };
const services = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" };
const fine: CohortInput = {
  extract: "2025-01-31",
  from: "2017-01-01",
  to: "2024-12-31",
  home: "Fjordby",
  people,
  services,
  outcomes: { placement: { service: "Anbringelse" } },
};
const classes = { file: "classes.csv", person: "Id", cluster: "Klasse" };
const residence = { file: "residence.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" };
const measured = {
  measures: { m: { file: "m.csv", person: "Id", columns: "{year}-K{quarter}" } },
  outcomes: { m: { measure: "m" } },
};

type Told = { readonly params: { readonly problem: { readonly code: string; readonly where: { readonly option: string } } } };
const refusals = (input: unknown) =>
  (cohortOptions.safeParse(input).error?.issues ?? []).map((issue) => {
    const { code, where } = (issue as unknown as Told).params.problem;
    return `${code.slice(7)} ${where.option.slice(7)}`;
  });

it("accepts what each rule asks for", () => {
  const input: CohortInput = {
    ...fine,
    programmeService: "Støtte",
    people: { ...people, referral: "Henvist", start: undefined },
    treatment: { startFrom: "service", startedBefore: "restart", minimumDays: 30, referredOnly: "exclude", afterEnd: "censor" },
    clusterings: {
      class: { ...classes, from: "Fra", to: "Til", at: "referral", ids: "school" },
      district: { column: "Distrikt" },
    },
    link: { school: { file: "keys.csv", from: "Elev", to: "Borger" } },
    residence: { ...residence, placements: ["Anbringelse"], ids: "school" },
  };
  expect(refusals(input)).toEqual([]);
});

it.each<[string, object, string]>([
  ["no start", { people: { ...people, start: undefined } }, "start-needed people.start"],
  ["a start from no service", { treatment: { startFrom: "either" } }, "programme-service-needed programmeService"],
  ["a restart without the service", { treatment: { startedBefore: "restart" } }, "restart-needs-service treatment.startedBefore"],
  [
    "the first of no starts",
    {
      people: { ...people, start: undefined },
      programmeService: "S",
      treatment: { startFrom: "service", repeats: "firstStart" },
    },
    "repeats-need-start treatment.repeats",
  ],
  ["a length without an end", { treatment: { minimumDays: 10 } }, "end-needed treatment.minimumDays"],
  ["dropping out without an end", { treatment: { dropoutWithin: 10 } }, "end-needed treatment.dropoutWithin"],
  ["censoring without an end", { treatment: { afterEnd: "censor" } }, "end-needed treatment.afterEnd"],
  ["referral without its column", { treatment: { referredOnly: "treat" } }, "referral-needed treatment.referredOnly"],
  [
    "a cluster at a referral without its column",
    { clusterings: { class: { ...classes, from: "Fra", at: "referral" } } },
    "referral-needed clusterings.class.at",
  ],
  [
    "another programme of nothing",
    { treatment: { otherProgrammes: { x: {} } } },
    "other-programme-of-what treatment.otherProgrammes.x",
  ],
  [
    "another programme of both",
    { treatment: { otherProgrammes: { x: { services: ["A"], start: "B" } } } },
    "other-programme-of-what treatment.otherProgrammes.x",
  ],
  [
    "another programme without services",
    { ...measured, services: undefined, treatment: { otherProgrammes: { x: { services: ["A"] } } } },
    "other-needs-services treatment.otherProgrammes.x.services",
  ],
  [
    "another programme that is this one",
    { programmeService: "S", treatment: { otherProgrammes: { x: { services: ["S"] } } } },
    "other-is-programme treatment.otherProgrammes.x.services",
  ],
  [
    "selecting on an outcome",
    { treatment: { otherProgrammes: { x: { services: ["Anbringelse"], policy: "exclude" } } } },
    "other-is-outcome treatment.otherProgrammes.x.policy",
  ],
  [
    "placements without services",
    { ...measured, services: undefined, residence: { ...residence, placements: ["A"] } },
    "placements-need-services residence.placements",
  ],
  [
    "a second household",
    { people: { ...people, household: "Hus" }, clusterings: { household: { column: "H" } } },
    "clustering-twice clusterings.household",
  ],
  ["a clustering named person", { clusterings: { person: { column: "P" } } }, "clustering-person clusterings.person"],
  ["a last day alone", { clusterings: { class: { ...classes, to: "Til" } } }, "clustering-needs-from clusterings.class.to"],
  ["a key file that is not there", { services: { ...services, ids: "school" } }, "link-unknown services.ids"],
  ["one that objects have", { residence: { ...residence, ids: "toString" } }, "link-unknown residence.ids"],
])("refuses %s", (_, change, problem) => {
  expect(refusals({ ...fine, ...change })).toContain(problem);
});
