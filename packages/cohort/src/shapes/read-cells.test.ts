import { expect, it } from "vitest";
import type { CellsOptionsInput } from "../options/group-options.js";
import { bytesSource } from "../table/source.js";
import { cohortMoments } from "./cohort-moments.js";
import { contrastVariance, meansCovariance, momentMeans } from "./moment-means.js";
import { NEVER, type Panel } from "./panel.js";
import { readCells } from "./read-cells.js";

const sourcesOf = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, bytesSource(name, new TextEncoder().encode(text))]));
const basic: CellsOptionsInput = {
  file: "cells.csv",
  period: "År",
  group: "Kommune",
  groups: { Fjordby: "2021", Nordby: "never" },
  n: "Antal",
  outcomes: { absence: { mean: "Fravær", sd: "SD" } },
};
const read = (text: string, more: object = {}, files: Readonly<Record<string, string>> = {}) =>
  readCells(sourcesOf({ "cells.csv": text, ...files }), { ...basic, ...more });
const said = ({ ledger }: Awaited<ReturnType<typeof read>>) =>
  Array.from(ledger.row, (row, i) => `${row} ${ledger.codes[ledger.code[i]].slice(7)}${ledger.listed[i] ? "" : " (noted)"}`);

const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

it("lists what cannot be a cell, and notes what can only be read in part", async () => {
  const cells = await read(
    [
      "Kommune;År;Antal;Fravær;SD",
      "Fjordby;2020;50;10,5;3",
      "Fjordby;2021;1;9;",
      "Fjordby;2021;50;9;2",
      "Nordby;2020;<5;11;3",
      "Nordby;2021;40;;3",
      "Nordby;2021;40;12;",
      "Sydby;2021;40;12;1",
      "Nordby;2022/23;40;12;1",
      "Nordby;xx;40;12;1",
      "Nordby;2020;40,5;12;1",
      "Nordby;2022;40;12;-1",
      "Nordby;2023;1;12;4",
      "Nordby;2024;0;;",
    ].join("\n"),
  );
  expect(said(cells)).toEqual([
    "3 cell-one-person (noted)",
    "4 cell-again",
    "5 hidden-number",
    "6 cell-without-mean",
    "7 cell-again",
    "8 unknown-group",
    "9 period-longer",
    "10 unreadable-period",
    "11 cell-n",
    "12 cell-spread-negative",
    "13 cell-spread-of-one (noted)",
  ]);
  expect(Array.from(cells.groups[0].n)).toEqual([50, 1, 0, 0, 0]);
  expect(Array.from(cells.periods.ordinals)).toEqual([2020, 2021, 2022, 2023, 2024]);
});

it("reads totals, counts and standard errors, and one row an outcome", async () => {
  const cells = await read(
    "Kommune;Start;År;Udfald;Antal;Sum;Fejl;Ja\nFjordby;2021;2020;Fravær;4;20;0,5;\nFjordby;2021;2020;Anbragt;4;;;1\nNordby;;2020;Anbragt;4;;;5\nNordby;;2020;Andet;4;;;1\n",
    {
      groups: undefined,
      start: "Start",
      outcome: "Udfald",
      outcomes: { absence: { named: "Fravær", total: "Sum", se: "Fejl" }, placed: { named: "anbragt", count: "Ja" } },
    },
  );
  const [fjordby] = cells.groups;
  expect(Array.from(fjordby.mean)).toEqual([5, 0.25]);
  // sd = se √n; of one yes in four: √(4/3 · 1/4 · 3/4) = 1/2.
  expect(Array.from(fjordby.sd)).toEqual([1, 0.5]);
  expect([fjordby.firstTreated, cells.groups[1].firstTreated]).toEqual([2021, NEVER]);
  expect(said(cells)).toEqual(["4 cell-count-above", "5 cell-other-outcome"]);
});

/** A panel, its cells and its covariances, written as files. */
function written(units: number, T: number) {
  const next = seeded(11);
  const values = Float64Array.from({ length: units * T }, () => 100 + 10 * next());
  const groupOf = Array.from({ length: units }, (_, i) => (i % 3 === 0 ? "Fjordby" : "Nordby"));
  const panel: Panel = {
    kind: "panel",
    units,
    periods: { unit: "year", ordinals: Int32Array.from({ length: T }, (_, t) => 2020 + t) },
    ids: groupOf,
    firstTreated: Int32Array.from(groupOf, (g) => (g === "Fjordby" ? 2021 : NEVER)),
    observed: new Uint8Array(units * T).fill(1),
    measures: [{ name: "absence", unit: "days", values }],
    covariates: [],
    clusterings: [],
  };
  const cells = ["Kommune;År;Antal;Fravær;SD"];
  const covariance = ["G;A;B;Cov"];
  for (const group of ["Fjordby", "Nordby"]) {
    const rows = [...groupOf.keys()].filter((i) => groupOf[i] === group);
    const at = (t: number) => rows.map((i) => values[i * T + t]);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    const cov = (t: number, s: number) => {
      const [x, y] = [at(t), at(s)];
      return x.reduce((sum, v, i) => sum + (v - mean(x)) * (y[i] - mean(y)), 0) / (x.length - 1);
    };
    for (let t = 0; t < T; t++) {
      cells.push(`${group};${2020 + t};${rows.length};${mean(at(t))};${Math.sqrt(cov(t, t))}`);
      for (let s = 0; s < t; s++) covariance.push(`${group};${2020 + t};${2020 + s};${cov(t, s)}`);
    }
  }
  return { panel, cells: cells.join("\n"), covariance: covariance.join("\n") };
}

