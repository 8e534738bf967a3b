import { type Tidy, tidy } from "@kontrafakt/base";
import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import {
  type Bacon,
  type Effects,
  type Inference,
  interval,
  type Ratio,
  type RelativeEffects,
  type TwoWayWeights,
} from "@kontrafakt/effects";

type Cell = string | number | null;

const orNull = (value: number | undefined): Cell => value ?? null;
const start = (ordinal: number): Cell => (ordinal === NEVER ? "never" : ordinal === ALWAYS ? "always" : ordinal);

/** Effects by term with 95% limits; group and time are period ordinals. */
export function effectsTable(effects: Effects): Tidy {
  const rows = effects.terms.map((term, k): Cell[] => {
    const { estimate, se, df, lower, upper } = interval(effects, k, 0.95);
    const { outcome, kind, scale, group, time, event, n, controls } = term;
    return [outcome, kind, scale, orNull(group), orNull(time), orNull(event), estimate, se, df, lower, upper, n, controls];
  });
  const names = "outcome kind scale group time event estimate se df lower upper n controls".split(" ");
  return tidy(names, rows);
}

/** The comparisons of two groups that a two-way fixed effects estimate is made of. */
export function baconTable({ outcome, comparisons }: Bacon): Tidy {
  const names = "outcome treated control type weight estimate treatedUnits controlUnits".split(" ");
  const rows = comparisons.map((c): Cell[] => [
    outcome,
    start(c.treated),
    start(c.control),
    c.type,
    c.weight,
    c.estimate,
    c.treatedUnits,
    c.controlUnits,
  ]);
  return tidy(names, rows);
}

/** The weights of treated cells in a two-way fixed effects estimate. */
export function twoWayWeightsTable({ outcome, cells }: TwoWayWeights): Tidy {
  return tidy(
    "outcome group time n weight share".split(" "),
    cells.map((c): Cell[] => [outcome, start(c.group), c.time, c.n, c.weight, c.share]),
  );
}

/** Figures by methods of inference, one a row. */
export function inferenceTable(figures: readonly Inference[]): Tidy {
  const names = "method variant estimate se df p pAbove pBelow lower upper level draws exact null clusters treatedClusters".split(
    " ",
  );
  const rows = figures.map((f): Cell[] => [
    f.method,
    f.variant,
    f.estimate,
    orNull(f.se),
    orNull(f.df),
    f.p,
    f.pAbove,
    f.pBelow,
    f.lower,
    f.upper,
    f.level,
    f.draws,
    f.exact ? "yes" : "no",
    f.null,
    f.clusters,
    orNull(f.treatedClusters),
  ]);
  return tidy(names, rows);
}

const ratioNames =
  "ratio ratioSe ratioLower ratioUpper fiellerShape fiellerLower fiellerUpper effect treatedMean counterfactualMean counterfactualSe df";

const ratioCells = (r: Ratio): Cell[] => [
  r.ratio,
  r.se,
  r.lower,
  r.upper,
  r.fieller.shape,
  r.fieller.lower,
  r.fieller.upper,
  r.effect,
  r.treatedMean,
  r.counterfactualMean,
  r.counterfactualSe,
  r.df,
];

/** An effect as a share of what would have been, with delta-method and Fieller limits: one row. */
export function ratioTable(value: Ratio): Tidy {
  return tidy(ratioNames.split(" "), [ratioCells(value)]);
}

/** Differences and ratios side by side. */
export function relativeEffectsTable({ outcome, effects }: RelativeEffects): Tidy {
  const names = ["outcome", "group", "event", "personPeriods", "estimate", "se", "lower", "upper", ...ratioNames.split(" ")];
  const rows = effects.map(({ group, event, personPeriods, difference: d, ratio }): Cell[] => [
    outcome,
    orNull(group),
    orNull(event),
    personPeriods,
    d.estimate,
    d.se,
    d.lower,
    d.upper,
    ...ratioCells(ratio),
  ]);
  return tidy(names, rows);
}
