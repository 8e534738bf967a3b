import { existsSync, readFileSync } from "node:fs";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { aggregate, attGt, type Effects, standardError, waldPretest } from "@kontrafakt/effects";
import { exp } from "@kontrafakt/numerics";
import { beforeAll, describe, expect, it } from "vitest";

// Against did 2.5.1 (R 4.2.2) on mpdta, compat: did. Points 1e-8 absolute, standard errors 1e-6 relative, W 1e-6 relative.
// Deliberate difference: the base of a universal base is 0 with variance 0 here, 0 with a missing standard error there.
const reference = new URL("../../../shared/reference/", import.meta.url);
const present = existsSync(reference);
const required = process.env.CI_RUN === "1";

function csv(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(path, reference), "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, j) => [name, values[j]]));
  });
}

function mpdta(weights = false): Panel {
  const rows = csv("data/mpdta.csv");
  const ids = [...new Set(rows.map((r) => r.countyreal))];
  const place = new Map(ids.map((id, i) => [id, i]));
  const n = ids.length;
  const values = new Float64Array(n * 5).fill(Number.NaN);
  const observed = new Uint8Array(n * 5);
  const firstTreated = new Int32Array(n);
  const lpop = new Float64Array(n);
  for (const r of rows) {
    const i = place.get(r.countyreal)!;
    const at = i * 5 + Number(r.year) - 2003;
    values[at] = Number(r.lemp);
    observed[at] = 1;
    firstTreated[i] = r["first.treat"] === "0" ? NEVER : Number(r["first.treat"]);
    lpop[i] = Number(r.lpop);
  }
  const states = ids.map((id) => Math.floor(Number(id) / 1000));
  const distinct = [...new Set(states)];
  return {
    kind: "panel",
    units: n,
    periods: { unit: "year", ordinals: Int32Array.from([2003, 2004, 2005, 2006, 2007]) },
    ids,
    firstTreated,
    observed,
    measures: [{ name: "lemp", unit: "log", values }],
    covariates: [{ name: "lpop", values: lpop }],
    clusterings: [{ name: "state", of: Int32Array.from(states, (s) => distinct.indexOf(s)), count: distinct.length }],
    ...(weights ? { samplingWeight: lpop.map((v) => exp(v)) } : {}),
  };
}

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
      const test = waldPretest(effects, "lemp")!;
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

    it("drops incomplete units as did does, when asked", () => {
      const full = mpdta();
      // r/01_did_mpdta.R drops rows 7, 20, 33, … of the data as shipped.
      const rows = csv("data/mpdta.csv");
      const place = new Map(full.ids.map((id, i) => [id, i]));
      for (let row = 7; row <= rows.length; row += 13) {
        const r = rows[row - 1];
        const at = place.get(r.countyreal)! * 5 + Number(r.year) - 2003;
        full.observed[at] = 0;
        full.measures[0].values[at] = Number.NaN;
      }
      expect(() => attGt(full, {})).toThrow(/of 500 units are not observed in every period/);
      const { effects } = attGt(full, { incomplete: "drop", compat: "did" });
      const [att, se] = golden("unbalanced dropped-to-balanced dr ~1");
      check(aggregate(effects, { type: "simple" }), 0, att, se);
      expect(effects.problems.map((p) => p.code)).toContain("effects/incomplete-dropped");
    });
  },
);
