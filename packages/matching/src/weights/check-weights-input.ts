import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { WeightsInput } from "./weights-value.js";

/** The sampling weights, 1 where none are given. Throws for wrong lengths, values that are not finite, and an arm without rows of weight above 0. */
export function checkWeightsInput({ x, treated, n, k, base }: WeightsInput): Float64Array {
  const weights = base ?? new Float64Array(n).fill(1);
  if (treated.length !== n || x.length !== n * k || weights.length !== n) {
    fail(
      "matching/weights-shape",
      {},
      { rows: n, columns: k, values: x.length, treated: treated.length, base: weights.length },
      messages,
    );
  }
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]))
      fail("matching/weights-not-finite", {}, { column: (i % k) + 1, row: Math.floor(i / k) + 1 }, messages);
  }
  const arms = [0, 0];
  for (let i = 0; i < n; i++) {
    if (!(weights[i] >= 0 && weights[i] < Number.POSITIVE_INFINITY))
      fail("matching/weights-negative", {}, { row: i + 1, value: weights[i] }, messages);
    if (weights[i] > 0) arms[treated[i]]++;
  }
  if (arms[0] === 0 || arms[1] === 0) fail("matching/weights-one-arm", {}, { treated: arms[1], others: arms[0] }, messages);
  return weights;
}
