import { expect, it } from "vitest";
import { matchingWeights } from "./matching-weights.js";

it("gives a control its share of each set it serves, and controls a mean of 1", () => {
  // sets {2, 3} and {3}; row 4 treated without a control, row 5 never used
  const weights = matchingWeights({ treated: Int32Array.of(0, 1, 4), controls: Int32Array.of(2, 3, 3, -1, -1, -1) }, 6);
  expect(Array.from(weights)).toEqual([1, 1, 0.5, 1.5, 0, 0]);
  expect(Array.from(matchingWeights({ treated: new Int32Array(0), controls: new Int32Array(0) }, 2))).toEqual([0, 0]);
});
