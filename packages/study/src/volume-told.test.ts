import { expect, test } from "vitest";
import { volumeTold } from "./volume-told.js";

const origin = { file: "volume.csv", row: 2 };

test("few people are withheld, others rounded, and plans and what is not known stay as they are", () => {
  const row = { year: 2021, planned: 63, actual: 62, dropouts: 3, origin };
  expect(volumeTold([row, { ...row, planned: Number.NaN, actual: Number.NaN, dropouts: 0 }], 5)).toEqual([
    { ...row, actual: 60, dropouts: Number.NaN },
    { ...row, planned: Number.NaN, actual: Number.NaN, dropouts: 0 },
  ]);
  expect(volumeTold([row], 1)).toEqual([row]);
});
