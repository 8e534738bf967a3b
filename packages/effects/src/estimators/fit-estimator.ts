import { fail } from "@kontrafakt/base";
import type { Data } from "@kontrafakt/cohort";
import { attGt } from "../att-gt/att-gt.js";
import { tripleDifference } from "../decomposition/triple-difference.js";
import type { Fit } from "../effects-value.js";
import { imputation } from "../imputation/imputation.js";
import { twoStage } from "../imputation/two-stage.js";
import { messages } from "../messages.js";
import { efficient } from "../moments/efficient.js";
import { type EstimatorOptionsInput, estimatorOptions } from "../options/estimator-options.js";
import { parseOptions } from "../options/parse-options.js";
import { eventStudy } from "../regression/event-study.js";
import { sunAbraham } from "../regression/sun-abraham.js";
import { twoWay } from "../regression/two-way.js";

/**
 * Any estimator by its name, as a study file asks for it.
 * @throws KontrafaktError where the estimator cannot take this kind of data
 */
export function fitEstimator(data: Data, input: EstimatorOptionsInput): Fit {
  const options = parseOptions(estimatorOptions, input);
  if (options.estimator === "attGt") return attGt(data, without(options));
  if (options.estimator === "efficient" && data.kind !== "cross-sections") return efficient(data, without(options));
  if (data.kind !== "panel") {
    const params = { estimator: options.estimator, data: data.kind };
    return fail("effects/needs-panel", { option: "estimator" }, params, messages);
  }
  switch (options.estimator) {
    case "twoWay":
      return twoWay(data, without(options));
    case "eventStudy":
      return eventStudy(data, without(options));
    case "sunAbraham":
      return sunAbraham(data, without(options));
    case "imputation":
      return imputation(data, without(options));
    case "twoStage":
      return twoStage(data, without(options));
    case "tripleDifference":
      return tripleDifference(data, without(options));
    case "efficient":
      return efficient(data, without(options));
  }
}

function without<T extends { readonly estimator: string }>({ estimator: _, ...options }: T): Omit<T, "estimator"> {
  return options;
}
