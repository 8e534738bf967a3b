import { readFileSync } from "node:fs";
import { type ClusterSquares, type Fit, inferenceOptions, twoWay, wildBootstrap } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";
import { castle } from "./fixest-panels.js";
import { csv, present, reference, required } from "./mpdta.js";

// Against fwildclusterboot (R 4.2.2) on castle, two-way fixed effects, 99,999 draws there and 9,999 here. Statistic 1e-8 relative; p within four
// Monte-Carlo standard errors of both; limits within 0.006, 10% of a standard error, which is four of theirs.
interface Golden {
  readonly p: number;
  readonly t: number;
  readonly ci: readonly [number, number];
}

/** Homicide on the castle doctrine with dummies of all states and years but one, by state. */
function dense(): ClusterSquares {
  const rows = csv("data/bacon_castle.csv");
  const states = [...new Set(rows.map((r) => r.state))];
  const years = [...new Set(rows.map((r) => r.year))];
  const G = states.length;
  const K = 1 + G + years.length - 1;
  const gram = new Float64Array(G * K * K);
  const product = new Float64Array(G * K);
  const treated = new Uint8Array(G);
  for (const r of rows) {
    const g = states.indexOf(r.state);
    const x = new Float64Array(K);
    x[0] = Number(r.post);
    x[1 + g] = 1;
    const t = years.indexOf(r.year);
    if (t > 0) x[G + t] = 1;
    if (x[0] === 1) treated[g] = 1;
    for (let i = 0; i < K; i++) {
      product[g * K + i] += x[i] * Number(r.l_homicide);
      for (let j = 0; j < K; j++) gram[(g * K + i) * K + j] += x[i] * x[j];
    }
  }
  const combination = new Float64Array(K);
  combination[0] = 1;
  const factor = ((rows.length - 1) / (rows.length - K)) * (G / (G - 1));
  return { kind: "cluster-squares", clusters: G, blocks: 1, size: K, gram, product, combination, factor, treated };
}

function fitOf(squares: ClusterSquares): Fit {
  const term = {
    outcome: "l_homicide",
    unit: "log",
    kind: "static",
    scale: "difference",
    n: 21,
    controls: 29,
    personPeriods: 1,
  } as const;
  const estimate = new Float64Array(1);
  return {
    effects: {
      kind: "effects",
      estimator: "castle",
      terms: [term],
      estimate,
      covariance: new Float64Array(1),
      df: new Float64Array(1),
      clusters: squares.clusters,
      basis: { kind: "covariance-only" },
      problems: [],
    },
    refit: () => estimate,
    leastSquares: () => squares,
  };
}

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)(
  `wildBootstrap against fwildclusterboot${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    let golden: Record<string, Golden>;
    let fit: Fit;
    beforeAll(() => {
      golden = JSON.parse(readFileSync(new URL("golden/14_cluster.json", reference), "utf8"));
      fit = twoWay(castle(), { outcomes: ["l_homicide"] });
    });

    it.each(
      (["rademacher", "webb", "mammen"] as const).flatMap((weights) =>
        [true, false].map((imposeNull) => ({ weights, imposeNull })),
      ),
    )("castle, $weights, null imposed: $imposeNull", async ({ weights, imposeNull }) => {
      const options = { ...inferenceOptions.parse({ weights, imposeNull, pValue: "strict" }), level: 0.95 };
      const found = await wildBootstrap(fit, Float64Array.of(1), options, { seed: 1 });
      const theirs = golden[`WCB ${weights} ${String(imposeNull).toUpperCase()}`];
      expect(Math.abs(found.estimate / found.se! / theirs.t - 1)).toBeLessThan(1e-8);
      const error = Math.sqrt(theirs.p * (1 - theirs.p) * (1 / 9_999 + 1 / 99_999));
      expect(Math.abs(found.p - theirs.p)).toBeLessThan(4 * error);
      expect(Math.abs(found.lower - theirs.ci[0])).toBeLessThan(0.006);
      expect(Math.abs(found.upper - theirs.ci[1])).toBeLessThan(0.006);
      expect(found).toMatchObject({ clusters: 50, treatedClusters: 21, draws: 9_999, exact: false });
    });

    it("is the same from dummies of all states and years", async () => {
      const options = { ...inferenceOptions.parse({ draws: 999 }), level: 0.95 };
      const within = await wildBootstrap(fit, Float64Array.of(1), options, { seed: 1 });
      const full = await wildBootstrap(fitOf(dense()), Float64Array.of(1), options, { seed: 1 });
      expect(full.p).toBe(within.p);
      expect(Math.abs(full.se! / within.se! - 1)).toBeLessThan(1e-10);
      expect(Math.abs(full.lower - within.lower)).toBeLessThan(1e-6 * full.se!);
      expect(Math.abs(full.upper - within.upper)).toBeLessThan(1e-6 * full.se!);
    });
  },
);
