// Bounds come from theory: nominal rates, and three Monte-Carlo errors for what is estimated from a thousand replications.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Row, replicate } from "./four-waves.js";
import { type CaseSummary, type FourWavesSummary, summarise } from "./four-waves-summary.js";

const { rows, summary, replications, firstSeed } = JSON.parse(
  readFileSync(new URL("four-waves.json", import.meta.url), "utf8"),
) as { rows: Row[]; summary: FourWavesSummary; replications: number; firstSeed: number };

const of = (estimator: string, world = "zero", small = false): CaseSummary =>
  summary.cases.find((c) => c.estimator === estimator && c.world === world && c.small === small)!;
/** A nominal rate and three standard errors of a share over the replications. */
const atMost = (rate: number) => rate + 3 * Math.sqrt((rate * (1 - rate)) / replications);
const PLACES = [
  ["in the large municipality", false],
  ["in the small one", true],
] as const;
const WORLDS = ["zero", "effect"] as const;

describe("four waves of 15 starters, referred at a peak nobody recorded", () => {
  test("are simulated often enough, and the summary follows from the replications", () => {
    expect(replications).toBe(1000);
    expect(rows.map((row) => row[0])).toEqual(Array.from({ length: 1000 }, (_, k) => firstSeed + k));
    expect(summarise(rows)).toEqual(summary);
  });

  test.each(PLACES)("simple comparisons mislead on both sides %s", (_, small) => {
    const { beforeAfter, rest, beforeAfterSmall, restSmall } = summary.naive;
    expect(small ? beforeAfterSmall : beforeAfter).toBeLessThan(of("riskSet", "effect", small).truth / 2);
    expect(small ? restSmall : rest).toBeGreaterThan(-of("riskSet", "effect", small).truth / 2);
  });

  test.each(WORLDS)("risk-set matching and differences-in-differences: bias below a tenth of before–after's (%s)", (world) => {
    for (const [, small] of PLACES) expect(of("riskSet", world, small).shareOfNaive).toBeLessThan(0.1);
  });

  test.each(PLACES)("false savings and false costs are no more frequent than they are said to be %s", (_, small) => {
    const { savesTooMuch, savesTooLittle, savesTooMuchOneSided, savesTooLittleOneSided } = of("riskSet", "zero", small);
    for (const share of [savesTooMuch, savesTooLittle]) expect(share).toBeLessThanOrEqual(atMost(0.025));
    for (const share of [savesTooMuchOneSided, savesTooLittleOneSided]) expect(share).toBeLessThanOrEqual(atMost(0.05));
  });

  test("the permutation test that must agree makes them no more frequent", () => {
    expect(summary.falseSaving).toBeLessThanOrEqual(of("riskSet").savesTooMuch);
    expect(summary.falseCost).toBeLessThanOrEqual(of("riskSet").savesTooLittle);
  });

  test("the pre-peak base never shows a saving that is none: need that had risen by the referral counts as a cost", () => {
    expect(of("prePeak").savesTooMuch).toBeLessThanOrEqual(atMost(0.025));
    expect(of("prePeak").bias).toBeGreaterThan(of("riskSet").bias);
  });

  test("matching on a common date finds costs that are none, ten times too often", () => {
    const { bias, biasError, savesTooLittle } = of("commonDate");
    expect(bias).toBeGreaterThan(10 * biasError);
    expect(savesTooLittle).toBeGreaterThan(0.25);
  });

  test("matching warns of the peak more often than not", () => {
    expect(summary.warned).toBeGreaterThan(0.5);
  });

  test.each(PLACES)("later starters kept as if untreated hide part of the saving %s", (_, small) => {
    const { mean, error } = of("keptAsUntreated", "effect", small).againstRiskSet;
    expect(mean).toBeGreaterThan(3 * error);
  });

  test.each(PLACES)("comparison people chosen for never starting later hide part of it too %s", (_, small) => {
    const { mean, error } = of("lookAhead", "zero", small).againstRiskSet;
    expect(mean).toBeGreaterThan(3 * error);
  });

  test("ignoring later starts shows where one child in ten starts", () => {
    for (const [estimator, world] of [
      ["keptAsUntreated", "effect"],
      ["lookAhead", "zero"],
    ] as const) {
      const { bias, biasError } = of(estimator, world, true);
      expect(bias).toBeGreaterThan(3 * biasError);
    }
  });

  test("entropy balancing makes history's means equal and keeps below a tenth of before–after's bias too", () => {
    expect(of("entropy", "zero", true).shareOfNaive).toBeLessThan(0.1);
  });

  test("coarse cells, the few that 60 starters allow, leave part of it: starters have more days than others in their cell", () => {
    const { bias, biasError, shareOfNaive } = of("coarsened", "zero", true);
    expect(bias).toBeGreaterThan(-3 * biasError);
    expect(shareOfNaive).toBeLessThan(0.25);
  });

  test("the first four replications come out again, bit for bit", async () => {
    for (const row of rows.slice(0, 4)) expect(await replicate(row[0])).toEqual(row);
  });
});
