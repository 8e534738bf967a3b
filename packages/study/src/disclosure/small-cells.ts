import { type Effects, takenArms } from "@kontrafakt/effects";

/** Places of the cells of some outcomes that at least their `smallCell` starters stand behind: others enter no total and no table. */
export function tellableCells(
  effects: Effects,
  smallCell: (outcome: string) => number,
  outcomes: readonly string[],
): { keep: number[]; left: number } {
  const wanted = effects.terms.flatMap((t, k) => (outcomes.includes(t.outcome) ? [k] : []));
  const keep = wanted.filter((k) => effects.terms[k].n >= smallCell(effects.terms[k].outcome));
  return { keep, left: wanted.length - keep.length };
}

/** Some terms of effects, by their indices, with their joint covariance. */
export function takeTerms(effects: Effects, keep: readonly number[]): Effects {
  const K = effects.terms.length;
  const k = keep.length;
  if (k === K) return effects;
  const covariance = new Float64Array(k * k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) covariance[a * k + b] = effects.covariance[keep[a] * K + keep[b]];
  let basis = effects.basis;
  if (basis.kind === "influence") {
    const rows = new Float64Array(basis.atoms * k);
    for (let i = 0; i < basis.atoms; i++) for (let a = 0; a < k; a++) rows[i * k + a] = basis.rows[i * K + keep[a]];
    const working = basis.working?.map((model) => {
      const width = model.blocks * model.slopes;
      const of = (_: unknown, i: number) => model.combination[keep[Math.floor(i / width)] * width + (i % width)];
      return { ...model, combination: Float64Array.from({ length: k * width }, of) };
    });
    const modelled = basis.modelled?.filter((_, i) => keep.includes(i % K));
    basis = { ...basis, rows, ...(working && { working }), ...(modelled && { modelled }) };
  } else if (basis.kind === "moments") {
    const { shares, arms } = basis;
    const cross = (G: number, of: Float64Array) =>
      Float64Array.from({ length: k * G }, (_, i) => of[keep[Math.floor(i / G)] * G + (i % G)]);
    basis = {
      kind: "moments",
      ...(shares && { shares: { ...shares, cross: cross(shares.groups.length, shares.cross) } }),
      ...(arms && { arms: takenArms(arms, keep) }),
    };
  }
  return {
    ...effects,
    terms: keep.map((i) => effects.terms[i]),
    estimate: Float64Array.from(keep, (i) => effects.estimate[i]),
    df: Float64Array.from(keep, (i) => effects.df[i]),
    covariance,
    basis,
  };
}

/** Lower triangle of the joint covariance of some terms, row by row. */
export function packedCovariance(effects: Effects, terms: readonly number[]): number[] {
  const K = effects.terms.length;
  return terms.flatMap((j, a) => terms.slice(0, a + 1).map((k) => effects.covariance[j * K + k]));
}
