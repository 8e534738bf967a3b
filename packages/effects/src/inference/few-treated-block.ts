import { stream } from "@kontrafakt/numerics";
import type { ControlErrors } from "./control-errors.js";
import type { DrawnBlock } from "./drawn-block.js";

export interface FewTreatedBlock extends Pick<ControlErrors, "error" | "start">, DrawnBlock {}

/** Sums of one error a treated cluster, drawn with replacement. */
export function fewTreatedBlock({ error, start, seed, block, count }: FewTreatedBlock): Float64Array {
  const random = stream(seed, "effects/few-treated", block);
  return new Float64Array(count).map(() => {
    let sum = 0;
    for (let i = 0; i + 1 < start.length; i++) sum += error[start[i] + random.integer(start[i + 1] - start[i])];
    return sum;
  });
}

/** Every such sum there is. @param count how many there are */
export function everyErrorSum({ error, start }: Pick<ControlErrors, "error" | "start">, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let code = 0; code < count; code++) {
    let rest = code;
    for (let i = 0; i + 1 < start.length; i++) {
      const n = start[i + 1] - start[i];
      out[code] += error[start[i] + (rest % n)];
      rest = Math.floor(rest / n);
    }
  }
  return out;
}
