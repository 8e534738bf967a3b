import { type Comparison, TREATED } from "@kontrafakt/matching";

/**
 * The comparison of some of its starters, those that `keep` is true of by wave and value. Where sets are independent, a starter keeps its whole
 * set: its controls were chosen to be like it. Where they are strata or waves whose controls are to be like all starters of the set, only
 * controls with the same value are kept, which weights that balance given the covariate are right for. Control weights sum to the kept
 * treated weights of their set again; sets left without either are dropped.
 *
 * @param unitValue each unit's value, −1 = unknown
 */
export function restrictComparison(
  comparison: Comparison,
  keep: (wave: number, value: number) => boolean,
  unitValue: Int32Array,
): Comparison {
  const { unit, wave, set, role, weight, independence, estimation } = comparison;
  const rows = Array.from(unit.keys());
  const wanted = rows.map((r) => (independence === "set" && role[r] !== TREATED) || keep(wave[r], unitValue[unit[r]]));
  const sets = set.reduce((most, s) => Math.max(most, s + 1), 0);
  const treated = new Float64Array(sets);
  const controls = new Float64Array(sets);
  for (const r of rows) if (wanted[r]) (role[r] === TREATED ? treated : controls)[set[r]] += weight[r];
  // Rows that informed estimated weights stay, with weight 0.
  const stay = rows.filter((r) => treated[set[r]] > 0 && controls[set[r]] > 0 && (wanted[r] || estimation !== undefined));
  const factor = stay.map((r) => (!wanted[r] ? 0 : role[r] === TREATED ? 1 : treated[set[r]] / controls[set[r]]));
  const taken = takeComparison(comparison, stay);
  return {
    ...taken,
    weight: taken.weight.map((w, i) => w * factor[i]),
    ...(taken.estimation && {
      estimation: {
        ...taken.estimation,
        gradient: taken.estimation.gradient.map((g, at) => g * factor[Math.floor(at / taken.estimation!.parameters)]),
      },
    }),
  };
}

/** Rows that count in what is compared: those of weight 0 only inform the weights. */
export function countedRows(comparison: Comparison): Comparison {
  return takeComparison(
    comparison,
    Array.from(comparison.unit.keys()).filter((r) => comparison.weight[r] > 0),
  );
}

function takeComparison(comparison: Comparison, rows: readonly number[]): Comparison {
  const { estimation, waves } = comparison;
  const whole = (values: Int32Array) => Int32Array.from(rows, (r) => values[r]);
  const wide = (values: Float64Array, width: number) =>
    Float64Array.from({ length: rows.length * width }, (_, at) => values[rows[Math.floor(at / width)] * width + (at % width)]);
  const dense = new Map<number, number>();
  for (const r of rows) if (!dense.has(comparison.set[r])) dense.set(comparison.set[r], dense.size);
  return {
    ...comparison,
    unit: whole(comparison.unit),
    wave: whole(comparison.wave),
    set: Int32Array.from(rows, (r) => dense.get(comparison.set[r]) ?? 0),
    role: Uint8Array.from(rows, (r) => comparison.role[r]),
    weight: wide(comparison.weight, 1),
    start: whole(comparison.start),
    until: whole(comparison.until),
    score: wide(comparison.score, 1),
    uncensored: wide(comparison.uncensored, waves.length),
    ...(estimation && {
      estimation: {
        ...estimation,
        influence: wide(estimation.influence, estimation.parameters),
        gradient: wide(estimation.gradient, estimation.parameters),
      },
    }),
  };
}
