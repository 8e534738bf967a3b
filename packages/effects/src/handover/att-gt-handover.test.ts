import { NEVER, type Panel } from "@kontrafakt/cohort";
import { leastSquares, stream } from "@kontrafakt/numerics";
import { describe, expect, test } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import { standardError } from "../interval.js";
import type { AttGtOptionsInput } from "../options/att-gt-options.js";
import { attGtHandover } from "./att-gt-handover.js";
import { type Row, rowsOf, textOf } from "./handover-csv.fixture.js";

// What the scripts do, by plain arithmetic on the files' text. Absolute tolerance 1e-9: the same sums in another order.
const digits = 9;
const FIRST = 8000;

/** Quarters; groups that start in the fifth and seventh, and never; one unit is treated all along. */
function randomPanel(seed: number, gaps = 0, weights = false, units = 61, periods = 9): Panel {
  const random = stream(seed, "test/att-gt-handover", 0);
  const firstTreated = Int32Array.from({ length: units }, (_, i) =>
    i === 60 ? -1 : [FIRST + 4, FIRST + 6, NEVER, NEVER][i % 4],
  );
  const z = Float64Array.from({ length: units }, () => random.normal());
  const values = [new Float64Array(units * periods), new Float64Array(units * periods)];
  const observed = new Uint8Array(units * periods).fill(1);
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < periods; t++) {
      const at = i * periods + t;
      if (random.uniform() < gaps) observed[at] = 0;
      const effect = FIRST + t >= firstTreated[i] ? 1 : 0;
      values[0][at] = observed[at] ? level + 0.2 * t * z[i] + random.normal() + effect : Number.NaN;
      values[1][at] = observed[at] ? random.normal() : Number.NaN;
    }
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: periods }, (_, t) => FIRST + t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed,
    measures: [
      { name: "wage", unit: "kr", values: values[0] },
      { name: "ydelse-æ", unit: "kr", values: values[1] },
    ],
    covariates: [
      { name: "z", values: z },
      { name: "c=b", values: z.map((v) => (v > 0 ? 1 : 0)) },
    ],
    clusterings: [{ name: "town", of: Int32Array.from({ length: units }, (_, i) => i >> 2), count: (units >> 2) + 1 }],
    ...(weights ? { samplingWeight: z.map((v) => 1 + v * v) } : {}),
  };
}

const at = (row: Row, column: string) => (row[column] === "" ? Number.NaN : Number(row[column]));
const average = (values: readonly number[], weights: readonly number[]) =>
  values.reduce((sum, v, i) => sum + weights[i] * v, 0) / weights.reduce((sum, w) => sum + w, 0);

/** The script's comparison of a cell's period with its base, from the panel file alone: by regression on the covariates, if any. */
function compare(panel: readonly Row[], cell: Row, notYet: boolean, covariates: readonly string[]): number {
  const treated = (row: Row) => row.first === cell.group;
  const bases = new Set(cell.base.split(" "));
  const units = new Map<string, { row: Row; later: number; base: number[] }>();
  for (const row of panel) {
    const control = row.first === "0" || (notYet && at(row, "first") > at(cell, "through") && !treated(row));
    const y = at(row, cell.column);
    if (!(treated(row) || control) || Number.isNaN(y)) continue;
    const own = units.get(row.unit) ?? { row, later: Number.NaN, base: [] };
    if (row.period === cell.time) own.later = y;
    if (bases.has(row.period)) own.base.push(y);
    units.set(row.unit, own);
  }
  const both = [...units.values()].filter(({ later, base }) => !Number.isNaN(later) && base.length > 0);
  const change = both.map(({ later, base }) => later - base.reduce((a, b) => a + b) / base.length);
  const weight = both.map(({ row }) => at(row, "weight"));
  const side = (wanted: boolean) => both.flatMap(({ row }, i) => (treated(row) === wanted ? [i] : []));
  const k = 1 + covariates.length;
  const x = both.flatMap(({ row }) => [1, ...covariates.map((name) => at(row, name))]);
  const controls = side(false);
  const { coefficients } = leastSquares({
    x: Float64Array.from(controls.flatMap((i) => x.slice(i * k, (i + 1) * k))),
    y: Float64Array.from(controls, (i) => change[i]),
    weights: Float64Array.from(controls, (i) => weight[i]),
    n: controls.length,
    k,
  });
  const rest = change.map((v, i) => v - coefficients.reduce((sum, b, j) => sum + b * x[i * k + j], 0));
  const own = side(true);
  return average(
    own.map((i) => rest[i]),
    own.map((i) => weight[i]),
  );
}

