import { stream } from "@kontrafakt/numerics";
import { armShuffle } from "./arm-assignments.js";
import { armLine } from "./arm-line.js";
import type { ArmValues } from "./arm-values.js";
import type { DrawnBlock } from "./drawn-block.js";
import { LINE } from "./studentised-line.js";

export interface ArmLinesBlock extends DrawnBlock {
  readonly values: ArmValues;
}

/** The lines of a block's random assignments of clusters to arms. */
export function armLinesBlock({ values, seed, block, count }: ArmLinesBlock): Float64Array {
  const lines = new Float64Array(LINE * count);
  const next = armShuffle(values, stream(seed, "effects/randomisation", block));
  const write = armLine(values);
  for (let d = 0; d < count; d++) write(next(), lines, LINE * d);
  return lines;
}
