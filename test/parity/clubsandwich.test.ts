import { readFileSync } from "node:fs";
import { type Effects, type Fit, standardError, twoWay } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";
import { castle, present, reference, required } from "./fixest-panels.js";

// Two-way fixed effects on castle (50 states, 2000–2010) against clubSandwich 0.5.8, sandwich, multiwayvcov and fixest, relative 1e-8.
// clubSandwich's CR1S and multiwayvcov count every coefficient, fixed effects too: the factor of `leastSquares`. Its CR3 was not computed there.

type Figures = Record<string, { est: number; se: number; df: number | null; t: number }>;
const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe.skipIf(!present && !required)("clustered covariances of castle", () => {
  let golden: Figures;
  beforeAll(() => {
    golden = JSON.parse(readFileSync(new URL("golden/14_cluster.json", reference), "utf8"));
  });
  const outcomes = ["l_homicide"];
  const check = (effects: Effects, name: string, factor = 1) => {
    expect(relative(effects.estimate[0], golden[name].est)).toBeLessThan(1e-9);
    expect(relative(factor * standardError(effects, 0), golden[name].se)).toBeLessThan(1e-9);
    if (golden[name].df) expect(relative(effects.df[0], golden[name].df!)).toBeLessThan(1e-9);
  };

  it.each(["CR0", "CR1", "CR2"] as const)("%s, with degrees of freedom", (covariance) => {
    const { effects } = twoWay(castle(), { outcomes, inference: { covariance } });
    check(effects, `castle TWFE ${covariance} Satterthwaite`);
    expect(effects.inference).toMatchObject({ covariance, degrees: "bellMcCaffrey", clusters: 50, reason: "asked" });
  });

  it("CR2 by default, with weights too", () => {
    check(twoWay(castle(), { outcomes }).effects, "castle TWFE CR2 Satterthwaite");
    check(twoWay(castle("popwt"), { outcomes }).effects, "castle weighted TWFE CR2");
  });

  it("rows as clusters: HC0 to HC3", () => {
    const rows = (covariance: "CR0" | "CR2" | "CR3") =>
      twoWay(castle(), { outcomes, cluster: ["unit*period"], inference: { covariance } }).effects;
    check(rows("CR0"), "castle TWFE HC0");
    check(twoWay(castle(), { outcomes, variance: "hetero" }).effects, "castle TWFE HC1");
    check(rows("CR2"), "castle TWFE HC2");
    check(rows("CR3"), "castle TWFE HC3", Math.sqrt(550 / 549));
  });

  it("fixest, one way and two ways, and the factor that counts all coefficients", () => {
    const compat = "fixest" as const;
    check(twoWay(castle(), { outcomes, compat }).effects, "fixest ~state");
    check(twoWay(castle(), { outcomes, compat, cluster: ["unit", "period"] }).effects, "fixest ~state + year");
    const fit: Fit = twoWay(castle(), { outcomes, inference: { covariance: "CR0" } });
    const { factor } = fit.leastSquares!(Float64Array.of(1));
    for (const name of ["CR1S Satterthwaite", "vcovCL HC1"]) check(fit.effects, `castle TWFE ${name}`, Math.sqrt(factor));
    check(fit.effects, "castle multiway cluster.vcov state", Math.sqrt(factor));
    expect(
      relative(golden["WCB rademacher TRUE"].t, fit.effects.estimate[0] / standardError(fit.effects, 0) / Math.sqrt(factor)),
    ).toBeLessThan(1e-9);
  });

  it("two ways with a factor for each way, from its three parts", () => {
    // multiwayvcov takes each part's own clusters, and White's without factor where both give single rows; the product takes the fewer of the two
    // clusterings for all three parts, as fixest does.
    const part = (by: string, G: number) => {
      const { effects } = twoWay(castle(), { outcomes, cluster: [by], inference: { covariance: "CR0" } });
      const factor = by === "unit*period" ? 1 : ((G / (G - 1)) * 549) / (550 - 61);
      return factor * standardError(effects, 0) ** 2;
    };
    const se = Math.sqrt(part("unit", 50) + part("period", 11) - part("unit*period", 550));
    expect(relative(se, golden["castle multiway cluster.vcov state+year"].se)).toBeLessThan(1e-9);
  });
});