it("gives the moments of the panel where the covariance is given", async () => {
  const { panel, cells, covariance } = written(60, 4);
  const wanted = await cohortMoments(panel);
  const given = await read(
    cells,
    { covariance: { file: "cov.csv", group: "G", period: "A", with: "B", value: "Cov" } },
    { "cov.csv": covariance },
  );
  const got = await cohortMoments(given);
  expect(got.covariance).toBe("given");
  expect(got.arms.map(({ firstTreated, units, complete }) => [firstTreated, units, complete])).toEqual(
    wanted.arms.map(({ firstTreated, units, complete }) => [firstTreated, units, complete]),
  );
  momentMeans(got).forEach((mean, i) => {
    expect(mean).toBeCloseTo(momentMeans(wanted)[i], 11);
  });
  got.arms.forEach((_, a) => {
    meansCovariance(got, a, a).forEach((c, i) => {
      expect(c).toBeCloseTo(meansCovariance(wanted, a, a)[i], 11);
    });
  });
});

it("keeps the range that is declared, or says that it knows none; the truth lies within", async () => {
  const { panel, cells } = written(60, 3);
  const wanted = await cohortMoments(panel);
  const c = Float64Array.from([-1, 1, 0, 1, -1, 0]);
  const exact = contrastVariance(wanted, c).high;
  const conservative = await cohortMoments(await read(cells));
  const assumed = await cohortMoments(await read(cells, { correlation: [-0.5, 0.9] }));
  expect([conservative.covariance, assumed.covariance, assumed.correlation]).toEqual(["conservative", "assumed", [-0.5, 0.9]]);
  expect(conservative.problems.map((p) => p.code)).toEqual(["cohort/cells-conservative"]);
  expect(assumed.problems).toMatchObject([{ code: "cohort/cells-assumed", params: { low: -0.5, high: 0.9 } }]);
  const [wide, narrow] = [contrastVariance(conservative, c), contrastVariance(assumed, c)];
  expect([wide.low <= narrow.low, narrow.low <= exact, exact <= narrow.high, narrow.high <= wide.high]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it("adds up groups of one start, each of its own people", async () => {
  const twice = await read("Kommune;År;Antal;Fravær;SD\nFjordby;2020;3;10;1\nNordby;2020;2;4;2\nSydby;2020;4;7;3\n", {
    groups: { Fjordby: "2020", Nordby: "never", Sydby: "never" },
  });
  const m = await cohortMoments(twice);
  expect(m.arms.map((arm) => arm.units)).toEqual([3, 6]);
  expect(momentMeans(m)[1]).toBeCloseTo((2 * 4 + 4 * 7) / 6, 12);
  // Σ(y − 6)² = 1·4 + 2·(4 − 6)² + 3·9 + 4·(7 − 6)².
  expect(meansCovariance(m, 1, 1)[0]).toBeCloseTo((4 + 8 + 27 + 4) / 36, 12);
});

it.each<[string, object, RegExp]>([
  ["groups and start", { start: "S" }, /either groups or start/],
  ["groups without their column", { group: undefined }, /add group/],
  ["a start that is none", { groups: { Fjordby: "soon" } }, /it is soon/],
  ["two means", { outcomes: { a: { mean: "Fravær", total: "SD", sd: "SD" } } }, /one of mean, total and count/],
  ["no spread", { outcomes: { a: { mean: "Fravær" } } }, /one of sd and se/],
  ["no outcome", { outcomes: {} }, /nothing is measured/],
  ["a name for no column", { outcomes: { a: { mean: "Fravær", sd: "SD", named: "x" } } }, /add outcome/],
  ["a range the wrong way", { correlation: [0.9, 0.1] }, /0\.9, is above the largest, 0\.1/],
])("refuses %s", async (_, more, message) => {
  await expect(read("Kommune;År;Antal;Fravær;SD\nFjordby;2020;50;10;3\n", more)).rejects.toThrow(message);
});

it("refuses a covariance file that lacks a pair, and lists what is none of the cells'", async () => {
  const cells = "Kommune;År;Antal;Fravær;SD\nFjordby;2020;5;1;1\nFjordby;2021;5;1;1\n";
  const options = { covariance: { file: "c.csv", group: "G", period: "A", with: "B", value: "R", is: "correlation" } };
  await expect(read(cells, options, { "c.csv": "G;A;B;R\nFjordby;2020;2020;1\n" })).rejects.toThrow(
    /group Fjordby lacks the pair of 20/,
  );
  const fine = await read(cells, options, {
    "c.csv": "G;A;B;R\nFjordby;2020;2021;0,5\nFjordby;2020;2021;1,5\nNordby;2020;2021;0,5\n",
  });
  expect(said(fine)).toEqual(["3 no-correlation", "4 covariance-unknown-pair"]);
  expect(fine.groups[0].covariance?.[1]).toBe(0.5);
});
