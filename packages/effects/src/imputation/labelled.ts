import type { Term } from "../effects-value.js";
import { FITTED } from "../fixed-effects/unit-blocks.js";
import type { Assigned } from "./part.js";
import type { UntreatedModel, UntreatedSample } from "./untreated-sample.js";

/** What is common to the rows of a cohort in a period. */
export type Label = Pick<Term, "kind" | "group" | "time" | "event" | "fitted">;

/** A term for each label that has counted rows. */
export interface Labelled extends Assigned {
  readonly terms: readonly Term[];
}

/** Sums over rows, by cohort and period. */
interface Sums {
  readonly n: Int32Array;
  readonly w: Float64Array;
  readonly squares: Float64Array;
}

/**
 * Gathers counted rows into terms by the label of their cohort and period; equal labels are one term. Terms come by group, then by event.
 * Controls of a term are the untreated rows of its periods that are not in it.
 */
export function labelled(
  sample: UntreatedSample,
  model: UntreatedModel,
  counted: Uint8Array,
  labelOf: (start: number, time: number) => Label | null,
): Labelled {
  const { ordinals, cohorts, cohort } = sample;
  const { weight, state } = model.system;
  const T = ordinals.length;
  const inTerms = emptySums(cohorts.length * T);
  const fitted = emptySums(cohorts.length * T);
  let both = false;
  for (let i = 0; i < sample.units; i++) {
    for (let t = 0, r = i * T; t < T; t++, r++) {
      if (counted[r] === 1) addTo(inTerms, cohort[i] * T + t, weight[i]);
      if (state[r] !== FITTED) continue;
      addTo(fitted, cohort[i] * T + t, weight[i]);
      if (counted[r] === 1) both = true;
    }
  }
  const found = new Map<string, { label: Label; places: number[] }>();
  for (let p = 0; p < inTerms.n.length; p++) {
    const label = inTerms.n[p] > 0 ? labelOf(cohorts[Math.floor(p / T)], ordinals[p % T]) : null;
    if (!label) continue;
    const key = `${label.kind}/${label.group}/${label.event}`;
    const term = found.get(key) ?? { label, places: [] };
    term.places.push(p);
    found.set(key, term);
  }
  const groups = [...found.values()].sort(
    (a, b) => (a.label.group ?? 0) - (b.label.group ?? 0) || (a.label.event ?? 0) - (b.label.event ?? 0),
  );
  const termOf = new Int32Array(inTerms.n.length).fill(-1);
  groups.forEach(({ places }, k) => {
    for (const p of places) termOf[p] = k;
  });
  const treated = unitsOf(sample, model, { counted, termOf }, groups.length);
  const varied = weight.some((w) => w > 0 && w !== weight.find((v) => v > 0));
  const terms = groups.map(({ label, places }, k): Term => {
    const controls = controlsOf(places, fitted, both ? places : [], T, label.kind === "static");
    return {
      outcome: model.name,
      unit: model.unit,
      scale: "difference",
      ...label,
      n: treated.n[k],
      controls: controls.n,
      personPeriods: places.reduce((n, p) => n + inTerms.n[p], 0),
      ...(varied && { effective: { treated: kish(treated, k), controls: controls.effective } }),
    };
  });
  return { terms, termOf, counted };
}

function emptySums(length: number): Sums {
  return { n: new Int32Array(length), w: new Float64Array(length), squares: new Float64Array(length) };
}

function addTo(sums: Sums, at: number, w: number): void {
  sums.n[at]++;
  sums.w[at] += w;
  sums.squares[at] += w * w;
}

function kish({ w, squares }: Sums, at: number): number {
  return squares[at] > 0 ? (w[at] * w[at]) / squares[at] : 0;
}

/** Units of each term, each once however many rows it has there. */
function unitsOf(sample: UntreatedSample, { system }: UntreatedModel, rows: Assigned, terms: number): Sums {
  const T = sample.ordinals.length;
  const units = emptySums(terms);
  const last = new Int32Array(terms).fill(-1);
  for (let i = 0; i < sample.units; i++) {
    for (let t = 0, r = i * T; t < T; t++, r++) {
      if (rows.counted[r] !== 1) continue;
      const k = rows.termOf[sample.cohort[i] * T + t];
      if (k < 0 || last[k] === i) continue;
      last[k] = i;
      addTo(units, k, system.weight[i]);
    }
  }
  return units;
}

/** Untreated rows beside a term's own: summed over its places, or of the fullest period where one number stands for all. */
function controlsOf(
  places: readonly number[],
  fitted: Sums,
  leftOut: readonly number[],
  T: number,
  fullest: boolean,
): { n: number; effective: number } {
  const own = new Set(leftOut);
  const at = (t: number) => {
    const sums = emptySums(1);
    for (let p = t; p < fitted.n.length; p += T) {
      if (own.has(p)) continue;
      sums.n[0] += fitted.n[p];
      sums.w[0] += fitted.w[p];
      sums.squares[0] += fitted.squares[p];
    }
    return sums;
  };
  const periods = places.map((p) => at(p % T));
  const chosen = fullest ? [periods.reduce((a, b) => (b.n[0] > a.n[0] ? b : a))] : periods;
  const n = chosen.reduce((sum, s) => sum + s.n[0], 0);
  const w = chosen.reduce((sum, s) => sum + s.w[0], 0);
  const squares = chosen.reduce((sum, s) => sum + s.squares[0], 0);
  return { n, effective: squares > 0 ? (w * w) / squares : 0 };
}
