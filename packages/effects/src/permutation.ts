import { type Context, fail, runBlocks } from "@kontrafakt/base";
import { BLOCK } from "@kontrafakt/numerics";
import { effectsJobs } from "./jobs.js";
import { messages } from "./messages.js";
import { type PermutationBlock, reaches, studentised } from "./permutation-block.js";
import { setContributions } from "./set-contributions.js";
import type { WaveFit } from "./wave-effects.js";

/** One-sided studentised permutation test within matched sets. */
export interface Permutation {
  readonly kind: "permutation";
  /** c'θ over its standard error, both from set contributions. */
  readonly statistic: number;
  /** P(a statistic at least this large, had the programme changed nothing for anyone). */
  readonly p: number;
  /** Assignments looked at, the observed one not counted; all there are if `exact`. */
  readonly draws: number;
  readonly exact: boolean;
  /** Skewness of the set contributions: far from 0, t quantiles are in doubt. */
  readonly skewness: number;
}

/**
 * Tests whether c'θ > 0 by moving the treated role among the members of each set. The statistic is studentised, so that the test also
 * holds for a mean effect of zero in large samples. Sharp null: the programme changed no one's outcome. Slopes stay as fitted; moved
 * roles share weight equally; a member not observed at t leaves the cell. p = (1 + #{t* ≥ t}) / (draws + 1); where there are at most
 * `draws` assignments, all are enumerated and p = #{t* ≥ t} / all.
 * Sources: Chung & Romano 2013, doi:10.1214/13-AOS1090; Rosenbaum 2002, §2.4.
 * @param c one weight a term of `fit.effects`; only cells may have one other than 0
 * @param known an amount without uncertainty, such as a cost, that c'θ must exceed: taken off the treated in equal parts
 */
export async function permutation(
  fit: WaveFit,
  c: Float64Array,
  context: Context,
  draws = 9999,
  known = 0,
): Promise<Permutation> {
  const K = fit.effects.terms.length;
  if (c.length !== K) fail("effects/length", {}, { what: "a combination", given: c.length, needed: K }, messages);
  const { value, start, wave, actor } = setContributions(fit, c);
  const sets = start.length - 1;
  for (let s = 0; s < sets; s++) value[start[s] + actor[s]] -= known / sets;
  const seen = Float64Array.from({ length: sets }, (_, s) => value[start[s] + actor[s]]);
  const statistic = studentised(seen, wave);
  let assignments = 1;
  for (let s = 0; s < sets && assignments <= draws; s++) assignments *= start[s + 1] - start[s];
  const common = { kind: "permutation", statistic, skewness: skewness(seen) } as const;
  if (assignments <= draws) {
    return { ...common, p: enumerate(value, start, wave, statistic) / assignments, draws: assignments, exact: true };
  }
  const inputs: PermutationBlock[] = [];
  for (let done = 0; done < draws; done += BLOCK) {
    inputs.push({
      value,
      start,
      wave,
      observed: statistic,
      seed: context.seed,
      name: "effects/permutation",
      block: done / BLOCK,
      count: Math.min(BLOCK, draws - done),
    });
  }
  const counts = await runBlocks<PermutationBlock, number>(context, effectsJobs, "effects/permutation", inputs);
  const atLeast = counts.reduce((a, b) => a + b, 0);
  return { ...common, p: (1 + atLeast) / (draws + 1), draws, exact: false };
}

function enumerate(value: Float64Array, start: Int32Array, wave: Int32Array, observed: number): number {
  const sets = start.length - 1;
  const at = new Int32Array(sets);
  const chosen = Float64Array.from({ length: sets }, (_, s) => value[start[s]]);
  let atLeast = 0;
  for (;;) {
    if (reaches(studentised(chosen, wave), observed)) atLeast++;
    let s = 0;
    while (s < sets && at[s] === start[s + 1] - start[s] - 1) {
      at[s] = 0;
      chosen[s] = value[start[s]];
      s++;
    }
    if (s === sets) return atLeast;
    at[s]++;
    chosen[s] = value[start[s] + at[s]];
  }
}

function skewness(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  let m2 = 0;
  let m3 = 0;
  for (const v of values) {
    m2 += ((v - mean) * (v - mean)) / n;
    m3 += ((v - mean) * (v - mean) * (v - mean)) / n;
  }
  return m2 > 0 ? m3 / (m2 * Math.sqrt(m2)) : 0;
}
