import { cohortOptions } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import type { Study } from "./options/study-schema.js";
import { outcomeInfo } from "./outcome-info.js";

const file = { person: "Id", service: "Ydelse", from: "Fra", to: "Til", price: "Pris" };
const cohort = cohortOptions.parse({
  extract: "2025-01-31",
  from: "2022-01-01",
  to: "2024-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  services: { file: "services.csv", ...file },
  measures: { absence: { file: "absence.csv", person: "Id", columns: "{year}-K{quarter}" } },
  refunds: { high: { services: ["A", "B"], payer: "Staten", rates: [{ from: 2022, steps: [], source: "law" }] } },
  outcomes: {
    days: { service: "A", label: { en: "Placement", da: "Anbringelse" } },
    secure: { service: "A", count: "amount", where: { Grad: 3 } },
    open: { service: "a", count: "amount", where: { Grad: [1, 2] } },
    net: { refund: "high" },
    refunded: { refund: "high", side: "state" },
    other: { service: "C", unit: "days" },
    absence: { measure: "absence" },
    missed: { measure: "absence", unit: "score" },
  },
});
const info = new Map(outcomeInfo({ cohort } as Study).map((outcome) => [outcome.name, outcome]));

test("each outcome has its unit, and the words that are its alone", () => {
  expect([...info.values()].map(({ name, unit }) => [name, unit])).toEqual([
    ["days", "days"],
    ["secure", "kr"],
    ["open", "kr"],
    ["net", "kr"],
    ["refunded", "kr"],
    ["other", "days"],
    ["absence", "days"],
    ["missed", "score"],
  ]);
  expect(info.get("days")?.aliases).toEqual(["Placement", "Anbringelse"]);
  expect(info.get("other")?.aliases).toEqual(["C"]);
});

test("outcomes over the same rows overlap; parts that a condition or a side keeps apart do not", () => {
  const overlaps = (name: string) => info.get(name)?.overlaps?.map(({ outcome, counts }) => `${outcome}: ${counts}`);
  expect(overlaps("days")).toEqual(["secure: service A", "open: service A", "net: service A", "refunded: service A"]);
  expect(overlaps("secure")).toEqual(["days: service A", "net: service A", "refunded: service A"]);
  expect(overlaps("net")).toEqual(["days: service A", "secure: service A", "open: service A"]);
  expect(overlaps("other")).toEqual([]);
  expect(overlaps("absence")).toEqual(["missed: measure absence"]);
});

test("the sides of a refund know who pays it", () => {
  expect(info.get("net")?.refund).toEqual({ scheme: "high", side: "municipality", payer: "Staten" });
  expect(info.get("refunded")?.refund).toEqual({ scheme: "high", side: "state", payer: "Staten" });
  expect(info.get("days")).not.toHaveProperty("refund");
});
