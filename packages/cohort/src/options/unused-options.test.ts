import { expect, it } from "vitest";
import { cohortOptions } from "./cohort-options.js";
import type { CohortInput } from "./cohort-shape.js";

const services = { file: "s.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;
const residence = { file: "r.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" } as const;
const classes = { file: "c.csv", person: "Id", cluster: "Klasse" } as const;
const people = { file: "p.csv", person: "Id", born: "Født", start: "Start" } as const;
const keys = { file: "k.csv", from: "Elev", to: "Id" } as const;
const fine: CohortInput = {
  extract: "2025-01-31",
  from: "2017-01-01",
  to: "2024-12-31",
  home: "Fjordby",
  people,
  services,
  residence,
  outcomes: { a: { service: "A" } },
};

const refusals = (input: object) =>
  (cohortOptions.safeParse({ ...fine, ...input }).error?.issues ?? []).map((i) => `${i.path.join(".")}: ${i.message}`);

it.each<[path: string, input: object, needs: string]>([
  ["treatment.courseGap", { treatment: { courseGap: 10 } }, "cohort.programmeService"],
  ["treatment.restartAfter", { treatment: { restartAfter: 10 } }, "startedBefore: restart"],
  ["residence.nearPlacement", { residence: { ...residence, nearPlacement: 10 } }, "placements"],
  ["services.massShare", { services: { file: "w.csv", person: "Id", weeks: "y_{yy}{week}", massShare: 0.1 } }, "from, on"],
  ["services.0.reversals", { services: [{ ...services, reversals: "booking" }] }, "amount, price"],
  ["clusterings.class.at", { clusterings: { class: { ...classes, at: "window" } } }, "from"],
  ["people.covariates.sex.other", { people: { ...people, covariates: { sex: { column: "Køn", other: "andre" } } } }, "lump"],
  ["link.school", { link: { school: keys } }, "ids: school"],
])("%s is refused where nothing uses it", (path, input, needs) => {
  expect(refusals(input)).toEqual([expect.stringContaining(`${path}: ${path.split(".").at(-1)} has no effect without ${needs}`)]);
});

it("takes them where something does", () => {
  expect(
    refusals({
      programmeService: "Kurs",
      treatment: { startFrom: "service", startedBefore: "restart", restartAfter: 10, courseGap: 10 },
      residence: { ...residence, placements: ["A"], nearPlacement: 10 },
      services: { ...services, amount: "Beløb", reversals: "booking", massShare: 0.1, ids: "school" },
      clusterings: { class: { ...classes, from: "Fra", at: "window" } },
      people: { ...people, covariates: { sex: { column: "Køn", lump: 5, other: "andre" } } },
      link: { school: keys },
    }),
  ).toEqual([]);
});
