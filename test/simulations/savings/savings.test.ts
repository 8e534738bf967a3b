// Bounds are what the intervals promise, and theory; figures of the programme itself are never repeated here.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLAIMS, EVERY, FIGURES, type Row, replicate } from "./replicate.js";
import { type Stored, sameRow } from "./stored.js";
import { summariseCoverage, summariseVerdicts } from "./summarise.js";

const { coverage, verdicts, stored, firstSeed } = JSON.parse(
  readFileSync(new URL("savings.json", import.meta.url), "utf8"),
) as Stored;
const by = (covariance: string) => coverage.filter((c) => c.covariance === covariance);

test("the money programme has 2,000 studies with intervals and 4,000 with verdicts", () => {
  expect(by("joint").map((c) => c.figure)).toEqual([...FIGURES]);
  for (const c of coverage) expect(c.replications).toBe(4000 / (c.covariance === "joint" ? EVERY.intervals : EVERY.apart));
  expect(verdicts.map((v) => v.claim)).toEqual([...CLAIMS.works, ...CLAIMS.none]);
  for (const v of verdicts) expect(v.replications).toBe(4000);
});

test.each(by("joint").map((c) => [c.figure, c] as const))(
  "%s: intervals with uncertain prices hold the truth at the drawn prices in 93 to 97 of 100 studies",
  (_, c) => {
    expect(c.coverage).toBeGreaterThanOrEqual(0.93);
    expect(c.coverage).toBeLessThanOrEqual(0.97);
    expect(Math.abs(c.bias)).toBeLessThan(0.1);
  },
);

test("without the covariance between outcomes the total's intervals are too short, without that between cells by far", () => {
  const of = (covariance: string) => by(covariance).find((c) => c.figure === "total")?.coverage ?? Number.NaN;
  expect(of("outcomesApart")).toBeLessThan(0.93);
  expect(of("cellsApart")).toBeLessThan(0.85);
});

test.each(verdicts.map((v) => [`${v.programme}, claim ${v.claim}`, v] as const))(
  "%s: `reached` in at most 3 of 100 studies whose truth is below the claim",
  (_, v) => {
    expect(v.verdicts.reached ?? 0).toBeLessThanOrEqual(0.03);
  },
);

test("a fixed one in a hundred replications comes out the same when it is made again", async () => {
  expect(stored.map((row) => row[0])).toEqual(stored.map((_, i) => firstSeed + i));
  expect(stored.length).toBe(40);
  for (const row of stored) expect(sameRow(await replicate(row[0] as number), row)).toBe(true);
});

test("the summary counts sides, bias and verdicts", () => {
  const figures = FIGURES.flatMap(() => [10, 8, -1, 0, 1]);
  const second = FIGURES.flatMap(() => [12, 8, 0, 0, 1]);
  const without = FIGURES.flatMap(() => [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  const rows: Row[] = [
    [1, ...figures, 0, 1, 2, 3, 4, 4, 4, 4],
    [3, ...second, 0, 2, 2, 3, 4, 4, 5, 4],
    [2, ...without, 1, 1, 2, 3, 4, 4, 4, 4],
  ];
  const [joint, apart, cells] = summariseCoverage(rows);
  // Errors 2 and 4: mean 3, standard deviation √2.
  expect(joint).toMatchObject({ replications: 2, coverage: 0.5, truthBelow: 0.5, truthAbove: 0 });
  expect(joint.bias).toBeCloseTo(3 / Math.SQRT2, 12);
  expect(apart).toMatchObject({ coverage: 1 });
  expect(cells).toMatchObject({ coverage: 0, truthAbove: 1 });
  const shown = summariseVerdicts(rows);
  expect(shown[0]).toMatchObject({ programme: "works", verdicts: { reached: 2 / 3, "in-line": 1 / 3 } });
  expect(shown[6].verdicts).toEqual({ "cannot-tell": 2 / 3, "extra-cost": 1 / 3 });
});
