import { ALWAYS, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { denseArm, denseDegrees } from "../att-gt/arm-factors.fixture.js";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import type { Effects } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { imputation } from "./imputation.js";
import { twoStage } from "./two-stage.js";

const near = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)));

function rowsOf({ basis }: Effects): { rows: Float64Array; atoms: number } {
  if (basis.kind !== "influence") throw new Error("no influence");
  return basis;
}

describe("imputation and twoStage by arm", () => {
  it("multiply each person's influence by √(c/(c − 1)) of the c of the cohort, with Satterthwaite's df over cohorts", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const panel: Panel = randomPanel({
        seed,
        units: 30 + seed,
        starts: [3, 5, 4, 2147483647, 2147483647],
        weights: seed % 2 === 0,
      });
      for (const fit of [imputation, twoStage]) {
        const plain = fit(panel, { outcomes: ["y"], inference: { covariance: "CR0" } }).effects;
        const { effects } = fit(panel, { outcomes: ["y"] });
        const cohort = [...panel.firstTreated];
        const arm = (g: number) => {
          const w = cohort.flatMap((own, i) => (own === g ? [panel.samplingWeight?.[i] ?? 1] : []));
          return denseArm(
            w,
            w.map((_, i) => i),
          );
        };
        const K = effects.terms.length;
        const factor = cohort.map((g) => arm(g).factor[0]);
        const [from, to] = [rowsOf(plain), rowsOf(effects)];
        to.rows.forEach((v, c) => {
          near(v, from.rows[c] * factor[Math.floor(c / K)]);
        });
        const random = stream(seed, "test/unit-arms", 0);
        const weights = Float64Array.from({ length: K }, () => random.normal());
        const u = cohort.map((_, i) => weights.reduce((s, c, k) => s + c * to.rows[i * K + k], 0));
        near(
          linearCombination(effects, weights).df,
          denseDegrees(u, cohort, (g) => arm(g).df),
        );
        effects.df.forEach((df, k) => {
          const own = cohort.map((_, i) => to.rows[i * K + k]);
          near(
            df,
            denseDegrees(own, cohort, (g) => arm(g).df),
          );
        });
        expect(effects.inference).toMatchObject({ covariance: "CR1", degrees: "arms", reason: "influence-by-arm" });
        expect(cohort).not.toContain(ALWAYS);
      }
    }
  });

  it("is attGt's inference where both are the same difference: one start, one period before it", () => {
    const panel = randomPanel({ seed: 3, ordinals: [1, 2], units: 40, starts: [2, 2147483647, 2147483647] });
    const one = imputation(panel, { outcomes: ["y"] }).effects;
    const two = attGt(panel, { outcomes: ["y"] }).effects;
    near(one.estimate[0], two.estimate[0]);
    near(one.covariance[0], two.covariance[0]);
    near(one.df[0], two.df[0]);
  });
});
