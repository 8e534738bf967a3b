import { fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { type EventSummaries, eachEvent, effectsOf } from "./effects-of.js";
import type { Effects, Fit, Term } from "./effects-value.js";
import { messages } from "./messages.js";
import { type EffectsOptionsInput, effectsOptions } from "./options/effects-options.js";
import { parseOptions } from "./options/parse-options.js";
import { permutableDesign } from "./permutable-design.js";
import { type WaveDesign, waveDesign } from "./wave-design.js";
import { waveLevels } from "./wave-levels.js";
import type { Play } from "./wave-members.js";

/** A wave estimate with the layout it came from, for diagnostics that look behind it. */
export interface WaveFit extends Fit {
  readonly design: WaveDesign;
  /** What the cells were made from: `[outcome][event]`, outcomes as in the design. */
  readonly events: EventSummaries;
  withLevels(): Effects;
}

/**
 * ATT(g, t) of every wave, period and outcome after matching, on a universal base: the mean of the row's outcome over
 * `baseWindow` periods before time zero. Only comparison people matched to wave g inform its cells. Pre-periods are cells too.
 * All outcomes stand in one `Effects` with their joint covariance, by cluster of matched sets; a cell that fewer than two
 * independent sets observe has no term and is named in a problem. Where the comparison takes people as independent (strata, weights), the
 * covariance is by person, with what the estimation of the weights adds if it is known.
 * Sources: Callaway & Sant'Anna 2021 for ATT(g, t); Abadie & Spiess 2022 for inference by matched set.
 * @param outcomes names of the panel's measures; all if absent
 * @throws KontrafaktError on unknown options, outcomes or clusterings, or where no cell can be estimated
 */
export function waveEffects(
  panel: Panel,
  comparison: Comparison,
  options: EffectsOptionsInput = {},
  outcomes: readonly string[] = panel.measures.map((m) => m.name),
): WaveFit {
  const parsed = parseOptions(effectsOptions, options);
  const design = waveDesign(panel, comparison, parsed, outcomes);
  const play: Play = { role: design.role, shares: "matched" };
  const asDid = parsed.compat === "did";
  const { effects, events } = effectsOf(design, play, asDid);
  return {
    design,
    events,
    effects,
    refit: (weights, assignment) => refit(design, effects.terms, weights, assignment),
    withLevels: () => waveLevels(design, effects, play, asDid),
  };
}

function refit(design: WaveDesign, terms: readonly Term[], weights: Float64Array, assignment?: Uint8Array): Float64Array {
  need("weights", weights.length, design.atoms.count);
  if (assignment) need("assignment", assignment.length, design.rows);
  if (assignment && !permutableDesign(design)) fail("effects/roles-fixed", {}, {}, messages);
  const { atoms, setStart, members } = design;
  const play: Play = {
    role: assignment ?? design.role,
    shares: assignment ? "equal" : "matched",
    ...(design.independence === "set"
      ? { setWeight: Float64Array.from({ length: design.sets }, (_, s) => weights[atoms.ofRow[members[setStart[s]]]]) }
      : { rowWeight: Float64Array.from(atoms.ofRow, (a) => weights[a]) }),
  };
  const answers = design.outcomes.map(() => new Map<string, number>());
  eachEvent(design, play, (o, fit) => {
    for (const cell of fit.cells) answers[o].set(`${design.waves[cell.wave]}/${design.periods[cell.time]}`, cell.att);
  });
  const outcome = new Map(design.outcomes.map((o, i) => [o.name, i]));
  return Float64Array.from(terms, (t) => answers[outcome.get(t.outcome)!].get(`${t.group}/${t.time}`) ?? Number.NaN);
}

function need(what: string, given: number, needed: number): void {
  if (given !== needed) fail("effects/length", {}, { what, given, needed }, messages);
}