describe("a panel handed over", () => {
  test.each([
    ["as it is", {}, 0, false],
    ["with not-yet-treated controls and weights", { control: "notYet" }, 0, true],
    [
      "with regression, anticipation and a universal base",
      { method: "reg", covariates: ["z", "c"], anticipation: 1, base: "universal" },
      0,
      true,
    ],
    ["with a base over three periods", { baseWindow: 3 }, 0, false],
    ["with a base in the same season", { baseSeason: "same", baseWindow: 2, control: "notYet" }, 0, true],
    ["pairwise", { incomplete: "pairwise", method: "reg", covariates: ["z"], baseWindow: 2 }, 0.1, true],
    ["of complete units", { incomplete: "full" }, 0.04, true],
  ] as [string, AttGtOptionsInput, number, boolean][])("%s gives our cells and mean effect", (_, options, gaps, weights) => {
    const data = randomPanel(3, gaps, weights);
    const files = attGtHandover(data, options, ["r"]);
    const panel = rowsOf(files, "panel.csv");
    const cells = rowsOf(files, "cells.csv");
    const { effects } = attGt(data, options);
    const covariates = Object.keys(panel[0]).filter((name) => name === "z" || name === "v4");
    const chosen = "covariates" in options ? covariates : [];
    const estimated = effects.terms.filter(
      (_, k) => !Number.isNaN(effects.estimate[k]) && effects.covariance[k * effects.terms.length + k] > 0,
    );
    expect(cells).toHaveLength(estimated.length);
    let sum = 0;
    let people = 0;
    for (const cell of cells) {
      if (cell.column !== "wage") continue;
      const found = compare(panel, cell, options.control === "notYet", chosen);
      expect(found).toBeCloseTo(at(cell, "estimate"), digits);
      if (at(cell, "time") < at(cell, "group")) continue;
      sum += at(cell, "n") * found;
      people += at(cell, "n");
    }
    const written = /mean = c\(([^,)]+)/.exec(textOf(files, "recompute.R"))?.[1];
    expect(sum / people).toBeCloseTo(Number(written), digits);
  });

  test("nobody who is always treated, and nobody's absence, has a line", () => {
    const files = attGtHandover(randomPanel(1, 0.1), { incomplete: "pairwise" }, []);
    const rows = rowsOf(files, "panel.csv");
    expect(rows.some((row) => row.person === "u60")).toBe(false);
    expect(rows.length).toBeLessThan(60 * 9);
    expect(rows[0]).toMatchObject({ unit: "1", person: "u0", first: "8004", weight: "1" });
    expect(Object.keys(rows[0])).toEqual(["unit", "person", "period", "first", "weight", "wage", "v2"]);
  });

  test("where nobody is never treated, the last group and the periods before its start serve", () => {
    const panel = randomPanel(2);
    const firstTreated = panel.firstTreated.map((g) => (g === NEVER ? FIRST + 7 : g));
    const rows = rowsOf(attGtHandover({ ...panel, firstTreated }, { control: "notYet" }, []), "panel.csv");
    expect(new Set(rows.map((row) => row.first))).toEqual(new Set(["8004", "8006", "0"]));
    expect(rows.every((row) => at(row, "period") < FIRST + 7)).toBe(true);
  });
});

describe("the script", () => {
  const script = (options: AttGtOptionsInput, language: "r" | "stata" = "r", gaps = 0) =>
    textOf(attGtHandover(randomPanel(1, gaps, true), options, [language]), language === "r" ? "recompute.R" : "recompute.do");
  const call = (text: string) => /did::att_gt\(\s+([\s\S]*?)\n {4}\)/.exec(text)?.[1].replace(/\s+/g, " ");

  test("makes the package's own call with the same options", () => {
    expect(
      call(
        script({ outcomes: ["wage"], covariates: ["z"], control: "notYet", base: "universal", anticipation: 1, cluster: "town" }),
      ),
    ).toBe(
      'yname = outcome, tname = "period", idname = "unit", gname = "first", xformla = ~ z, data = panel, ' +
        'control_group = "notyettreated", est_method = "dr", base_period = "universal", anticipation = 1, ' +
        'weightsname = "weight", clustervars = "town", panel = TRUE, allow_unbalanced_panel = FALSE, bstrap = FALSE, cband = FALSE',
    );
    expect(call(script({ method: "reg" }))).toContain('est_method = "reg"');
    expect(call(script({ method: "ipw" }))).toContain('est_method = "ipw"');
    expect(call(script({ method: "drImproved" }))).toContain("est_method = DRDID::drdid_imp_panel");
    expect(call(script({ incomplete: "crossSection" }, "r", 0.1))).toContain("allow_unbalanced_panel = TRUE");
    expect(script({ covariates: ["z"], control: "notYet" }, "stata")).toContain(
      "csdid wage z [iw = weight], ivar(unit) time(period) gvar(first) method(dripw) notyet",
    );
  });

  test.each([
    [{ baseWindow: 2 }, "baseWindow 2"],
    [{ baseSeason: "same" }, "baseSeason same"],
    [{ incomplete: "pairwise" }, "incomplete pairwise"],
  ] satisfies [AttGtOptionsInput, string][])("says what one call cannot do, and calls cell by cell: %j", (options, words) => {
    const text = script(options);
    expect(text).toContain(words);
    expect(text).toContain('tname = "post", idname = "unit", gname = "start"');
    expect(text).not.toContain("aggte");
    expect(script(options, "stata")).toContain(words);
  });

  test("holds our figures, the standard error as the package reckons it, and names that R and Stata take", () => {
    const panel = randomPanel(1, 0, true);
    const simple = aggregate(attGt(panel, { outcomes: ["wage"], compat: "did" }).effects, { type: "simple" });
    const text = script({ outcomes: ["wage"] });
    expect(text).toContain(`simple = c(${simple.estimate[0]})`);
    const se = Number(/simple_se = c\(([^)]+)\)/.exec(text)?.[1]);
    expect(se / standardError(simple, 0)).toBeCloseTo(1, 12);
    expect(script({})).toContain("# v2: ydelse-æ");
    for (const options of [{}, { covariates: ["z", "c"] }, { baseWindow: 2, method: "drImproved" as const, covariates: ["z"] }])
      for (const language of ["r", "stata"] as const) expect(script(options, language)).not.toMatch(/undefined|\[object|NaN\b/);
  });
});
