import { fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { absorbed } from "../fixed-effects/absorbed.js";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import { oneWay } from "../fixed-effects/one-way.js";
import type { ClusterSquares } from "../inference/cluster-squares.js";
import { messages } from "../messages.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import { type ClusterGrams, clusterGrams } from "./cluster-grams.js";
import { clusterScores } from "./cluster-scores.js";
import { ownClasses } from "./design-classes.js";
import { reducedDesign } from "./reduced-clusters.js";
import { measureNamed, valuesOf } from "./regression-sample.js";
import type { OutcomePart } from "./score-columns.js";
import type { TermPlan } from "./term-plan.js";
import { treatedClusters } from "./treated-clusters.js";

/**
 * Regressions reduced to clusters, for the wild bootstrap of c'θ: rows with the effects that lie within clusters taken out, other effects among
 * the columns. A block for each outcome in c. The factor counts all coefficients, those of fixed effects too:
 * (n − 1)/(n − k) · G/(G − 1), as R's fwildclusterboot does for a regression on dummies.
 * @throws KontrafaktError where there is no clustering one way, or effects cross the clusters and have many levels
 */
export function clusterSquaresOf(
  parts: readonly OutcomePart[],
  panel: Panel,
  plan: TermPlan,
  options: FixedEffectsOptions,
  atom: FixedEffect,
  c: Float64Array,
): ClusterSquares {
  const where = { option: "inference.beside" };
  const by = options.cluster.join(", ");
  const K = parts.reduce((sum, { place }) => sum + place.length, 0);
  if (c.length !== K) fail("effects/length", {}, { what: "a combination", given: c.length, needed: K }, messages);
  if (options.variance !== "cluster" || options.cluster.length > 1)
    fail("effects/least-squares-variance", where, { variance: options.variance, by }, messages);
  const used: { part: OutcomePart; own: Float64Array; grams: ClusterGrams }[] = [];
  const known = new Map<OutcomePart["sample"], ClusterGrams>();
  let at = 0;
  for (const part of parts) {
    const own = c.subarray(at, at + part.place.length);
    at += part.place.length;
    if (own.every((v) => v === 0)) continue;
    const { sample, cell } = part;
    const cluster = cell ? cell.map((r) => atom.of[r]) : atom.of;
    const design = reducedDesign(part, cluster, ownClasses(atom.levels));
    const missing = part.names.filter((_, j) => own[j] !== 0 && part.place[j] < 0);
    if (missing.length > 0)
      fail("effects/terms-collinear", where, { outcome: part.outcome, which: missing.join(", ") }, messages);
    const grams = known.get(sample) ?? clusterGrams(design);
    if (!grams) fail("effects/least-squares-not-nested", where, { effects: options.effects.join(", "), by }, messages);
    known.set(sample, grams!);
    used.push({ part, own, grams: grams! });
  }
  const size = used.reduce((most, { grams }) => Math.max(most, grams.size), 0);
  const blocks = used.length;
  const G = atom.levels;
  const gram = new Float64Array(G * blocks * size * size);
  const product = new Float64Array(G * blocks * size);
  const combination = new Float64Array(blocks * size);
  const T = panel.periods.ordinals.length;
  let factor = 1;
  used.forEach(({ part, own, grams }, b) => {
    const k = grams.size;
    const { sample, root } = part;
    const y = valuesOf(measureNamed(panel, part.outcome, "outcomes"), sample, T);
    if (grams.within)
      oneWay(
        grams.within,
        root?.map((v) => v * v),
      ).sweep(y);
    if (root) for (let r = 0; r < sample.n; r++) y[r] *= root[r];
    const { scores } = clusterScores(part, grams, atom, y);
    for (let a = 0; a < G; a++) {
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) gram[((a * blocks + b) * size + i) * size + j] = grams.gram[a * k * k + i * k + j];
        product[(a * blocks + b) * size + i] = scores[a * k + i];
      }
    }
    // Blocks of fewer columns are filled up with columns of their own, whose coefficients are 0.
    for (let i = k; i < size; i++) gram[(b * size + i) * size + i] = 1;
    part.place.forEach((place, j) => {
      if (own[j] !== 0) combination[b * size + place] = own[j] * grams.scale[place];
    });
    const groups = sample.clusters[0].levels;
    const all = part.columns.length + absorbed(sample.effects, { effects: "full", exact: true });
    if (b === 0) factor = ((sample.n - 1) / (sample.n - all)) * (groups / (groups - 1));
  });
  const { treated } = treatedClusters(parts, atom, panel.periods.ordinals, plan.anticipation);
  return { kind: "cluster-squares", clusters: G, blocks, size, gram, product, combination, factor, treated };
}
