import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { column, ESTIMANDS, type Row, readSetting, replicate } from "./coverage.js";
import { type Summary, summarise } from "./summarise.js";

const stored = JSON.parse(readFileSync(new URL("coverage.json", import.meta.url), "utf8")) as {
  replications: number;
  firstSeed: number;
  summary: Summary[];
  rows: Row[];
};
const { summary, rows } = stored;
const of = (name: string) => summary.find((s) => s.estimand === name)!;

describe("simulated municipalities", () => {
  test("a thousand replications are stored, and their summary follows from them", () => {
    expect(rows.length).toBe(1000);
    expect(rows.map((row) => row[0])).toEqual(Array.from({ length: 1000 }, (_, k) => stored.firstSeed + k));
    expect(summarise(rows)).toEqual(summary);
  });

  test.each(ESTIMANDS)("%s: 95% intervals hold the truth in 93 to 97 of 100 replications", (name) => {
    expect(of(name).coverage).toBeGreaterThanOrEqual(0.93);
    expect(of(name).coverage).toBeLessThanOrEqual(0.97);
  });

  test.each(ESTIMANDS)("%s: bias is below a tenth of the standard error and within three Monte-Carlo errors of zero", (name) => {
    expect(Math.abs(of(name).biasInSe)).toBeLessThan(0.1);
    expect(Math.abs(of(name).bias)).toBeLessThan(3 * of(name).biasError);
  });

  test("before–after overstates the saving, and treated against the rest has the wrong sign", () => {
    const savings = of("savings");
    expect(savings.beforeAfterBias).toBeGreaterThan(savings.truth);
    expect(savings.treatedVersusRestWrongSign).toBeGreaterThan(0.9);
  });

  test("false savings are rare: the lower limit lies above the truth in at most 4 of 100", () => {
    const estimate = column(rows, "savings", "estimate");
    expect(estimate.length).toBe(1000);
    expect(of("savings").truthBelow).toBeLessThanOrEqual(0.04);
  });

  test("the first ten replications come out again, bit for bit", async () => {
    const setting = await readSetting(new URL("../../data-samples/early-support/", import.meta.url));
    for (let k = 0; k < 10; k++) {
      const again = replicate(setting, stored.firstSeed + k);
      expect(again.length).toBe(rows[k].length);
      again.forEach((v, j) => {
        expect(Object.is(v, rows[k][j]), `replication ${k}, value ${j}: ${v} instead of ${rows[k][j]}`).toBe(true);
      });
    }
  });
});
