import { quantile } from "@kontrafakt/numerics";
import type { Target } from "./weights-value.js";

/** Cuts, in place, the weights of each arm that is weighted at a quantile (type 7) of those above 0 there, sampling weights aside. */
export function cutAtQuantile(weight: Float64Array, treated: Uint8Array, base: Float64Array, target: Target, p: number): void {
  const arms = target === "att" ? [0] : target === "atc" ? [1] : [0, 1];
  for (const arm of arms) {
    const own = weight.map((w, i) => (treated[i] === arm && base[i] > 0 ? w / base[i] : -1)).filter((w) => w >= 0);
    const limit = quantile(own.sort(), p);
    for (let i = 0; i < weight.length; i++) {
      if (treated[i] === arm && weight[i] > limit * base[i]) weight[i] = limit * base[i];
    }
  }
}
