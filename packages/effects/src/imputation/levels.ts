import type { Part } from "./part.js";
import { ownInfluence, termMeans } from "./stage.js";
import type { UntreatedModel, UntreatedSample } from "./untreated-sample.js";

/** Mean outcome of the rows of each term, as they were: what the term's effect is compared with. */
export function levelPart(sample: UntreatedSample, { system, values, level }: UntreatedModel, part: Part, scale: number): Part {
  const terms = part.terms.map((t) => ({ ...t, scale: "treatedMean" as const }));
  const estimate = termMeans(sample, system.weight, part.rows, terms.length, values);
  const own = ownInfluence(sample, system.weight, part.rows, values, estimate);
  return { terms, estimate: estimate.map((v) => v + level), scale, rows: part.rows, own };
}
