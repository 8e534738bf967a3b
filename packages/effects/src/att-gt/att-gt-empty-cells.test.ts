import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { aggregate } from "./aggregate.js";
import { attGt } from "./att-gt.js";
import { randomPanel, sectionsOf } from "./random-panel.fixture.js";

const y = { outcomes: ["y"] };
const codes = (problems: readonly { readonly code: string }[]) => [...new Set(problems.map((p) => p.code))];
const start = (panel: Panel, to: (g: number, i: number) => number): Panel => ({
  ...panel,
  firstTreated: panel.firstTreated.map(to),
});

describe("a cell that cannot be estimated says why, and what follows for averages", () => {
  const panel = randomPanel({ seed: 1 });

  it("with one treated unit", () => {
    const one = start(panel, (g, i) => (g === 5 && i > 1 ? NEVER : g));
    const { effects } = attGt(one, y);
    effects.terms.forEach((t, k) => {
      expect(Number.isNaN(effects.estimate[k])).toBe(t.group === 5);
    });
    const told = effects.problems.filter((p) => p.code === "effects/cell-one-unit");
    expect(told[0].params).toEqual({ outcome: "y", group: 5, time: 2, treated: 1, controls: 44 });
    expect(told.length).toBe(effects.terms.filter((t) => t.group === 5).length);
    const simple = aggregate(effects, { type: "simple" });
    expect(simple.estimate[0]).not.toBeNaN();
    expect(simple.problems.at(-1)).toMatchObject({ code: "effects/aggregate-left-out", params: { which: "ATT(5, 5)" } });
  });

  it("tells the level of nobody alone, and has no base where a group has no effect", () => {
    const one = start(panel, (g, i) => (g === 5 && i > 1 ? NEVER : g));
    // The first goes by sums by cohort, the others by units and by rows.
    for (const extra of [{}, { covariates: ["b"], method: "ipw" as const }, { incomplete: "crossSection" as const }]) {
      const levels = attGt(one, { ...y, base: "universal", ...extra }).withLevels!();
      levels.terms.forEach(({ group }, k) => {
        expect(Number.isNaN(levels.estimate[k])).toBe(group === 5);
      });
    }
  });

  it("keeps the base of a universal base at 0 where covariates are separated", () => {
    const apart = { name: "apart", values: Float64Array.from(panel.firstTreated, (g) => (g === 3 ? 1 : 0)) };
    const given = { ...panel, covariates: [apart] };
    for (const incomplete of ["error", "crossSection"] as const) {
      const { effects } = attGt(given, { ...y, base: "universal", method: "ipw", covariates: ["apart"], incomplete });
      const base = effects.terms.findIndex((t) => t.group === 3 && t.time === 2);
      expect(effects.estimate[base]).toBe(0);
      expect(effects.estimate[base + 1]).toBeNaN();
    }
  });

  it("leaves out units of weight 0, as if they had not been given", () => {
    const samplingWeight = Float64Array.from({ length: 60 }, (_, i) => (i % 5 === 0 ? 0 : 1 + (i % 3)));
    const given = { ...panel, samplingWeight };
    const seen = panel.observed.map((v, c) => (samplingWeight[Math.floor(c / 5)] > 0 ? v : 0));
    for (const extra of [{}, { covariates: ["z"] }, { incomplete: "crossSection" as const }]) {
      const fit = attGt(given, { ...y, ...extra });
      const without = attGt(
        { ...given, observed: seen, samplingWeight: samplingWeight.map((w) => w || 1) },
        {
          ...y,
          incomplete: "full",
          ...extra,
        },
      );
      expect(fit.effects.clusters).toBe(48);
      expect(fit.effects.covariance).toEqual(without.effects.covariance);
      const { basis, problems } = fit.effects;
      if (basis.kind !== "influence") throw new Error("no influence");
      const K = fit.effects.terms.length;
      const variance = basis.rows.reduce((sum, v, c) => sum + (c % K === 0 ? v * v : 0), 0);
      expect(variance).toBeCloseTo(fit.effects.covariance[0], 12);
      fit.refit(new Float64Array(48).fill(1)).forEach((v, k) => {
        expect(v).toBeCloseTo(fit.effects.estimate[k], 12);
      });
      expect(problems[0]).toMatchObject({ code: "effects/weightless", params: { count: 12, units: 60 } });
    }
  });

  it("without a period before the start", () => {
    const early = start(panel, (g) => (g === 3 ? 1 : g));
    const { effects } = attGt(early, y);
    expect(effects.problems[0]).toMatchObject({ code: "effects/always-treated", params: { count: 15 } });
    expect(effects.terms.every((t) => t.group === 5)).toBe(true);
    expect(effects.use).toEqual({ units: 45, unitsGiven: 60, rows: 225, rowsGiven: 300 });
    expect(() =>
      attGt(
        start(panel, (g) => (g === NEVER ? g : ALWAYS)),
        y,
      ),
    ).toThrow("no unit starts");
    // Anticipation takes the last period before away.
    expect(attGt(panel, { ...y, anticipation: 2 }).effects.terms.every((t) => t.group === 5)).toBe(true);
  });

  it("without never-treated units", () => {
    const all = start(panel, (g) => (g === NEVER ? 4 : g));
    expect(() => attGt(all, y)).toThrow("Use control: notYet");
    const { effects } = attGt(all, { ...y, control: "notYet" });
    expect(effects.problems[0]).toMatchObject({ code: "effects/last-group-as-control", params: { group: 5, from: 5 } });
    expect(Math.max(...effects.terms.map((t) => t.time!))).toBe(4);
    const last = randomPanel({ seed: 2, starts: [1, 2] });
    expect(() => attGt(last, { ...y, control: "notYet" })).toThrow("usable period");
  });

  it("with gaps in time: the base is the last period there is", () => {
    const gappy = randomPanel({ seed: 3, ordinals: [1, 2, 5, 9], starts: [5, 7, NEVER] });
    const { effects } = attGt(gappy, { ...y, base: "universal" });
    const reference = effects.terms.flatMap((t, k) => (effects.estimate[k] === 0 ? [`${t.group}/${t.time}`] : []));
    expect(reference).toEqual(["5/2", "7/5"]);
    expect(effects.terms.map((t) => t.event)).toEqual([-4, -3, 0, 4, -6, -5, -2, 2]);
  });

  it("with separated covariates, collinear ones, or without overlap", () => {
    const apart = { name: "apart", values: Float64Array.from(panel.firstTreated, (g) => (g === 3 ? 1 : 0)) };
    const given = { ...panel, covariates: [...panel.covariates, apart, { name: "twice", values: panel.covariates[0].values }] };
    for (const method of ["ipw", "dr", "drImproved"] as const) {
      const { effects } = attGt(given, { ...y, method, covariates: ["z", "apart"] });
      effects.terms.forEach((t, k) => {
        expect(Number.isNaN(effects.estimate[k])).toBe(t.group === 3);
      });
      expect(effects.problems.find((p) => p.code === "effects/cell-separated")?.params.covariates).toBe("apart");
    }
    const twice = attGt(given, { ...y, covariates: ["z", "twice"] }).effects;
    expect(twice.estimate).toEqual(attGt(given, { ...y, covariates: ["z"] }).effects.estimate);
    expect(twice.problems.filter((p) => p.params.covariates === "twice").length).toBe(twice.terms.length);
    const far = { name: "far", values: panel.covariates[0].values.map((v, i) => (i === 0 ? 90 : v)) };
    const beyond = attGt({ ...panel, covariates: [far] }, { ...y, covariates: ["far"] }).effects;
    expect(beyond.problems[0]).toMatchObject({ code: "effects/cell-overlap", params: { group: 3 } });
    expect(beyond.problems[0].params.highest).toBeGreaterThan(0.999);
  });

  it("with more covariates than controls, or treated rows of cross-sections", () => {
    const few = randomPanel({ seed: 4, units: 12, starts: [3, 3, 3, NEVER] });
    const { effects } = attGt(few, { ...y, covariates: ["z", "b"], method: "reg" });
    expect(codes(effects.problems)).toEqual(["effects/cell-few-controls"]);
    const treated = sectionsOf(randomPanel({ seed: 4, units: 40, starts: [3, ...new Array(15).fill(NEVER)] }));
    expect(codes(attGt(treated, { ...y, covariates: ["z", "b"] }).effects.problems)).toContain("effects/cell-few-treated");
  });

  it("where no weights of the controls balance the covariates, with the estimate of dr", () => {
    // The treated overlap with the controls, who lie between 0 and 1, but their mean is 1.11.
    const treated = (i: number) => i % 4 === 0;
    const values = Float64Array.from({ length: 60 }, (_, i) => (!treated(i) ? (i % 11) / 10 : i < 12 ? 0.2 + i / 40 : 1.3));
    const out = start({ ...panel, covariates: [{ name: "out", values }] }, (_, i) => (treated(i) ? 3 : NEVER));
    const improved = attGt(out, { ...y, covariates: ["out"], method: "drImproved" }).effects;
    const dr = attGt(out, { ...y, covariates: ["out"] }).effects;
    expect(codes(improved.problems)).toEqual(["effects/cell-not-calibrated"]);
    expect(improved.estimate).toEqual(dr.estimate);
    expect(improved.covariance).toEqual(dr.covariance);
    expect(dr.estimate.some(Number.isNaN)).toBe(false);
  });

  it("with a constant outcome: the estimate is 0 and its standard error means nothing", () => {
    const constant = { ...panel, measures: [{ name: "y", unit: "kr", values: new Float64Array(300).fill(0.1) }] };
    for (const input of [y, { ...y, covariates: ["z"] }, { ...y, incomplete: "crossSection" as const }]) {
      const { effects } = attGt(constant, input);
      for (const v of effects.estimate) expect(v).toBeCloseTo(0, 12);
      expect(effects.problems.filter((p) => p.code === "effects/cell-constant").length).toBe(effects.terms.length);
    }
  });

  it("without a base of its season", () => {
    const quarters = randomPanel({ seed: 6, ordinals: [8000, 8001, 8002, 8003, 8004, 8005], starts: [8003, 8005, NEVER, NEVER] });
    const yearly = { ...quarters, periods: { ...quarters.periods, unit: "quarter" as const } };
    const { effects } = attGt(yearly, { ...y, baseSeason: "same" });
    const known = effects.terms.flatMap((t, k) => (Number.isNaN(effects.estimate[k]) ? [] : [`${t.group}/${t.time}`]));
    expect(known).toEqual(["8003/8004", "8003/8005", "8005/8004", "8005/8005"]);
    expect(effects.problems.filter((p) => p.code === "effects/cell-no-base").length).toBe(effects.terms.length - 4);
    const any = attGt(yearly, y).effects;
    const at = (e: typeof any, g: number, t: number) => e.estimate[e.terms.findIndex((k) => k.group === g && k.time === t)];
    expect(at(effects, 8005, 8005)).not.toBeCloseTo(at(any, 8005, 8005), 3);
    const withCovariate = attGt(yearly, { ...y, baseSeason: "same", covariates: ["z"], method: "reg" }).effects;
    expect(withCovariate.problems.filter((p) => p.code === "effects/cell-no-base").length).toBe(effects.terms.length - 4);
  });

  it("refuses what it cannot do, with a next step", () => {
    expect(() => attGt(panel, { outcomes: ["x"] })).toThrow("no outcome named x");
    expect(() => attGt(panel, { covariates: ["constructor"] })).toThrow("no covariate named constructor");
    expect(() => attGt(panel, { timeVarying: ["constructor"] })).toThrow("no outcome named constructor");
    expect(() => attGt(panel, { ...y, cluster: "school" })).toThrow("town");
    expect(() =>
      attGt({ ...panel, clusterings: [{ name: "all", of: new Int32Array(60), count: 1 }] }, { ...y, cluster: "all" }),
    ).toThrow("1 cluster");
    expect(() => attGt(panel, { timeVarying: ["m"], incomplete: "crossSection" })).toThrow("pairwise");
    expect(() => attGt(sectionsOf(panel), { timeVarying: ["m"] })).toThrow("pairwise");
    expect(() => attGt(sectionsOf(panel), { incomplete: "full" })).toThrow("seen once");
    expect(() => attGt({ ...panel, samplingWeight: new Float64Array(60).fill(-1) })).toThrow("0 or more");
    for (const data of [panel, sectionsOf(panel)]) {
      const fit = attGt(data, y);
      expect(() => fit.refit(new Float64Array(3))).toThrow();
      expect(() => fit.refit(new Float64Array(fit.effects.clusters).fill(1), new Uint8Array(1))).toThrow("no roles to move");
    }
  });
});

