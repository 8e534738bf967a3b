import { type Context, KontrafaktError } from "@kontrafakt/base";
import type { Fit } from "../effects-value.js";
import { inferenceOptions } from "../options/inference-options.js";
import { permutableDesign } from "../permutable-design.js";
import { armCount } from "./arm-assignments.js";
import { armLines } from "./arm-lines.js";
import type { ArmValues } from "./arm-values.js";
import { isWaveFit } from "./permutation-interval.js";
import { roleLines } from "./role-lines.js";
import { scoreBootstrap } from "./score-bootstrap.js";
import { LINE, type Lines, pValues } from "./studentised-line.js";

/** One-sided test of c'θ ≤ `known` that needs no shape of the outcomes. */
export interface EvidenceTest {
  readonly kind: "evidence-test";
  /** Programme given to others of each matched set (or stratum), to other clusters, to other people; or the bootstrap of scores. */
  readonly method: "set" | "cluster" | "people" | "scoreBootstrap";
  readonly p: number;
  /** Draws, or assignments looked at if `exact`. */
  readonly draws: number;
  readonly exact: boolean;
  readonly null: "sharp" | "mean";
}

/** Fewer assignments than this cannot bring p below 0.025. */
const FEWEST = 40;
/** Above this, moving each unit of everyone takes too long. */
const MOST = 5_000;

/**
 * The test that must agree with an interval before a figure counts as shown, by design. Matched sets or strata of people who stand in one
 * alone (or where so few stand in several that many independent groups remain), no coarser clustering asked for: roles moved within sets. A clustering whose clusters were given the programme as wholes: clusters
 * moved between arms. Units of an estimator on everyone: units moved. Else, where people weigh unequally, most sets share controls, clusters hold starters
 * and others, or so few clusters that p cannot be below 0.025: the score bootstrap (signs; Webb's weights below 12 clusters). Where that is refused too,
 * what is left of the others. Where outcomes are adjusted, slopes are blind to who got the programme (`blindRows`).
 * @param c one weight a term of `fit.effects`
 * @param known an amount without uncertainty, such as a cost, that c'θ must exceed: taken off the treated in equal parts
 * @throws KontrafaktError where no test holds, saying why the score bootstrap does not
 */
export async function evidenceTest(
  fit: Fit,
  c: Float64Array,
  context: Context,
  { draws = 9_999, known = 0 }: { readonly draws?: number; readonly known?: number } = {},
): Promise<EvidenceTest> {
  const byArms = async (values: ArmValues): Promise<EvidenceTest> => {
    const lines = await armLines(values, draws, context);
    const method = values.units.every((n) => n === 1) ? "people" : "cluster";
    return stated(method, lines, known);
  };
  const bySets = async (): Promise<EvidenceTest | undefined> => {
    if (!isWaveFit(fit) || !permutableDesign(fit.design)) return undefined;
    return stated("set", await roleLines(fit, c, "blind", draws, context), known);
  };
  const values = wholeArms(fit, c);
  const movable = values !== undefined && values.clusters <= MOST && (known === 0 || values.shift.some((v) => v !== 0));
  if (movable && armCount(values, FEWEST) >= FEWEST) return byArms(values);
  const one = isWaveFit(fit) && !fit.armValues && (fit.design.atoms.way ?? "components") === "components";
  const within = one ? await bySets() : undefined;
  if (within) return within;
  try {
    return await byScores(fit, c, context, draws, known);
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    const left = movable ? await byArms(values) : fit.armValues ? undefined : await bySets();
    if (!left) throw error;
    return left;
  }
}

function stated(method: EvidenceTest["method"], lines: Lines, known: number): EvidenceTest {
  const { above: p } = pValues(lines, known, false);
  return { kind: "evidence-test", method, p, draws: lines.drawn.length / LINE, exact: lines.exact, null: "sharp" };
}

/** What whole clusters or units would give in other arms; undefined where that is not known. */
function wholeArms(fit: Fit, c: Float64Array): ArmValues | undefined {
  try {
    return fit.armValues?.(c, "clusters", "blind");
  } catch (error) {
    if (error instanceof KontrafaktError) return undefined;
    throw error;
  }
}

async function byScores(fit: Fit, c: Float64Array, context: Context, draws: number, known: number): Promise<EvidenceTest> {
  // c'θ̂ less what is known: the bootstrap asks for nothing else of the estimates.
  const size = c.reduce((s, v) => s + v * v, 0);
  const estimate = fit.effects.estimate.map((v, k) => (c[k] === 0 ? v : v - (known * c[k]) / size));
  const weights = fit.effects.clusters < 12 ? "webb" : "rademacher";
  const options = { ...inferenceOptions.parse({ draws, weights }), level: 0.95 };
  const found = await scoreBootstrap({ ...fit, effects: { ...fit.effects, estimate } }, c, options, context);
  return {
    kind: "evidence-test",
    method: "scoreBootstrap",
    p: found.pAbove,
    draws: found.draws,
    exact: found.exact,
    null: found.null,
  };
}
