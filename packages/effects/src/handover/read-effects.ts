import { type Context, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { extremeEigenvalues } from "@kontrafakt/numerics";
import { messages } from "../messages.js";
import { type EffectsFileOptionsInput, effectsFileOptions } from "../options/effects-file-options.js";
import { parseOptions } from "../options/parse-options.js";
import type { EffectsFromFile, KnownOutcome } from "./effects-file-value.js";
import { sourceOf } from "./file-rows.js";
import { readCohortSizes } from "./read-cohort-sizes.js";
import { checkSymmetry, readCovariance } from "./read-covariance.js";
import { type FileTerms, readTerms } from "./read-terms.js";

/** A standard error may differ from the root of its variance by this share: files are rounded. */
const SE_AGREES = 1e-6;
/** Least eigenvalue of the correlations, as a share of the largest, that still counts as 0. */
const DEFINITE = 1e-8;

/**
 * Effects estimated elsewhere, from the files a closed register environment lets out (the contract is in packages/kontrafakt/handover/README.md).
 * Every fault is told with file, row and column; estimates that are missing are left out and named in `problems`.
 *
 * @param sources by the file names of the options
 * @param known the outcomes the effects may be about, with their units; any if absent
 * @throws KontrafaktError with every fault found
 */
export async function readEffects(
  sources: ReadonlyMap<string, Source>,
  options: EffectsFileOptionsInput,
  context?: Context,
  known?: readonly KnownOutcome[],
): Promise<EffectsFromFile> {
  const {
    terms: termsBlock,
    covariance: covarianceBlock,
    cohorts: cohortsBlock,
    period,
  } = parseOptions(effectsFileOptions, options);
  const source = sourceOf(sources, termsBlock, "terms.file");
  const covarianceSource = sourceOf(sources, covarianceBlock, "covariance.file");
  const cohortsSource = cohortsBlock && sourceOf(sources, cohortsBlock, "cohorts.file");
  const problems: Problem[] = [];
  const read = await readTerms(source, termsBlock, period, known, problems, context);
  const cohorts =
    cohortsBlock && cohortsSource && (await readCohortSizes(cohortsSource, cohortsBlock, period, read, problems, context));
  stopOnErrors(problems);
  const covariance = await readCovariance(covarianceSource, covarianceBlock, read, problems, context);
  stopOnErrors(problems);
  checkCovariance(covariance, read, covarianceSource.name, problems);
  stopOnErrors(problems);
  return {
    kind: "effects",
    estimator: `file: ${source.name}`,
    terms: read.terms.map(({ term }) => term),
    estimate: Float64Array.from(read.terms, ({ estimate }) => estimate),
    covariance,
    df: Float64Array.from(read.terms, ({ df }) => df),
    clusters: read.clusters,
    basis: { kind: "covariance-only" },
    ...(cohorts && { cohorts }),
    problems,
  };
}

function stopOnErrors(problems: readonly Problem[]): void {
  const errors = problems.filter((p) => p.severity === "error");
  if (errors.length > 0) throw new KontrafaktError(errors, messages);
}

/** Symmetric, no negative variance, as the terms' standard errors say, and positive semidefinite. */
function checkCovariance(values: Float64Array, { file: termsFile, terms }: FileTerms, file: string, problems: Problem[]): void {
  const K = terms.length;
  const before = problems.length;
  checkSymmetry(
    values,
    terms.map(({ label }) => label),
    file,
    problems,
  );
  terms.forEach(({ label, row, se }, k) => {
    const variance = values[k * K + k];
    if (variance < 0)
      problems.push(problem("effects/file-negative-variance", "error", { file }, { term: label, found: variance }));
    else if (!Number.isNaN(se) && !(Math.abs(se - Math.sqrt(variance)) <= SE_AGREES * se)) {
      const params = { term: label, found: se, needed: Math.sqrt(variance), file };
      problems.push(problem("effects/file-se-differs", "error", { file: termsFile, row, column: "se" }, params));
    }
  });
  if (problems.length > before || K === 0) return;
  const correlations = new Float64Array(K * K);
  const scale = terms.map((_, k) => Math.sqrt(values[k * K + k]));
  for (let a = 0; a < K; a++) {
    for (let b = 0; b < K; b++) {
      const size = scale[a] * scale[b];
      correlations[a * K + b] = size > 0 ? values[a * K + b] / size : values[a * K + b];
    }
  }
  const { smallest, largest } = extremeEigenvalues(correlations, K);
  if (!(smallest >= -DEFINITE * largest)) {
    problems.push(
      problem("effects/file-not-semidefinite", "error", { file }, { share: Number((smallest / largest).toPrecision(3)) }),
    );
  }
}
