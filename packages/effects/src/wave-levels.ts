import { influenceBy } from "./cell-influence.js";
import { columnProduct } from "./column-product.js";
import type { Effects, Influence, Term } from "./effects-value.js";
import { type Level, levelInfluence } from "./level-influence.js";
import type { WaveDesign } from "./wave-design.js";
import { type Play, waveMembers } from "./wave-members.js";

/**
 * The effects and, of each cell, the mean outcome of its treated with the weights of the estimate, in one joint covariance by the same
 * atoms. The effects' own numbers are those given, to the bit.
 */
export function waveLevels(design: WaveDesign, effects: Effects, play: Play, asDid: boolean): Effects {
  const { basis, terms } = effects;
  if (basis.kind !== "influence") return effects;
  const K = terms.length;
  const { count } = design.atoms;
  const levels = levelsOf(design, terms, play, asDid);
  const columns = [...terms.map(() => new Float64Array(count)), ...levels.map((level) => level.column)];
  const rows = new Float64Array(count * 2 * K);
  for (let first = 0; first < count; first += 64) {
    const last = Math.min(first + 64, count);
    for (let k = 0; k < K; k++) {
      for (let a = first; a < last; a++) {
        columns[k][a] = basis.rows[a * K + k];
        rows[a * 2 * K + k] = basis.rows[a * K + k];
        rows[a * 2 * K + K + k] = columns[K + k][a];
      }
    }
  }
  const covariance = columnProduct(columns, count);
  for (let j = 0; j < K; j++) for (let k = 0; k < K; k++) covariance[j * 2 * K + k] = effects.covariance[j * K + k];
  const joint: Influence = { ...basis, rows };
  return {
    ...effects,
    terms: [...terms, ...terms.map((t): Term => ({ ...t, scale: "treatedMean" }))],
    estimate: Float64Array.from([...effects.estimate, ...levels.map((level) => level.mean)]),
    covariance,
    df: Float64Array.from([...effects.df, ...levels.map((level) => (asDid ? Number.POSITIVE_INFINITY : level.df))]),
    basis: joint,
  };
}

function levelsOf(design: WaveDesign, terms: readonly Term[], play: Play, asDid: boolean): Level[] {
  const { waves, outcomes } = design;
  const of = influenceBy(design);
  const place = new Map(outcomes.map((o, i) => [o.name, i]));
  const wanted = new Map<string, { outcome: number; event: number; terms: number[] }>();
  terms.forEach((t, k) => {
    const outcome = place.get(t.outcome)!;
    const key = `${outcome}/${t.event}`;
    const same = wanted.get(key);
    if (same) same.terms.push(k);
    else wanted.set(key, { outcome, event: t.event!, terms: [k] });
  });
  const levels: Level[] = new Array(terms.length);
  for (const { outcome, event, terms: own } of wanted.values()) {
    const members = waveMembers(design, outcome, event, play);
    const level = levelInfluence(design, outcome, members, of, asDid);
    for (const k of own) levels[k] = level(members.spans.find((s) => waves[s.wave] === terms[k].group)!);
  }
  return levels;
}
