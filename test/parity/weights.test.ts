// Against WeightIt 1.5.1, ebal and CBPS on LaLonde (614 people, 185 treated). Tolerances are relative: 1e-8 for ipw, 1e-9 for entropy and cbps,
// 1e-6 for single weights and 1e-7 for effective sizes where R stops early.
// Scores: R's glm stops once the deviance changes by less than 1e-8, a few 1e-8 short of the maximum in the farthest weight. Reweighted least
//   squares stopped there gives R's weights to 1e-10, and ours, which goes on, equals its limit to 1e-10; effects and standard errors agree to 1e-8.
// Normalisation: WeightIt's entropy weights average 1 in each arm, ours sum to the target's size; ipw and cbps weights are the same, unscaled.
// Standard errors: for entropy balancing WeightIt takes the target's means as given. Ours counts that they are means of a sample, on the
//   target's rows; without those parts it gives WeightIt's figures. Its own cbps, the same weights, has ours.
// Early stops: WeightIt's ebal ATC, the ebal package and CBPS stop before the constraints hold; ours is at the lower objective.
import { cbps, entropyBalance, ipw, type Target, type Weights } from "@kontrafakt/matching";
import { exp, leastSquares, ln } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { hajek } from "./hajek.js";
import { reweighted } from "./reweighted.js";
import { golden, lalonde, outcome, runs, why } from "./weights-lalonde.js";

interface WeightIt {
  readonly est: number;
  readonly hc0: number;
  readonly lm_weightit: readonly [number, number];
  readonly weights: readonly number[];
  readonly ess: readonly { Control: number; Treated: number }[];
}

const apart = (got: number, want: number): number => Math.abs(got / want - 1);

