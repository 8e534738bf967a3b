import { expect, it } from "vitest";
import { twoWay } from "../regression/two-way.js";
import { bacon } from "./bacon.js";
import { randomPanel } from "./random-panel.fixture.js";
import { twoWayWeights } from "./two-way-weights.js";

it("takes apart the very number that twoWay gives, on 60 panels", () => {
  for (let seed = 0; seed < 60; seed++) {
    const gaps = seed % 2 === 0 ? 0 : 0.12;
    const panel = randomPanel({ seed, units: 14, periods: 5, gaps, weights: seed % 3 === 0 });
    const { estimate } = twoWay(panel, { outcomes: ["y"] }).effects;
    expect(Math.abs(twoWayWeights(panel, { outcome: "y" }).estimate - estimate[0])).toBeLessThan(1e-9);
    if (gaps === 0) expect(Math.abs(bacon(panel, { outcome: "y" }).estimate - estimate[0])).toBeLessThan(1e-9);
  }
});
