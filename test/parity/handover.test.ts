import { bytesSource } from "@kontrafakt/cohort";
import {
  aggregate,
  attGt,
  attGtHandover,
  type Effects,
  type HandoverFile,
  mean,
  readEffects,
  standardError,
  total,
} from "@kontrafakt/effects";
import { describe, expect, it } from "vitest";
import { csv, mpdta, present, required } from "./mpdta.js";

// The hand-over on mpdta against did 2.5.1: what its script calls and stops at is what golden/01 holds for that call (points 1e-8 absolute,
// standard errors 1e-6 relative). Effects that go through files come back to the bit.

/** The files that handover/effects-to-file.R writes inside a register environment. */
function written(effects: Effects): Map<string, string> {
  const label = effects.terms.map((t) => `${t.outcome}:${t.group}:${t.time}`);
  const K = effects.terms.length;
  const quoted = (cells: readonly (string | number)[]) => cells.map((cell) => `"${cell}"`).join(",");
  const head = "term,outcome,unit,kind,scale,group,time,event,of,n,controls,personPeriods,estimate,se,df,clusters";
  const terms = effects.terms.map((t, k) =>
    quoted([
      ...[label[k], t.outcome, t.unit, t.kind, "", t.group!, t.time!, "", "", t.n, t.controls, t.personPeriods],
      ...[effects.estimate[k], standardError(effects, k), "", effects.clusters],
    ]),
  );
  const square = label.map((name, a) => quoted([name, ...effects.covariance.subarray(a * K, (a + 1) * K)]));
  return new Map([
    ["terms.csv", [quoted(head.split(",")), ...terms].join("\n")],
    ["covariance.csv", [quoted(["term", ...label]), ...square].join("\n")],
    ["cohorts.csv", ['"group","units"', '"2004","20"', '"2006","40"', '"2007","131"', '"never","309"'].join("\n")],
  ]);
}

const textOf = (files: readonly HandoverFile[], path: string) => [...files.find((f) => f.path === path)!.text].join("");

describe.skipIf(!present && !required)("hand-over on mpdta", () => {
  it("effects come back from files to the bit, with total, mean and their standard errors", async () => {
    const { effects } = attGt(mpdta(), { compat: "did" });
    const files = written(effects);
    const sources = new Map([...files].map(([name, text]) => [name, bytesSource(name, new TextEncoder().encode(text))]));
    const options = { terms: { file: "terms.csv" }, covariance: { file: "covariance.csv" }, cohorts: { file: "cohorts.csv" } };
    const read = await readEffects(sources, options, undefined, [{ name: "lemp", unit: "log" }]);
    expect(read.problems).toEqual([]);
    expect(read.terms).toEqual(effects.terms.map(({ effective: _, ...term }) => term));
    expect(read.estimate).toEqual(effects.estimate);
    expect(read.covariance).toEqual(effects.covariance);
    expect(read.df).toEqual(effects.df);
    expect(read.clusters).toBe(500);
    for (const summary of [total, mean]) {
      const [there, here] = [summary(read, "lemp"), summary(effects, "lemp")];
      expect(there.estimate).toEqual(here.estimate);
      expect(standardError(there, 0)).toBe(standardError(here, 0));
      expect(there.df).toEqual(here.df);
    }
    const golden = csv("golden/01_did_mpdta_aggte.csv").find(
      (r) => r.xformla === "~1" && r.control === "nevertreated" && r.est === "dr" && r.base === "varying" && r.type === "simple",
    );
    expect(Math.abs(mean(read, "lemp").estimate[0] - Number(golden?.att))).toBeLessThan(1e-8);
  });

  const attgt = present ? csv("golden/01_did_mpdta_attgt.csv") : [];
  const aggte = present ? csv("golden/01_did_mpdta_aggte.csv") : [];
  const cases = ["~1", "~lpop"].flatMap((xformla) =>
    ["nevertreated", "notyettreated"].flatMap((control) =>
      ["dr", "ipw", "reg"].flatMap((est) => ["varying", "universal"].map((base) => [xformla, control, est, base] as const)),
    ),
  );
  it.each(cases)("the script calls did with %s, %s, %s, %s, and stops at what did gives", (xformla, control, est, base) => {
    const options = {
      covariates: xformla === "~1" ? [] : ["lpop"],
      control: control === "nevertreated" ? ("never" as const) : ("notYet" as const),
      method: est as "dr" | "ipw" | "reg",
      base: base as "varying" | "universal",
    };
    const panel = mpdta();
    const files = attGtHandover(panel, options, ["r"]);
    const script = textOf(files, "recompute.R");
    expect(script.replace(/\s+/g, " ")).toContain(
      `did::att_gt( yname = outcome, tname = "period", idname = "unit", gname = "first", xformla = ${xformla.replace("~l", "~ l")}, data = panel, ` +
        `control_group = "${control}", est_method = "${est}", base_period = "${base}", anticipation = 0, ` +
        "panel = TRUE, allow_unbalanced_panel = FALSE, bstrap = FALSE, cband = FALSE )",
    );
    const own = (r: Record<string, string>) => r.xformla === xformla && r.control === control && r.est === est && r.base === base;
    const found = new Map(attgt.filter(own).map((r) => [`${r.group}/${r.t}`, Number(r.att)]));
    const [, ...lines] = textOf(files, "cells.csv").trim().split("\n");
    let sum = 0;
    let people = 0;
    for (const line of lines) {
      const [, group, time, , , , n, estimate] = line.split(",");
      const att = found.get(`${group}/${time}`)!;
      expect(Math.abs(Number(estimate) - att)).toBeLessThan(1e-8);
      if (Number(time) < Number(group)) continue;
      sum += Number(n) * att;
      people += Number(n);
    }
    const figure = (name: string) => Number(new RegExp(`\\b${name} = c\\(([^)]+)\\)`).exec(script)?.[1]);
    expect(Math.abs(sum / people - figure("mean"))).toBeLessThan(1e-8);
    const simple = aggte.find((r) => own(r) && r.type === "simple")!;
    expect(Math.abs(Number(simple.att) - figure("simple"))).toBeLessThan(1e-8);
    expect(Math.abs(Number(simple.se) / figure("simple_se") - 1)).toBeLessThan(1e-6);
    expect(aggregate(attGt(panel, options).effects, { type: "simple" }).estimate[0]).toBe(figure("simple"));
  });
});
