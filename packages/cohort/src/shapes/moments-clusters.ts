import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { MomentsOptions } from "../options/moments-options.js";
import type { CrossSections } from "./cross-sections.js";
import { finishArm } from "./finish-arms.js";
import { type ArmSums, addSums, addTo, emptySums, type SumsShape } from "./moment-sums.js";
import type { ClusterSums, MomentArm } from "./moments.js";
import { type ArmKey, named } from "./moments-groups.js";
import type { Panel } from "./panel.js";

/** Clusters within arms, one row each. */
export interface ClusterRows {
  /** Row of each unit: a cluster within an arm. */
  readonly of: Int32Array;
  readonly count: number;
  readonly cluster: readonly number[];
  readonly arm: readonly number[];
}

export function clusterRows(data: Panel | CrossSections, name: string, armOf: Int32Array): ClusterRows {
  const { of } = named(data.clusterings, name, "cohort/moments-cluster", "cluster");
  const unknown = of.reduce((sum, c, i) => sum + (c < 0 && armOf[i] >= 0 ? 1 : 0), 0);
  if (unknown > 0) fail("cohort/moments-cluster-unknown", { option: "cluster" }, { count: unknown, cluster: name }, messages);
  const rows = new Map<number, Map<number, number>>();
  const cluster: number[] = [];
  const arm: number[] = [];
  const found = of.map((c, i) => {
    if (armOf[i] < 0) return -1;
    let own = rows.get(c);
    if (own === undefined) {
      own = new Map();
      rows.set(c, own);
    }
    let at = own.get(armOf[i]);
    if (at === undefined) {
      at = cluster.length;
      own.set(armOf[i], at);
      cluster.push(c);
      arm.push(armOf[i]);
    }
    return at;
  });
  return { of: found, count: cluster.length, cluster, arm };
}

/** The arms that have anyone. */
export function finishArms(sums: readonly ArmSums[], shape: SumsShape, keys: readonly ArmKey[]): readonly MomentArm[] {
  return sums.flatMap((arm, a) => (arm.units === 0 ? [] : [finishArm(arm, shape, keys[a])]));
}

/** Sums by cluster within arm, and from them those of the arms. */
export function clustered(
  sums: readonly ArmSums[],
  shape: SumsShape,
  keys: readonly ArmKey[],
  rows: ClusterRows,
  { cluster: name, shard }: MomentsOptions,
): { arms: readonly MomentArm[]; clusters: ClusterSums } {
  const V = shape.variables;
  const own: SumsShape = { ...shape, arms: keys.length };
  const totals = emptySums(own);
  const wide = {
    n: new Float64Array(sums.length * V),
    w: new Float64Array(sums.length * V),
    wy: new Float64Array(sums.length * V),
  };
  sums.forEach((row, r) => {
    const { whole, some } = row;
    const into = totals[rows.arm[r]];
    into.units += row.units;
    addTo(into.nonZero, row.nonZero);
    const part = emptySums({ ...own, arms: 1 });
    if (whole !== undefined) part[0].whole = { ...whole, n: whole.n.slice(), w: whole.w.slice(), wy: whole.wy.slice() };
    if (some !== undefined) part[0].some = { ...some, n: some.n.slice(), w: some.w.slice(), wy: some.wy.slice() };
    addSums([into], part);
    for (let v = 0; v < V; v++) {
      const at = r * V + v;
      wide.n[at] = (whole?.n[0] ?? 0) + (some?.n[v] ?? 0);
      wide.w[at] = (whole?.w[0] ?? 0) + (some?.w[v] ?? 0);
      wide.wy[at] = (whole?.wy[v] ?? 0) + (some?.wy[v] ?? 0);
    }
  });
  const kept = totals.flatMap((arm, a) => (arm.units > 0 ? [a] : []));
  const place = new Map(kept.map((a, k) => [a, k]));
  const live = sums.flatMap((row, r) => (row.units > 0 ? [r] : []));
  const codes = [...new Set(live.map((r) => rows.cluster[r]))].sort((a, b) => a - b);
  const labelOf = new Map(codes.map((code, k) => [code, k]));
  const pick = (values: Float64Array) => {
    const out = new Float64Array(live.length * V);
    live.forEach((r, k) => {
      out.set(values.subarray(r * V, (r + 1) * V), k * V);
    });
    return out;
  };
  return {
    arms: finishArms(totals, own, keys),
    clusters: {
      name: name as string,
      labels: codes.map((code) => (shard === "" ? String(code) : `${shard}:${code}`)),
      cluster: Int32Array.from(live, (r) => labelOf.get(rows.cluster[r]) as number),
      arm: Int32Array.from(live, (r) => place.get(rows.arm[r]) as number),
      n: pick(wide.n),
      w: pick(wide.w),
      wy: pick(wide.wy),
    },
  };
}
