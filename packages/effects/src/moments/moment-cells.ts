import { type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import type { AttGtCell } from "../att-gt/att-gt-cells.js";
import type { Term } from "../effects-value.js";
import type { ArmMeans } from "./arm-means.js";
import { effectiveArms } from "./effective-arms.js";
import type { MomentDesign } from "./moment-design.js";
import { refusal, type Side, total } from "./moment-refusal.js";

/** Part of an estimate's influence that an arm has: Σ over variables of coefficient · w (y − centre), summed over its units. */
export interface Form {
  readonly arm: number;
  readonly variable: number[];
  readonly coefficient: number[];
  /** Less the shift of its variable. */
  readonly centre: number[];
}

export interface MomentCells {
  readonly terms: readonly Term[];
  readonly value: Float64Array;
  readonly forms: readonly (readonly Form[])[];
  /** Mean outcome of the treated of each cell, and its forms. */
  readonly level: Float64Array;
  readonly levelForms: readonly (readonly Form[])[];
  readonly problems: readonly Problem[];
}

/**
 * ATT(g, t) = Σ_s p_s [(mean_gs,t − mean_gs,base) − (mean_cs,t − mean_cs,base)] with p_s the share of stratum s among the treated at t: what a
 * regression on all combinations of the strata's covariates gives. Controls of a stratum are pooled by their weight.
 * Means are those of whoever has the period; where units have every period the forms are the influence of Callaway & Sant'Anna 2021.
 */
export function momentCells(design: MomentDesign, means: ArmMeans): MomentCells {
  const { moments, cells, outcomes } = design;
  const T = moments.periods.ordinals.length;
  const terms: Term[] = [];
  const problems: Problem[] = [];
  const [value, level]: number[][] = [[], []];
  const forms: Form[][] = [];
  const levelForms: Form[][] = [];
  for (const k of outcomes) {
    const { name, unit } = moments.outcomes[k];
    for (const cell of cells) {
      const sides = sidesOf(design, cell);
      const made = oneCell(means, cell, sides, k * T);
      const treatedAt = sides.map(({ treated }) => treated * means.variables + k * T + cell.time);
      const controlsAt = sides.flatMap(({ controls }) => controls.map((a) => a * means.variables + k * T + cell.time));
      const n = total(means.n, treatedAt);
      const controls = total(means.n, controlsAt);
      const time = design.periods[cell.time];
      const { group } = cell;
      terms.push({
        outcome: name,
        unit,
        kind: "cell",
        scale: "difference",
        group,
        time,
        event: time - group,
        n,
        controls,
        personPeriods: n,
        ...effectiveArms(design, [...treatedAt], [...controlsAt]),
      });
      const refused = refusal(design, means, cell, sides, k * T);
      if (refused) problems.push(problem(refused.code, "warning", {}, { outcome: name, group, time, ...refused.params }));
      const estimated = !refused && !cell.reference;
      value.push(refused ? Number.NaN : cell.reference ? 0 : made.value);
      forms.push(estimated ? made.forms : []);
      level.push(refused ? Number.NaN : moments.shift[k * T + cell.time] + made.level);
      levelForms.push(refused ? [] : made.levelForms);
    }
  }
  return { terms, value: Float64Array.from(value), forms, level: Float64Array.from(level), levelForms, problems };
}

function sidesOf({ moments, group, control }: MomentDesign, cell: AttGtCell): Side[] {
  const isControl = (g: number) =>
    g === NEVER || (control === "notYet" && g !== ALWAYS && g > cell.untreatedThrough && g !== cell.group);
  const sides: Side[] = [];
  moments.arms.forEach(({ stratum }, treated) => {
    if (group[treated] !== cell.group) return;
    const controls: number[] = [];
    moments.arms.forEach((arm, a) => {
      if (arm.stratum === stratum && isControl(group[a])) controls.push(a);
    });
    sides.push({ treated, controls });
  });
  return sides;
}

function oneCell({ variables: V, w, mean }: ArmMeans, cell: AttGtCell, sides: readonly Side[], first: number) {
  const time = first + cell.time;
  const bases = Array.from(cell.window, (b) => first + b);
  // A stratum whose treated are gone by the period has no share in it.
  const present = sides.filter(({ treated }) => w[treated * V + time] > 0);
  const W = present.reduce((sum, { treated }) => sum + w[treated * V + time], 0);
  const pooled = ({ controls }: Side, v: number) => {
    let weight = 0;
    let sum = 0;
    for (const a of controls) {
      if (!(w[a * V + v] > 0)) continue;
      weight += w[a * V + v];
      sum += w[a * V + v] * mean[a * V + v];
    }
    return { weight, mean: sum / weight };
  };
  const forms: Form[] = [];
  let value = 0;
  let level = 0;
  const effect = present.map((side) => {
    const at = side.treated * V;
    const share = w[at + time] / W;
    const control = pooled(side, time);
    let own = mean[at + time] - control.mean;
    const treated: Form = { arm: side.treated, variable: [time], coefficient: [1 / W], centre: [mean[at + time]] };
    const others = side.controls.map((arm): Form => ({ arm, variable: [], coefficient: [], centre: [] }));
    const addControls = (v: number, c: number, centre: number) => {
      for (const other of others) if (w[other.arm * V + v] > 0) add(other, v, c, centre);
    };
    addControls(time, -share / control.weight, control.mean);
    for (const b of bases) {
      const base = pooled(side, b);
      own -= (mean[at + b] - base.mean) / bases.length;
      add(treated, b, -share / (bases.length * w[at + b]), mean[at + b]);
      addControls(b, share / (bases.length * base.weight), base.mean);
    }
    value += share * own;
    level += share * mean[at + time];
    forms.push(treated, ...others);
    return { own, treated };
  });
  for (const { own, treated } of effect) treated.centre[0] -= own - value;
  const levelForms = present.map(
    ({ treated }): Form => ({ arm: treated, variable: [time], coefficient: [1 / W], centre: [level] }),
  );
  return { value, forms, level, levelForms };
}

function add({ variable, coefficient, centre }: Form, v: number, c: number, mean: number): void {
  variable.push(v);
  coefficient.push(c);
  centre.push(mean);
}
