import { describe, expect, test } from "vitest";
import { mean } from "../mean.js";
import { type RandomWaves, randomWaves } from "../random-waves.fixture.js";
import { total } from "../total.js";
import { waveEffects } from "../wave-effects.js";
import { type Row, rowsOf, textOf } from "./handover-csv.fixture.js";
import { matchedHandover } from "./matched-handover.js";

// What the scripts do, by plain arithmetic on the files' text. Relative tolerance 1e-9: the same sums in another order.
const digits = 9;

function handedOver(spec: RandomWaves, options: Parameters<typeof waveEffects>[2] = {}) {
  const { panel, comparison } = randomWaves(spec);
  const fit = waveEffects(panel, comparison, options);
  return { panel, fit, files: matchedHandover(panel, comparison, fit, ["r", "stata"]) };
}

const number = (row: Row, column: string) => Number(row[column]);
const weightedMean = (rows: readonly Row[], column: string) =>
  rows.reduce((sum, row) => sum + number(row, "weight") * number(row, column), 0) /
  rows.reduce((sum, row) => sum + number(row, "weight"), 0);

/** Each cell's estimate from changes.csv alone. */
function cellsFrom(changes: readonly Row[], outcome: string): Map<string, number> {
  const groups = new Map<string, [Row[], Row[]]>();
  for (const row of changes) {
    if (row.outcome !== outcome) continue;
    const key = `${row.wave}/${row.period}`;
    const group = groups.get(key) ?? [[], []];
    group[number(row, "role")].push(row);
    groups.set(key, group);
  }
  return new Map(
    [...groups].map(([key, [controls, treated]]) => [
      key,
      weightedMean(treated, "adjusted") - weightedMean(controls, "adjusted"),
    ]),
  );
}

