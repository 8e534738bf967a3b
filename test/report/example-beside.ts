import type { Interval } from "@kontrafakt/effects";
import type { Beside, InferenceResult, Relative } from "@kontrafakt/study";
import { inferenceAll } from "./example-inference.js";

const interval = (estimate: number, se: number): Interval => ({
  estimate,
  se,
  df: 2960,
  lower: estimate - 1.961 * se,
  upper: estimate + 1.961 * se,
});

/** An estimator on everyone has no band. */
const withoutBands = ({ bands: _, ...rest }: InferenceResult): InferenceResult => rest;

/** A mean effect as a share of a level, limits made up. */
export const relative = (
  estimate: number,
  se: number,
  level: number,
  shape: Relative["fieller"]["shape"] = "between",
): Relative => ({
  ratio: estimate / level,
  counterfactual: level,
  se: se / level,
  lower: (estimate - 1.973 * se) / level,
  upper: (estimate + 1.973 * se) / level,
  fieller: {
    shape,
    lower: shape === "everything" ? null : (estimate - 2.05 * se) / level,
    upper: shape === "everything" ? null : (estimate + 1.95 * se) / level,
  },
});

/** All estimators beside a matched mean, one of them failed. */
export function besideAll(effect: number, se: number, level: number): Beside[] {
  const other = (name: string, estimator: Beside["estimator"], shift: number, more: Partial<Beside> = {}): Beside => {
    const overall = interval(effect + shift * se, 0.8 * se);
    return {
      name,
      estimator,
      label: `${estimator} (never, unit)`,
      units: 2961,
      rowsUsed: 0.97,
      averages: [{ type: "simple", overall, parts: [] }],
      relative: relative(overall.estimate, 0.8 * se, level),
      ...more,
    };
  };
  const parts = [-1, 0, 1].map((at) => ({ ...interval(effect * (at + 1), se), at, n: 228 }));
  const overall = interval(effect - 0.2 * se, 0.9 * se);
  return [
    other("Lærebogens metode efter hold og kvartal, uden matchning", "attGt", 0, {
      averages: [
        { type: "simple", overall, parts: [] },
        { type: "dynamic", overall, parts },
        { type: "group", overall, parts: parts.map((p, i) => ({ ...p, at: [8081, 8083, 8085][i] })) },
        { type: "calendar", overall, parts: parts.map((p, i) => ({ ...p, at: 8090 + i })) },
      ],
      missingCells: 2,
      inference: withoutBands(inferenceAll(interval(effect, 0.8 * se))),
    }),
    other("twoWay", "twoWay", 3.1, {
      decomposition: {
        types: [
          { type: "treated-untreated", weight: 0.86, estimate: effect },
          { type: "earlier-later", weight: 0.08, estimate: 1.2 * effect },
          { type: "later-earlier", weight: 0.06, estimate: -0.4 * effect },
        ],
        negative: { cells: 7, of: 64, sum: -0.031 },
      },
    }),
    other("eventStudy", "eventStudy", 0.6),
    other("sunAbraham", "sunAbraham", -0.4, { relative: relative(effect, se, level, "outside") }),
    other("imputation", "imputation", 0.3, { relative: relative(effect, se, level, "everything") }),
    other("twoStage", "twoStage", 0.3),
    other("tripleDifference", "tripleDifference", 1.4),
    { name: "lot", estimator: "efficient", label: "efficient", failed: "effects/needs-panel", units: 0, averages: [] },
  ];
}
