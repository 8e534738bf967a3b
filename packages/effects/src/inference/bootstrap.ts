import { type Context, fail, type Problem, problem } from "@kontrafakt/base";
import { BLOCK, stream } from "@kontrafakt/numerics";
import type { Effects, Fit } from "../effects-value.js";
import { messages } from "../messages.js";
import { checkCombination } from "./bootstrap-checks.js";
import { bootstrapDraw, drawnError } from "./bootstrap-draw.js";
import { bootstrapStrata } from "./bootstrap-strata.js";
import { weightsHeld } from "./jackknife.js";
import type { Method, MethodOptions } from "./method.js";
import { outerDraws } from "./outer-draws.js";
import { shares } from "./shares.js";

/** Rows that all draws together may pass over; beyond, there are fewer draws. */
const MOST_ROWS = 2e9;
/** Never fewer draws than this for want of time. */
const FEWEST = 999;

/**
 * Pairs cluster bootstrap of c'θ through `refit` (`redraw` where there is one): whole clusters (after matching whole matched sets, the matching held
 * fixed: Abadie & Spiess 2022) are drawn with replacement within their arm (`bootstrapStrata`), and everything is estimated anew with how often each
 * was drawn as weight.
 *
 * `studentised` (where the effects carry influence by cluster): percentile-t, t* = (θ* − θ̂)/se*, se* from the influence of the clusters drawn,
 * recentred in the draw. `percentile` elsewhere: quantiles of θ* from draws of n − 1 clusters that count n/(n − 1) each (Rao & Wu). Limits are
 * equal-tailed; p values are their inversion, two-sided twice the smaller tail. `se` is that of t, or the standard deviation of θ*. Draws in which a
 * needed effect has no estimate are left out and counted. `options.resample: people` draws people: only where people are what the effects take as
 * independent, never after matching in sets, whose bootstrap is not valid (Abadie & Imbens 2008, doi:10.3982/ECTA6474).
 * Sources: Cameron & Miller 2015, doi:10.3368/jhr.50.2.317, VI.C; Abadie & Spiess 2022, doi:10.1080/01621459.2020.1840383.
 * @throws KontrafaktError with one treated cluster, or where the clusters cannot be drawn
 */
export const bootstrap: Method = async (fit, c, options, context) => {
  const { effects } = fit;
  checkCombination(effects, c);
  const what = resampled(fit, options);
  const strata = bootstrapStrata(effects);
  const { members } = strata;
  const used = [...c.keys()].filter((k) => c[k] !== 0);
  const figure = (values: Float64Array) => used.reduce((sum, k) => sum + c[k] * values[k], 0);
  const estimate = figure(effects.estimate);
  const u = influenceOn(effects, c, used);
  const se = u ? drawnError(u, members, new Float64Array(effects.clusters).fill(1)) : Number.NaN;
  if (se === 0) fail("effects/bootstrap-no-spread", {}, {}, messages);
  const problems: Problem[] = [...strata.problems];
  const draws = affordable(fit, used, options.draws, problems);
  const again = fit.redraw?.(c) ?? ((weights: Float64Array) => figure(fit.refit(weights)));
  const found = new Float64Array(draws);
  const weights = new Float64Array(effects.clusters);
  const missed = new Int32Array(effects.clusters);
  let kept = 0;
  for (let first = 0; first < draws; first += BLOCK) {
    const random = stream(context.seed, "effects/bootstrap", first / BLOCK);
    for (let d = first; d < Math.min(first + BLOCK, draws); d++) {
      step(context, d, draws);
      bootstrapDraw(random, members, u === undefined, weights);
      const drawn = again(weights);
      const value = u ? (drawn - estimate) / drawnError(u, members, weights) : drawn;
      if (Number.isNaN(value)) continue;
      found[kept++] = value;
      for (let a = 0; a < weights.length; a++) if (weights[a] === 0) missed[a]++;
    }
  }
  // Each cluster is left out of more than a third of the draws, unless there is no estimate without it.
  if (strata.treated === undefined && kept >= 30 && missed.includes(0))
    fail("effects/bootstrap-one-cluster", {}, { clusters: effects.clusters, treated: 1 }, messages);
  if (kept < draws / 2) fail("effects/bootstrap-empty", {}, { draws, count: draws - kept }, messages);
  if (kept < draws) problems.push(problem("effects/bootstrap-left-out", "warning", {}, { draws, count: draws - kept }));
  problems.push(...weightsHeld(fit));
  const own = found.subarray(0, kept).slice().sort();
  const [low, high] = outerDraws(own, (1 - options.level) / 2);
  const beyond = shares(own, u ? estimate / se : 0, options.pValue);
  // Of θ* itself those at most 0 speak against an effect above 0.
  const [pAbove, pBelow] = u ? [beyond.pAbove, beyond.pBelow] : [beyond.pBelow, beyond.pAbove];
  const tails = u
    ? { se, lower: estimate - high * se, upper: estimate - low * se }
    : { se: deviation(own), lower: low, upper: high };
  return {
    kind: "inference",
    method: "bootstrap",
    variant: `${what}, ${u ? "studentised" : "percentile"}`,
    estimate,
    ...tails,
    p: Math.min(1, 2 * Math.min(pAbove, pBelow)),
    pAbove,
    pBelow,
    level: options.level,
    draws: kept,
    exact: false,
    null: "mean",
    clusters: effects.clusters,
    ...(strata.treated !== undefined && { treatedClusters: strata.treated }),
    ...(problems.length > 0 && { problems }),
  };
};

