import { expect, test } from "vitest";
import { cohortOptions } from "../options/cohort-options.js";
import { findPerson } from "./find-person.js";
import { pseudonyms } from "./pseudonyms.js";

const study = cohortOptions.parse({
  extract: "2025-01-31",
  from: "2020-01-01",
  to: "2024-12-31",
  people: { file: "people.csv", person: "id", born: "born", start: "start" },
  services: { file: "services.csv", person: "id", service: "service", from: "from", to: "to" },
  outcomes: { placement: { service: "Placement" } },
});
const key = new Uint8Array(32).fill(7);
const panel = { ids: pseudonyms(["A17", "0101104321", "B2"], key) };

test("finds a person by the identifier as it is written, however it is spaced or separated", () => {
  expect(findPerson(panel, "A17", key, study)).toBe(0);
  expect(findPerson(panel, " B2 ", key, study)).toBe(2);
  for (const text of ["0101104321", "010110-4321", "101104321"]) expect(findPerson(panel, text, key, study)).toBe(1);
});

test("finds nobody by another identifier, another key or nothing", () => {
  expect(findPerson(panel, "A1", key, study)).toBe(-1);
  expect(findPerson(panel, "", key, study)).toBe(-1);
  expect(findPerson(panel, "A17", new Uint8Array(32).fill(8), study)).toBe(-1);
});
