import { type Problem, problem } from "@kontrafakt/base";
import { byCodeUnits } from "../text/by-code-units.js";
import { aboutMeans } from "./about-means.js";
import type { CellGroup, Cells } from "./cells.js";
import { type CohortMoments, type KnownCovariance, type MomentArm, packedAt, variableCount } from "./moments.js";

/**
 * Aggregated cells as moments, each person of weight 1. From n, mean m and standard deviation s of a cell: Σy = nm,
 * Σy² = (n − 1)s² + nm². Products of two periods are (n − 1) covariance + n m m' where a covariance is given, n being the smaller of the two
 * cells where they differ (which is then told), and NaN otherwise.
 */
export function cellsToMoments(cells: Cells): CohortMoments {
  const V = variableCount(cells);
  const shift = meanOfMeans(cells.groups, V);
  const strata = [...new Set(cells.groups.map(({ stratum }) => stratum))].sort(byCodeUnits);
  const given = cells.groups.every((group) => group.covariance !== undefined);
  const covariance: KnownCovariance = given ? "given" : cells.correlation ? "assumed" : "conservative";
  const problems: Problem[] = [...cells.problems];
  const keys = new Map<string, MomentArm>();
  let differing = 0;
  for (const group of cells.groups) {
    const arm = armOf(group, shift, strata.indexOf(group.stratum));
    if (arm.units === 0) continue;
    if (!arm.complete && given) differing++;
    const key = `${group.firstTreated}/${arm.stratum}`;
    const before = keys.get(key);
    keys.set(key, before === undefined ? arm : addArms(before, arm));
  }
  if (differing > 0) problems.push(problem("cohort/cells-differing-n", "warning", {}, { groups: differing }));
  if (covariance === "conservative") problems.push(problem("cohort/cells-conservative", "warning", {}, {}));
  if (covariance === "assumed") {
    const [low, high] = cells.correlation as readonly [number, number];
    problems.push(problem("cohort/cells-assumed", "warning", {}, { low, high }));
  }
  const arms = [...keys.values()].sort((a, b) => a.firstTreated - b.firstTreated || a.stratum - b.stratum);
  return aboutMeans({
    kind: "cohort-moments",
    source: "cells",
    periods: cells.periods,
    outcomes: cells.outcomes,
    strata,
    shift,
    arms: arms.map((arm) => (arm.complete ? compact(arm, V) : arm)),
    covariance,
    ...(covariance === "assumed" && cells.correlation ? { correlation: cells.correlation } : {}),
    problems,
  });
}

function meanOfMeans(groups: readonly CellGroup[], V: number): Float64Array {
  return Float64Array.from({ length: V }, (_, v) => {
    const n = groups.reduce((sum, group) => sum + group.n[v], 0);
    return n === 0 ? 0 : groups.reduce((sum, group) => sum + (group.n[v] > 0 ? group.n[v] * group.mean[v] : 0), 0) / n;
  });
}

/** Sums over pairs of one group; complete here says that every cell has the same n. */
function armOf({ n, mean, sd, nonZero, covariance, firstTreated }: CellGroup, shift: Float64Array, stratum: number): MomentArm {
  const V = shift.length;
  const pairs = (V * (V + 1)) / 2;
  const count = new Float64Array(pairs);
  const sum = new Float64Array(V * V);
  const product = new Float64Array(pairs);
  const m = mean.map((value, v) => (n[v] > 0 ? value - shift[v] : 0));
  for (let v = 0; v < V; v++) {
    for (let u = 0; u <= v; u++) {
      const both = Math.min(n[v], n[u]);
      const at = packedAt(v, u);
      count[at] = both;
      sum[v * V + u] = both * m[v];
      sum[u * V + v] = both * m[u];
      const together = v === u ? sd[v] * sd[v] : (covariance?.[v * V + u] ?? Number.NaN);
      product[at] = both === 0 ? 0 : (both === 1 ? 0 : (both - 1) * together) + both * m[v] * m[u];
      if (both === 1 && v !== u && covariance === undefined) product[at] = Number.NaN;
    }
  }
  return {
    firstTreated,
    stratum,
    units: n.reduce((a, b) => Math.max(a, b), 0),
    complete: n.every((value) => value === n[0]),
    n: count,
    w: count.slice(),
    wy: sum,
    nonZero: nonZero.map((value, v) => (n[v] === 0 ? 0 : value)),
    products: { ww: count.slice(), wwy: sum.slice(), wwyy: product },
  };
}

function addArms(a: MomentArm, b: MomentArm): MomentArm {
  const add = (x: Float64Array, y: Float64Array) => x.map((value, i) => value + y[i]);
  const [p, q] = [a.products as NonNullable<MomentArm["products"]>, b.products as NonNullable<MomentArm["products"]>];
  return {
    ...a,
    units: a.units + b.units,
    complete: a.complete && b.complete,
    n: add(a.n, b.n),
    w: add(a.w, b.w),
    wy: add(a.wy, b.wy),
    nonZero: add(a.nonZero, b.nonZero),
    products: { ww: add(p.ww, q.ww), wwy: add(p.wwy, q.wwy), wwyy: add(p.wwyy, q.wwyy) },
  };
}

/** Every cell has the same people: one number stands for all pairs. */
function compact(arm: MomentArm, V: number): MomentArm {
  const own = Float64Array.from({ length: V }, (_, v) => arm.wy[v * V + v]);
  const n = Float64Array.of(arm.n[0]);
  const { wwyy } = arm.products as NonNullable<MomentArm["products"]>;
  return { ...arm, n, w: n.slice(), wy: own, products: { ww: n.slice(), wwy: own.slice(), wwyy } };
}
