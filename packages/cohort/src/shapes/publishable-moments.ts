import { KontrafaktError, type Params, type Problem, periodLabel, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { type CohortMoments, type MomentArm, pairSums, variableCount } from "./moments.js";
import { ALWAYS, NEVER } from "./panel.js";

const MOST_PROBLEMS = 20;

/**
 * Moments that may leave the place they were made in: they are returned as they are, or refused. Refused are sums over 1 to below
 * `threshold` people: an arm, the people of an arm in one period or cluster, those who have one period and not another (the difference
 * of two sums is theirs), those with anything but 0, and those with anything else where all others have 0; and an outcome other than 0
 * that is the same for everyone of an arm. Where cells do not tell who has 0, that rule cannot be checked.
 * @throws KontrafaktError that names each such arm, and never how many there are
 */
export function publishableMoments(m: CohortMoments, threshold: number): CohortMoments {
  const problems: Problem[] = [];
  const refuse = (arm: MomentArm, { code, v }: Found) => {
    if (problems.length >= MOST_PROBLEMS) return;
    problems.push(problem(code, "error", {}, { ...armParams(m, arm), ...variableParams(m, v), threshold }));
  };
  m.arms.forEach((arm, a) => {
    const found = isSmall(arm.units, threshold)
      ? { code: "cohort/moments-small-arm" }
      : (smallVariable(m, arm, threshold) ?? smallDifference(m, arm, threshold) ?? smallCluster(m, a, threshold));
    if (found !== undefined) refuse(arm, found);
  });
  if (problems.length > 0) throw new KontrafaktError(problems, messages);
  return m;
}

const isSmall = (count: number, threshold: number) => count > 0 && count < threshold;

interface Found {
  readonly code: string;
  readonly v?: number;
}

function smallVariable(m: CohortMoments, arm: MomentArm, threshold: number): Found | undefined {
  const V = variableCount(m);
  for (let v = 0; v < V; v++) {
    const { n, w, ww, wyV, wwyV, wwyy } = pairSums(arm, V, v, v);
    if (isSmall(n, threshold)) return { code: "cohort/moments-small-period", v };
    if (isSmall(arm.nonZero[v], threshold)) return { code: "cohort/moments-few-not-zero", v };
    if (n > 0 && isSmall(n - arm.nonZero[v], threshold)) return { code: "cohort/moments-few-zero", v };
    const mean = wyV / w;
    const spread = wwyy - 2 * mean * wwyV + mean * mean * ww;
    const size = wwyy + mean * mean * ww + m.shift[v] * m.shift[v] * ww;
    const level = m.shift[v] + mean;
    if (n > 0 && spread <= 1e-12 * size && Math.abs(level) > 1e-9 * Math.abs(m.shift[v]))
      return { code: "cohort/moments-all-alike", v };
  }
  return undefined;
}

function smallDifference(m: CohortMoments, arm: MomentArm, threshold: number): Found | undefined {
  if (arm.complete || m.source === "cells") return undefined;
  const V = variableCount(m);
  for (let v = 0; v < V; v++) {
    const own = pairSums(arm, V, v, v).n;
    for (let u = 0; u < V; u++) {
      const both = pairSums(arm, V, v, u).n;
      if (isSmall(both, threshold) || isSmall(own - both, threshold)) return { code: "cohort/moments-small-difference", v };
    }
  }
  return undefined;
}

function smallCluster({ clusters, shift }: CohortMoments, a: number, threshold: number): Found | undefined {
  if (clusters === undefined) return undefined;
  const V = shift.length;
  for (let r = 0; r < clusters.arm.length; r++) {
    if (clusters.arm[r] !== a) continue;
    for (let v = 0; v < V; v++) if (isSmall(clusters.n[r * V + v], threshold)) return { code: "cohort/moments-small-cluster", v };
  }
  return undefined;
}

function armParams({ strata, periods }: CohortMoments, { firstTreated, stratum }: MomentArm) {
  const cohort = firstTreated === NEVER ? "never" : firstTreated === ALWAYS ? "always" : periodLabel(firstTreated, periods.unit);
  return { cohort, stratum: strata[stratum] === "" ? "" : ` (${strata[stratum]})` };
}

function variableParams({ outcomes, periods }: CohortMoments, v: number | undefined): Params {
  if (v === undefined) return {};
  const T = periods.ordinals.length;
  return { outcome: outcomes[Math.floor(v / T)].name, period: periodLabel(periods.ordinals[v % T], periods.unit) };
}
