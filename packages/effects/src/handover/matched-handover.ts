import { type PeriodUnit, periodLabel } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { mean } from "../mean.js";
import { total } from "../total.js";
import type { WaveFit } from "../wave-effects.js";
import { adjustedChange } from "../wave-event.js";
import { waveMembers } from "../wave-members.js";
import { type Cell, csvFile, type HandoverFile, type ScriptLanguage } from "./handover-file.js";
import { type MatchedFigures, matchedRScript } from "./matched-r-script.js";
import { matchedStataScript } from "./matched-stata-script.js";

/**
 * The matched result as files and a script that recomputes it from them: slopes by least squares, cells by weighted means (and by `did` or
 * `csdid` where installed), and the mean effect by the number of treated. Personal data.
 *
 * rows.csv: one a matched row, with its covariates · changes.csv: one a matched row and period in which it counts, with its weight at that
 * period (renormalised within its set, and by the inverse of not having been referred) and its change from its base, raw and adjusted ·
 * slopes.csv: one an event time and covariate · cells.csv: the estimates of `fit.effects`.
 */
export function matchedHandover(
  panel: Panel,
  comparison: Comparison,
  fit: WaveFit,
  languages: readonly ScriptLanguage[],
): readonly HandoverFile[] {
  const { unit } = panel.periods;
  const figures: MatchedFigures[] = fit.design.outcomes.flatMap(({ name }) => {
    if (!fit.effects.terms.some((t) => t.kind === "cell" && t.outcome === name && t.event! >= 0)) return [];
    return [{ outcome: name, mean: mean(fit.effects, name).estimate[0], total: total(fit.effects, name).estimate[0] }];
  });
  const widths = fit.design.outcomes.map(({ covariates }) => covariates.length);
  return [
    csvFile("rows.csv", ["row", "unit", "person", "wave", "set", "role", "start", "weight", ...covariateColumns(widths)], () =>
      rowLines(panel, comparison, fit),
    ),
    csvFile("changes.csv", ["outcome", "wave", "period", "event", "row", "role", "weight", "change", "adjusted"], () =>
      changeLines(fit),
    ),
    csvFile("slopes.csv", ["outcome", "event", "covariate", "column", "slope"], () => slopeLines(fit)),
    csvFile(
      "cells.csv",
      ["outcome", "unit", "wave", "period", "event", "waveLabel", "periodLabel", "n", "controls", "estimate"],
      () => cellLines(fit, unit),
    ),
    ...languages.map((language) =>
      language === "r"
        ? { path: "recompute.R", text: [matchedRScript(figures)] }
        : { path: "recompute.do", text: [matchedStataScript(figures)] },
    ),
  ];
}

const covariateColumn = (outcome: number, covariate: number) => `x${outcome + 1}_${covariate + 1}`;

function covariateColumns(widths: readonly number[]): string[] {
  return widths.flatMap((width, o) => Array.from({ length: width }, (_, k) => covariateColumn(o, k)));
}

/** Outcomes that have a cell in the effects. */
function toldOutcomes({ design, effects }: Pick<WaveFit, "design" | "effects">): number[] {
  const told = new Set(effects.terms.map((t) => t.outcome));
  return design.outcomes.flatMap(({ name }, o) => (told.has(name) ? [o] : []));
}

function* rowLines(panel: Panel, { unit, wave, set, role, start, weight }: Comparison, { design }: WaveFit): Generator<Cell[]> {
  for (let r = 0; r < unit.length; r++) {
    const x = design.outcomes.flatMap(({ x, covariates }) => [...x.subarray(r * covariates.length, (r + 1) * covariates.length)]);
    yield [r + 1, unit[r] + 1, panel.ids[unit[r]], wave[r], set[r] + 1, role[r], start[r], weight[r], ...x];
  }
}

function* changeLines({ design, effects, events }: WaveFit): Generator<Cell[]> {
  for (const o of toldOutcomes({ design, effects })) {
    const { name, values, base } = design.outcomes[o];
    for (const { event, gamma } of events[o]) {
      const members = waveMembers(design, o, event, { role: design.role, shares: "matched" });
      for (const span of members.spans) {
        const period = design.periods[span.time];
        const of = (r: number, role: number, weight: number): Cell[] => [
          name,
          design.waves[span.wave],
          period,
          event,
          r + 1,
          role,
          weight,
          values[design.unit[r] * design.periods.length + span.time] - base[r],
          adjustedChange(design, o, gamma, r, span.time),
        ];
        for (let i = span.firstTreated; i < span.lastTreated; i++) yield of(members.treated[i], 1, members.treatedWeight[i]);
        for (let j = span.firstRow; j < span.lastRow; j++) yield of(members.comparison[j], 0, members.weight[j]);
      }
    }
  }
}

/** Slopes that were estimated; a covariate left out at an event time has no line. */
function* slopeLines({ design, effects, events }: WaveFit): Generator<Cell[]> {
  for (const o of toldOutcomes({ design, effects })) {
    const { name, covariates } = design.outcomes[o];
    for (const { event, gamma } of events[o]) {
      for (let k = 0; k < covariates.length; k++) {
        if (gamma[k] !== 0) yield [name, event, covariates[k], covariateColumn(o, k), gamma[k]];
      }
    }
  }
}

function* cellLines({ effects }: WaveFit, unit: PeriodUnit): Generator<Cell[]> {
  for (let k = 0; k < effects.terms.length; k++) {
    const t = effects.terms[k];
    if (t.kind !== "cell") continue;
    const labels = [periodLabel(t.group!, unit), periodLabel(t.time!, unit)];
    yield [t.outcome, t.unit, t.group!, t.time!, t.event!, ...labels, t.n, t.controls, effects.estimate[k]];
  }
}
