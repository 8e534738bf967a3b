import { fail, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { MatchingOptions } from "../options/matching-options.js";
import { cbps } from "../weights/cbps.js";
import { cutAtQuantile } from "../weights/cut-at-quantile.js";
import { entropyBalance } from "../weights/entropy-balance.js";
import { ipw } from "../weights/ipw.js";
import { normaliseSets } from "../weights/normalise-sets.js";
import type { Weights, WeightsInput } from "../weights/weights-value.js";
import type { Lost } from "./lost.js";
import type { MatchedSets, MethodInput } from "./method.js";
import { weightDesign } from "./weight-design.js";
import { weightProblems } from "./weight-problems.js";
import { weightedRows } from "./weighted-rows.js";

/**
 * Weights over all waves at once: starters and the controls offered to their wave, one intercept a wave and slopes shared across waves, so that
 * a wave is a set. Starters weigh 1 under att (with sampling weights those, at an average of 1); under ate and ato they are weighted too, and average 1. Control weights sum to the starters' in
 * each set; that scaling is part of the gradient. Trimming by probability leaves rows out (starters among them are unmatched) and
 * starts again on the rest.
 * @throws KontrafaktError where fewer than two starters, or no controls, are left to weight
 */
export function weightsOverWaves(input: MethodInput): MatchedSets {
  const { panel, rows, variables, offered, options, score, progress } = input;
  const { trim, target, moments } = options.weighting;
  const unmatched: Lost[] = [];
  const problems: Problem[] = [];
  const weighs = (r: number): boolean => panel.samplingWeight?.[rows.unit[r]] !== 0;
  const keep = Uint8Array.from(rows.treated, (d, r) => (d === 1 ? 1 : weighs(r) ? offered[r] : 0));
  // What the score had to leave out separates the arms among fewer rows as well.
  let out: ReadonlySet<number> = new Set([...score.used.keys()].filter((j) => score.used[j] === 0));

  if (trim.probability) {
    const [low, high] = trim.probability;
    const { from, fit } = fitted(1, (given) => ipw({ ...given, ...model(options) }));
    const people = new Set<number>();
    from.forEach((r, i) => {
      const p = fit.probability?.[i] ?? 0;
      if (p >= low && p <= high) return;
      keep[r] = 0;
      people.add(rows.unit[r]);
      if (rows.treated[r] === 1) unmatched.push({ unit: rows.unit[r], wave: rows.wave[r], treated: 1, reason: "trimmed" });
    });
    problems.push(problem("matching/trimmed", "note", {}, { low, high, people: people.size, starters: unmatched.length }));
  }
  const { rows: weighted, from, alone, fit, base } = fitted(options.method === "entropy" ? moments : 1, kernel(options));
  unmatched.push(...alone);
  if (!fit.converged) {
    problems.push(problem("matching/weights-not-converged", "warning", {}, { iterations: fit.iterations }));
  }
  const { treated, wave } = weighted;
  const raw = fit.weight;
  if (trim.weight !== undefined) cutAtQuantile(raw, treated, base, target, trim.weight);
  const held = trim.weight !== undefined || trim.probability !== undefined;
  const { weight, estimation } = normaliseSets(
    { weight: raw, ...(!held && fit.estimation && { estimation: fit.estimation }) },
    treated,
    wave,
  );
  progress?.(rows.waves.length);
  return {
    row: from,
    set: wave,
    role: treated,
    weight,
    unmatched,
    independence: "unit",
    ...(estimation && { estimation }),
    problems: [...problems, ...weightProblems(weighted, weight, held, input)],
  };

  function fitted(power: number, run: (given: WeightsInput) => Weights) {
    const left = weightedRows(rows, keep);
    const starters = left.rows.treated.reduce((sum, d) => sum + d, 0);
    if (starters < 2) {
      const option = trim.probability ? "matching.weighting.trim" : "matching.share";
      fail("matching/nobody-weighted", { option }, { starters }, messages);
    }
    const own = variables.map((v) => ({ ...v, values: Float64Array.from(left.from, (r) => v.values[r]) }));
    const base = Float64Array.from(left.rows.unit, (i) => panel.samplingWeight?.[i] ?? 1);
    const design = weightDesign(left.rows, own, power, out, (given) => run({ ...given, base }));
    out = design.out;
    problems.push(...design.problems);
    return { ...left, fit: design.fit, base };
  }
}

function model({ score }: MatchingOptions): Pick<Parameters<typeof ipw>[0], "model" | "penalty" | "tolerance"> {
  return { model: score.model, penalty: score.penalty, tolerance: score.tolerance };
}

/** The weights of the method and target asked for; combinations that are not defined are refused with the options. */
function kernel(options: MatchingOptions): (given: WeightsInput) => Weights {
  const { target } = options.weighting;
  const { tolerance } = options.score;
  if (options.method === "ipw") return (given) => ipw({ ...given, ...model(options), target });
  const balanced = target === "ate" ? "ate" : "att";
  const balance = options.method === "cbps" ? cbps : entropyBalance;
  return (given) => balance({ ...given, tolerance, target: balanced });
}
