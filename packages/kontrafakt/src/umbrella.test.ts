import { bytesSource } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { chart, describe, match, toArquero, toJson, toTable } from "./index.js";

const balance = {
  kind: "balance",
  rows: [
    {
      covariate: "=age",
      binary: false,
      matched: true,
      meanTreated: 8,
      meanControlBefore: 9,
      meanControlAfter: 8,
      smdBefore: -0.4,
      smdAfter: 0.02,
      varianceRatioBefore: 1,
      varianceRatioAfter: 1,
      ksBefore: 0.2,
      ksAfter: 0.1,
    },
  ],
  waves: [],
  effectiveControls: 20,
  threshold: 0.1,
  worst: 0.02,
  passed: true,
} as const;

test("a balance as table, chart, sentence and JSON", () => {
  expect(toTable(balance)).toMatchObject({ kind: "tidy", names: expect.arrayContaining(["covariate", "smdAfter"]) });
  expect(toArquero(toTable(balance)).numRows()).toBe(1);
  expect(chart(balance).map((c) => c.name)).toEqual(["love-plot"]);
  expect(describe(balance)).toBe("balance: largest of 1 standardised differences 0.020, limit 0.1: passed");
  expect(JSON.parse(toJson(balance))).toMatchObject({ kind: "balance", worst: 0.02 });
});

test("effects by term with 95% limits; a fit stands for its effects", () => {
  const effects = {
    kind: "effects",
    estimator: "e",
    terms: [
      {
        outcome: "__proto__",
        unit: "days",
        kind: "cell",
        scale: "difference",
        group: 3,
        time: 4,
        event: 1,
        n: 9,
        controls: 20,
        personPeriods: 9,
      },
    ],
    estimate: Float64Array.of(2),
    covariance: Float64Array.of(0.25),
    df: Float64Array.of(Number.POSITIVE_INFINITY),
    clusters: 9,
    basis: { kind: "covariance-only" },
    problems: [],
  } as const;
  const table = toTable({ effects, refit: () => effects.estimate });
  const row = Object.fromEntries(table.names.map((name, j) => [name, table.columns[j][0]]));
  expect(row).toMatchObject({ outcome: "__proto__", group: 3, estimate: 2, se: 0.5 });
  expect(row.upper).toBeCloseTo(2 + 1.959963984540054 * 0.5, 12);
});

test("typed arrays and maps become JSON; functions do not", () => {
  expect(JSON.parse(toJson({ a: Float64Array.of(1, Number.NaN), m: new Map([["__proto__", 1]]), f: () => 0 }))).toEqual({
    a: [1, null],
    m: [["__proto__", 1]],
  });
});

test("what cannot be done says what can", () => {
  expect(() => toTable(bytesSource("a", new Uint8Array()) as never)).toThrow(
    'no table can be made of a value of kind "undefined"; give a panel',
  );
  expect(() => chart({ kind: "panel" } as never)).toThrow("no chart can be made");
  expect(() => describe({ kind: "x" } as never)).toThrow("there is no description");
  expect(() => match({} as never, { method: "genetic" as never })).toThrow(
    'option method: there is no matching method "genetic"; the method is nearest',
  );
});
