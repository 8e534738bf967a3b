import type { Context } from "@kontrafakt/base";
import { armCount, everyArms } from "./arm-assignments.js";
import { armLine } from "./arm-line.js";
import type { ArmLinesBlock } from "./arm-lines-block.js";
import type { ArmValues } from "./arm-values.js";
import type { DrawnBlock } from "./drawn-block.js";
import { drawnBlocks } from "./drawn-blocks.js";
import { LINE, type Lines } from "./studentised-line.js";

/** Studentised statistics with clusters in other arms: all assignments if there are at most `draws`, else as many random ones. */
export async function armLines(values: ArmValues, draws: number, context: Context): Promise<Lines> {
  const write = armLine(values);
  const observed = new Float64Array(LINE);
  write(values.arm, observed, 0);
  const count = armCount(values, draws);
  if (count <= draws) {
    const drawn = new Float64Array(LINE * count);
    let at = 0;
    everyArms(values, (arm) => {
      write(arm, drawn, at);
      at += LINE;
    });
    return { observed, drawn, exact: true };
  }
  const input = (block: DrawnBlock): ArmLinesBlock => ({ values, ...block });
  const drawn = await drawnBlocks(context, "effects/randomisation", draws, LINE, input);
  return { observed, drawn, exact: false };
}
