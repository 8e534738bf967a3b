import { readFileSync } from "node:fs";
import { cohortMoments } from "@kontrafakt/cohort";
import { aggregate, attGtMoments, type Effects, standardError } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";
import { csv, mpdta, mpdtaSections, present, reference, required } from "./mpdta.js";

// Sums by cohort against did 2.5.1 (R 4.2.2) on mpdta, compat: did. Points 1e-8 absolute, standard errors 1e-6 relative.
// Deliberate difference: the base of a universal base is 0 with variance 0 here, 0 with a missing standard error there.

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

function check(effects: Effects, k: number, { att, se }: Record<string, string>): void {
  expect(Math.abs(effects.estimate[k] - Number(att))).toBeLessThan(1e-8);
  if (se === "" || se === "NA") expect(standardError(effects, k)).toBe(0);
  else expect(Math.abs(standardError(effects, k) / Number(se) - 1)).toBeLessThan(1e-6);
}

describe.skipIf(!present)(
  `attGtMoments against did 2.5.1${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    let cells: Record<string, string>[];
    let aggregates: Record<string, string>[];
    beforeAll(() => {
      cells = csv("golden/01_did_mpdta_attgt.csv");
      aggregates = csv("golden/01_did_mpdta_aggte.csv");
    });

    it.each([
      ["never", "varying"],
      ["never", "universal"],
      ["notYet", "varying"],
      ["notYet", "universal"],
    ] as const)("%s %s", async (control, base) => {
      const { effects } = attGtMoments(await cohortMoments(mpdta()), { control, base, compat: "did" });
      const mine = (r: Record<string, string>) =>
        r.xformla === "~1" &&
        r.control === (control === "never" ? "nevertreated" : "notyettreated") &&
        r.est === "dr" &&
        r.base === base;
      const golden = cells.filter(mine);
      expect(effects.terms.length).toBe(golden.length);
      for (const row of golden) {
        check(
          effects,
          effects.terms.findIndex((t) => t.group === Number(row.group) && t.time === Number(row.t)),
          row,
        );
      }
      for (const type of ["simple", "dynamic", "group", "calendar"] as const) {
        const figures = aggregate(effects, { type });
        const rows = aggregates.filter((r) => mine(r) && r.type === type);
        expect(figures.terms.length).toBe(rows.length);
        for (const row of rows) {
          const at = (k: number) => figures.terms[k].event ?? figures.terms[k].group ?? figures.terms[k].time;
          const k = row.egt === "" ? 0 : figures.terms.findIndex((t, j) => t.kind !== "overall" && at(j) === Number(row.egt));
          check(figures, k, row);
        }
      }
    });

    it.each([
      ["simple RC (panel=FALSE) dr ~1", "sections"],
      ["simple weights=exp(lpop) dr ~1", "weights"],
      ["simple cluster=state dr ~1 analytic", "state"],
    ])("%s", async (key, kind) => {
      const golden = JSON.parse(readFileSync(new URL("golden/01_did_mpdta.json", reference), "utf8"))[key].r;
      const cluster = kind === "state" ? { cluster: "state" } : {};
      const moments = await cohortMoments(kind === "sections" ? mpdtaSections() : mpdta(kind === "weights"), cluster);
      const figures = aggregate(attGtMoments(moments, { compat: "did", ...cluster }).effects, { type: "simple" });
      check(figures, 0, { att: golden[0], se: golden[1] });
    });
  },
);
