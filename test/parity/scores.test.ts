// Probit scores against R's glm through MatchIt 4.7.2, LaLonde (614 people). R stops once the deviance changes by less than 1e-8 of itself, which
// leaves its probabilities up to 1.1e-6 from the maximum: Fisher scoring stopped there equals R's to 1e-10, ours goes on and equals the limit of
// that iteration to 1e-10. Pairs on ours are in matching-distance.test.ts. Firth's logit has its published example in packages/numerics.
import { leastSquares, normalCdf, normalQuantile, probit } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { golden, type Lalonde, lalonde, runs, why } from "./matching-lalonde.js";

/** Fisher scoring for the probit from R's starting values, until the deviance changes by a share below epsilon; probabilities. */
function fisherScoring({ design: x, treated, n, k }: Lalonde, epsilon: number): Float64Array {
  let eta = Float64Array.from(treated, (y) => normalQuantile((y + 0.5) / 2));
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 60; step++) {
    const mu = eta.map(normalCdf);
    const now = mu.reduce((d, m, i) => d - 2 * Math.log(treated[i] ? m : 1 - m), 0);
    if (step > 0 && Math.abs(now - deviance) / (Math.abs(now) + 0.1) < epsilon) break;
    deviance = now;
    const density = eta.map((e) => Math.exp(-0.5 * e * e) / Math.sqrt(2 * Math.PI));
    const weights = mu.map((m, i) => (density[i] * density[i]) / (m * (1 - m)));
    const y = eta.map((e, i) => e + (treated[i] - mu[i]) / density[i]);
    const { coefficients } = leastSquares({ x, y, weights, n, k });
    eta = eta.map((_, i) => coefficients.reduce((sum, b, j) => sum + b * x[i * k + j], 0));
  }
  return eta.map(normalCdf);
}

describe.skipIf(!runs)(`a probit score equals R's (${why})`, () => {
  if (!runs) return it.skip(why);
  const data = lalonde();
  const fit = probit({ x: data.design, y: Float64Array.from(data.treated), n: data.n, k: data.k });
  const { distance } = golden<{ distance: Record<string, number> }>("09_matchit")["nearest PS probit"];

  it("converges, and gives equal scores to equal people, bit for bit", () => {
    expect(fit.converged).toBe(true);
    const byCovariates = new Map<string, number>();
    for (let i = 0; i < data.n; i++) {
      const key = data.design.slice(i * data.k, (i + 1) * data.k).join();
      expect(fit.linear[i]).toBe(byCovariates.get(key) ?? fit.linear[i]);
      byCovariates.set(key, fit.linear[i]);
    }
  });

  it("stopped where R stops: R's probabilities to 1e-10", () => {
    fisherScoring(data, 1e-8).forEach((p, i) => {
      expect(Math.abs(p - distance[data.id[i]])).toBeLessThan(1e-10);
    });
  });

  it("gone on: the limit of R's own iteration, from which R's figures are off by 1.1e-6", () => {
    fisherScoring(data, 1e-16).forEach((p, i) => {
      expect(Math.abs(fit.probability[i] - p)).toBeLessThan(1e-10);
      expect(Math.abs(p - distance[data.id[i]])).toBeLessThan(1.2e-6);
    });
  });
});
