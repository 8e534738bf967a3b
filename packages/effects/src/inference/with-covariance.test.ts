import { NEVER } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import { tripleDifference } from "../decomposition/triple-difference.js";
import type { Effects, Fit } from "../effects-value.js";
import { imputation } from "../imputation/imputation.js";
import { twoStage } from "../imputation/two-stage.js";
import { linearCombination } from "../linear-combination.js";
import { randomWaves } from "../random-waves.fixture.js";
import { waveEffects } from "../wave-effects.js";
import { jackknife } from "./jackknife.js";

type Covariance = "auto" | "CR0" | "CR1" | "CR2" | "CR3";
type Make = (covariance: Covariance, compat?: boolean) => Fit;

const panel = randomPanel({ seed: 1, units: 48, ordinals: [1, 2, 3], starts: [2, 3, NEVER, NEVER] });
const eligible = { name: "eligible", values: Float64Array.from({ length: 48 }, (_, i) => (i % 8 < 4 ? 1 : 0)) };
const { panel: matchedPanel, comparison } = randomWaves({ seed: 2, sets: [5, 6], periods: 12 });
const base = { outcomes: ["y"], cluster: "town" };

const estimators: [string, Make, string][] = [
  ["attGt", (covariance, did) => attGt(panel, { ...base, inference: { covariance }, ...(did && { compat: "did" }) }), "did"],
  [
    "attGt, doubly robust",
    (covariance, did) => attGt(panel, { ...base, covariates: ["z"], inference: { covariance }, ...(did && { compat: "did" }) }),
    "did",
  ],
  [
    "imputation",
    (covariance, did) => imputation(panel, { ...base, inference: { covariance }, ...(did && { compat: "didimputation" }) }),
    "didimputation",
  ],
  [
    "twoStage",
    (covariance, did) => twoStage(panel, { ...base, inference: { covariance }, ...(did && { compat: "did2s" }) }),
    "did2s",
  ],
  [
    "waveEffects",
    (covariance, did) =>
      waveEffects(matchedPanel, comparison, { adjust: [], inference: { covariance }, ...(did && { compat: "did" }) }, ["first"]),
    "did",
  ],
];

const triple: Make = (covariance, did) =>
  tripleDifference(
    { ...panel, covariates: [...panel.covariates, eligible] },
    { outcomes: ["y"], eligible: "eligible", cluster: "town", inference: { covariance }, ...(did && { compat: "triplediff" }) },
  );

function same(found: Effects, expected: Float64Array, factor = 1): void {
  found.covariance.forEach((v, c) => {
    if (Number.isNaN(expected[c])) expect(v).toBeNaN();
    else expect(Math.abs(v - factor * expected[c])).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected[c])));
  });
}

describe("covariance that was asked for", () => {
  it.each([...estimators, ["tripleDifference", triple, "triplediff"] as const])("CR3 is the jackknife, %s", (_, make) => {
    const { effects, withLevels } = make("CR3");
    const by = jackknife(make("auto"));
    expect(effects.covariance).toEqual(by.covariance);
    expect(effects.df).toEqual(by.df);
    expect(effects.inference).toMatchObject({ covariance: "CR3", reason: "asked", clusters: effects.clusters });
    const levels = withLevels!();
    const K = effects.terms.length;
    const W = levels.terms.length;
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++) expect(levels.covariance[j * W + k]).toBe(effects.covariance[j * K + k]);
    expect(levels.inference).toEqual(effects.inference);
  });

  it.each(estimators)("CR0 has no factor, as the R package, and CR1 has G/(G − 1), %s", (_, make) => {
    const zero = make("CR0").effects;
    const one = make("CR1").effects;
    const package_ = make("auto", true).effects;
    same(zero, package_.covariance);
    const G = zero.clusters;
    same(one, zero.covariance, G / (G - 1));
    expect(one.estimate).toEqual(make("auto").effects.estimate);
    expect(new Set(one.df)).toEqual(new Set([G - 1]));
    expect(one.inference).toMatchObject({ covariance: "CR1", degrees: "clusters", reason: "asked" });
    const c = Float64Array.from(one.terms, (t, k) => (t.event! >= 0 && one.covariance[k * one.terms.length + k] > 0 ? 1 : 0));
    expect(linearCombination(one, c).df).toBeCloseTo(G - 1, 8);
    expect(linearCombination(one, c).se).toBeCloseTo(linearCombination(zero, c).se * Math.sqrt(G / (G - 1)), 12);
    const levels = make("CR1").withLevels!();
    expect(levels.inference).toEqual(one.inference);
    const W = levels.terms.length;
    expect(levels.covariance[0]).toBe(one.covariance[0]);
    expect(levels.df[W - 1]).toBe(G - 1);
  });

  it.each(estimators)("conflicts with another package's, %s", (_, make, name) => {
    for (const covariance of ["CR0", "CR1", "CR2", "CR3"] as const)
      expect(() => make(covariance, true)).toThrow(new RegExp(`${covariance} and the standard errors of ${name}`));
  });

  it("CR2 is what means and matched sets have; others are refused, naming CR3", () => {
    for (const [name, make] of estimators) {
      if (name === "attGt" || name === "waveEffects") {
        expect(make("CR2").effects.covariance).toEqual(make("auto").effects.covariance);
        expect(make("CR2").effects.inference).toMatchObject({ covariance: "CR2", reason: "asked" });
      } else expect(() => make("CR2")).toThrow(/Use CR3/);
    }
  });
});
