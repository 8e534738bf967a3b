import { KontrafaktError } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { cohortOptions } from "../options/cohort-options.js";
import type { CellsOptionsInput } from "../options/group-options.js";
import { bytesSource } from "../table/source.js";
import { cohortMoments } from "./cohort-moments.js";
import { mergeMoments } from "./merge-moments.js";
import type { CohortMoments } from "./moments.js";
import { momentsJson, readMoments } from "./moments-json.js";
import { NEVER, type Panel } from "./panel.js";
import { publishableMoments } from "./publishable-moments.js";
import { readCells } from "./read-cells.js";
import { readCrossSections } from "./read-cross-sections.js";

// Every way in which shapes, cells and moments are refused or told, by its code and place.

const units = 20;
const panel = (more: Partial<Panel> = {}, value = (i: number, t: number) => 1 + i / 7 + t): Panel => ({
  kind: "panel",
  units,
  periods: { unit: "year", ordinals: Int32Array.of(2020, 2021) },
  ids: Array.from({ length: units }, (_, i) => `p${i}`),
  firstTreated: Int32Array.from({ length: units }, (_, i) => (i < 10 ? 2021 : NEVER)),
  observed: new Uint8Array(2 * units).fill(1),
  measures: [{ name: "days", unit: "days", values: Float64Array.from({ length: 2 * units }, (_, c) => value(c >> 1, c & 1)) }],
  covariates: [{ name: "sex", values: Float64Array.from({ length: units }, (_, i) => i % 2) }],
  clusterings: [{ name: "school", of: Int32Array.from({ length: units }, (_, i) => i % 2), count: 2 }],
  ...more,
});
const only = (name: string, values: ArrayLike<number>) => ({ covariates: [{ name, values: Float64Array.from(values) }] });
const sources = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, bytesSource(name, new TextEncoder().encode(text))]));
const cells: CellsOptionsInput = {
  file: "c.csv",
  period: "P",
  group: "G",
  groups: { A: "2021", B: "never" },
  n: "N",
  outcomes: { y: { mean: "M", sd: "S" } },
};
const head = "G;P;N;M;S\n";
const covariance = { file: "v.csv", group: "G", period: "P", with: "Q", value: "V" };
const readIn = (more: object, text = `${head}A;2020;9;1;1\nA;2021;9;1;1\n`, files = {}) =>
  readCells(sources({ "c.csv": text, ...files }), { ...cells, ...more });

async function refusal(work: () => unknown): Promise<[code: string | undefined, where: object]> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    expect(error.message).not.toMatch(/\{\w+\}.*cohort\/|undefined|NaN/);
    return [error.problems[0].code, error.problems[0].where];
  }
  return [undefined, {}];
}

const many = 2000;
const wide = {
  kind: "panel",
  units: 1,
  ids: ["p"],
  clusterings: [],
  covariates: [],
  firstTreated: Int32Array.of(NEVER),
} as const;

