import { readFileSync } from "node:fs";
import { type CrossSections, NEVER, type Panel } from "@kontrafakt/cohort";
import { attGt, standardError } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";
import type { CellRows } from "../../packages/effects/src/att-gt/cell-rows.js";
import { prepareCell } from "../../packages/effects/src/att-gt/prepare-cell.js";
import { type SumOfMeans, sumOfMeans } from "../../packages/effects/src/att-gt/sum-of-means.js";
import { csv, present, reference, required } from "./mpdta.js";

// Against DRDID 1.2.3 (R 4.2.2), compat: did. Points 1e-8, standard errors 1e-6, relative: R's glm and its calibration stop earlier than ours,
// which goes on to machine precision.
// Deliberate differences:
// - Weights that do not sum to 1 (ipw_did_panel, ipw_did_rc) are not offered: on cross-sections such an estimate moves when a constant is added to the
//   outcome, and one badly overlapping person can carry it (−19.9, se 53.8 on sim_rc, where the true effect is 0).
// - drdid_rc and drdid_rc1 add the estimation of the controls' pre-period regression with the wrong sign in the influence: it enters the estimate
//   as −(−Xβ). compat: did does the same; the default has the sign of the derivative (att-gt.test.ts checks it against refit).
// - drdid_rc1 and drdid_imp_rc1 (not locally efficient) are the first four of the means that the efficient ones add up; checked, not offered.
type Figures = Record<string, { att: number; se: number }>;
type Method = "dr" | "drImproved" | "reg" | "ipw";
const golden = (): Figures => JSON.parse(readFileSync(new URL("golden/03_drdid.json", reference), "utf8"));
const names = ["age", "educ", "black", "married", "nodegree", "hisp", "re74"];

/** Experimental treated and one of the two survey samples, 1975 and 1978. */
function nsw(sample: "2" | "3"): Panel {
  const rows = csv("data/drdid_nsw_long.csv").filter((r) => r.treated === "0" || r.sample === sample);
  const first = rows.filter((r) => r.year === "1975");
  const later = new Map(rows.filter((r) => r.year === "1978").map((r) => [r.id, Number(r.re)]));
  const n = first.length;
  const values = new Float64Array(2 * n);
  first.forEach((r, i) => {
    values[2 * i] = Number(r.re);
    values[2 * i + 1] = later.get(r.id) ?? Number.NaN;
  });
  return {
    kind: "panel",
    units: n,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1975, 1978) },
    ids: first.map((r) => r.id),
    firstTreated: Int32Array.from(first, (r) => (r.experimental === "1" ? 1978 : NEVER)),
    observed: new Uint8Array(2 * n).fill(1),
    measures: [{ name: "re", unit: "dollars", values }],
    covariates: names.map((name) => ({ name, values: Float64Array.from(first, (r) => Number(r[name])) })),
    clusterings: [],
  };
}

function simRc(): CrossSections {
  const rows = csv("data/drdid_sim_rc.csv");
  return {
    kind: "cross-sections",
    rows: rows.length,
    periods: { unit: "ordinal", ordinals: Int32Array.of(0, 1) },
    period: Int32Array.from(rows, (r) => Number(r.post)),
    firstTreated: Int32Array.from(rows, (r) => (r.d === "1" ? 1 : NEVER)),
    group: new Int32Array(rows.length),
    groupNames: [""],
    measures: [{ name: "y", unit: "", values: Float64Array.from(rows, (r) => Number(r.y)) }],
    covariates: ["x1", "x2", "x3", "x4"].map((name) => ({ name, values: Float64Array.from(rows, (r) => Number(r[name])) })),
    clusterings: [],
  };
}

