import { expect, it } from "vitest";
import { pseudoInverse } from "./pseudo-inverse.js";

const near = (got: Float64Array, want: readonly number[]): void => {
  expect(got).toHaveLength(want.length);
  want.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, 12);
  });
};

it("is the inverse where there is one", () => {
  near(pseudoInverse(Float64Array.of(4, 2, 2, 3), 2), [3 / 8, -1 / 4, -1 / 4, 1 / 2]);
});

it("leaves out directions without variance: u u' with |u|² = 9 has u u' / 81", () => {
  near(
    pseudoInverse(Float64Array.of(4, 4, 2, 4, 4, 2, 2, 2, 1), 3),
    [4, 4, 2, 4, 4, 2, 2, 2, 1].map((v) => v / 81),
  );
  near(pseudoInverse(new Float64Array(4), 2), [0, 0, 0, 0]);
  near(pseudoInverse(new Float64Array(0), 0), []);
});

it("reads the lower triangle", () => {
  near(pseudoInverse(Float64Array.of(2, 99, 0, 4), 2), [1 / 2, 0, 0, 1 / 4]);
});
