import type { Absorber } from "./absorber.js";
import type { FixedEffect } from "./fixed-effect.js";

/** Takes off the weighted mean of each level. A level of weight 0 is left as it is. */
export function oneWay({ of, levels }: FixedEffect, weight?: Float64Array): Absorber {
  const total = new Float64Array(levels);
  for (let r = 0; r < of.length; r++) total[of[r]] += weight ? weight[r] : 1;
  const inverse = total.map((w) => (w > 0 ? 1 / w : 0));
  const mean = new Float64Array(levels);
  return {
    method: "one",
    sweep(column) {
      mean.fill(0);
      if (weight) for (let r = 0; r < column.length; r++) mean[of[r]] += weight[r] * column[r];
      else for (let r = 0; r < column.length; r++) mean[of[r]] += column[r];
      for (let l = 0; l < levels; l++) mean[l] *= inverse[l];
      for (let r = 0; r < column.length; r++) column[r] -= mean[of[r]];
      return true;
    },
  };
}
