import { fail, type Problem, problem } from "@kontrafakt/base";
import { type CohortMoments, type MomentArm, NEVER } from "@kontrafakt/cohort";
import type { Term } from "../effects-value.js";
import { messages } from "../messages.js";
import type { EfficientOptions } from "../options/efficient-options.js";
import type { Form } from "./moment-cells.js";

/** Cohorts of a programme whose start was drawn by lot: sums, and who can be compared with whom. */
export interface EfficientDesign {
  /** With the cohorts used alone, by start; those that start after the last period are one, never treated. */
  readonly moments: CohortMoments;
  /** Mean of each arm and variable less its shift, arms × variables. */
  readonly mean: Float64Array;
  readonly units: number;
  /** Outcomes by their place in the moments. */
  readonly outcomes: readonly number[];
  /** Periods before the first start. */
  readonly before: number;
  readonly problems: readonly Problem[];
}

/** A difference after the start and the same before it, as sums over arms' means: `level` is the treated's mean alone. */
export interface EfficientCell {
  readonly term: Term;
  /** Units of each cohort in it. */
  readonly sizes: ReadonlyMap<number, number>;
  /** The last period before the start, where the effect is 0. */
  readonly base: boolean;
  /** θ₀ and X of Roth & Sant'Anna 2023, eq. (4)–(5): the difference in t, and in the last period before the start. */
  readonly effect: readonly Form[];
  readonly before: readonly Form[];
  readonly level: readonly Form[];
}

/** Drops what the design cannot use. @throws KontrafaktError where weights, strata or clusters stand against it, or nobody is left */
export function efficientDesign(moments: CohortMoments, names: readonly string[] | undefined): EfficientDesign {
  const problems: Problem[] = [...moments.problems];
  if (moments.strata.length > 1) fail("effects/efficient-strata", {}, { strata: moments.strata.length }, messages);
  if (moments.clusters) fail("effects/efficient-clusters", {}, { cluster: moments.clusters.name }, messages);
  if (moments.covariance !== "given") fail("effects/efficient-products", {}, {}, messages);
  if (moments.arms.some((arm) => !arm.complete)) fail("effects/efficient-incomplete", {}, {}, messages);
  if (moments.arms.some(({ n, w, products }) => w[0] !== n[0] || products?.ww[0] !== n[0])) {
    fail("effects/efficient-weights", {}, {}, messages);
  }
  const known = moments.outcomes.map(({ name }) => name);
  const outcomes = (names ?? known).map((name) => {
    const k = known.indexOf(name);
    if (k < 0) fail("effects/no-outcome", { option: "outcomes" }, { name, names: known.join(", ") || "none" }, messages);
    return k;
  });
  const { ordinals } = moments.periods;
  const [first, last] = [ordinals[0], ordinals[ordinals.length - 1]];
  const always = moments.arms.filter(({ firstTreated }) => firstTreated <= first);
  const count = always.reduce((sum, { units }) => sum + units, 0);
  if (count > 0) problems.push(problem("effects/always-treated", "warning", {}, { count }));
  const started = moments.arms.filter(({ firstTreated: g }) => g > first && g <= last);
  const late = moments.arms.filter(({ firstTreated: g }) => g > last);
  const all = late.length > 0 ? [...started, late.reduce(added)] : started;
  const arms = all.filter(({ units }) => units > 1);
  if (arms.length < all.length) {
    problems.push(problem("effects/efficient-one-unit", "warning", {}, { cohorts: all.length - arms.length }));
  }
  const cohorts = arms.filter(({ firstTreated }) => firstTreated <= last).length;
  if (cohorts === 0) fail("effects/no-treated", {}, { from: first, to: last }, messages);
  if (arms.length < 2) fail("effects/efficient-one-cohort", {}, {}, messages);
  if (late.length === 0 || arms[arms.length - 1].firstTreated <= last) {
    const group = arms[arms.length - 1].firstTreated;
    problems.push(problem("effects/efficient-until-last", "warning", {}, { group }));
  }
  const V = moments.shift.length;
  const mean = new Float64Array(arms.length * V);
  arms.forEach(({ n, wy }, a) => {
    for (let v = 0; v < V; v++) mean[a * V + v] = wy[v] / n[0];
  });
  return {
    moments: { ...moments, arms },
    mean,
    units: arms.reduce((sum, { units }) => sum + units, 0),
    outcomes,
    before: ordinals.filter((t) => t < arms[0].firstTreated).length,
    problems,
  };
}

function added(a: MomentArm, b: MomentArm): MomentArm {
  const plus = (x: Float64Array, y: Float64Array) => x.map((v, i) => v + y[i]);
  const [p, q] = [a.products as NonNullable<MomentArm["products"]>, b.products as NonNullable<MomentArm["products"]>];
  return {
    ...a,
    firstTreated: NEVER,
    units: a.units + b.units,
    n: plus(a.n, b.n),
    w: plus(a.w, b.w),
    wy: plus(a.wy, b.wy),
    nonZero: plus(a.nonZero, b.nonZero),
    products: { ww: plus(p.ww, q.ww), wwy: plus(p.wwy, q.wwy), wwyy: plus(p.wwyy, q.wwyy) },
  };
}

/**
 * All (g, t) that have a cohort to be compared with: those that start after both g and t, pooled, or (sunAbraham) the last of all. A cohort's last
 * period before its start is its base: its effect there is 0.
 * @param earliest event time to begin with
 */
export function efficientCells(
  { moments, outcomes }: EfficientDesign,
  weighting: EfficientOptions["weighting"],
  earliest = Number.NEGATIVE_INFINITY,
): EfficientCell[] {
  const { arms, periods } = moments;
  const T = periods.ordinals.length;
  const cells: EfficientCell[] = [];
  for (const k of outcomes) {
    const { name: outcome, unit } = moments.outcomes[k];
    arms.forEach(({ firstTreated: group, units: n }, a) => {
      const from = periods.ordinals.filter((t) => t < group).length - 1;
      periods.ordinals.forEach((time, t) => {
        if (time - group < earliest) return;
        const later = arms.flatMap((arm, b) => (arm.firstTreated > Math.max(time, group) ? [b] : []));
        const controls = weighting === "sunAbraham" ? later.filter((b) => b === arms.length - 1) : later;
        if (controls.length === 0) return;
        const total = controls.reduce((sum, b) => sum + arms[b].units, 0);
        const difference = (v: number): Form[] => [form(a, v, 1), ...controls.map((b) => form(b, v, -arms[b].units / total))];
        const term: Term = {
          outcome,
          unit,
          kind: "cell",
          scale: "difference",
          group,
          time,
          event: time - group,
          n,
          controls: total,
          personPeriods: n,
        };
        cells.push({
          term,
          sizes: new Map([[group, n]]),
          base: t === from,
          effect: difference(k * T + t),
          before: difference(k * T + from),
          level: [form(a, k * T + t, 1)],
        });
      });
    });
  }
  return cells;
}

/** A multiple of an arm's mean; centres are put in with the variance. */
function form(arm: number, v: number, c: number): Form {
  return { arm, variable: [v], coefficient: [c], centre: [0] };
}
