import { influenceBy } from "./cell-influence.js";
import { columnProduct } from "./column-product.js";
import { crossedCovariance } from "./crossed-covariance.js";
import type { EffectsFound } from "./effects-of.js";
import type { Effects, Influence, Term } from "./effects-value.js";
import { type Level, levelInfluence } from "./level-influence.js";
import { modelledVariance } from "./modelled-variance.js";
import type { WaveDesign } from "./wave-design.js";
import { type Play, waveMembers } from "./wave-members.js";

/**
 * The effects and, of each cell, the mean outcome of its treated with the weights of the estimate, in one joint covariance by the same
 * atoms. The effects' own numbers are those given, to the bit. Where two clusterings cross, the eigenvalues seen to are those of an outcome's effects and
 * means: of several outcomes all together they would take long, and an effect is set beside the mean of its own outcome alone.
 */
export function waveLevels(
  design: WaveDesign,
  { effects, crossed }: Pick<EffectsFound, "effects" | "crossed">,
  play: Play,
  asDid: boolean,
): Effects {
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
  const crossing = basis.crossing;
  const covariance =
    crossing && crossed
      ? crossedCovariance(
          {
            columns,
            bySet: [...crossed.bySet, ...levels.map((level) => level.crossed!.bySet)],
            byBoth: [...crossed.byBoth, ...levels.map((level) => level.crossed!.byBoth)],
          },
          crossing,
          design.atoms.cluster !== undefined,
          byOutcome(terms),
        ).covariance
      : columnProduct(columns, count);
  for (let j = 0; j < K; j++) for (let k = 0; k < K; k++) covariance[j * 2 * K + k] = effects.covariance[j * K + k];
  const joint: Influence = {
    ...basis,
    rows,
    ...(basis.modelled && { modelled: modelledOf(effects, basis, levels, covariance) }),
  };
  return {
    ...effects,
    terms: [...terms, ...terms.map((t): Term => ({ ...t, scale: "treatedMean" }))],
    estimate: Float64Array.from([...effects.estimate, ...levels.map((level) => level.mean)]),
    covariance,
    df: Float64Array.from([...effects.df, ...levels.map((level) => (asDid ? Number.POSITIVE_INFINITY : level.df))]),
    basis: joint,
  };
}

/** Places of each outcome's effects and of their means. */
function byOutcome(terms: readonly Term[]): number[][] {
  const names = [...new Set(terms.map(({ outcome }) => outcome))];
  return names.map((name) =>
    [0, terms.length].flatMap((from) => terms.flatMap((t, k) => (t.outcome === name ? [from + k] : []))),
  );
}

/** The effects' own, and beside them that of their treated means. */
function modelledOf({ terms }: Effects, { modelled, degrees }: Influence, levels: readonly Level[], covariance: Float64Array) {
  const K = terms.length;
  const strata = degrees!.length;
  const own = new Float64Array(K * K);
  for (let k = 0; k < K; k++) own[k * K + k] = covariance[(K + k) * 2 * K + K + k];
  const beside = modelledVariance(
    levels.map((level, k) => ({ outcome: terms[k].outcome, parts: level.modelled! })),
    own,
    strata,
  );
  const out = new Float64Array(strata * 2 * K);
  for (let s = 0; s < strata; s++) {
    out.set(modelled!.subarray(s * K, (s + 1) * K), s * 2 * K);
    out.set(beside.subarray(s * K, (s + 1) * K), s * 2 * K + K);
  }
  return out;
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
