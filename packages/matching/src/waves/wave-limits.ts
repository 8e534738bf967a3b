import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Caliper } from "../nearest/nearest-limits.js";
import { agreementCodes } from "../strata/exact-strata.js";
import { agreement, isOf } from "./agreement.js";
import { history } from "./history.js";
import type { MethodInput } from "./method.js";
import { unknown } from "./score-variables.js";
import { withinSd } from "./within-sd.js";

/** What a starter and its control must keep to, over the rows of a risk set; `width` in each variable's own units. */
export interface WaveLimits {
  readonly calipers: readonly Caliper[];
  /** Dense codes of what must agree; −1 where some of it is unknown. Absent where nothing must. */
  readonly strata?: Int32Array;
  /** The same for each name in `antiExact`. */
  readonly antiExact: readonly Int32Array[];
}

/**
 * The limits of `calipers`, `exact` and `antiExact`, by name. A missing value is within no caliper, agrees with nothing and differs from nothing.
 * @throws KontrafaktError for a name that the cohort does not have, and for a caliper on a category
 */
export function waveLimits({
  panel,
  rows,
  variables,
  options,
}: Pick<MethodInput, "panel" | "rows" | "variables" | "options">): WaveLimits {
  const codesOf = (names: readonly string[], option: "exact" | "antiExact"): Int32Array =>
    agreementCodes(agreement(panel, rows.unit, names, option), rows.unit.length).of;
  const valuesOf = (name: string): Float64Array => {
    const variable = variables.find((v) => v.name === name && v.outcome !== undefined && !v.missing);
    if (variable?.outcome !== undefined && variable.window) {
      const before = options.anticipation + options.history.gap;
      return history(panel, rows, [variable.outcome], [variable.window], before)[0].values;
    }
    const covariate = panel.covariates.find((c) => c.name === name);
    if (!covariate) {
      if (panel.covariates.some((c) => isOf(c.name, name)))
        fail("matching/caliper-on-category", { option: `matching.calipers.${name}` }, { covariate: name }, messages);
      return unknown("calipers", name, [...panel.covariates, ...variables.filter((v) => v.outcome !== undefined && !v.missing)]);
    }
    const missing = panel.covariates.find((c) => c.name === `${name}=missing`);
    return Float64Array.from(rows.unit, (i) => (missing?.values[i] === 1 ? Number.NaN : covariate.values[i]));
  };
  return {
    calipers: Object.entries(options.calipers).map(([name, given]) => {
      const { width, unit } = typeof given === "number" ? { width: given, unit: "sd" } : given;
      const values = valuesOf(name);
      return { values, width: unit === "raw" ? width : width * withinSd(values, rows) };
    }),
    ...(options.exact.length > 0 && { strata: codesOf(options.exact, "exact") }),
    antiExact: options.antiExact.map((name) => codesOf([name], "antiExact")),
  };
}
