import { fail } from "@kontrafakt/base";
import type { Effects, Influence } from "../effects-value.js";
import { messages } from "../messages.js";

/** Influence of a combination by independent cluster, only those that have any. */
export interface InfluenceSums {
  readonly sums: Float64Array;
  /** Arm of each, by stratum and by whether it holds treated, and how many are in each. */
  readonly arm: Int32Array;
  readonly arms: readonly number[];
  /** How many of them hold treated, where it is known. */
  readonly treatedClusters?: number;
  /** 1 for those that hold treated, where it is known. */
  readonly treated?: Uint8Array;
}

/** @throws KontrafaktError where effects carry no influence, it is by two clusterings that cross, or that of all treated is 0 */
export function influenceSums(effects: Effects, c: Float64Array): InfluenceSums {
  const basis = influenceOf(effects);
  const K = effects.terms.length;
  const { atoms: clusters } = basis;
  const option = "inference.beside";
  if (basis.treated?.reduce((n, v) => n + v, 0) === 1) fail("effects/wild-one-treated", { option }, { clusters }, messages);
  const sums: number[] = [];
  const places = new Map<number, number>();
  const arm: number[] = [];
  const arms: number[] = [];
  const kinds: number[] = [];
  let treated = 0;
  for (let a = 0; a < clusters; a++) {
    let u = 0;
    for (let k = 0; k < K; k++) if (c[k] !== 0) u += c[k] * basis.rows[a * K + k];
    if (u === 0) continue;
    sums.push(u);
    const key = 2 * basis.stratum[a] + (basis.treated?.[a] ?? 0);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    arm.push(place);
    arms[place] = (arms[place] ?? 0) + 1;
    kinds.push(basis.treated?.[a] ?? 0);
    treated += basis.treated?.[a] ?? 0;
  }
  if (!sums.every(Number.isFinite)) fail("effects/wild-not-estimated", {}, {}, messages);
  // A cluster that holds all the treated is their mean, and says nothing of how they differ.
  if (treated === 0 && basis.treated?.includes(1)) fail("effects/wild-one-treated", { option }, { clusters }, messages);
  if (sums.length < 2) fail("effects/wild-no-spread", {}, { clusters }, messages);
  return {
    sums: Float64Array.from(sums),
    arm: Int32Array.from(arm),
    arms,
    ...(basis.treated && { treatedClusters: treated, treated: Uint8Array.from(kinds) }),
  };
}

/**
 * Where every start with treated has one cluster, nothing tells how treated clusters differ: their influence is that of rounding, of shares or of a part
 * of their deviations, and intervals from it are far too short.
 * @throws KontrafaktError there
 */
export function checkTreatedArms({ basis }: Effects, { arm, arms, treated }: InfluenceSums): void {
  if (basis.kind !== "influence" || !treated?.includes(1)) return;
  if (arms.some((n, a) => n > 1 && treated.some((v, i) => v === 1 && arm[i] === a))) return;
  const clusters = basis.treated?.reduce((n, v) => n + v, 0) ?? 0;
  fail("effects/wild-arms-of-one", { option: "inference.beside" }, { clusters }, messages);
}

/** @throws KontrafaktError where effects carry no influence, or where it is by two clusterings that cross */
export function influenceOf({ basis, estimator }: Effects): Influence {
  if (basis.kind === "moments") return fail("effects/wild-moments", { option: "inference.beside" }, { estimator }, messages);
  if (basis.kind !== "influence")
    return fail("effects/wild-no-influence", { option: "inference.beside" }, { estimator }, messages);
  if (basis.crossing) {
    const [first, second] = basis.crossing.names;
    return fail("effects/wild-crossing", { option: "inference.crossing" }, { first, second }, messages);
  }
  return basis;
}
