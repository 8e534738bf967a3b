import { type Context, canonicalJson } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import {
  aggregate,
  attGt,
  bacon,
  type EstimatorOptionsInput,
  efficientTest,
  eventBands,
  events,
  fitEstimator,
  inferBeside,
  inferenceOptions,
  multiplierBands,
  relativeEffects,
  twoWayWeights,
} from "@kontrafakt/effects";
import { pow, stream } from "@kontrafakt/numerics";

const T = 8;
const UNITS = 240;

/** Groups that start in 3, 5 or never, with a covariate that moves both start and outcome; some rows unobserved where `gaps`. */
function panel(gaps: boolean): Panel {
  const draw = stream(3, "test/determinism/estimators", 0);
  const starts = [3, 5, NEVER, NEVER];
  const x = Float64Array.from({ length: UNITS }, () => draw.normal());
  const firstTreated = Int32Array.from(x, (v) => starts[Math.max(0, Math.min(3, Math.floor(2 - v + draw.normal())))]);
  const z = Float64Array.from({ length: UNITS * T }, () => draw.normal());
  const observed = Uint8Array.from({ length: UNITS * T }, () => (gaps && draw.uniform() < 0.1 ? 0 : 1));
  const values = Float64Array.from({ length: UNITS * T }, (_, c) => {
    const [i, t] = [Math.floor(c / T), c % T];
    return observed[c] === 0
      ? Number.NaN
      : 12 + x[i] * (1 + 0.1 * t) + pow(t, 0.5) + z[c] - (t >= firstTreated[i] ? 2 : 0) + draw.normal();
  });
  return {
    kind: "panel",
    units: UNITS,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: T }, (_, t) => t) },
    ids: Array.from({ length: UNITS }, (_, i) => `u${i}`),
    firstTreated,
    observed,
    measures: [
      { name: "y", unit: "days", values },
      { name: "z", unit: "days", values: z },
    ],
    covariates: [
      { name: "x", values: x },
      { name: "eligible", values: Float64Array.from(x, (_, i) => i % 2) },
    ],
    clusterings: [{ name: "place", of: Int32Array.from(x, (_, i) => i % 40), count: 40 }],
  };
}

const outcomes = ["y"];
const whole: readonly EstimatorOptionsInput[] = [
  ...(["dr", "drImproved", "reg", "ipw"] as const).map((method) => ({
    estimator: "attGt" as const,
    method,
    covariates: ["x"],
    outcomes,
  })),
  { estimator: "efficient", outcomes },
];
const holed: readonly EstimatorOptionsInput[] = [
  { estimator: "attGt", outcomes, incomplete: "pairwise", cluster: "place" },
  { estimator: "twoWay", outcomes, covariates: ["z"], variance: "driscollKraay" },
  { estimator: "eventStudy", outcomes, effects: ["unit", "place*period"] },
  { estimator: "sunAbraham", outcomes, cluster: ["unit", "period"] },
  { estimator: "imputation", outcomes, covariates: ["z"], preTrends: 2 },
  { estimator: "twoStage", outcomes, second: "event" },
  { estimator: "tripleDifference", outcomes, eligible: "eligible", control: "notYet", incomplete: "pairwise" },
];

const drawn = {
  ...inferenceOptions.parse({ beside: ["wildBootstrap", "scoreBootstrap", "multiplierBootstrap"], draws: 2500 }),
  level: 0.95,
};

/** Every estimator, scale, decomposition and test on made data, as text. */
export async function everyEstimator(pool?: Context["pool"]): Promise<string> {
  const context: Context = { seed: 1, ...(pool && { pool }) };
  const [balanced, gaps] = [panel(false), panel(true)];
  const fits = [...whole.map((o) => fitEstimator(balanced, o)), ...holed.map((o) => fitEstimator(gaps, o))];
  const { effects } = attGt(balanced, { outcomes });
  const clustered = attGt(balanced, { outcomes, cluster: "place" });
  const all = new Float64Array(clustered.effects.terms.length).fill(1);
  return canonicalJson({
    fits: fits.map(({ effects: { terms, estimate, covariance, df } }) => ({ terms, estimate, covariance, df })),
    levels: fits.map((fit) => fit.withLevels?.().covariance ?? null),
    refits: fits.map((fit) => fit.refit(Float64Array.from({ length: fit.effects.clusters }, (_, i) => (i % 3) / 2 + 0.5))),
    averages: (["simple", "dynamic", "group", "calendar"] as const).map((type) => aggregate(effects, { type }).covariance),
    relative: relativeEffects(attGt(balanced, { outcomes }), "y"),
    bands: await eventBands(events(effects, "y"), 0.95, "test", context),
    parts: [bacon(balanced, { outcome: "y", covariates: ["z"] }), twoWayWeights(gaps, { outcome: "y", covariates: ["z"] })],
    beside: await Promise.all(
      (["rademacher", "webb", "mammen"] as const).map((weights) => inferBeside(clustered, all, { ...drawn, weights }, context)),
    ),
    multipliers: await multiplierBands(effects, [0, 1, 2], drawn, context),
    lot: await efficientTest(balanced, { outcomes, permutations: 200 }, context),
  });
}
