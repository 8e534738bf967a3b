import { bytesSource, type Profile, profileFiles } from "@kontrafakt/cohort";
import { expect, it } from "vitest";
import { assignFiles } from "./assign-files.js";
import { mergeProfiles } from "./merge-profiles.js";

const file = (name: string, lines: readonly string[]) =>
  bytesSource(name, new TextEncoder().encode(["Id;Ydelse;Fra;Beløb", ...lines].join("\n")));
const line = (i: number, kind: string, year: number, amount: number) =>
  `P${1000 + i};${kind};${year}-03-${String((i % 28) + 1).padStart(2, "0")};${amount}`;
const many = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i));

it("adds up rows and values, and keeps the least and the greatest", async () => {
  const found = await profileFiles([
    file("a.csv", [...many(30, (i) => line(i, "A", 2020, 100 + i)), ...many(3, (i) => line(i, "B", 2020, 50))]),
    file(
      "b.csv",
      many(40, (i) => line(i, i % 2 ? "A" : "C", 2023, 500 + i)),
    ),
  ]);
  const merged = mergeProfiles(found);
  expect(merged).toMatchObject({ file: "a.csv, b.csv", rows: 73 });
  const [id, kind, from, amount] = merged.columns;
  expect(id).toMatchObject({ kind: "identifier", filled: 73, distinct: 40, isAtLeast: true });
  expect(kind.levels?.slice(0, 2)).toEqual([
    { text: "A", rows: 50 },
    { text: "C", rows: 20 },
  ]);
  expect(kind.levels?.every(({ text, rows }) => text !== "B" || rows === "<5")).toBe(true);
  expect(from.day).toMatchObject({ first: "2020-03-01", last: "2023-03-28" });
  expect(amount.number).toMatchObject({ min: 50, max: 539 });
});

it("of one kind a file is a category, and one file is left as it is", async () => {
  const found = await profileFiles([
    file(
      "a.csv",
      many(30, (i) => line(i, "A", 2020, i)),
    ),
    file(
      "b.csv",
      many(20, (i) => line(i, "B", 2021, i)),
    ),
  ]);
  expect(mergeProfiles(found).columns[1]).toMatchObject({
    kind: "category",
    distinct: 2,
    levels: [
      { text: "A", rows: 30 },
      { text: "B", rows: 20 },
    ],
  });
  expect(mergeProfiles(found.slice(0, 1))).toBe(found[0]);
});

it("takes a small sheet that looks like something else with the others of its workbook", async () => {
  const [found] = await profileFiles([
    file(
      "a.csv",
      many(30, (i) => line(i, "A", 2020, i)),
    ),
  ]);
  const services: Profile = { ...found, file: "x.xlsx", sheet: "2020", candidates: [{ role: "services", score: 1 }] };
  const odd: Profile = { ...services, sheet: "?", candidates: [{ role: "residence", score: 0.6 }] };
  const { services: taken, unused } = assignFiles([services, odd]);
  expect(taken).toEqual([services, odd]);
  expect(unused).toEqual([]);
});