describe("matched rows handed over", () => {
  test.each([
    ["with slopes and censoring", { seed: 1, sets: [14, 12, 15], effect: 1 }, {}],
    ["with gaps and reuse", { seed: 2, sets: [25, 20], gaps: 0.2, reuse: true, later: 0.3 }, {}],
    ["without adjustment", { seed: 3, sets: [9, 11], effect: -2 }, { adjust: [] }],
  ] satisfies [string, RandomWaves, Parameters<typeof waveEffects>[2]][])(
    "%s give our cells, mean and total",
    (_, spec, options) => {
      const { fit, files } = handedOver(spec, options);
      const changes = rowsOf(files, "changes.csv");
      for (const { name } of fit.design.outcomes) {
        const found = cellsFrom(changes, name);
        const cells = rowsOf(files, "cells.csv").filter((row) => row.outcome === name);
        expect(cells).toHaveLength(fit.effects.terms.filter((t) => t.outcome === name).length);
        for (const cell of cells) expect(found.get(`${cell.wave}/${cell.period}`)).toBeCloseTo(number(cell, "estimate"), digits);
        const after = cells.filter((cell) => number(cell, "event") >= 0);
        const sum = after.reduce((all, cell) => all + number(cell, "n") * found.get(`${cell.wave}/${cell.period}`)!, 0);
        const people = after.reduce((all, cell) => all + number(cell, "n"), 0);
        expect(sum / people).toBeCloseTo(mean(fit.effects, name).estimate[0], digits);
        expect(sum / total(fit.effects, name).estimate[0]).toBeCloseTo(1, digits);
      }
    },
  );

  test("weights of people, without matched sets, give our mean", () => {
    const { panel, comparison } = randomWaves({ seed: 6, sets: [15, 15] });
    const weights = { ...comparison, independence: "unit" as const, set: comparison.wave.map((w) => (w === 8 ? 0 : 1)) };
    const weight = comparison.weight.map((w, r) => w * (1 + (r % 7) / 5));
    const fit = waveEffects(panel, { ...weights, weight });
    const files = matchedHandover(panel, { ...weights, weight }, fit, []);
    const found = cellsFrom(rowsOf(files, "changes.csv"), "first");
    fit.effects.terms.forEach((t, k) => {
      if (t.outcome === "first") expect(found.get(`${t.group}/${t.time}`)).toBeCloseTo(fit.effects.estimate[k], digits);
    });
  });

  test("adjusted changes follow from raw ones, covariates and slopes", () => {
    const { fit, files } = handedOver({ seed: 1, sets: [14, 12, 15] });
    const rows = rowsOf(files, "rows.csv");
    const slopes = rowsOf(files, "slopes.csv");
    expect(new Set(slopes.map((row) => row.covariate))).toEqual(new Set(["score", "history", "earlier history"]));
    expect(rows).toHaveLength(fit.design.rows);
    const slopesAt = new Map<string, Row[]>();
    for (const s of slopes) slopesAt.set(`${s.outcome}/${s.event}`, [...(slopesAt.get(`${s.outcome}/${s.event}`) ?? []), s]);
    let largest = 0;
    for (const row of rowsOf(files, "changes.csv")) {
      const covariates = rows[number(row, "row") - 1];
      const own = slopesAt.get(`${row.outcome}/${row.event}`) ?? [];
      const adjusted = own.reduce((d, s) => d - number(s, "slope") * number(covariates, s.column), number(row, "change"));
      largest = Math.max(largest, Math.abs(adjusted - number(row, "adjusted")));
    }
    expect(largest).toBeLessThan(1e-9);
  });

  test("a cell that is not told has no line, and its rows stay for the slopes it shares", () => {
    const { panel, comparison } = randomWaves({ seed: 4, sets: [12, 12] });
    const fit = waveEffects(panel, comparison, {});
    const kept = fit.effects.terms.flatMap((t, k) => (t.group === 8 ? [k] : []));
    const shown = {
      ...fit,
      effects: {
        ...fit.effects,
        terms: kept.map((k) => fit.effects.terms[k]),
        estimate: Float64Array.from(kept, (k) => fit.effects.estimate[k]),
        covariance: new Float64Array(kept.length ** 2),
        df: new Float64Array(kept.length).fill(9),
      },
    };
    const files = matchedHandover(panel, comparison, shown, []);
    expect(new Set(rowsOf(files, "cells.csv").map((row) => row.wave))).toEqual(new Set(["8"]));
    expect(new Set(rowsOf(files, "changes.csv").map((row) => row.wave))).toEqual(new Set(["8", "11"]));
  });

  test("people stand under their pseudonyms, and an awkward outcome name is quoted", () => {
    const { panel, comparison } = randomWaves({ seed: 5, sets: [8] });
    const awkward = { ...panel, measures: [{ ...panel.measures[0], name: 'days, "net" $x `y\' æ' }] };
    const fit = waveEffects(awkward, comparison);
    const files = matchedHandover(awkward, comparison, fit, ["r", "stata"]);
    expect(rowsOf(files, "rows.csv")[0]).toMatchObject({ person: "u0", unit: "1", wave: "8" });
    expect(rowsOf(files, "cells.csv")[0].outcome).toBe(awkward.measures[0].name);
    expect(textOf(files, "recompute.R")).toContain('outcome = c("days, \\"net\\" $x `y\' \\u00e6")');
    expect(textOf(files, "recompute.do")).not.toMatch(/outcome\(`"[^\n]*[^\\]\$x/);
  });

  test("scripts hold our figures with every digit, and only what was asked for", () => {
    const { fit, files } = handedOver({ seed: 1, sets: [14, 12] });
    for (const script of ["recompute.R", "recompute.do"]) {
      const text = textOf(files, script);
      expect(text).toContain(String(mean(fit.effects, "first").estimate[0]));
      expect(text).toContain(String(total(fit.effects, "__proto__").estimate[0]));
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
    expect(textOf(files, "recompute.R")).toContain(
      'control_group = "nevertreated", est_method = "reg", bstrap = FALSE, cband = FALSE',
    );
    expect(textOf(files, "recompute.do")).toContain("csdid y [iw = weight], ivar(id) time(post) gvar(first) method(reg)");
    const { panel, comparison } = randomWaves({ seed: 1, sets: [14, 12] });
    expect(matchedHandover(panel, comparison, fit, ["stata"]).map(({ path }) => path)).toEqual([
      "rows.csv",
      "changes.csv",
      "slopes.csv",
      "cells.csv",
      "recompute.do",
    ]);
  });
});
