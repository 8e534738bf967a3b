import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import type { Fit } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { inferenceOptions } from "../options/inference-options.js";
import { randomWaves } from "../random-waves.fixture.js";
import { twoWay } from "../regression/two-way.js";
import { waveEffects } from "../wave-effects.js";
import { inferBeside } from "./infer.js";

const beside = ["wildBootstrap", "scoreBootstrap", "multiplierBootstrap"] as const;
const options = { ...inferenceOptions.parse({ beside: [...beside], draws: 1999 }), level: 0.95 };
const post = ({ effects }: Fit) =>
  Float64Array.from(effects.terms, (t) => ((t.event ?? 0) >= 0 && t.outcome === effects.terms[0].outcome ? t.n : 0));

describe("wild, score and multiplier bootstrap beside one another", () => {
  const { panel, comparison } = randomWaves({ seed: 3, sets: [14, 16], effect: 1.5, periods: 14 });
  it.each([
    ["matched sets", () => waveEffects(panel, comparison, { adjust: [] })],
    ["group-time effects by town", () => attGt(randomPanel({ seed: 2, units: 96 }), { outcomes: ["y"], cluster: "town" })],
    ["two-way fixed effects", () => twoWay(randomPanel({ seed: 2 }), { outcomes: ["y"] })],
  ] as [string, () => Fit][])("%s", async (_, make) => {
    const fit = make();
    const c = post(fit);
    const { results, problems } = await inferBeside(fit, c, options, { seed: 1 });
    expect(problems).toEqual([]);
    expect(results.map((r) => r.method)).toEqual(beside);
    const own = linearCombination(fit.effects, c);
    for (const r of results) {
      expect(r.estimate / own.estimate).toBeCloseTo(1, 9);
      expect(r.se! / own.se).toBeGreaterThan(0.7);
      expect(r.se! / own.se).toBeLessThan(1.3);
      expect(r.lower).toBeLessThan(r.estimate);
      expect(r.upper).toBeGreaterThan(r.estimate);
      // An effect of more than five standard errors.
      expect(r.p).toBeLessThan(0.02);
      expect(r.pAbove).toBeLessThan(0.02);
      expect(r.pBelow).toBeGreaterThan(0.9);
    }
  });

  it("covariates leave the wild bootstrap out and name another way", async () => {
    const fit = attGt(randomPanel({ seed: 2, units: 96 }), { outcomes: ["y"], covariates: ["z"] });
    const { results, problems } = await inferBeside(fit, post(fit), options, { seed: 1 });
    expect(results.map((r) => r.method)).toEqual(beside.slice(1));
    expect(problems.map((p) => [p.code, p.severity])).toEqual([["effects/wild-not-least-squares", "warning"]]);
  });
});
