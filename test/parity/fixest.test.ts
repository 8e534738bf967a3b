import { averages, type Effects, eventStudy, standardError, sunAbraham, twoWay } from "@kontrafakt/effects";
import { exp } from "@kontrafakt/numerics";
import { beforeAll, describe, expect, it } from "vitest";
import { baseDid, baseStagg, cardKrueger, type Figures, golden, mpdta, present, required } from "./fixest-panels.js";

// Against fixest 0.14.2 (R 4.2.2). Points 1e-8, standard errors 1e-6, relative. Where clustered, df = clusters − 1 as there.
// The coefficient of a covariate is no effect and is not handed on: the kernel's own tests show it.
// Not here: "trade ppml 3FE" (its data are not among the reference data, and count models come later).

const close = (actual: number, expected: number, share: number) =>
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThan(share * Math.abs(expected));

function same(effects: Effects, figures: Figures[string], name: (k: number) => string): void {
  const wanted = Object.keys(figures.coef).filter(
    (key) => key !== "x1" && !key.startsWith("year::") === !name(0).startsWith("year::"),
  );
  expect(effects.terms.map((_, k) => name(k)).sort()).toEqual(wanted.sort());
  effects.terms.forEach((_, k) => {
    close(effects.estimate[k], figures.coef[name(k)], 1e-8);
    close(standardError(effects, k), figures.se[name(k)], 1e-6);
  });
}

describe.skipIf(!present && !required)("fixest 0.14.2", () => {
  let figures: Figures;
  beforeAll(() => {
    figures = golden();
  });
  const fixest = { covariates: ["x1"], outcomes: ["y"], compat: "fixest" as const };

  it.each([
    ["iid", { variance: "iid" }],
    ["hetero", { variance: "hetero" }],
    ["cluster id", {}],
    ["twoway id+period", { cluster: ["unit", "period"] as string[] }],
    ["NW", { variance: "neweyWest", lags: 2 }],
    ["DK", { variance: "driscollKraay", lags: 2 }],
  ] as const)("base_did event study %s", (name, options) => {
    const { effects } = eventStudy(baseDid(), { ...fixest, ...options });
    const key = ["NW", "DK"].includes(name) ? `base_did ${name}` : `base_did event study ${name}`;
    same(effects, figures[key], (k) => `period::${effects.terms[k].event! + 6}:treat`);
  });

  it.each([
    ["cluster id", {}],
    ["iid", { variance: "iid" }],
    ["hetero", { variance: "hetero" }],
    ["cluster id ssc adj=FALSE G.adj=FALSE", { compat: "large" }],
  ] as const)("base_did static %s", (name, options) => {
    same(twoWay(baseDid(), { ...fixest, ...options }).effects, figures[`base_did static TWFE ${name}`], () => "treat:post");
  });

  it("base_stagg naive event study", () => {
    const { effects } = eventStudy(baseStagg(), fixest);
    same(effects, figures["base_stagg TWFE naive event study"], (k) => `time_to_treatment::${effects.terms[k].event}`);
  });

  it("base_stagg by cohort and its averages", () => {
    const { effects } = sunAbraham(baseStagg(), fixest);
    const event = averages(effects, "y", { by: "event" });
    same(event, figures["base_stagg sunab event-study (cluster id)"], (k) => `year::${event.terms[k].event}`);
    same(averages(effects, "y", { by: "simple" }), figures["base_stagg sunab ATT (cluster id)"], () => "ATT");
    const group = averages(effects, "y", { by: "group" });
    same(group, figures["base_stagg sunab cohort (cluster id)"], (k) => `cohort::${group.terms[k].group}`);
    const cells = figures["base_stagg sunab(att=TRUE)"];
    effects.terms.forEach(({ event: e, group: g }, k) => {
      if (e! > -1) return;
      close(effects.estimate[k], cells.coef[`year::${e}:cohort::${g}`], 1e-8);
      close(standardError(effects, k), cells.se[`year::${e}:cohort::${g}`], 1e-6);
    });
    const iid = sunAbraham(baseStagg(), { ...fixest, variance: "iid" }).effects;
    same(averages(iid, "y", { by: "simple" }), figures["base_stagg sunab iid att"], () => "ATT");
  });

  it("mpdta", () => {
    const { effects } = sunAbraham(mpdta(), { compat: "fixest" });
    const event = averages(effects, "lemp", { by: "event" });
    same(event, figures["mpdta sunab event-study cluster county"], (k) => `year::${event.terms[k].event}`);
    same(averages(effects, "lemp", { by: "simple" }), figures["mpdta sunab ATT cluster county"], () => "ATT");
    same(twoWay(mpdta(), { compat: "fixest" }).effects, figures["mpdta TWFE static cluster county"], () => "post");
    const weighted = twoWay(
      mpdta((r) => exp(Number(r.lpop))),
      { compat: "fixest" },
    ).effects;
    same(weighted, figures["mpdta TWFE static weighted exp(lpop)"], () => "post");
  });

  // fte ~ nj*d without unit effects: the interaction is the static effect with state and period effects.
  it.each([
    ["hetero", { variance: "hetero" }],
    ["iid", { variance: "iid" }],
    ["cluster id", {}],
  ] as const)("Card-Krueger %s", (name, options) => {
    const { effects } = twoWay(cardKrueger(), { effects: ["nj", "period"], compat: "fixest", ...options });
    const { coef, se } = figures[`Card-Krueger fte ~ nj*d ${name}`];
    same(effects, { coef: { "nj:d": coef["nj:d"] }, se }, () => "nj:d");
  });
});
