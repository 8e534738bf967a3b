import type { Panel } from "@kontrafakt/cohort";
import type { Fit } from "../effects-value.js";
import { oneTreatedCluster } from "../inference/one-treated-cluster.js";
import { parseOptions } from "../options/parse-options.js";
import { type SunAbrahamOptionsInput, sunAbrahamOptions } from "../options/sun-abraham-options.js";
import { fitSaturated } from "./saturated.js";
import { sunAbrahamPlan } from "./sun-abraham-plan.js";

/**
 * Event study by cohort: fixed effects and one coefficient for each cohort and period, against the cohort's own period before the start.
 * Terms are cells (g, t); `averages` makes event times, cohorts and one number of them with cohort sizes as given weights.
 * Source: Sun & Abraham 2021, doi:10.1016/j.jeconom.2020.09.006.
 * @throws KontrafaktError on unknown names, or where nobody is treated or a control
 */
export function sunAbraham(panel: Panel, input: SunAbrahamOptionsInput = {}): Fit {
  const options = parseOptions(sunAbrahamOptions, input);
  const fit = fitSaturated(panel, sunAbrahamPlan(panel, options), options);
  return oneTreatedCluster(fit, options.compat !== "none" || options.inference.covariance === "CR0");
}
