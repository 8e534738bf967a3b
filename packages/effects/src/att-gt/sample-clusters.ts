import { fail } from "@kontrafakt/base";
import type { Clustering } from "@kontrafakt/cohort";
import { messages } from "../messages.js";

/** Cluster of each chosen unit (or row), dense; each its own where `cluster` is "unit". */
export function sampleClusters(
  clusterings: readonly Clustering[],
  cluster: string,
  chosen: Int32Array,
): { readonly atom: Int32Array; readonly atoms: number } {
  if (cluster === "unit") return { atom: chosen.map((_, r) => r), atoms: chosen.length };
  const names = clusterings.map((c) => c.name).join(", ") || "none";
  const clustering = clusterings.find((c) => c.name === cluster);
  if (!clustering) return fail("effects/unknown-clustering", { option: "cluster" }, { name: cluster, names }, messages);
  const unknown = chosen.filter((i) => clustering.of[i] < 0).length;
  if (unknown > 0) fail("effects/unknown-cluster-of-unit", { option: "cluster" }, { count: unknown, cluster }, messages);
  const place = new Int32Array(clustering.count).fill(-1);
  let atoms = 0;
  const atom = chosen.map((i) => {
    const c = clustering.of[i];
    if (place[c] < 0) place[c] = atoms++;
    return place[c];
  });
  return { atom, atoms };
}
