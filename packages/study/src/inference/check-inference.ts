import { type InferenceMethod, type InferenceOptions, inferenceOptions } from "@kontrafakt/effects";
import { either } from "../describe-schema.js";
import type { OptionPath } from "../parse-yaml.js";

const DRAWING: readonly InferenceMethod[] = [
  "permutation",
  "randomisation",
  "wildBootstrap",
  "scoreBootstrap",
  "multiplierBootstrap",
  "bootstrap",
  "fewTreated",
];

/** The methods of `beside` that an option acts on. */
const ACTS_ON: Readonly<Partial<Record<keyof InferenceOptions, readonly InferenceMethod[]>>> = {
  draws: DRAWING,
  weights: ["wildBootstrap", "scoreBootstrap", "multiplierBootstrap"],
  imposeNull: ["wildBootstrap"],
  pValue: DRAWING,
  within: ["randomisation"],
  resample: ["bootstrap"],
  fewTreated: ["fewTreated"],
};

const defaults = inferenceOptions.parse({});

/** A covariance and another package's standard errors cannot both be had. */
export function checkCovariance(
  { compat, inference }: { readonly compat: string; readonly inference: Pick<InferenceOptions, "covariance"> },
  path: OptionPath,
  tell: (code: string, path: OptionPath, params: { readonly covariance: string; readonly compat: string }) => void,
): void {
  const { covariance } = inference;
  if (compat !== "none" && covariance !== "auto")
    tell("effects/covariance-compat", [...path, "covariance"], { covariance, compat });
}

/**
 * Options of the inference that no method asked for makes use of.
 *
 * @param tested whether a test beside the interval draws too, whatever `beside` names
 */
export function checkInference(
  options: Partial<InferenceOptions>,
  path: OptionPath,
  tell: (code: string, path: OptionPath, params: { readonly option: string; readonly needs: string }) => void,
  tested = false,
): void {
  for (const [option, methods] of Object.entries(ACTS_ON)) {
    const name = option as keyof InferenceOptions;
    if (options[name] === undefined || options[name] === defaults[name] || (tested && name === "draws")) continue;
    if (methods.some((method) => options.beside?.includes(method))) continue;
    tell("study/inference-option-unused", [...path, option], { option, needs: either(methods) });
  }
}
