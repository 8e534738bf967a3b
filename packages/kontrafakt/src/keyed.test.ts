import { KontrafaktError } from "@kontrafakt/base";
import { cohortOptions } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { bytesSource, readCohort } from "./index.js";

const file = (name: string, text: string) => [name, bytesSource(name, new TextEncoder().encode(text))] as const;
const sources = new Map([
  file("people.csv", "Id;Born;Start\n250947-9989;25-09-1947;\n210300-9996;21-03-2000;01-07-2019\n"),
  file("services.csv", "Id;Service;From;To\n2509479989;Care;01-01-2019;10-01-2019\n"),
]);
const options = (keyFile?: string) =>
  cohortOptions.parse({
    extract: "2020-01-31",
    period: "year",
    from: "2019-01-01",
    to: "2019-12-31",
    eligibleAges: [0, 120],
    people: { file: "people.csv", person: "Id", born: "Born", start: "Start" },
    services: { file: "services.csv", person: "Id", service: "Service", from: "From", to: "To" },
    outcomes: { care: { service: "Care" } },
    identifiers: { keyFile },
  });

test("people get pseudonyms under a new key each time, and nothing else differs", async () => {
  const [first, second] = [await readCohort(sources, options()), await readCohort(sources, options())];
  for (const id of [...first.panel.ids, ...second.panel.ids]) expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(new Set([...first.panel.ids, ...second.panel.ids]).size).toBe(4);
  const without = ({ panel, ...rest }: typeof first) => ({ ...rest, panel: { ...panel, ids: [] } });
  expect(without(first)).toEqual(without(second));
  expect(Array.from(first.panel.measures[0].values)).toEqual([10, 0]);
});

test("a key links two readings", async () => {
  const key = new Uint8Array(32).fill(9);
  const [first, second] = [await readCohort(sources, options("a"), { key }), await readCohort(sources, options("b"), { key })];
  expect(first.panel.ids).toEqual(second.panel.ids);
});

test("a study that names a key is not read without it", async () => {
  const caught = await readCohort(sources, options("key.hex")).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(KontrafaktError);
  expect((caught as KontrafaktError).problems[0]).toMatchObject({
    code: "cohort/key-not-given",
    where: { option: "cohort.identifiers.keyFile" },
    params: { file: "key.hex" },
  });
});