describe("units that are not observed throughout", () => {
  const holed = randomPanel({ seed: 9, gaps: 0.08 });

  it("are refused with their numbers by group, left out, used where seen, or used as rows", () => {
    expect(() => attGt(holed, y)).toThrow(/units are not observed in every period \(.* of 3, .* of 5, .* of never treated\)/);
    const full = attGt(holed, { ...y, incomplete: "full" }).effects;
    const pairwise = attGt(holed, { ...y, incomplete: "pairwise" }).effects;
    const rows = attGt(holed, { ...y, incomplete: "crossSection" }).effects;
    const count = (e: typeof full, code: string) => e.problems.find((p) => p.code === code)!.params.count as number;
    const left = count(full, "effects/incomplete-dropped");
    expect(full.use).toEqual({ units: 60 - left, unitsGiven: 60, rows: 5 * (60 - left), rowsGiven: pairwise.use!.rowsGiven });
    // Some are never seen in a period together with its base.
    expect(pairwise.use!.units).toBeGreaterThan(60 - left);
    expect(pairwise.use!.rows).toBeLessThanOrEqual(rows.use!.rows);
    expect(rows.use!.rows).toBe(rows.use!.rowsGiven);
    expect(count(pairwise, "effects/pairwise-used")).toBe(left);
    expect(count(rows, "effects/as-cross-sections")).toBe(left);
    const byGroup = full.problems.filter((p) => p.code.startsWith("effects/of-"));
    expect(byGroup.reduce((sum, p) => sum + (p.params.count as number), 0)).toBe(left);
    // Shares are those of all units that stay, whomever the cells saw.
    if (pairwise.basis.kind !== "influence") throw new Error("no influence");
    for (const share of pairwise.basis.shares!.share) expect(share).toBeCloseTo(0.25, 12);
  });

  it("and those who lack a covariate are left out and counted", () => {
    const panel = randomPanel({ seed: 10 });
    const z = panel.covariates[0].values.slice();
    z[0] = Number.NaN;
    z[2] = Number.NaN;
    const { effects } = attGt({ ...panel, covariates: [{ name: "z", values: z }] }, { ...y, covariates: ["z"], method: "reg" });
    expect(effects.problems[0]).toMatchObject({ code: "effects/covariate-missing", params: { count: 2, units: 60, treated: 1 } });
    expect(effects.use!.units).toBe(58);
  });

  it("and a time-varying covariate comes with a reminder", () => {
    const { effects } = attGt(holed, { ...y, timeVarying: ["m"], method: "reg", incomplete: "pairwise" });
    expect(effects.problems[0]).toMatchObject({ code: "effects/time-varying", severity: "note", params: { covariates: "m" } });
    const earlier = attGt(holed, {
      ...y,
      timeVarying: ["m"],
      covariatesFrom: "earlier",
      base: "universal",
      incomplete: "pairwise",
    });
    const base = attGt(holed, { ...y, timeVarying: ["m"], covariatesFrom: "base", base: "universal", incomplete: "pairwise" });
    earlier.effects.terms.forEach((t, k) => {
      const same = earlier.effects.estimate[k] === base.effects.estimate[k];
      expect(same || Number.isNaN(base.effects.estimate[k])).toBe(t.time! >= t.group! - 1);
    });
  });
});
