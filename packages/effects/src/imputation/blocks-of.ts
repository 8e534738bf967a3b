import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Clustering, Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";

/** Blocks of the model: units, the clusters of a clustering, or everyone where there is no effect of either. */
export function blocksOf(panel: Panel, effects: readonly string[], problems: Problem[]): { block: Int32Array; blocks: number } {
  const levels = [...new Set(effects)].filter((name) => name !== "period");
  const finer = levels.includes("unit");
  const clusterings = levels.filter((name) => name !== "unit").map((name) => clusteringNamed(panel, name, "effects"));
  if (finer && clusterings.length > 0) {
    const names = clusterings.map((c) => c.name).join(", ");
    problems.push(problem("effects/imputation-contained", "note", { option: "effects" }, { names }));
  }
  if (finer) return { block: Int32Array.from({ length: panel.units }, (_, i) => i), blocks: panel.units };
  if (clusterings.length > 1)
    fail("effects/imputation-two-levels", { option: "effects" }, { names: levels.join(", ") }, messages);
  if (clusterings.length === 0) return { block: new Int32Array(panel.units), blocks: 1 };
  return { block: clusterings[0].of, blocks: clusterings[0].count };
}

/** Clusters of the units that are used, dense; −1 for others. */
export function atomsOf(panel: Panel, name: string, used: Uint8Array): { atom: Int32Array; atoms: number } {
  const clustering = name === "unit" ? undefined : clusteringNamed(panel, name, "cluster");
  let unknown = 0;
  const number = new Map<number, number>();
  let atoms = 0;
  const atom = new Int32Array(panel.units).fill(-1);
  for (let i = 0; i < panel.units; i++) {
    if (used[i] === 0) continue;
    if (!clustering) {
      atom[i] = atoms++;
      continue;
    }
    const c = clustering.of[i];
    if (c < 0) unknown++;
    else {
      if (!number.has(c)) number.set(c, number.size);
      atom[i] = number.get(c)!;
    }
  }
  if (unknown > 0) fail("effects/imputation-unclustered", { option: "cluster" }, { count: unknown, cluster: name }, messages);
  return { atom, atoms: clustering ? number.size : atoms };
}

/** Whether each block's used units are in one cluster. */
export function blocksNested(block: Int32Array, blocks: number, atom: Int32Array): boolean {
  const home = new Int32Array(blocks).fill(-1);
  for (let i = 0; i < block.length; i++) {
    if (atom[i] < 0 || block[i] < 0) continue;
    if (home[block[i]] < 0) home[block[i]] = atom[i];
    else if (home[block[i]] !== atom[i]) return false;
  }
  return true;
}

function clusteringNamed(panel: Panel, name: string, option: string): Clustering {
  const names = panel.clusterings.map((c) => c.name).join(", ") || "none";
  const found = panel.clusterings.find((c) => c.name === name);
  return found ?? fail("effects/imputation-clustering", { option }, { name, names }, messages);
}
