import { type Problem, problem } from "@kontrafakt/base";
import { NEVER } from "@kontrafakt/cohort";
import type { Term } from "../effects-value.js";
import { type BlockSystem, FITTED, rankOf, unitBlocks } from "../fixed-effects/unit-blocks.js";
import { fitBlocks, residualsOf } from "../fixed-effects/unit-blocks-fit.js";
import { addBlockDual } from "../fixed-effects/unit-blocks-transposed.js";
import { labelled } from "./labelled.js";
import type { Part } from "./part.js";
import { acrossTerms, scoresOf } from "./stage.js";
import type { UntreatedModel, UntreatedSample } from "./untreated-sample.js";

/**
 * The pre-trend regression of Borusyak, Jaravel & Spiess 2024 (doi:10.1093/restud/rdae007): among untreated rows alone, the model with
 * an indicator of each of the last `leads` event times before the start (less anticipation). The estimate of effects does not see it.
 */
export function leadsPart(
  sample: UntreatedSample,
  model: UntreatedModel,
  leads: number,
  anticipation: number,
  scaleOf: (system: BlockSystem) => number,
): { part: Part; problems: Problem[] } {
  const system = unitBlocks(leadDesign(sample, model.system, leads, anticipation));
  const first = system.width - leads;
  const counted = system.state.map((s) => (s === FITTED ? 1 : 0));
  const all = labelled(sample, model, counted, (start, time) => {
    const event = time - start;
    return start !== NEVER && event < -anticipation && event >= -anticipation - leads ? { kind: "event", event } : null;
  });
  // With no more rows than coefficients there are no residuals to judge a lead by.
  const told = (t: Term) => rankOf(system) < system.rows && determined(system, first + columnOf(t, anticipation));
  const kept = all.terms.flatMap((t, k) => (told(t) ? [k] : []));
  const asked = Array.from({ length: leads }, (_, l) => l - anticipation - leads);
  const problems = leadProblems(model.name, asked, all.terms, kept);
  const place = new Map(kept.map((k, at) => [k, at]));
  const terms = kept.map((k) => all.terms[k]);
  const columns = terms.map((t) => first + columnOf(t, anticipation));
  const fit = fitBlocks(system, model.values);
  const dense = new Float64Array(terms.length * system.width);
  columns.forEach((j, k) => {
    for (let a = 0; a < system.width; a++) dense[k * system.width + a] = system.inverse[a * system.width + j];
  });
  const empty = () => new Float64Array(system.blocks * terms.length * system.q);
  const block = sample.nested ? undefined : addBlockDual(system, terms.length, dense, empty());
  const part: Part = {
    terms,
    estimate: Float64Array.from(columns, (j) => fit.dense[j]),
    scale: scaleOf(system),
    rows: { termOf: all.termOf.map((k) => place.get(k) ?? -1), counted },
    model: {
      system,
      score: scoresOf(system, residualsOf(system, fit, model.values, true)),
      sign: 1,
      dense: acrossTerms(dense, terms.length, system.width),
      ...(block && { block }),
    },
  };
  return { part, problems };
}

/** The coefficients of given lead terms, with other weights. */
export function leadEstimate(
  sample: UntreatedSample,
  { system, values }: { system: BlockSystem; values: Float64Array },
  terms: readonly Term[],
  leads: number,
  anticipation: number,
): Float64Array {
  const own = unitBlocks(leadDesign(sample, system, leads, anticipation));
  const { dense } = fitBlocks(own, values);
  const columns = terms.map((t) => own.width - leads + columnOf(t, anticipation));
  return Float64Array.from(columns, (j) => (determined(own, j) ? dense[j] : Number.NaN));
}

/** Leads run from the one just before the start backwards. */
function columnOf(term: Term, anticipation: number): number {
  return -anticipation - 1 - term.event!;
}

function leadDesign(sample: UntreatedSample, system: BlockSystem, leads: number, anticipation: number) {
  const { units, ordinals, cohorts, cohort } = sample;
  const T = ordinals.length;
  const columns = Array.from({ length: leads }, () => new Float64Array(units * T));
  for (let i = 0; i < units; i++) {
    const start = cohort[i] < 0 ? NEVER : cohorts[cohort[i]];
    if (start === NEVER) continue;
    for (let t = 0; t < T; t++) {
      const lead = start - ordinals[t] - anticipation - 1;
      if (lead >= 0 && lead < leads) columns[lead][i * T + t] = 1;
    }
  }
  const state = system.state.map((s) => (s === FITTED ? s : 0));
  return { ...system, state, covariates: [...system.covariates, ...columns] };
}

/** Whether fitted rows determine a coefficient: no null vector moves it. */
function determined({ nullSpace, norm }: BlockSystem, column: number): boolean {
  return norm[column] > 0 && nullSpace.every((v) => v[column] === 0);
}

function leadProblems(outcome: string, asked: readonly number[], found: readonly Term[], kept: readonly number[]): Problem[] {
  const tested = new Set(kept.map((k) => found[k].event));
  const lost = asked.filter((e) => !tested.has(e));
  if (lost.length === 0) return [];
  return [problem("effects/imputation-leads", "note", { option: "preTrends" }, { outcome, events: lost.join(", ") })];
}