describe.skipIf(!runs)(`weights equal WeightIt's (${why})`, () => {
  if (!runs) return it.skip(why);
  const data = lalonde();
  const { design: x, treated, n, k } = data;
  const y = outcome();
  const input = { x, treated, n, k };
  const reference = golden<WeightIt>("10_cobalt_weightit");

  /** Weights as shares of their arm. */
  function shares(weight: ArrayLike<number>): Float64Array {
    const total = [0, 0];
    for (let i = 0; i < n; i++) total[treated[i]] += weight[i];
    return Float64Array.from(weight, (w, i) => w / total[treated[i]]);
  }

  function agrees(fit: Weights, { est, hc0, weights, ess }: WeightIt, tolerance: number): void {
    expect([fit.converged, fit.dropped, fit.infeasible]).toEqual([true, [], []]);
    const ours = hajek(fit, treated, y);
    expect(apart(ours.estimate, est)).toBeLessThan(tolerance);
    expect(apart(ours.hc0, hc0)).toBeLessThan(tolerance);
    const wanted = shares(weights);
    shares(fit.weight).forEach((w, i) => {
      expect(apart(w, wanted[i])).toBeLessThan(1e-6);
    });
    for (const [arm, name] of (["Control", "Treated"] as const).entries()) {
      const own = fit.weight.filter((_, i) => treated[i] === arm);
      const total = own.reduce((a, b) => a + b, 0);
      expect(apart((total * total) / own.reduce((a, b) => a + b * b, 0), ess[1][name])).toBeLessThan(Math.max(tolerance, 1e-7));
    }
  }

  it.each<Target>(["att", "atc", "ate", "ato"])("ipw %s, with the influence of the score", (target) => {
    const fit = ipw({ ...input, target });
    const wanted = reference[`glm ${target.toUpperCase()}`];
    agrees(fit, wanted, 1e-8);
    expect(apart(hajek(fit, treated, y).stacked(), wanted.lm_weightit[1])).toBeLessThan(1e-8);
    const own = (eta: number, i: number): number => {
      const odds = exp(treated[i] === 1 ? -eta : eta);
      if (target === "ate") return 1 + odds;
      if (target === "ato") return odds / (1 + odds);
      return (treated[i] === 1) === (target === "att") ? 1 : odds;
    };
    reweighted(data, 1e-8).forEach((eta, i) => {
      expect(apart(own(eta, i), wanted.weights[i])).toBeLessThan(1e-10);
    });
    reweighted(data, 1e-15).forEach((eta, i) => {
      expect(apart(fit.weight[i], own(eta, i))).toBeLessThan(1e-10);
    });
  });

  it.each(["att", "atc", "ate"] as const)("cbps %s, with its influence", (target) => {
    const fit = cbps({ ...input, target });
    const wanted = reference[`cbps ${target.toUpperCase()}`];
    agrees(fit, wanted, 1e-9);
    expect(apart(hajek(fit, treated, y).stacked(), wanted.lm_weightit[1])).toBeLessThan(1e-9);
    fit.weight.forEach((w, i) => {
      expect(apart(w, wanted.weights[i])).toBeLessThan(1e-9);
    });
  });

  it("entropy att, with its influence: the target's means are of a sample, or (WeightIt) given", () => {
    const fit = entropyBalance(input);
    const wanted = reference["ebal ATT"];
    agrees(fit, wanted, 1e-9);
    const { stacked } = hajek(fit, treated, y);
    expect(
      apart(
        stacked((i) => treated[i] === 0),
        wanted.lm_weightit[1],
      ),
    ).toBeLessThan(1e-9);
    expect(apart(stacked(), reference["cbps ATT"].lm_weightit[1])).toBeLessThan(1e-9);
  });

  it("entropy ate: both arms to everybody", () => {
    const fit = entropyBalance({ ...input, target: "ate" });
    const wanted = reference["ebal ATE"];
    agrees(fit, wanted, 1e-9);
    // Without the target's part: 1 − w of a weighted row becomes −w, 1 of a row of the other arm 0.
    const given = (i: number, j: number): number => {
      const arm = j < k ? 0 : 1;
      return treated[i] === arm ? -fit.weight[i] / (1 - fit.weight[i]) : 0;
    };
    expect(apart(hajek(fit, treated, y).stacked(given), wanted.lm_weightit[1])).toBeLessThan(1e-9);
  });

  it("entropy att with two moments", () => {
    const numbers = ["age", "educ", "re74", "re75"].map((name) => data.columns.get(name) as Float64Array);
    const wide = k + numbers.length;
    const design = new Float64Array(n * wide);
    for (let i = 0; i < n; i++) {
      design.set(x.subarray(i * k, (i + 1) * k), i * wide);
      for (const [a, values] of numbers.entries()) design[i * wide + k + a] = values[i] * values[i];
    }
    const fit = entropyBalance({ x: design, treated, n, k: wide });
    const wanted = reference["ebal ATT moments=2"];
    agrees(fit, wanted, 1e-9);
    const { stacked } = hajek(fit, treated, y);
    expect(
      apart(
        stacked((i) => treated[i] === 0),
        wanted.lm_weightit[1],
      ),
    ).toBeLessThan(1e-9);
  });

  it("cbps att and entropy att are the same weights: the odds of a logit are exponential in x", () => {
    const entropy = entropyBalance(input);
    const score = cbps(input);
    score.weight.forEach((w, i) => {
      expect(apart(entropy.weight[i], w)).toBeLessThan(1e-9);
    });
    score.coefficients.forEach((b, j) => {
      expect(apart(entropy.coefficients[j], b)).toBeLessThan(1e-8);
    });
  });

  /** ln Σ exp(x'b) over donors less the target's mean of x'b: what entropy balancing minimises. */
  function dual(b: ArrayLike<number>, donor: number): number {
    let sum = 0;
    let target = 0;
    let size = 0;
    for (let i = 0; i < n; i++) {
      let eta = 0;
      for (let j = 0; j < k; j++) eta += x[i * k + j] * b[j];
      if (treated[i] === donor) sum += exp(eta);
      else {
        target += eta;
        size++;
      }
    }
    return ln(sum) - target / size;
  }

  /** Greatest |weighted difference of a column between arms|, in standard deviations of the column. */
  function imbalance(weight: ArrayLike<number>): number {
    const w = shares(weight);
    let most = 0;
    for (let j = 1; j < k; j++) {
      let difference = 0;
      let mean = 0;
      let squares = 0;
      for (let i = 0; i < n; i++) {
        const v = x[i * k + j];
        difference += (treated[i] === 1 ? w[i] : -w[i]) * v;
        mean += v / n;
        squares += (v * v) / n;
      }
      most = Math.max(most, Math.abs(difference) / Math.sqrt(squares - mean * mean));
    }
    return most;
  }

  it("goes on where the ebal package stops (1273.2614, ours and WeightIt's 1273.2618)", () => {
    const fit = entropyBalance(input);
    const { est, coefs } = golden<{ est: number; coefs: number[] }>("10_cobalt_weightit")["ebal pkg"];
    const theirs = Float64Array.from(treated, (d, i) => (d === 1 ? 1 : exp(coefs.reduce((s, b, j) => s + b * x[i * k + j], 0))));
    expect(apart(hajek({ weight: theirs }, treated, y).estimate, est)).toBeLessThan(1e-9);
    expect(dual(fit.coefficients, 0)).toBeLessThan(dual(coefs, 0));
    expect(imbalance(theirs)).toBeGreaterThan(1e-7);
    expect(imbalance(fit.weight)).toBeLessThan(1e-10);
    expect(hajek(fit, treated, y).estimate).toBeCloseTo(1273.26181391, 7);
  });

  it("goes on where WeightIt's ebal stops for the untreated (212.4224, ours and WeightIt's cbps 212.4998)", () => {
    const fit = entropyBalance({ ...input, target: "atc" });
    const theirs = reference["ebal ATC"];
    expect(imbalance(theirs.weights as number[])).toBeGreaterThan(1e-5);
    expect(imbalance(fit.weight)).toBeLessThan(1e-10);
    const { coefficients } = leastSquares({
      x,
      y: Float64Array.from(theirs.weights, ln),
      weights: Float64Array.from(treated),
      n,
      k,
    });
    expect(dual(fit.coefficients, 1)).toBeLessThan(dual(coefficients, 1));
    expect(apart(hajek(fit, treated, y).estimate, reference["cbps ATC"].est)).toBeLessThan(1e-9);
    agrees(fit, reference["cbps ATC"], 1e-9);
  });

  it.each([
    ["att", "CBPS ATT 1 exact", 1272.52748310049],
    ["ate", "CBPS ATT 0 exact", 618.847395341046],
  ] as const)("goes on where CBPS stops (%s): balance is exact, theirs is not", (target, key, effect) => {
    const { est, coef, J } = golden<{ est: number; coef: Record<string, number>; J: number }>("10_cobalt_weightit")[key];
    expect(est).toBeCloseTo(effect, 8);
    const b = Object.values(coef);
    const theirs = Float64Array.from(treated, (d, i) => {
      const odds = exp((d === 1 ? -1 : 1) * b.reduce((s, c, j) => s + c * x[i * k + j], 0));
      if (target === "ate") return 1 + odds;
      return d === 1 ? 1 : odds;
    });
    expect(apart(hajek({ weight: theirs }, treated, y).estimate, est)).toBeLessThan(1e-9);
    expect(J).toBeGreaterThan(0);
    const fit = cbps({ ...input, target });
    expect(imbalance(theirs)).toBeGreaterThan(1e-5);
    expect(imbalance(fit.weight)).toBeLessThan(1e-10);
    const objective = target === "att" ? (c: ArrayLike<number>) => dual(c, 0) : everybody;
    expect(objective(fit.coefficients)).toBeLessThan(objective(b));
  });

  /** Σ odds against each row's own arm less the log odds of it: what cbps for everybody minimises. */
  function everybody(b: ArrayLike<number>): number {
    return treated.reduce((total, d, i) => {
      let eta = 0;
      for (let j = 0; j < k; j++) eta += x[i * k + j] * b[j];
      const against = d === 1 ? -eta : eta;
      return total + exp(against) + against;
    }, 0);
  }
});
