import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Effects, GroupShares, ShareMoments, Term } from "../effects-value.js";
import { messages } from "../messages.js";
import { fromInfluence, fromMoments } from "./aggregate-covariance.js";
import { type AggregateOptions, type AggregateType, aggregateTypes, combined, type Line, linesOf } from "./aggregate-lines.js";

export type { AggregateOptions, AggregateType };

/**
 * Averages ATT(g, t) with the groups' shares p_g as weights, whose sampling uncertainty is carried along.
 * simple: cells from the start on, by p_g · dynamic: at each event time by p_g, overall = mean over e ≥ 0 · group: within g the mean over
 * t ≥ g, overall by p_g · calendar: at each t by p_g, overall = mean over t. The overall term comes first.
 * Cells that could not be estimated are left out, and a problem names them. Treated means (`withLevels`) are averaged likewise, over the
 * same cells, after the effects.
 * Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001, §3 and Corollary 2.
 */
export function aggregate(effects: Effects, { type, balanceE }: AggregateOptions): Effects {
  if (!aggregateTypes.includes(type)) fail("effects/aggregate-type", { option: "type" }, { type: String(type) }, messages);
  const { basis } = effects;
  if (!("shares" in basis) || !basis.shares) {
    return fail("effects/aggregate-without-shares", {}, { type }, messages);
  }
  if (balanceE !== undefined && type !== "dynamic") fail("effects/balance-event", { option: "balanceE" }, { type }, messages);
  const problems: Problem[] = [...effects.problems];
  const lines: Line[] = [];
  const missing = unestimated(effects);
  for (const scale of new Set(effects.terms.map((t) => t.scale))) {
    for (const outcome of new Set(effects.terms.map((t) => t.outcome))) {
      const wanted = effects.terms.flatMap((t, k) =>
        t.kind === "cell" && t.outcome === outcome && t.scale === scale ? [k] : [],
      );
      if (wanted.length === 0) continue;
      const usable = wanted.filter((k) => !missing.has(cellKey(effects.terms[k])));
      const left = wanted.filter(
        (k) => missing.has(cellKey(effects.terms[k])) && (type === "dynamic" || effects.terms[k].event! >= 0),
      );
      if (left.length > 0 && scale === "difference") {
        const which = left.map((k) => `ATT(${effects.terms[k].group}, ${effects.terms[k].time})`).join(", ");
        problems.push(problem("effects/aggregate-left-out", "warning", {}, { outcome, type, which }));
      }
      const made = linesOf(effects, basis.shares, usable, type, balanceE);
      if (made.length === 0 && scale === "difference") {
        problems.push(problem("effects/aggregate-empty", "warning", {}, { outcome, type }));
      }
      lines.push(...made);
    }
  }
  const fewest = effects.df.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const made =
    basis.kind === "influence"
      ? fromInfluence(basis, basis.shares as GroupShares, effects.terms.length, lines)
      : fromMoments(effects.covariance, basis.shares as ShareMoments, basis.arms, { fewest, atoms: effects.clusters }, lines);
  return {
    ...effects,
    terms: lines.map((l) => l.term),
    estimate: Float64Array.from(lines, ({ cell }) => combined(effects, cell)),
    ...made,
    ...((fewest === Number.POSITIVE_INFINITY || Number.isNaN(fewest)) && { df: new Float64Array(lines.length).fill(fewest) }),
    problems,
  };
}

const cellKey = ({ outcome, group, time }: Term) => `${group}/${time}/${outcome}`;

/** Cells that lack an estimate on some scale: an effect and the level it is set against are averaged over the same cells. */
function unestimated({ terms, estimate }: Effects): Set<string> {
  return new Set(terms.flatMap((t, k) => (t.kind === "cell" && Number.isNaN(estimate[k]) ? [cellKey(t)] : [])));
}
