import type { Context } from "@kontrafakt/base";
import { roleCount } from "../permutation-roles.js";
import { setContributions } from "../set-contributions.js";
import { treatedShift } from "../treated-shift.js";
import type { WaveFit } from "../wave-effects.js";
import { blindContributions, type ShiftedContributions } from "./blind-contributions.js";
import type { DrawnBlock } from "./drawn-block.js";
import { drawnBlocks } from "./drawn-blocks.js";
import { everyRoleLine, observedRoleLine, type PermutationLinesBlock } from "./permutation-lines.js";
import { LINE, type Lines } from "./studentised-line.js";

/**
 * Studentised statistics of c'θ with the treated role moved within sets: all assignments if there are at most `draws`, else as many random
 * ones (the same as `permutation` draws).
 * @param slopes of outcomes that are adjusted: as fitted, which `permutation` takes, or blind to roles (`blindContributions`)
 */
export async function roleLines(
  fit: WaveFit,
  c: Float64Array,
  slopes: "fitted" | "blind",
  draws: number,
  context: Context,
): Promise<Lines> {
  const split = slopes === "blind" ? blindContributions(fit, c) : fitted(fit, c);
  const { value, shift, start, wave, treated, actor } = split;
  const parts = { value, shift, start, wave, treated, within: fit.design.independence === "unit" };
  let next = 0;
  const members = Array.from(treated, (k) => {
    next += k;
    return actor.subarray(next - k, next);
  });
  const observed = observedRoleLine(parts, members);
  const count = roleCount(parts, draws);
  if (count <= draws) return { observed, drawn: everyRoleLine(parts, count), exact: true };
  const input = (block: DrawnBlock): PermutationLinesBlock => ({ ...parts, name: "effects/permutation", ...block });
  const drawn = await drawnBlocks(context, "effects/permutation-lines", draws, LINE, input);
  return { observed, drawn, exact: false };
}

function fitted(fit: WaveFit, c: Float64Array): ShiftedContributions {
  const split = setContributions(fit, c);
  return { ...split, shift: treatedShift(split) };
}
