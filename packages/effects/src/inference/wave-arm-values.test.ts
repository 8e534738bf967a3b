import { NEVER } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { linearCombination } from "../linear-combination.js";
import { totalWeights } from "../total.js";
import { waveEffects } from "../wave-effects.js";
import { armLine } from "./arm-line.js";
import { schoolWaves } from "./school-waves.fixture.js";
import { statisticAt } from "./studentised-line.js";

const schools = [4, 4, 5, 5, NEVER, NEVER, NEVER, NEVER];

describe("waveArmValues", () => {
  it("gives the estimate back with the arms as observed", () => {
    for (const gaps of [0, 0.15]) {
      const { panel, comparison } = schoolWaves({ seed: 1, schools, effect: 0.4, gaps });
      for (const adjust of [[], ["ownHistory" as const]]) {
        const fit = waveEffects(panel, comparison, { adjust, cluster: "school", baseWindow: 2 });
        const c = totalWeights(fit.effects, "y");
        const values = fit.armValues!(c);
        const line = new Float64Array(5);
        armLine(values)(values.arm, line, 0);
        expect(line[0]).toBeCloseTo(linearCombination(fit.effects, c).estimate, 10);
        expect(line[1]).toBeCloseTo(1, 10);
        expect([...values.arm]).toEqual([0, 0, 1, 1, 2, 2, 2, 2]);
      }
    }
  });

  it("gives what estimating anew gives where schools of one wave change places", () => {
    // Oracle: roles of two schools swapped in the comparison. With everybody in one set, weights are free of who plays what.
    const { panel, comparison } = schoolWaves({ seed: 2, schools: [4, 4, NEVER, NEVER], controls: 1, starters: 3 });
    const one = { ...comparison, set: comparison.set.map(() => 0), independence: "unit" as const };
    const fit = waveEffects(panel, one, { adjust: [], cluster: "school", baseWindow: 2 });
    const c = totalWeights(fit.effects, "y");
    const values = fit.armValues!(c);
    const line = new Float64Array(5);
    armLine(values)(Int32Array.from([0, 1, 0, 1]), line, 0);
    const of = panel.clusterings[0].of;
    const role = Uint8Array.from(comparison.unit, (i) => (of[i] === 0 || of[i] === 2 ? 1 : 0));
    const swapped = waveEffects(panel, { ...one, role }, { adjust: [], cluster: "person", baseWindow: 2 });
    expect(line[0]).toBeCloseTo(linearCombination(swapped.effects, c).estimate, 10);
  });

  it("does not depend on which schools were treated, where slopes are blind", () => {
    const { panel, comparison } = schoolWaves({ seed: 4, schools: [4, 4, NEVER, NEVER], controls: 1, starters: 8, effect: 0 });
    const one = {
      ...comparison,
      set: comparison.set.map(() => 0),
      independence: "unit" as const,
      weight: new Float64Array(32).fill(1),
    };
    const of = panel.clusterings[0].of;
    const role = Uint8Array.from(comparison.unit, (i) => (of[i] === 0 || of[i] === 2 ? 1 : 0));
    const lines = [one, { ...one, role }].map((own) => {
      const fit = waveEffects(panel, own, { adjust: ["ownHistory"], cluster: "school", baseWindow: 2 });
      const values = fit.armValues!(totalWeights(fit.effects, "y"), "clusters", "blind");
      const line = new Float64Array(5);
      armLine(values)(Int32Array.from([1, 0, 0, 1]), line, 0);
      return line;
    });
    for (const q of [0, 2]) expect(lines[0][q]).toBeCloseTo(lines[1][q], 9);
  });

  it("takes an amount off as if the treated had not had it, with slopes blind too", () => {
    const { panel, comparison } = schoolWaves({ seed: 5, schools, effect: 0.5 });
    const of = (own: typeof panel, slopes: "fitted" | "blind") => {
      const fit = waveEffects(own, comparison, {
        adjust: slopes === "blind" ? ["ownHistory"] : [],
        cluster: "school",
        baseWindow: 2,
      });
      const c = totalWeights(fit.effects, "y");
      return { c, values: fit.armValues!(c, "clusters", slopes) };
    };
    for (const slopes of ["fitted", "blind"] as const) {
      const { c, values } = of(panel, slopes);
      const each = 9 / c.reduce((a, b) => a + b, 0);
      const y = panel.measures[0].values.map((v, at) => (at % 8 >= panel.firstTreated[Math.floor(at / 8)] ? v - each : v));
      const less = of({ ...panel, measures: [{ ...panel.measures[0], values: y }] }, slopes);
      for (const arm of [values.arm, Int32Array.from([2, 1, 0, 2, 1, 2, 0, 2])]) {
        const lines = new Float64Array(10);
        armLine(values)(arm, lines, 0);
        armLine(less.values)(arm, lines, 5);
        expect(statisticAt(lines, 0, 9)).toBeCloseTo(statisticAt(lines, 5, 0), 8);
      }
    }
  });

  it("refuses clusters in which some started and others are compared with them", () => {
    const { panel, comparison } = schoolWaves({ seed: 3, schools });
    const of = panel.clusterings[0].of.slice();
    of[comparison.unit[1]] = of[comparison.unit[0]];
    const mixed = { ...panel, clusterings: [{ ...panel.clusterings[0], of }] };
    const fit = waveEffects(mixed, comparison, { adjust: [], cluster: "school", baseWindow: 2 });
    expect(() => fit.armValues!(totalWeights(fit.effects, "y"))).toThrow(/in 1 of 8 clusters/);
    of[comparison.unit[1]] = -1;
    const unknown = waveEffects(mixed, comparison, { adjust: [], cluster: "school", baseWindow: 2 });
    expect(() => unknown.armValues!(totalWeights(unknown.effects, "y"))).toThrow(/1 people/);
  });
});
