import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";

/** Numbers arms: waves with treated clusters ascending, then the comparison. @param wave of each cluster, −1 for the comparison */
export function clusterArms(wave: Int32Array): { arms: number; arm: Int32Array; waveOf: Int32Array } {
  const waveOf = Int32Array.from(new Set(wave.filter((g) => g >= 0))).sort();
  const last = waveOf.length;
  if (last === 0 || !wave.includes(-1)) fail("effects/one-arm", {}, { clusters: wave.length }, messages);
  const place = new Map(Array.from(waveOf, (g, a) => [g, a]));
  return { arms: last + 1, arm: wave.map((g) => place.get(g) ?? last), waveOf };
}

/** Dense numbers of the clusters in use, in order of their own. */
export function denseClusters(of: Int32Array): { clusters: number; cluster: Int32Array } {
  const used = Int32Array.from(new Set(of)).sort();
  const place = new Map(Array.from(used, (c, i) => [c, i]));
  return { clusters: used.length, cluster: of.map((c) => place.get(c)!) };
}
