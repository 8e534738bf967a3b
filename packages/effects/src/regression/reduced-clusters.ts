import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import { type ClusterGrams, clusterGrams, splitEffects } from "./cluster-grams.js";
import { type DesignClasses, ownClasses, unitClasses } from "./design-classes.js";
import type { ReducedDesign } from "./reduced-design.js";
import type { OutcomePart } from "./score-columns.js";

/** Above these numbers of clusters that differ, or of steps (× columns³), `auto` takes coefficients one at a time and an explicit one is refused. */
const MOST = { auto: { clusters: 1_000, steps: 5e7 }, asked: { clusters: 20_000, steps: 5e9 } };
/** Most numbers kept of clusters' designs. */
const ENTRIES = 2e7;

/** A part's design by cluster; null where there are too many clusters that differ, or too many columns. */
export function reducedClusters(part: OutcomePart, atom: FixedEffect, asked: boolean): ClusterGrams | null {
  const { sample, columns, root, cell } = part;
  const cluster = cell ? cell.map((r) => atom.of[r]) : atom.of;
  const split = splitEffects({ effects: sample.effects, cluster, root });
  if (!split) return null;
  const k = columns.length + split.explicit.reduce((sum, { levels }) => sum + levels, 0);
  const fits = (Q: number) => {
    const most = asked ? MOST.asked : MOST.auto;
    return Q <= most.clusters && Q * k * k * k <= most.steps && Q * k * k <= ENTRIES;
  };
  let classes = fits(atom.levels) ? ownClasses(atom.levels) : null;
  if (!classes && !root && part.plain) {
    classes = unitClasses(sample.unit, sample.time, part.counted.ofUnit, cluster, atom.levels, part.periods);
  }
  if (!classes || !fits(classes.count.length)) return null;
  return clusterGrams(reducedDesign(part, cluster, classes), split);
}

/** Units of one group seen in the same periods have the same columns, so that each of these need be looked at but once. */
export function reducedDesign(part: OutcomePart, cluster: Int32Array, classes: DesignClasses): ReducedDesign {
  const { sample, columns, root, bread, counted, periods, plain } = part;
  const unit = sample.effects.find(({ name }) => name === "unit");
  // Clusters that are units are put together already.
  const several = plain && !root && unit && unit.of !== cluster;
  const alike = several && unitClasses(sample.unit, sample.time, counted.ofUnit, unit.of, unit.levels, periods);
  const design = { n: sample.n, columns, root, bread, effects: sample.effects, cluster, classes };
  return alike && unit ? { ...design, units: { of: unit, classes: alike } } : design;
}
