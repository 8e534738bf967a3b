import { describe, expect, it } from "vitest";
import { cbps } from "./cbps.js";
import { ipw } from "./ipw.js";
import { people } from "./people.fixture.js";

const { x, k, n, treated, base } = people(300);
const input = { x, k, n, treated, base };

describe("ipw", () => {
  it("trims by probability, fits again to the rest, and says nothing of estimation", () => {
    const whole = ipw(input);
    const probability = whole.probability as Float64Array;
    const fit = ipw({ ...input, target: "ate", trim: { probability: [0.2, 0.6] } });
    const left = Array.from(probability.keys()).filter((i) => probability[i] >= 0.2 && probability[i] <= 0.6);
    const rest = ipw({
      x: Float64Array.from(left.flatMap((i) => [...x.subarray(i * k, (i + 1) * k)])),
      treated: Uint8Array.from(left, (i) => treated[i]),
      base: Float64Array.from(left, (i) => base[i]),
      n: left.length,
      k,
      target: "ate",
    });
    expect(left.length).toBeGreaterThan(50);
    expect(fit.trimmed?.reduce((a, b) => a + b, 0)).toBe(n - left.length);
    left.forEach((i, r) => {
      expect(fit.weight[i]).toBeCloseTo(rest.weight[r], 9);
    });
    expect(fit.weight.filter((w) => w === 0)).toHaveLength(n - left.length);
    expect([fit.estimation, whole.trimmed]).toEqual([undefined, undefined]);
    expect(() => ipw({ ...input, trim: { probability: [0.999, 1] } })).toThrow(/nobody to weight/);
  });

  it("cuts control weights at their quantile", () => {
    const plain = ipw(input);
    const controls = plain.weight
      .map((w, i) => w / base[i])
      .filter((_, i) => treated[i] === 0)
      .sort();
    const at = 0.9 * (controls.length - 1);
    const limit = controls[Math.floor(at)] + (at % 1) * (controls[Math.floor(at) + 1] - controls[Math.floor(at)]);
    const cut = ipw({ ...input, trim: { weight: 0.9 } });
    cut.weight.forEach((w, i) => {
      expect(w).toBeCloseTo(treated[i] === 1 ? base[i] : Math.min(plain.weight[i], limit * base[i]), 12);
    });
    expect(cut.estimation).toBeUndefined();
  });

  it("names columns that separate the arms, which a Firth score weighs all the same", () => {
    const apart = x.map((v, c) => (c % k === 3 ? treated[Math.floor(c / k)] * (c % 8 === 3 ? 1 : 0) : v));
    const fit = ipw({ ...input, x: apart });
    expect([fit.converged, fit.infeasible, fit.jointly, fit.estimation]).toEqual([false, [3], false, undefined]);
    const firth = ipw({ ...input, x: apart, penalty: "firth" });
    expect([firth.converged, firth.infeasible]).toEqual([true, []]);
    expect(cbps({ ...input, x: apart, target: "ate" })).toMatchObject({ infeasible: [3], converged: false });
    expect(cbps({ ...input, x: apart })).toMatchObject({ infeasible: [3], converged: false });
  });

  it("overlap weights of a logit balance every column exactly", () => {
    const { weight } = ipw({ ...input, target: "ato" });
    for (let j = 0; j < k; j++) {
      let difference = 0;
      let size = 0;
      weight.forEach((w, i) => {
        difference += (treated[i] === 1 ? w : -w) * x[i * k + j];
        size += w * Math.abs(x[i * k + j]);
      });
      expect(Math.abs(difference)).toBeLessThan(1e-9 * size);
    }
  });

  it("does not change its input", () => {
    const before = structuredClone(input);
    ipw({ ...input, target: "ate", trim: { probability: [0.1, 0.9], weight: 0.9 } });
    cbps({ ...input, target: "ate" });
    expect(input).toEqual(before);
  });
});
