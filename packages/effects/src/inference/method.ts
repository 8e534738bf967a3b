import type { Context } from "@kontrafakt/base";
import type { Fit } from "../effects-value.js";
import type { InferenceOptions } from "../options/inference-options.js";
import type { Inference } from "./inference-value.js";

/** Options of one method: those of `inference`, and the level of its interval. */
export interface MethodOptions extends InferenceOptions {
  readonly level: number;
}

/** c'θ by a method; throws a KontrafaktError that names an alternative where the method does not hold. */
export type Method = (fit: Fit, c: Float64Array, options: MethodOptions, context: Context) => Promise<Inference>;