it.each<[string, () => unknown, object]>([
  ["cohort/moments-outcome", () => cohortMoments(panel(), { outcomes: ["x"] }), { option: "outcomes" }],
  ["cohort/moments-stratum", () => cohortMoments(panel(), { strata: ["x"] }), { option: "strata" }],
  ["cohort/moments-cluster", () => cohortMoments(panel(), { cluster: "x" }), { option: "cluster" }],
  [
    "cohort/moments-cluster-unknown",
    () => cohortMoments(panel({ clusterings: [{ name: "s", of: new Int32Array(units).fill(-1), count: 0 }] }), { cluster: "s" }),
    { option: "cluster" },
  ],
  ["cohort/moments-weight", () => cohortMoments(panel({ samplingWeight: new Float64Array(units).fill(-1) })), {}],
  [
    "cohort/moments-strata",
    () =>
      cohortMoments(
        {
          ...panel(),
          units: many,
          firstTreated: new Int32Array(many),
          ...only(
            "age",
            Array.from({ length: many }, (_, i) => i),
          ),
        },
        { strata: ["age"] },
      ),
    { option: "strata" },
  ],
  ["cohort/moments-empty", () => cohortMoments(panel({ samplingWeight: new Float64Array(units) })), {}],
  [
    "cohort/moments-too-large",
    () =>
      cohortMoments({
        ...wide,
        periods: { unit: "month", ordinals: Int32Array.from({ length: 4000 }, (_, t) => t) },
        observed: new Uint8Array(4000),
        measures: [{ name: "y", unit: "d", values: new Float64Array(4000) }],
      }),
    {},
  ],
  [
    "cohort/moments-differ",
    async () => {
      const m = await cohortMoments(panel());
      return mergeMoments(m, { ...m, outcomes: [{ name: "days", unit: "hours" }] });
    },
    {},
  ],
  [
    "cohort/moments-cluster-spans",
    async () => {
      const m = await cohortMoments(panel(), { cluster: "school" });
      return mergeMoments(m, m);
    },
    {},
  ],
  ["cohort/moments-of-cells", async () => cohortMoments(await readIn({}), { strata: ["x"] }), { option: "strata" }],
  ["cohort/moments-unreadable", () => readMoments("{}", "m.json"), { file: "m.json" }],
  ["cohort/moments-small-arm", async () => publishableMoments(await cohortMoments(panel()), 11), {}],
  ["cohort/groups-or-start", () => readIn({ start: "S" }), { option: "groups" }],
  ["cohort/groups-need-group", () => readIn({ group: undefined }), { option: "group" }],
  ["cohort/group-start-unreadable", () => readIn({ groups: { A: "2021Q" } }), { option: "groups.A" }],
  ["cohort/no-measures", () => readIn({ outcomes: {} }), { option: "outcomes" }],
  ["cohort/no-rows-left", () => readIn({}, `${head}X;2020;9;1;1\n`), { file: "c.csv" }],
  ["cohort/cell-mean", () => readIn({ outcomes: { y: { sd: "S" } } }), { option: "outcomes.y" }],
  ["cohort/cell-spread", () => readIn({ outcomes: { y: { count: "M", sd: "S" } } }), { option: "outcomes.y" }],
  ["cohort/cell-named", () => readIn({ outcomes: { y: { mean: "M", sd: "S", named: "x" } } }), { option: "outcomes.y" }],
  ["cohort/cell-both", () => readIn({ correlation: [0, 1], covariance }), { option: "correlation" }],
  ["cohort/correlation-reversed", () => readIn({ correlation: [1, 0] }), { option: "correlation" }],
  [
    "cohort/covariance-outcome",
    () => readIn({ covariance, outcomes: { y: { mean: "M", sd: "S" }, z: { mean: "M", sd: "S" } } }),
    { option: "covariance.outcome" },
  ],
  ["cohort/covariance-incomplete", () => readIn({ covariance }, undefined, { "v.csv": "G;P;Q;V\n" }), { file: "v.csv" }],
  [
    "cohort/too-many-levels",
    () =>
      readCrossSections(sources({ "s.csv": `G;P;Y\n${Array.from({ length: 300 }, (_, i) => `A;2020;${i}`).join("\n")}` }), {
        ...{ file: "s.csv", period: "P", group: "G", groups: { A: "2021" } },
        measures: { y: "Y" },
        covariates: { x: "Y" },
      }),
    { file: "s.csv", column: "Y" },
  ],
])("refuses: %s", async (code, work, where) => {
  const [found, place] = await refusal(work);
  expect(found).toBe(code);
  expect(place).toMatchObject(where);
});

it.each<[string, (i: number, t: number) => number, object]>([
  ["cohort/moments-small-period", (i, t) => (t === 1 && i < 6 ? Number.NaN : 1 + i + t), {}],
  ["cohort/moments-small-difference", (i, t) => (t === 1 && i === 0 ? Number.NaN : 1 + i + t), {}],
  ["cohort/moments-few-not-zero", (i, t) => (i % 10 < 3 ? 1 + i + t : 0), {}],
  ["cohort/moments-few-zero", (i, t) => (i % 10 < 3 ? 0 : 1 + i + t), {}],
  ["cohort/moments-all-alike", (i, t) => (i < 10 ? 7 : i + t), {}],
  ["cohort/moments-small-cluster", (i, t) => (i === 0 ? Number.NaN : 1 + i + t), { cluster: "school" }],
])("does not publish: %s", async (code, value, options) => {
  const m: CohortMoments = await cohortMoments(panel({}, value), options);
  const [found] = await refusal(() => publishableMoments(m, 5));
  expect(found).toBe(code);
  expect(readMoments(momentsJson(m))).toEqual(m);
});

it("tells of units without a stratum, and of cells whose n differs", async () => {
  const half = only(
    "sex",
    Array.from({ length: units }, (_, i) => (i < 3 ? Number.NaN : i % 2)),
  );
  const m = await cohortMoments(panel(half), { strata: ["sex"] });
  expect(m.problems).toMatchObject([{ code: "cohort/moments-stratum-missing", params: { count: 3 } }]);
  const differing = await readIn({ covariance }, `${head}A;2020;9;1;1\nA;2021;8;1;1\n`, {
    "v.csv": "G;P;Q;V\nA;2020;2021;0,5\n",
  });
  expect((await cohortMoments(differing)).problems).toMatchObject([{ code: "cohort/cells-differing-n", params: { groups: 1 } }]);
});

