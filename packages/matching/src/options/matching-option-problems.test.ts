import { describe, expect, it } from "vitest";
import { parseOptions } from "../parse-options.js";
import { type MatchingOptionsInput, matchingOptions } from "./matching-options.js";

const refusals = (input: MatchingOptionsInput) =>
  (matchingOptions.safeParse(input).error?.issues ?? []).map((i) => `${i.path.join(".")}: ${i.message}`);

describe("an option that can have no effect is refused, by path", () => {
  it.each<[path: string, input: MatchingOptionsInput, needs: string]>([
    ["caliper", { method: "ipw", caliper: 0.1 }, "method: nearest"],
    ["calipers", { method: "entropy", calipers: { age: 1 } }, "method: nearest"],
    ["ratio", { method: "exact", ratio: 2 }, "method: nearest"],
    ["order", { method: "cbps", order: "random" }, "method: nearest"],
    ["replace", { method: "coarsened", replace: true }, "method: nearest"],
    ["variableRatio", { method: "ipw", variableRatio: { most: 5 } }, "method: nearest"],
    ["antiExact", { method: "coarsened", antiExact: ["school"] }, "method: nearest"],
    ["distance", { method: "coarsened", distance: "mahalanobis" }, "method: nearest, or coarsened with coarsening.k2k"],
    ["distanceOn", { distanceOn: ["age"] }, "a distance that is not the score's"],
    ["exact", { method: "ipw", exact: ["sex"] }, "a method that makes sets"],
    ["reuseLimit", { reuseLimit: 2 }, "replace: true"],
    ["order", { replace: true, order: "closest" }, "replace: false, or a reuseLimit"],
    ["coarsening.k2k", { coarsening: { k2k: true } }, "method: coarsened"],
    ["coarsening.by", { coarsening: { by: { age: 3 } } }, "method: coarsened"],
    ["weighting.target", { weighting: { target: "ate" } }, "method: ipw, entropy or cbps"],
    ["weighting.trim", { weighting: { trim: { weight: 0.99 } } }, "method: ipw, entropy or cbps"],
    ["weighting.moments", { method: "ipw", weighting: { moments: 2 } }, "method: entropy"],
    ["peak.shift", { peak: { bracket: "never", shift: 8 } }, "peak.bracket: auto or always"],
    ["history.outcomes", { history: { windows: [], outcomes: ["days"] } }, "history.windows"],
  ])("%s", (path, input, needs) => {
    expect(refusals(input)).toEqual([expect.stringContaining(`${path}: ${path} has no effect without ${needs}`)]);
  });

  it("but not where something uses it, nor at its default", () => {
    expect(refusals({ method: "ipw", caliper: 0.2, ratio: 3, coarsening: { cuts: "sturges" } })).toEqual([]);
    expect(
      refusals({ method: "coarsened", coarsening: { k2k: true, by: { age: 3 } }, distance: "mahalanobis", distanceOn: ["age"] }),
    ).toEqual([]);
    expect(
      refusals({ replace: true, reuseLimit: 2, order: "closest", calipers: { age: { width: 2, unit: "raw" } }, exact: ["sex"] }),
    ).toEqual([]);
    expect(refusals({ method: "entropy", weighting: { moments: 3, trim: { weight: 0.99 } } })).toEqual([]);
  });
});

describe("a combination that is not defined is refused", () => {
  it.each<[path: string, input: MatchingOptionsInput, needs: string]>([
    ["score.penalty", { score: { model: "probit", penalty: "firth" } }, "firth needs score.model: logit"],
    ["weighting.target", { method: "entropy", weighting: { target: "ato" } }, "ato needs method: ipw"],
    ["share", { method: "ipw", share: "first" }, "first needs a method that makes sets"],
    ["peak.shift", { history: { gap: 4 }, peak: { shift: 4 } }, "4 needs more periods than history.gap, which is 4"],
  ])("%s", (path, input, needs) => {
    expect(refusals(input)).toEqual([expect.stringContaining(`${path}: ${path} ${needs}`)]);
  });

  it("also a name that must agree and differ", () => {
    expect(refusals({ exact: ["school"], antiExact: ["sex", "school"] })).toEqual([
      expect.stringMatching(/^antiExact\.1: "school"/),
    ]);
  });
});

describe("candidates", () => {
  it("are held to the rules for what they name", () => {
    const input: MatchingOptionsInput = {
      caliper: 0.1,
      candidates: [
        { name: "weights", method: "entropy" },
        { name: "wrong", method: "ipw", ratio: 2 },
      ],
    };
    expect(refusals(input)).toEqual([expect.stringContaining("candidates.1.ratio: ratio has no effect without method: nearest")]);
  });

  it("may use what stands above for them", () => {
    expect(refusals({ weighting: { moments: 2 }, candidates: [{ name: "b", method: "entropy" }] })).toEqual([]);
    expect(refusals({ weighting: { moments: 2 }, candidates: [{ name: "b", method: "ipw" }] })).toHaveLength(1);
  });

  it("have names of their own", () => {
    expect(refusals({ candidates: [{ name: "a" }, { name: "a", ratio: 1 }] })).toEqual([
      expect.stringContaining('two candidates are called "a"'),
    ]);
  });
});

it("parseOptions tells all of them, by option", () => {
  expect(() => parseOptions({ method: "ipw", ratio: 2, caliper: 0.1 })).toThrow(
    /option matching\.ratio: ratio has no effect.*\noption matching\.caliper: caliper has no effect/,
  );
  expect(() => parseOptions({ ratio: 0 })).toThrow(/^option matching\.ratio: /);
});
