import { fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { type EventSummaries, eachEvent, effectsOf } from "./effects-of.js";
import type { Effects, Fit, Term } from "./effects-value.js";
import { waveArmValues } from "./inference/wave-arm-values.js";
import { waveSquares } from "./inference/wave-squares.js";
import { withCovariance } from "./inference/with-covariance.js";
import { messages } from "./messages.js";
import { type EffectsOptionsInput, effectsOptions } from "./options/effects-options.js";
import { parseOptions } from "./options/parse-options.js";
import { permutableDesign } from "./permutable-design.js";
import { type WaveDesign, waveDesign } from "./wave-design.js";
import { waveInference } from "./wave-inference.js";
import { waveLeaveOneOut } from "./wave-leave-one-out.js";
import { waveLevels } from "./wave-levels.js";
import type { Play } from "./wave-members.js";
import { waveRedraw } from "./wave-redraw.js";

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
 * covariance is by person, with what the estimation of the weights adds if it is known. Where sets cross clusters, or share controls, see
 * `atomsOf`; `effects.inference` tells what was done and why.
 * Sources: Callaway & Sant'Anna 2021 for ATT(g, t); Abadie & Spiess 2022 for inference by matched set; Cameron, Gelbach & Miller 2011 for two clusterings.
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
  const clustering = panel.clusterings.find((own) => own.name === parsed.cluster);
  const cluster = clustering && comparison.unit.map((i) => clustering.of[i]);
  const { choice, problems } = waveInference(design, parsed);
  // Sums over an atom's rows count as often as the atom does; people weighted apart change what the others of their set count.
  const linear = design.independence === "set" || design.atoms.crossed !== undefined;
  const made = (asDid: boolean): WaveFit => {
    const found = effectsOf(design, play, asDid);
    const effects: Effects = { ...found.effects, inference: choice, problems: [...found.effects.problems, ...problems] };
    return {
      design,
      events: found.events,
      effects,
      matching: { independence: design.independence, held: design.estimation !== undefined },
      refit: (weights, assignment) => refit(design, effects.terms, weights, assignment),
      redraw: (c) => {
        const terms = effects.terms.filter((_, k) => c[k] !== 0);
        const own = c.filter((v) => v !== 0);
        const anew = (weights: Float64Array) => refit(design, terms, weights).reduce((sum, v, k) => sum + own[k] * v, 0);
        return linear ? waveRedraw(design, terms, play, own, anew) : anew;
      },
      ...(linear && {
        leaveOneOut: () => waveLeaveOneOut(design, effects.terms, play, (a) => refit(design, effects.terms, without(design, a))),
      }),
      withLevels: () => waveLevels(design, { ...found, effects }, play, asDid),
      leastSquares: (c) => waveSquares(design, effects.terms, c),
      ...(cluster && { armValues: (c, _by, slopes) => waveArmValues(design, effects, cluster, c, slopes) }),
    };
  };
  return withCovariance(made(parsed.compat === "did"), parsed.inference, parsed.compat, () => made(true));
}

function refit(design: WaveDesign, terms: readonly Term[], weights: Float64Array, assignment?: Uint8Array): Float64Array {
  need("weights", weights.length, design.atoms.count);
  if (assignment) need("assignment", assignment.length, design.rows);
  if (assignment && !permutableDesign(design)) fail("effects/roles-fixed", {}, {}, messages);
  const { atoms, setStart, members } = design;
  const play: Play = {
    role: assignment ?? design.role,
    shares: assignment ? "equal" : "matched",
    ...(atoms.crossed
      ? { afterSets: Float64Array.from(atoms.ofRow, (a) => weights[a]) }
      : design.independence === "set"
        ? { setWeight: Float64Array.from({ length: design.sets }, (_, s) => weights[atoms.ofRow[members[setStart[s]]]]) }
        : { rowWeight: Float64Array.from(atoms.ofRow, (a) => weights[a]) }),
  };
  const answers = design.outcomes.map(() => new Map<string, number>());
  const events = design.outcomes.map(() => new Set<number>());
  const outcome = new Map(design.outcomes.map((o, i) => [o.name, i]));
  for (const t of terms) events[outcome.get(t.outcome)!].add(t.event!);
  eachEvent(
    design,
    play,
    (o, fit) => {
      for (const cell of fit.cells) answers[o].set(`${design.waves[cell.wave]}/${design.periods[cell.time]}`, cell.att);
    },
    (o, event) => events[o].has(event),
  );
  return Float64Array.from(terms, (t) => answers[outcome.get(t.outcome)!].get(`${t.group}/${t.time}`) ?? Number.NaN);
}

/** Weights of all atoms but one. */
function without({ atoms }: WaveDesign, atom: number): Float64Array {
  return new Float64Array(atoms.count).fill(1).fill(0, atom, atom + 1);
}

function need(what: string, given: number, needed: number): void {
  if (given !== needed) fail("effects/length", {}, { what, given, needed }, messages);
}
