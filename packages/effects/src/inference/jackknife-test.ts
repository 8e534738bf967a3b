import { fail } from "@kontrafakt/base";
import { tCdf, tQuantile } from "@kontrafakt/numerics";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { jackknife } from "./jackknife.js";
import type { Method } from "./method.js";

/**
 * c'θ with the standard error and degrees of freedom of the cluster jackknife (`jackknife`), t quantiles. Effects that have that covariance already are not
 * jackknifed again.
 * @throws KontrafaktError where the jackknife has no answer, or every replicate is the same
 */
export const jackknifeTest: Method = async (fit, c, { level }, context) => {
  const { inference } = fit.effects;
  const effects = inference?.covariance === "CR3" ? fit.effects : jackknife(fit, context);
  const { estimate, se, df } = linearCombination(effects, c);
  if (!(se > 0)) fail(Number.isNaN(se) ? "effects/jackknife-undefined" : "effects/jackknife-no-spread", {}, {}, messages);
  const t = estimate / se;
  const half = tQuantile((1 + level) / 2, df) * se;
  const treated = effects.inference?.treatedClusters;
  return {
    kind: "inference",
    method: "jackknife",
    variant: "CV3",
    estimate,
    se,
    df,
    p: 2 * tCdf(-Math.abs(t), df),
    pAbove: tCdf(-t, df),
    pBelow: tCdf(t, df),
    lower: estimate - half,
    upper: estimate + half,
    level,
    draws: 0,
    exact: false,
    null: "mean",
    clusters: effects.clusters,
    ...(treated !== undefined && { treatedClusters: treated }),
  };
};
