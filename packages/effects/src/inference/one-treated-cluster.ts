import type { Effects, Fit } from "../effects-value.js";
import type { InferenceChoice } from "./inference-value.js";

/** One cluster holds all treated; each cohort's treated are in one cluster. */
const CODES = ["effects/one-treated-cluster", "effects/each-start-one-cluster"];

/**
 * The fit without a covariance where its problems say that one cluster holds all treated, or all of each cohort: how treated clusters differ cannot be told from one, and the
 * untreated tell but a part of it. Covariance, influence and degrees of freedom are then NaN, and so are those of whatever is made of them; estimates,
 * `refit` and `armValues` stay, on which `fewTreated` and `randomisation` rest.
 * Source: Ferman & Pinto 2019, doi:10.1162/rest_a_00759, §2; MacKinnon & Webb 2018, doi:10.1111/ectj.12107.
 * @param kept whether the covariance was asked for all the same (CR0, another package's): it stays, and the problem says that it is too small
 */
export function oneTreatedCluster<F extends Fit>(fit: F, kept: boolean): F {
  if (!fit.effects.problems.some(({ code }) => CODES.includes(code))) return fit;
  const made = kept ? doubted : unknown;
  const { withLevels } = fit;
  return { ...fit, effects: made(fit.effects), ...(withLevels && { withLevels: () => made(withLevels()) }) };
}

function doubted(effects: Effects): Effects {
  const problems = effects.problems.map((p) => (CODES.includes(p.code) ? { ...p, code: `${p.code}-asked` } : p));
  return { ...effects, problems };
}

function unknown(effects: Effects): Effects {
  const { basis, clusters, terms, inference, problems } = effects;
  const choice: InferenceChoice = {
    by: [],
    clusters,
    ...inference,
    covariance: "none",
    degrees: "none",
    reason: problems.some(({ code }) => code === CODES[0]) ? "one-treated-cluster" : "each-start-one-cluster",
  };
  return {
    ...effects,
    covariance: new Float64Array(terms.length * terms.length).fill(Number.NaN),
    df: new Float64Array(terms.length).fill(Number.NaN),
    basis: withoutSpread(basis),
    inference: choice,
  };
}

function withoutSpread(basis: Effects["basis"]): Effects["basis"] {
  if (basis.kind === "covariance-only" || basis.kind === "assumed") return basis;
  if (basis.kind === "moments") return { kind: "moments", ...(basis.shares && { shares: basis.shares }) };
  const { degrees: _degrees, modelled: _modelled, working: _working, ...kept } = basis;
  return { ...kept, rows: new Float64Array(basis.rows.length).fill(Number.NaN) };
}
