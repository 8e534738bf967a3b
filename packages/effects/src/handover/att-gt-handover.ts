import type { Panel } from "@kontrafakt/cohort";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import type { Effects } from "../effects-value.js";
import { standardError } from "../interval.js";
import { linearCombination } from "../linear-combination.js";
import { type AttGtOptions, type AttGtOptionsInput, attGtOptions } from "../options/att-gt-options.js";
import { totalWeights } from "../total.js";
import { type AttGtFigures, attGtRScript } from "./att-gt-r-script.js";
import { attGtStataScript } from "./att-gt-stata-script.js";
import { type DidPanel, didPanel, panelHeader, panelLines } from "./did-panel.js";
import { type Cell, csvFile, type HandoverFile, type ScriptLanguage } from "./handover-file.js";

/**
 * Group-time effects as files and a script that recomputes them with `did` (R) or `csdid` (Stata). Personal data.
 *
 * panel.csv: one a unit and period · cells.csv: one a cell, with its base periods and our estimate (repeated
 * cross-sections: one a cell and base period, of whose comparisons the cell is the mean).
 * @throws KontrafaktError as `attGt`
 */
export function attGtHandover(
  panel: Panel,
  input: AttGtOptionsInput,
  languages: readonly ScriptLanguage[],
): readonly HandoverFile[] {
  const options = attGtOptions.parse(input);
  // Standard errors as the package reckons them; estimates are the same.
  const { effects } = attGt(panel, { ...options, compat: "did", inference: { ...options.inference, covariance: "auto" } });
  const did = didPanel(panel, options);
  const figures = did.outcomes.flatMap(({ column, of }) => {
    const own = figuresOf(effects, of.name, column);
    return own ? [own] : [];
  });
  return [
    csvFile("panel.csv", panelHeader(did), () => panelLines(did)),
    csvFile("cells.csv", ["column", "group", "time", "base", "covariatesAt", "through", "n", "estimate"], () =>
      cellLines(did, effects, options),
    ),
    ...languages.map((language) =>
      language === "r"
        ? { path: "recompute.R", text: [attGtRScript(did, options, figures)] }
        : { path: "recompute.do", text: [attGtStataScript(did, options, figures)] },
    ),
  ];
}

/** Figures over the cells from the start on that could be estimated; nothing where there is none. */
function figuresOf(effects: Effects, outcome: string, column: string): AttGtFigures | undefined {
  const weights = totalWeights(effects, outcome).map((w, k) => (Number.isNaN(effects.estimate[k]) ? 0 : w));
  const people = weights.reduce((sum, w) => sum + w, 0);
  if (people === 0) return undefined;
  const { estimate } = linearCombination(
    effects,
    weights.map((w) => w / people),
  );
  const { basis } = effects;
  if (!("shares" in basis) || !basis.shares) return { outcome, column, mean: estimate };
  const simple = aggregate(effects, { type: "simple" });
  const k = simple.terms.findIndex((t) => t.outcome === outcome);
  return { outcome, column, mean: estimate, simple: { estimate: simple.estimate[k], se: standardError(simple, k) } };
}

function* cellLines(did: DidPanel, effects: Effects, { covariatesFrom, incomplete }: AttGtOptions): Generator<Cell[]> {
  const section = incomplete === "crossSection";
  const cells = new Map(did.cells.map((cell) => [`${cell.group}/${did.periods[cell.time]}`, cell]));
  const columns = new Map(did.outcomes.map(({ of, column }) => [of.name, column]));
  for (let k = 0; k < effects.terms.length; k++) {
    const { outcome, group, time, n } = effects.terms[k];
    const cell = cells.get(`${group}/${time}`);
    if (!cell || cell.reference || Number.isNaN(effects.estimate[k])) continue;
    const bases = [...cell.window].map((t) => did.periods[t]);
    // Cross-sections: a mean over comparisons with one base period each; panels: one comparison with the mean of a unit's base periods.
    const from = Math.min(bases[bases.length - 1], covariatesFrom === "base" ? Number.POSITIVE_INFINITY : time!);
    for (const base of section ? bases.map(String) : [bases.join(" ")])
      yield [columns.get(outcome)!, group!, time!, base, from, cell.untreatedThrough, n, effects.estimate[k]];
  }
}
