import { NEVER, pairSums } from "@kontrafakt/cohort";
import { termDegrees } from "../arm-part-degrees.js";
import { MOST_BY_ARM } from "../att-gt/arm-parts.js";
import type { ArmPart } from "../effects-value.js";
import type { Form } from "./moment-cells.js";
import { formsCovariance } from "./moment-covariance.js";
import type { MomentDesign } from "./moment-design.js";
import type { ShareParts } from "./moment-shares.js";

/**
 * The covariance of terms by arm of the moments, gathered by cohort: its strata are one arm. Where every period has people of its own
 * (`periodsApart`) the people of a cohort in a period are the arm, as in `attGt` on their rows.
 * @param found by arm; and of one period, where these are apart
 */
export function momentArms(design: MomentDesign, found: readonly Told[], shares: ShareParts): readonly ArmPart[] {
  const { moments, group } = design;
  const cohorts = [...new Set(group.filter((_, a) => group[a] >= 0))].sort((a, b) => a - b);
  const G = design.groups.length;
  const periods = [...new Set(found.map(({ period }) => period))];
  const parts: ArmPart[] = [];
  for (const cohort of cohorts) {
    const arms = moments.arms.flatMap((_, a) => (group[a] === cohort ? [a] : []));
    for (const period of periods) {
      const degrees = degreesOf(design, arms, period);
      // Nobody is there.
      if (degrees === Number.POSITIVE_INFINITY) continue;
      const own = found.filter((told) => group[told.arm] === cohort && told.period === period);
      const { terms, covariance } = own.length === 1 ? own[0] : gathered(own);
      const n = terms.length;
      const cross = new Float64Array(n * G);
      const share = new Float64Array(G * G);
      for (const { cross: all, covariance: of } of shares(arms, period)) {
        terms.forEach((k, i) => {
          for (let g = 0; g < G; g++) cross[i * G + g] += all[k * G + g];
        });
        for (let c = 0; c < share.length; c++) share[c] += of[c];
      }
      parts.push({ terms, covariance, degrees, shares: { covariance: share, cross } });
    }
  }
  return parts;
}

export interface Told {
  readonly arm: number;
  /** Place of the period; absent where the arm's people are followed. */
  readonly period?: number;
  readonly terms: Int32Array;
  readonly covariance: Float64Array;
}

function gathered(own: readonly Told[]): Pick<Told, "terms" | "covariance"> {
  const terms = Int32Array.from(new Set(own.flatMap((part) => [...part.terms]))).sort();
  const n = terms.length;
  const place = new Map(Array.from(terms, (k, i) => [k, i]));
  const covariance = new Float64Array(n * n);
  for (const part of own) {
    const at = Array.from(part.terms, (k) => place.get(k) as number);
    at.forEach((i, x) => {
      at.forEach((j, y) => {
        covariance[i * n + j] += part.covariance[x * at.length + y];
      });
    });
  }
  return { terms, covariance };
}

/** Whether nobody of the arms used is there in two periods, so that the people of each are drawn by themselves. */
export function periodsApart({ moments: m, group, outcomes, periods }: MomentDesign): boolean {
  if (m.source !== "cross-sections") return false;
  const V = m.shift.length;
  const T = m.periods.ordinals.length;
  const used = outcomes.flatMap((k) => Array.from(periods, (_, t) => k * T + t));
  return m.arms.every(
    (arm, a) => group[a] < 0 || used.every((v) => used.every((u) => v % T === u % T || pairSums(arm, V, v, u).n === 0)),
  );
}

/** The covariance of each arm's terms from each period by itself. */
export function toldByPeriod(design: MomentDesign, mean: Float64Array, forms: readonly (readonly Form[])[]): Told[] {
  const T = design.moments.periods.ordinals.length;
  const found: Told[] = [];
  for (let period = 0; period < design.periods.length; period++) {
    const own = forms.map((form) => form.map((part) => inPeriod(part, period, T)).filter(({ variable }) => variable.length > 0));
    formsCovariance(design.moments, mean, own, undefined, (arm, terms, covariance) =>
      found.push({ arm, period, terms, covariance }),
    );
  }
  return found;
}

function inPeriod({ arm, variable, coefficient, centre }: Form, period: number, T: number): Form {
  const at = variable.flatMap((v, x) => (v % T === period ? [x] : []));
  const pick = (values: readonly number[]) => at.map((x) => values[x]);
  return { arm, variable: pick(variable), coefficient: pick(coefficient), centre: pick(centre) };
}

/** Whether covariances by arm are few enough numbers to be carried. */
export function carriesArms(forms: readonly (readonly Form[])[], arms: number): boolean {
  const count = new Float64Array(arms);
  for (const own of forms) for (const { arm } of own) count[arm]++;
  return count.reduce((sum, n) => sum + n * n, 0) <= MOST_BY_ARM;
}

/** Degrees of freedom of each term: by arm where these are known, else the fewest of the arms it rests on. */
export function momentDegrees(
  design: MomentDesign,
  forms: readonly (readonly Form[])[],
  atoms: number,
  arms: readonly ArmPart[] | undefined,
): Float64Array {
  if (arms) return termDegrees(arms, forms.length).map((df) => (Number.isNaN(df) ? atoms - 1 : df));
  const { group, moments } = design;
  const cohorts = new Map<number, number>();
  const ofCohort = (cohort: number) => {
    const known = cohorts.get(cohort);
    if (known !== undefined) return known;
    const found = degreesOf(
      design,
      moments.arms.flatMap((_, a) => (group[a] === cohort ? [a] : [])),
    );
    cohorts.set(cohort, found);
    return found;
  };
  return Float64Array.from(forms, (own) => own.reduce((least, { arm }) => Math.min(least, ofCohort(group[arm])), atoms - 1));
}

/** Effective units of a cohort in the period that has fewest of them (or in the one given), less one; periods without anyone aside. */
function degreesOf({ moments, outcomes, periods }: MomentDesign, arms: readonly number[], period?: number): number {
  const V = moments.shift.length;
  const T = moments.periods.ordinals.length;
  let least = Number.POSITIVE_INFINITY;
  for (const k of outcomes) {
    const [from, to] = period === undefined ? [0, periods.length] : [period, period + 1];
    for (let v = k * T + from; v < k * T + to; v++) {
      let w = 0;
      let ww = 0;
      for (const a of arms) {
        const own = pairSums(moments.arms[a], V, v, v);
        if (!(own.w > 0)) continue;
        w += own.w;
        ww += Number.isNaN(own.ww) ? (own.w * own.w) / own.n : own.ww;
      }
      if (w > 0) least = Math.min(least, (w * w) / ww - 1);
    }
  }
  return Math.max(1, least);
}

/** Units of the arms that are treated, and the largest share of one where all weigh alike. */
export function treatedUnits({ moments, group }: MomentDesign): { treatedClusters: number; largestShare?: number } {
  let units = 0;
  let alike = true;
  moments.arms.forEach((arm, a) => {
    if (group[a] < 0 || group[a] === NEVER) return;
    units += arm.units;
    alike &&= arm.complete && arm.w[0] === arm.n[0];
  });
  return { treatedClusters: units, ...(alike && { largestShare: 1 / units }) };
}
