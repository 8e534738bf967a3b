import { readFileSync } from "node:fs";
import type { Panel } from "@kontrafakt/cohort";
import { aggregate, attGt, type Effects, standardError, waldPretest } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";
import { csv, mpdta, mpdtaSections, mpdtaUnbalanced, present, reference, required } from "./mpdta.js";

// Against did 2.5.1 (R 4.2.2) on mpdta, compat: did. Points 1e-8 absolute, standard errors 1e-6 relative, W 1e-6 relative.
// Deliberate differences: the base of a universal base is 0 with variance 0 here, 0 with a missing standard error there. On cross-sections DRDID 1.2.3
// adds the estimation of the controls' pre-period regression to the doubly robust influence with the wrong sign: compat: did has it so too,
// the default has the derivative's (drdid.test.ts).
function check(effects: Effects, k: number, att: number, se: string | number): void {
  expect(Math.abs(effects.estimate[k] - att)).toBeLessThan(1e-8);
  const mine = standardError(effects, k);
  if (se === "" || se === "NA") expect(mine).toBe(0);
  else expect(Math.abs(mine / Number(se) - 1)).toBeLessThan(1e-6);
}

const combinations = ["~1", "~lpop"].flatMap((xformla) =>
  ["nevertreated", "notyettreated"].flatMap((control) =>
    ["dr", "ipw", "reg"].flatMap((est) => ["varying", "universal"].map((base) => ({ xformla, control, est, base }))),
  ),
);

const options = (c: { xformla: string; control: string; est: string; base: string }) => ({
  covariates: c.xformla === "~1" ? [] : ["lpop"],
  control: c.control === "nevertreated" ? ("never" as const) : ("notYet" as const),
  method: c.est as "dr" | "ipw" | "reg",
  base: c.base as "varying" | "universal",
  compat: "did" as const,
});

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)(
  `attGt against did 2.5.1${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    let cells: Record<string, string>[];
    let aggregates: Record<string, string>[];
    let panel: Panel;
    beforeAll(() => {
      cells = csv("golden/01_did_mpdta_attgt.csv");
      aggregates = csv("golden/01_did_mpdta_aggte.csv");
      panel = mpdta();
    });

    it.each(combinations)("$xformla $control $est $base: cells, aggregates, pretest", (c) => {
      const { effects } = attGt(panel, options(c));
      const mine = (r: Record<string, string>) =>
        r.xformla === c.xformla && r.control === c.control && r.est === c.est && r.base === c.base;
      const golden = cells.filter(mine);
      expect(effects.terms.length).toBe(golden.length);
      for (const row of golden) {
        const k = effects.terms.findIndex((t) => t.group === Number(row.group) && t.time === Number(row.t));
        check(effects, k, Number(row.att), row.se);
      }
      const test = waldPretest(effects, "lemp").test!;
      expect(Math.abs(test.statistic / Number(golden[0].W) - 1)).toBeLessThan(1e-6);
      expect(test.p).toBeCloseTo(Number(golden[0].Wp), 4);

      for (const type of ["simple", "dynamic", "group", "calendar"] as const) {
        const figures = aggregate(effects, { type });
        const rows = aggregates.filter((r) => mine(r) && r.type === type);
        expect(figures.terms.length).toBe(rows.length);
        for (const row of rows) {
          const k =
            row.egt === ""
              ? 0
              : figures.terms.findIndex((t) => t.kind !== "overall" && (t.event ?? t.group ?? t.time) === Number(row.egt));
          check(figures, k, Number(row.att), row.se);
        }
      }
    });

    const golden = (key: string): [number, number] =>
      JSON.parse(readFileSync(new URL("golden/01_did_mpdta.json", reference), "utf8"))[`simple ${key}`].r;

    it.each([
      ["anticipation=1 dr ~1", { anticipation: 1 }, false],
      ["weights=exp(lpop) dr ~1", {}, true],
      ["weights=exp(lpop) dr ~lpop", { covariates: ["lpop"] }, true],
      ["cluster=state dr ~1 analytic", { cluster: "state" }, false],
    ] as const)("%s", (key, extra, weights) => {
      const { effects } = attGt(mpdta(weights), {
        compat: "did",
        ...extra,
        covariates: "covariates" in extra ? [...extra.covariates] : [],
      });
      const [att, se] = golden(key);
      check(aggregate(effects, { type: "simple" }), 0, att, se);
    });

    it("leaves incomplete units out as did does, when asked", () => {
      const panel = mpdtaUnbalanced();
      expect(() => attGt(panel, {})).toThrow(/of 500 units are not observed in every period/);
      const { effects } = attGt(panel, { incomplete: "full", compat: "did" });
      const [att, se] = golden("unbalanced dropped-to-balanced dr ~1");
      check(aggregate(effects, { type: "simple" }), 0, att, se);
      expect(effects.problems.map((p) => p.code)).toContain("effects/incomplete-dropped");
    });

    it("takes rows for cross-sections as did does under allow_unbalanced_panel", () => {
      const { effects } = attGt(mpdtaUnbalanced(), { incomplete: "crossSection", compat: "did" });
      const [att, se] = golden("unbalanced allow_unbalanced_panel dr ~1");
      check(aggregate(effects, { type: "simple" }), 0, att, se);
      expect(effects.use).toEqual({ units: 500, unitsGiven: 500, rows: 2308, rowsGiven: 2308 });
    });

    it.each([
      ["RC (panel=FALSE) dr ~1", "dr", []],
      ["RC (panel=FALSE) dr ~lpop", "dr", ["lpop"]],
      ["RC (panel=FALSE) reg ~lpop", "reg", ["lpop"]],
      ["RC (panel=FALSE) ipw ~lpop", "ipw", ["lpop"]],
    ] as const)("%s", (key, method, covariates) => {
      const { effects } = attGt(mpdtaSections(), { method, covariates: [...covariates], compat: "did" });
      const [att, se] = golden(key);
      const simple = aggregate(effects, { type: "simple" });
      check(simple, 0, att, se);
    });
  },
);
