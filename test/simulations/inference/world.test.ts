import { describe, expect, test } from "vitest";
import { OUTCOMES, SETTINGS, type Setting, SIDE } from "./cells.js";
import { makePlace, panelOf } from "./world.js";

const seeds = Array.from({ length: 40 }, (_, k) => 1000 + k);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2)));
const setting: Setting = { starters: 60, clusters: 20, icc: 0.1, assignment: "clusters", controls: 3, adjust: "none" };

describe("places of the coverage programme", () => {
  const places = seeds.map((seed) => makePlace(setting, seed));

  test("one quarter in four has a spell of 1 to 91 days, 15 in 100 have a cost", () => {
    const share = (outcome: "spells" | "cost") =>
      places.map((place) => mean(Array.from(panelOf(place, outcome, "none").panel.measures[0].values, (v) => (v > 0 ? 1 : 0))));
    for (const [outcome, expected] of [
      ["spells", 0.25],
      ["cost", 0.15],
    ] as const) {
      const shares = share(outcome);
      expect(Math.abs(mean(shares) - expected)).toBeLessThan((4 * deviation(shares)) / Math.sqrt(shares.length));
    }
    const days = panelOf(places[0], "spells", "none").panel.measures[0].values;
    expect(days.every((v) => v === 0 || (v >= 1 && v <= 91 && Number.isInteger(v)))).toBe(true);
  });

  test("states have variance 1, and schoolmates share a tenth of it", () => {
    const own = places.map(({ latent }) => mean(Array.from(latent, (v) => v * v)));
    expect(Math.abs(mean(own) - 1)).toBeLessThan((4 * deviation(own)) / Math.sqrt(own.length));
    const mates = places.map(({ latent, frame }) => {
      const T = frame.periods.ordinals.length;
      const school = frame.clusterings[0].of;
      const products: number[] = [];
      for (let i = 0; i < frame.units; i++)
        for (let j = 0; j < i; j++) if (school[i] === school[j]) products.push(latent[i * T] * latent[j * T]);
      return mean(products);
    });
    expect(Math.abs(mean(mates) - 0.1)).toBeLessThan((4 * deviation(mates)) / Math.sqrt(mates.length));
  });

  test.each(OUTCOMES)("%s: the truth is what the programme changes on average", (outcome) => {
    for (const effect of ["same", "differing"] as const) {
      const off = places.map((place) => {
        const without = panelOf(place, outcome, "none").panel.measures[0].values;
        const { panel, truth } = panelOf(place, outcome, effect);
        return panel.measures[0].values.reduce((sum, v, at) => sum + v - without[at], 0) - truth;
      });
      expect(Math.abs(mean(off))).toBeLessThan((4 * deviation(off)) / Math.sqrt(off.length));
    }
  });

  test.each([...SETTINGS, ...SIDE].filter((s) => s.starters <= 60))(
    "sets have one starter and its controls ($starters, $clusters, $assignment)",
    (s) => {
      const { comparison, frame, starters } = makePlace(s, 7);
      const { set, role, wave } = comparison;
      const school = frame.clusterings[0]?.of;
      const treated = new Int32Array(starters).fill(-1);
      const controls = new Int32Array(starters);
      set.forEach((at, r) => {
        if (role[r] === 1) treated[at] = r;
        else controls[at]++;
      });
      expect(treated.every((r) => r >= 0)).toBe(true);
      expect(controls.every((n) => n === s.controls)).toBe(true);
      set.forEach((at, r) => {
        expect(wave[r]).toBe(wave[treated[at]]);
        if (s.assignment === "within") expect(school[r]).toBe(school[treated[at]]);
      });
      if (s.assignment !== "clusters") return;
      const given = new Set(Array.from(school.subarray(0, starters)));
      expect(given.size).toBe(Math.min(starters, s.treated ?? Number(s.clusters) / 2));
      expect(Array.from(school.subarray(starters)).some((c) => given.has(c))).toBe(false);
    },
  );
});