/** What is drawn: `sets`, `clusters` or `people`. @throws KontrafaktError where that is not valid */
function resampled({ effects, matching }: Fit, { resample }: MethodOptions): "sets" | "clusters" | "people" {
  const option = { option: "inference.resample" };
  const { basis, inference } = effects;
  if (basis.kind === "influence" && basis.crossing) {
    const [first, second] = basis.crossing.names;
    fail("effects/bootstrap-crossing", {}, { first, second }, messages);
  }
  const inSets = matching?.independence === "set";
  if (resample === "people" && inSets) fail("effects/bootstrap-people-matched", option, {}, messages);
  const by = inference?.by ?? [];
  const named = by.filter((name) => !["unit", "person", "set", "matched set"].includes(name));
  const single = by.length > 0 ? named.length === 0 : effects.clusters === effects.use?.units;
  if (resample === "people" && !single) {
    const cluster = named.join(", ") || "cluster";
    fail("effects/bootstrap-people-clustered", option, { cluster }, messages);
  }
  if (!single) return "clusters";
  return inSets ? "sets" : "people";
}

/** Σ_k c_k ψ_k of each cluster, where the effects carry it. */
function influenceOn({ basis, terms }: Effects, c: Float64Array, used: readonly number[]): Float64Array | undefined {
  if (basis.kind !== "influence") return undefined;
  const K = terms.length;
  return Float64Array.from({ length: basis.atoms }, (_, a) => used.reduce((sum, k) => sum + c[k] * basis.rows[a * K + k], 0));
}

/** As many draws as asked, or as many as pass over `MOST_ROWS` rows, if fewer. */
function affordable(
  { effects: { terms, use, clusters }, redraw }: Fit,
  used: readonly number[],
  asked: number,
  problems: Problem[],
): number {
  const visited = (redraw ? used.map((k) => terms[k]) : terms).reduce((sum, t) => sum + t.n + t.controls, 0);
  const rows = Math.max(use?.rows ?? 0, visited, clusters);
  const draws = Math.min(asked, Math.max(FEWEST, Math.floor(MOST_ROWS / rows)));
  if (draws < asked) problems.push(problem("effects/bootstrap-capped", "note", {}, { draws, asked, rows }));
  return draws;
}

function step({ signal, progress }: Context, done: number, total: number): void {
  signal?.throwIfAborted();
  if (done % 64 === 0) progress?.({ step: "bootstrap", done, total });
}

function deviation(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (n - 1));
}
