import { expect, test } from "vitest";
import { parseStudy } from "../parse-study.js";

const savings = (subgroups: string) => `savings:
  currency: DKK
  priceYear: 2024
  prices: { file: prices.csv }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2021, source: Ministry of Finance 2021 }
  subgroups: ${subgroups}
`;
const people = (subgroups: string) => `kontrafakt: 1
title: T
municipality: M
programme: P
cohort:
  extract: 2025-01-31
  from: 2017-01-01
  to: 2024-12-31
  people:
    { file: people.csv, person: id, born: born, start: start, covariates: { sex: sex, home: { column: home, type: boolean }, age: { type: age } } }
  services: { file: services.csv, person: id, service: service, from: from, to: to }
  outcomes: { placement: { service: Placement } }
${savings(subgroups)}`;
const groups = `kontrafakt: 1
title: T
municipality: M
programme: P
groups:
  cells: { file: cells.csv, period: year, start: start, n: n, outcomes: { days: { mean: mean, sd: sd, unit: days } } }
  estimator: { estimator: attGt, control: notYet }
${savings("[sex]")}`;

const found = (text: string) =>
  parseStudy(text, "study.yaml").problems.map(({ code, where, params }) => [code, where.line, params]);

test("subgroups are covariates of categories, or yes and no; a number and an unknown name are refused where they stand", () => {
  expect(found(people("[sex, home]"))).toEqual([]);
  expect(found(people("[sx, age]"))).toMatchObject([
    ["study/no-such-covariate", 20, { name: "sx" }],
    ["study/subgroup-number", 20, { name: "age", type: "age" }],
  ]);
});

test("a study of groups has nobody to tell apart", () => {
  expect(found(groups)).toMatchObject([["study/groups-no-subgroups", 15, {}]]);
});