it("a file of which no row can be used is told with the first of its reasons, since no ledger is written", async () => {
  const said = async (text: string, more = {}, files = {}) => {
    try {
      await readIn(more, text, files);
    } catch (error) {
      return (error as KontrafaktError).problems.map(({ code, where, params }) => [code, where.row, where.column, params]);
    }
    return [];
  };
  expect(await said(`${head}A;xx;9;1;1\nA;2020;9;1;1\n`.replace("2020", "yy"))).toEqual([
    ["cohort/no-rows-left", undefined, undefined, {}],
    ["cohort/unreadable-period", 2, "P", { found: "xx" }],
  ]);
  const cells = `${head}A;2020;9;1;1\nA;2021;9;1;1\n`;
  const correlations = { covariance: { ...covariance, is: "correlation" } };
  expect(await said(cells, correlations, { "v.csv": "G;P;Q;V\nA;2020;2021;1,7\n" })).toEqual([
    ["cohort/covariance-incomplete", undefined, undefined, { group: "A", period: "2020", with: "2021" }],
    ["cohort/no-correlation", 2, "V", { found: "1.7" }],
  ]);
});

it("correlations given as covariances are doubted", async () => {
  const cells = `${head}A;2020;9;1;8\nA;2021;9;1;8\nB;2020;9;1;8\nB;2021;9;1;9\n`;
  const values = (value: string) => ({ "v.csv": `G;P;Q;V\nA;2020;2021;${value}\nB;2020;2021;${value}\n` });
  const problems = async (value: string, is: "covariance" | "correlation" = "covariance") =>
    (await readIn({ covariance: { ...covariance, is } }, cells, values(value))).problems.map((p) => [p.code, p.params]);
  expect(await problems("0,7")).toEqual([["cohort/covariance-like-correlation", { sd: 8 }]]);
  expect(await problems("0,7", "correlation")).toEqual([]);
  expect(await problems("45")).toEqual([]);
});

it("groups without figures that others of their cohort have are told, since the mean is of other groups there", async () => {
  const rows = ["A;2020;9;1;1", "A;2021;9;1;1", "B;2020;9;8;1", "B;2021;0;;", "C;2020;9;1;1", "C;2021;9;1;1"];
  const groups = { A: "2021", B: "never", C: "never" };
  const read = (text: readonly string[]) => readIn({ groups }, `${head}${text.join("\n")}\n`);
  const { problems } = await read(rows);
  expect(problems.map((p) => [p.code, p.params])).toEqual([["cohort/cells-gaps", { which: "B 2021" }]]);
  expect((await read(rows.slice(0, 2))).problems).toEqual([]);
});

it("a count that is hidden is told as that, and not as a number that cannot be read", async () => {
  const { ledger } = await readIn({}, `${head}A;2020;9;1;1\nA;2021;<5;1;1\n`);
  expect([ledger.codes, ledger.detail]).toEqual([["cohort/hidden-number"], ["<5"]]);
});

it("lists a cell whose spread is not told", async () => {
  const { ledger } = await readIn({}, `${head}A;2020;9;1;1\nA;2021;9;1;\n`);
  expect(ledger.codes).toEqual(["cohort/cell-without-spread"]);
});

it.each<[string, object]>([
  ["cohort/comparison-outcomes", { outcomes: {} }],
  ["cohort/comparison-outcome-unknown", { outcomes: { x: { mean: "M" } } }],
  ["cohort/comparison-mean", { outcomes: { y: {} } }],
  ["cohort/leave-out-of-what", { leaveOut: ["A"] }],
])("refuses in a study: %s", (code, more) => {
  const study = cohortOptions.safeParse({
    extract: "2024-01-31",
    from: "2022-01-01",
    to: "2023-12-31",
    people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
    services: { file: "s.csv", person: "Id", service: "Y", from: "F", to: "T" },
    outcomes: { y: { service: "A" } },
    comparisonCells: { file: "o.csv", label: "x", source: "x", period: "P", n: "N", outcomes: { y: { mean: "M" } }, ...more },
  });
  const codes = (study.error?.issues ?? []).map(
    (issue) => (issue as { params?: { problem?: { code: string } } }).params?.problem?.code,
  );
  expect(codes).toContain(code);
});
