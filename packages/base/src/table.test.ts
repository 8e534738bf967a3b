import { expect, test } from "vitest";
import { tidy, toArquero } from "./table.js";

test("rows become columns, and go through Arquero in order", () => {
  const t = tidy(
    ["year", "payer"],
    [
      [2021, "kommune"],
      [2022, null],
    ],
  );
  expect(t.columns).toEqual([
    [2021, 2022],
    ["kommune", null],
  ]);
  const table = toArquero(t);
  expect(table.columnNames()).toEqual(["year", "payer"]);
  expect(table.objects()).toEqual([
    { year: 2021, payer: "kommune" },
    { year: 2022, payer: null },
  ]);
});

test("a column named __proto__ keeps its values", () => {
  const table = toArquero(tidy(["a", "__proto__"], [[1, 2]]));
  expect(table.numRows()).toBe(1);
  expect(table.get("__proto__ ", 0)).toBe(2);
});

test("no rows, no columns", () => {
  expect(toArquero(tidy(["a"], [])).columnNames()).toEqual(["a"]);
  expect(tidy([], []).columns).toEqual([]);
});
