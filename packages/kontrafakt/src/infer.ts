import { type Context, fail } from "@kontrafakt/base";
import {
  bootstrap as bootstrapOf,
  type Effects,
  type Fit,
  fewTreated as fewTreatedOf,
  type Inference,
  type InferenceOptionsInput,
  inferBeside as inferBesideOf,
  inferenceOptions,
  jackknifeTest,
  type Method,
  type MethodOptions,
  multiplierBootstrap as multiplierBootstrapOf,
  permutationInterval as permutationIntervalOf,
  randomisation as randomisationOf,
  scoreBootstrap as scoreBootstrapOf,
  totalWeights,
  wildBootstrap as wildBootstrapOf,
} from "@kontrafakt/effects";
import { messages } from "./messages.js";

/** What is asked about: one weight a term of `fit.effects`; or an outcome by name, whose total (of event times their mean, of one number that) is meant. */
export type InferAbout = string | Float64Array;
/** Those of `effects.inference` in a study, and the level of the interval, 0.95 if absent. */
export type InferOptions = InferenceOptionsInput & { readonly level?: number };

type Infer = (fit: Fit, about: InferAbout, options?: InferOptions, context?: Context) => Promise<Inference>;

const asked =
  (method: Method): Infer =>
  async (fit, about, options = {}, context = { seed: 1 }) =>
    method(fit, weightsOf(fit.effects, about), complete(options), context);

/** Roles moved within matched sets or strata. @throws KontrafaktError that names another method where this does not hold; so do all below */
export const permutationInterval = asked(permutationIntervalOf);
/** The programme given to others. */
export const randomisation = asked(randomisationOf);
/** Signs of the clusters' errors drawn anew, of least squares. */
export const wildBootstrap = asked(wildBootstrapOf);
/** Signs of the clusters' parts in the estimate drawn anew. */
export const scoreBootstrap = asked(scoreBootstrapOf);
/** Weights of the clusters' parts in the estimate drawn, as `did` does. */
export const multiplierBootstrap = asked(multiplierBootstrapOf);
/** Each cluster left out in turn. */
export const jackknife = asked(jackknifeTest);
/** Clusters, or whole matched sets, drawn with replacement. */
export const bootstrap = asked(bootstrapOf);
/** From how the controls vary, where few clusters got the programme. */
export const fewTreated = asked(fewTreatedOf);

/** Several of these by their names in `options.beside`; a method that does not hold is a problem, not an error. */
export async function inferBeside(fit: Fit, about: InferAbout, options: InferOptions, context: Context = { seed: 1 }) {
  return inferBesideOf(fit, weightsOf(fit.effects, about), complete(options), context);
}

function complete({ level = 0.95, ...options }: InferOptions): MethodOptions {
  const parsed = inferenceOptions.safeParse(options);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return fail("kontrafakt/bad-inference", { option: path.map(String).join(".") }, { message }, messages);
  }
  if (!(level > 0 && level < 1))
    fail(
      "kontrafakt/bad-inference",
      { option: "level" },
      { message: `the level is a share between 0 and 1, found ${level}` },
      messages,
    );
  return { ...parsed.data, level };
}

function weightsOf(effects: Effects, about: InferAbout): Float64Array {
  if (typeof about !== "string") return about;
  const { terms, estimate } = effects;
  const known = [...new Set(terms.map(({ outcome }) => outcome))];
  if (!known.includes(about)) fail("kontrafakt/no-such-outcome", {}, { outcome: about, known: known.join(", ") }, messages);
  const isOwn = (k: number) => terms[k].outcome === about && terms[k].scale === "difference" && !Number.isNaN(estimate[k]);
  const own = terms.flatMap((_, k) => (isOwn(k) ? [k] : []));
  const weights = new Float64Array(terms.length);
  const one = own.find((k) => terms[k].kind === "static");
  const after = own.filter((k) => terms[k].kind === "event" && (terms[k].event as number) >= 0);
  if (one !== undefined) weights[one] = 1;
  else if (own.some((k) => terms[k].kind === "cell"))
    for (const [k, n] of totalWeights(effects, about).entries()) weights[k] = isOwn(k) ? n : 0;
  else for (const k of after) weights[k] = 1 / after.length;
  if (weights.every((w) => w === 0)) fail("kontrafakt/no-overall", {}, { outcome: about }, messages);
  return weights;
}
