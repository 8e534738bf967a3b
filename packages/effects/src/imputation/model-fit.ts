import { fail, type Problem, problem } from "@kontrafakt/base";
import { termDegrees } from "../arm-part-degrees.js";
import { aloneProblems } from "../att-gt/alone-problems.js";
import { armDegrees } from "../att-gt/arm-degrees.js";
import { blankWithoutSpread } from "../blank-without-spread.js";
import type { Effects, Fit, Term } from "../effects-value.js";
import { armsChoice } from "../inference/arms-choice.js";
import { messages } from "../messages.js";
import { jointInfluence } from "./joint-influence.js";
import { levelPart } from "./levels.js";
import { termName } from "./one-treated.js";
import type { Part } from "./part.js";
import { unitArms } from "./unit-arms.js";
import { identifiedSystem, type UntreatedModel, type UntreatedSample } from "./untreated-sample.js";

/** Terms of one outcome, and how their estimates come from the model fitted with other weights. */
export interface ModelPart {
  readonly model: UntreatedModel;
  readonly part: Part;
  again(model: UntreatedModel): Float64Array;
}

/** One cluster tells nothing of how clusters differ. */
export function clusterScale(atoms: number): number {
  return atoms < 2 ? Number.NaN : 1;
}

/** Joins parts to effects that can be refitted, with factors and degrees of freedom by arm. `large`: normal quantiles, no factor. */
export function modelFit(
  sample: UntreatedSample,
  estimator: string,
  parts: readonly ModelPart[],
  large: boolean,
  problems: readonly Problem[],
  cluster: string,
): Fit {
  const arms = unitArms(sample);
  const made = (all: readonly Part[]): Effects => {
    const terms = all.flatMap((p) => p.terms);
    const { covariance, basis } = jointInfluence(sample, all, large ? undefined : arms);
    const { strata } = arms;
    const K = terms.length;
    const fewest = sample.atoms < 2 ? sample.atoms - 1 : Math.min(...strata.degrees);
    const df = large
      ? new Float64Array(K).fill(Number.POSITIVE_INFINITY)
      : basis.kind === "influence"
        ? armDegrees(basis, K)
        : basis.arms
          ? termDegrees(basis.arms, K).map((own) => (Number.isNaN(own) ? sample.atoms - 1 : own))
          : new Float64Array(K).fill(fewest);
    const without = withoutSpread(sample, terms, covariance);
    return {
      kind: "effects",
      estimator,
      terms,
      estimate: Float64Array.from(all.flatMap((p) => [...p.estimate])),
      covariance,
      df,
      clusters: sample.atoms,
      basis: basis.kind === "influence" ? { ...basis, treated: strata.treated } : basis,
      inference: armsChoice({
        means: false,
        byArm: !large,
        modelled: !arms.strata.single,
        by: cluster,
        clusters: sample.atoms,
        treatedClusters: strata.treatedClusters,
        largestShare: strata.largestShare,
      }),
      use: {
        units: sample.usedUnits,
        unitsGiven: sample.units,
        rows: sample.rows,
        rowsGiven: sample.rowsGiven,
      },
      problems: [
        ...sample.problems,
        ...problems,
        ...without,
        ...(large || sample.atoms < 2 ? [] : aloneProblems(strata, cluster)),
      ],
    };
  };
  const own = parts.map((p) => p.part);
  return {
    effects: made(own),
    refit(weights, assignment) {
      if (assignment) fail("effects/imputation-assignment", {}, {}, messages);
      if (weights.length !== sample.atoms)
        fail("effects/length", {}, { what: "weights", given: weights.length, needed: sample.atoms }, messages);
      const models = new Map([...new Set(parts.map((p) => p.model))].map((m) => [m, reweighted(sample, m, weights)]));
      return Float64Array.from(parts.flatMap((p) => [...p.again(models.get(p.model)!)]));
    },
    withLevels() {
      const scale = clusterScale(sample.atoms);
      return made([...own, ...parts.map(({ model, part }) => levelPart(sample, model, part, scale))]);
    },
  };
}

/** The model of an outcome with each unit's weight times its cluster's; units with weight 0 have no part, nor what they alone held up. */
function reweighted({ atom, ordinals }: UntreatedSample, model: UntreatedModel, weights: Float64Array): UntreatedModel {
  const T = ordinals.length;
  const { system } = model;
  const weight = system.weight.map((w, i) => (atom[i] >= 0 ? w * weights[atom[i]] : 0));
  const state = system.state.map((s, r) => (weight[Math.floor(r / T)] > 0 ? s : 0));
  return { ...model, system: identifiedSystem({ ...system, weight, state }).system };
}

/** A standard error below this share of an outcome's largest value is rounding. */
const ROUNDING = 4e-15;

/** Tells of effects without any spread, and blanks them. */
function withoutSpread(sample: UntreatedSample, terms: readonly Term[], covariance: Float64Array): Problem[] {
  const K = terms.length;
  return sample.models.flatMap(({ name, values, level, system }) => {
    let largest = 0;
    for (let r = 0; r < values.length; r++) if (system.state[r] !== 0) largest = Math.max(largest, Math.abs(values[r] + level));
    const least = ROUNDING * largest;
    const own = terms.flatMap(({ outcome, scale, kind }, index) =>
      outcome === name && scale === "difference" ? [{ index, kind }] : [],
    );
    const lost = new Set(own.flatMap(({ index }) => (covariance[index * K + index] <= least * least ? [index] : [])));
    if (lost.size === 0) return [];
    blankWithoutSpread(covariance, K, own, lost);
    const which = [...lost].map((k) => termName(terms[k])).join(", ");
    return [problem("effects/imputation-no-spread", "warning", {}, { outcome: name, cells: lost.size, which })];
  });
}
