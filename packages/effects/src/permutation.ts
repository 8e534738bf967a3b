import { type Context, fail, runBlocks } from "@kontrafakt/base";
import { BLOCK } from "@kontrafakt/numerics";
import { effectsJobs } from "./jobs.js";
import { messages } from "./messages.js";
import { permutableDesign } from "./permutable-design.js";
import { type PermutationBlock, type PermutationParts, partOf, reaches, statisticOf, totals } from "./permutation-block.js";
import { everyRole, roleCount } from "./permutation-roles.js";
import { setContributions } from "./set-contributions.js";
import { treatedShift } from "./treated-shift.js";
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

/** Whether `permutation` has an answer: see `permutableDesign`. There is none where people are weighted unequally. */
export function permutable(fit: WaveFit): boolean {
  return permutableDesign(fit.design);
}

/**
 * Tests whether c'θ > 0 by moving the treated role among the members of each set, keeping how many of it are treated. The statistic is
 * studentised, by the spread between sets where these are independent of one another, by the spread of the arms within sets (Neyman)
 * where people are: the test then also holds for a mean effect of zero in large samples. Sharp null: the programme changed no one's
 * outcome. Slopes stay as fitted; moved roles share weight equally; a member not observed at t leaves the cell. p = (1 + #{t* ≥ t}) /
 * (draws + 1); where there are at most `draws` assignments, all are enumerated and p = #{t* ≥ t} / all.
 * Sources: Chung & Romano 2013, doi:10.1214/13-AOS1090; Rosenbaum 2002, §2.4; Li & Ding 2017, doi:10.1080/01621459.2017.1295865.
 * @param c one weight a term of `fit.effects`; only cells may have one other than 0
 * @param known an amount without uncertainty, such as a cost, that c'θ must exceed: taken off the treated in equal parts (`treatedShift`)
 * @throws KontrafaktError where the comparison weights people unequally (ask `permutable` first)
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
  if (!permutable(fit)) fail("effects/roles-fixed", {}, {}, messages);
  const split = setContributions(fit, c);
  const { value, start, wave, treated, actor } = split;
  const sets = start.length - 1;
  let next = 0;
  const actors = Array.from({ length: sets }, (_, s) => {
    next += treated[s];
    return actor.subarray(next - treated[s], next);
  });
  const shift = known === 0 ? undefined : treatedShift(split);
  for (let m = 0; shift && m < value.length; m++) value[m] -= known * shift[m];
  const parts = { value, start, wave, treated, within: fit.design.independence === "unit" };
  const all = totals(parts);
  const seen = new Float64Array(sets);
  const spread = new Float64Array(sets);
  for (let s = 0; s < sets; s++) partOf(parts, all, s, actors[s], seen, spread);
  const statistic = statisticOf(parts, seen, spread);
  const assignments = roleCount(parts, draws);
  const common = { kind: "permutation", statistic, skewness: skewness(seen) } as const;
  if (assignments <= draws) {
    return { ...common, p: enumerate(parts, all, statistic) / assignments, draws: assignments, exact: true };
  }
  const inputs: PermutationBlock[] = [];
  for (let done = 0; done < draws; done += BLOCK) {
    inputs.push({
      ...parts,
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

function enumerate(parts: PermutationParts, all: Float64Array, observed: number): number {
  const chosen = new Float64Array(parts.treated.length);
  const spread = new Float64Array(parts.treated.length);
  let atLeast = 0;
  everyRole(
    parts,
    (s, members) => partOf(parts, all, s, members, chosen, spread),
    () => {
      if (reaches(statisticOf(parts, chosen, spread), observed)) atLeast++;
    },
  );
  return atLeast;
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
