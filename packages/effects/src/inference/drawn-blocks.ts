import { type Context, runBlocks } from "@kontrafakt/base";
import { BLOCK } from "@kontrafakt/numerics";
import { effectsJobs } from "../jobs.js";
import type { DrawnBlock } from "./drawn-block.js";

/**
 * Draws made in blocks by a job of this package, in their order: draws × width.
 * @param input what the job needs for a block
 */
export async function drawnBlocks<Input>(
  context: Context,
  job: string,
  draws: number,
  width: number,
  input: (block: DrawnBlock) => Input,
): Promise<Float64Array> {
  const inputs: Input[] = [];
  for (let done = 0; done < draws; done += BLOCK)
    inputs.push(input({ seed: context.seed, block: done / BLOCK, count: Math.min(BLOCK, draws - done) }));
  const found = await runBlocks<Input, Float64Array>(context, effectsJobs, job, inputs);
  const out = new Float64Array(draws * width);
  found.forEach((own, b) => {
    out.set(own, b * BLOCK * width);
  });
  return out;
}
