import { problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type BaconOptionsInput, baconOptions } from "../options/bacon-options.js";
import { parseOptions } from "../options/parse-options.js";
import { baconPairs } from "./bacon-pairs.js";
import type { Bacon, BaconComparison, BaconParts, BaconType } from "./bacon-value.js";
import { baconWithCovariates } from "./bacon-with-covariates.js";
import { balancedGroups, measureNamed } from "./balanced-groups.js";

/**
 * Which comparisons a two-way fixed effects estimate is made of, on a balanced panel. `later-earlier` ones use those treated already as
 * controls, and go wrong where effects grow or fade. Sampling weights are the panel's.
 * Source: Goodman-Bacon 2021, doi:10.1016/j.jeconom.2021.03.014, Theorem 1 and equation 10, and its decomposition with controls.
 * @throws KontrafaktError on unknown names, units not observed in every period, or fewer than two groups
 */
export function bacon(panel: Panel, input: BaconOptionsInput): Bacon {
  const { outcome, covariates } = parseOptions(baconOptions, input);
  const measure = measureNamed(panel, outcome, "outcome");
  const controls = [...new Set(covariates)].map((name) => measureNamed(panel, name, "covariates"));
  const groups = balancedGroups(panel, [measure, ...controls]);
  const parts =
    controls.length > 0 ? baconWithCovariates(panel, groups, measure, controls) : baconPairs(panel, groups, measure.values);
  const types = typesOf(parts.comparisons, parts.within);
  return {
    kind: "bacon",
    outcome,
    unit: measure.unit,
    covariates: controls.map((c) => c.name).filter((_, j) => !parts.dropped.includes(j)),
    comparisons: parts.comparisons,
    types,
    estimate: parts.estimate,
    weightedSum: types.reduce((sum, t) => sum + t.weight * t.estimate, 0),
    problems: parts.dropped.map((j) => problem("effects/bacon-covariate", "note", {}, { covariate: controls[j].name })),
  };
}

const ORDER: readonly BaconType[] = [
  "treated-untreated",
  "treated-always",
  "earlier-later",
  "later-earlier",
  "both-treated",
  "untreated-always",
];

function typesOf(comparisons: readonly BaconComparison[], within: BaconParts["within"]): Bacon["types"] {
  const found = ORDER.flatMap((type) => {
    const own = comparisons.filter((c) => c.type === type);
    if (own.length === 0) return [];
    const weight = own.reduce((sum, c) => sum + c.weight, 0);
    const estimate = own.reduce((sum, c) => sum + c.weight * c.estimate, 0) / weight;
    return [{ type, weight, estimate }];
  });
  return within ? [...found, { type: "within", ...within }] : found;
}
