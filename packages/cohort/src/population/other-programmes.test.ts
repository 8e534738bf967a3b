import { NO_DAY } from "@kontrafakt/base";
import { expect, it } from "vitest";
import type { Services } from "../spells/read-services.js";
import type { Table } from "../table/table.js";
import { censorAt, countOthers, otherProgrammeProblems, otherProgrammes } from "./other-programmes.js";
import { OTHER, type People } from "./read-people.js";

const start = Int32Array.of(50, 50, 50, NO_DAY, NO_DAY);
const column = { type: "day" as const, values: Int32Array.of(NO_DAY, 60, NO_DAY, NO_DAY, NO_DAY) };
const people = {
  units: 5,
  rowOf: Int32Array.of(0, 1, 2, 3, 4),
  table: { columns: new Map([[`${OTHER}sport`, column]]) } as unknown as Table,
} as People;
const services = {
  spells: {
    unit: Int32Array.of(0, 0, 1, 2, 3),
    from: Int32Array.of(70, 40, 50, 45, 10),
    to: Int32Array.of(80, 45, 55, 60, 20),
  },
  kind: Int32Array.of(1, 1, 1, 0, 1),
  kinds: ["Placement", "Mentor"],
} as unknown as Services;

it("count who had another programme before the start, from it on, and without a start", () => {
  const others = otherProgrammes(
    people,
    { mentor: { services: [" Mentor "], policy: "keep" }, sport: { start: "Sport", policy: "censor" } },
    services,
  );
  expect(others.map(({ began }) => [...began])).toEqual([
    [40, 50, NO_DAY, 10, NO_DAY],
    [NO_DAY, 60, NO_DAY, NO_DAY, NO_DAY],
  ]);
  const counts = countOthers(others, start, Int32Array.of(0, 1, 2, 3), Uint8Array.of(1, 1, 1, 1, 0));
  expect(counts).toEqual([
    { name: "mentor", policy: "keep", startersBefore: 1, startersAfter: 1, others: 1 },
    { name: "sport", policy: "censor", startersBefore: 0, startersAfter: 1, others: 0 },
  ]);
  expect(otherProgrammeProblems(counts).map(({ code, severity, params }) => [code, severity, params])).toEqual([
    ["cohort/other-before-start", "note", { programme: "mentor", count: 1 }],
    ["cohort/other-after-start", "note", { programme: "mentor", count: 1 }],
    ["cohort/other-among-others", "note", { programme: "mentor", count: 1 }],
    ["cohort/other-selects", "warning", { programme: "sport", policy: "censor" }],
    ["cohort/other-after-start", "note", { programme: "sport", count: 1 }],
  ]);
  expect([...censorAt(Int32Array.of(90, 90, 30, 90, 90), [others[0].began])]).toEqual([39, 49, 30, 9, 90]);
});