const near = (got: number, wanted: number, tolerance: number) => expect(Math.abs(got / wanted - 1)).toBeLessThan(tolerance);

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)(
  `attGt against DRDID 1.2.3${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    const panels = new Map<string, Panel>();
    beforeAll(() => {
      for (const sample of ["2", "3"] as const) panels.set(sample, nsw(sample));
    });

    it.each([
      ["2", "reg", ["nsw/CPS ordid", "reg_did_panel"]],
      ["2", "ipw", ["nsw/CPS ipwdid normalized", "std_ipw_did_panel"]],
      ["2", "dr", ["nsw/CPS drdid trad", "drdid_panel"]],
      ["2", "drImproved", ["nsw/CPS drdid imp (README)", "drdid_imp_panel"]],
      ["3", "reg", ["nsw/PSID ordid"]],
      ["3", "ipw", ["nsw/PSID ipwdid"]],
      ["3", "dr", ["nsw/PSID drdid trad"]],
      ["3", "drImproved", ["nsw/PSID drdid imp"]],
    ] as const)("panel, sample %s, %s", (sample, method, keys) => {
      const { effects } = attGt(panels.get(sample)!, { method, covariates: names, compat: "did" });
      for (const key of keys) {
        near(effects.estimate[0], golden()[key].att, 1e-8);
        near(standardError(effects, 0), golden()[key].se, 1e-6);
      }
      expect(effects.problems.filter((p) => p.severity !== "note")).toEqual([]);
    });

    it.each([
      ["reg", "sim_rc reg_did_rc"],
      ["ipw", "sim_rc std_ipw_did_rc"],
      ["dr", "sim_rc drdid_rc"],
      ["drImproved", "sim_rc drdid_imp_rc"],
      ["drImproved", "sim_rc drdid wrapper imp"],
    ] as const)("cross-sections, %s: %s", (method, key) => {
      const { effects } = attGt(simRc(), { method, covariates: ["x1", "x2", "x3", "x4"], compat: "did" });
      near(effects.estimate[0], golden()[key].att, 1e-8);
      near(standardError(effects, 0), golden()[key].se, 1e-6);
    });

    it("cross-sections, dr: the default keeps the sign of the derivative", () => {
      const inference = { covariance: "CR0" } as const;
      const { effects } = attGt(simRc(), { method: "dr", covariates: ["x1", "x2", "x3", "x4"], inference });
      const { se } = golden()["sim_rc drdid_rc"];
      const ours = standardError(effects, 0);
      expect(Math.abs(ours / se - 1)).toBeGreaterThan(1e-5);
      expect(Math.abs(ours / se - 1)).toBeLessThan(0.01);
    });

    const kernel = () => {
      const { covariates, measures, period, firstTreated, rows } = simRc();
      const x = new Float64Array(rows * 5).fill(1);
      covariates.forEach(({ values }, j) => {
        values.forEach((v, i) => {
          x[i * 5 + j + 1] = v;
        });
      });
      const cell: CellRows = {
        n: rows,
        d: Uint8Array.from(firstTreated, (g) => (g === NEVER ? 0 : 1)),
        post: Uint8Array.from(period),
        w: new Float64Array(rows).fill(1),
        x,
        k: 5,
      };
      return { cell, y: measures[0].values };
    };
    const prepared = (cell: CellRows, method: Method): SumOfMeans => {
      const found = prepareCell(cell, method, []);
      if ("refused" in found) throw new Error(found.refused.code);
      return found.sum;
    };
    const spread = (influence: Float64Array) => Math.sqrt(influence.reduce((sum, v) => sum + v * v, 0));

    it("cross-sections, drdid_imp_rc1: the consistent means alone", () => {
      const { cell, y } = kernel();
      const sum = prepared(cell, "drImproved");
      const { value, influence } = sumOfMeans({ ...sum, means: sum.means.slice(0, 4) }, cell, y, 1);
      near(value[0], golden()["sim_rc drdid_imp_rc1"].att, 1e-8);
      near(spread(influence), golden()["sim_rc drdid_imp_rc1"].se, 1e-6);
    });

    it.each(["drdid_rc1", "drdid_rc"])("cross-sections, %s: one sign turned gives the package's standard error", (name) => {
      const { cell, y } = kernel();
      const sum = prepared(cell, "dr");
      const means = name === "drdid_rc1" ? sum.means.slice(0, 4) : sum.means;
      const figures = golden()[`sim_rc ${name}`];
      const ours = sumOfMeans({ ...sum, means }, cell, y, 1);
      near(ours.value[0], figures.att, 1e-8);
      // The consistent means with and without the estimation of the controls' pre-period regression.
      const consistent = (counts: boolean) => {
        const regressions = sum.regressions.map((r, f) => (f === 1 ? { ...r, counts } : r));
        return sumOfMeans({ ...sum, regressions, means: sum.means.slice(0, 4) }, cell, y, 1).influence;
      };
      const [withIt, without] = [consistent(true), consistent(false)];
      near(spread(ours.influence.map((v, i) => v - 2 * (withIt[i] - without[i]))), figures.se, 1e-6);
      expect(Math.abs(spread(ours.influence) / figures.se - 1)).toBeLessThan(0.01);
    });
  },
);
