import type { BalanceRow } from "@kontrafakt/matching";

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
  };
}
