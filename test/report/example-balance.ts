import type { Balance, BalanceRow } from "@kontrafakt/matching";

/** Ups and downs that are the same on every run. */
export const wiggle = (i: number, j: number) => Math.sin(i * 12.9898 + j * 78.233);

export const covariates = [
  "age",
  "sex: girl",
  "singleParent: yes",
  "motherEducation: lower secondary",
  "motherEducation: upper secondary",
  "motherEducation: higher",
  "siblings",
  "notifications",
  "placement, 1 quarter before",
  "placement, 2–4 quarters before",
  "placement, 5–8 quarters before",
  "specialSchool, 1 quarter before",
  "specialSchool, 2–4 quarters before",
  "specialSchool, 5–8 quarters before",
  "counselling, 1 quarter before",
  "counselling, 2–4 quarters before",
  "counselling, 5–8 quarters before",
  "absence, 1 quarter before",
  "absence, 2–4 quarters before",
  "absence, 5–8 quarters before",
];

/** A characteristic before and after matching, of a believable size. */
export function balanceRow(covariate: string, i: number): BalanceRow {
  const before = 0.75 * Math.abs(wiggle(i, 1)) * (i % 4 === 1 ? -0.5 : 1);
  const after = 0.085 * wiggle(i, 3);
  return {
    covariate,
    binary: i > 0 && i < 6,
    matched: true,
    meanTreated: 0.5 + before,
    meanControlBefore: 0.5,
    meanControlAfter: 0.5 + before - after,
    smdBefore: before,
    smdAfter: after,
    varianceRatioBefore: i > 0 && i < 6 ? Number.NaN : 1.6 + 0.4 * wiggle(i, 4),
    varianceRatioAfter: i > 0 && i < 6 ? Number.NaN : 1.05 + 0.1 * wiggle(i, 6),
    ksBefore: 0.3 * Math.abs(before),
    ksAfter: 0.06,
    meanTreatedAfter: 0.49 + before,
    ecdfMeanBefore: 0.1 * Math.abs(before),
    ecdfMeanAfter: 0.02,
    overlapBefore: 0.4 * Math.abs(before),
    overlapAfter: 0.05,
    pairDistance: 0.7,
    meanUnmatched: i % 5 === 0 ? Number.NaN : 0.9 + before,
    smdUnmatched: i % 5 === 0 ? Number.NaN : -0.4,
  };
}

/** The waves, periods and scores of the same example. */
export function balanceDetails(): Pick<
  Balance,
  "waves" | "denominator" | "binary" | "effective" | "products" | "periods" | "scores"
> {
  const edges = [-6, -5, -4.5, -4, -3.5, -3, -2];
  const shares = (shift: number) => [0.1, 0.15, 0.25, 0.2, 0.2, 0.1].map((s, k) => s + shift * (k < 3 ? 1 : -1));
  return {
    waves: [8081, 8083, 8085, 8088].map((wave, g) => ({
      wave,
      starters: 60,
      matched: 57,
      controls: 171,
      atRisk: 2810,
      worstSmdAfter: g === 0 ? 0.09 : 0.2,
      smdAfter: covariates.map((_, j) => (j === 3 && g === 1 ? Number.NaN : 0.3 * wiggle(j, g))),
      effectiveControls: 140,
    })),
    denominator: "treated",
    binary: "std",
    effective: { treatedBefore: Number.NaN, controlsBefore: Number.NaN, treatedAfter: Number.NaN, controlsAfter: 611.2 },
    products: {
      squares: 15,
      interactions: 180,
      overBefore: 90,
      overAfter: 9,
      worst: { covariates: [covariates[0], covariates[6]], smdAfter: -0.2 },
    },
    periods: ["placement", "absence"].flatMap((outcome, o) =>
      Array.from({ length: 12 }, (_, k) => ({
        outcome,
        before: k + 1,
        role: k < 8 ? ("history" as const) : ("held-back" as const),
        smdBefore: 0.4 * wiggle(k, o),
        smdAfter: k === 9 ? Number.NaN : 0.1 * wiggle(k, o + 2),
        starters: Number.NaN,
        controls: Number.NaN,
        notZero: Number.NaN,
      })),
    ),
    scores: { edges, starters: shares(-0.04), others: shares(0.05), matched: shares(-0.01), controls: shares(0) },
  };
}
