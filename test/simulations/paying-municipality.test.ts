import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Row, replicate, type Summary, summarise } from "./paying-municipality.js";

const { rows, summary, replications } = JSON.parse(
  readFileSync(new URL("paying-municipality.json", import.meta.url), "utf8"),
) as { rows: Row[]; summary: Summary; replications: number };
const { payer, placements, residence } = summary.rules;

describe("observation that follows the address instead of the payer", () => {
  test("is simulated often enough, and the summary follows from the replications", () => {
    expect(replications).toBe(1000);
    expect(rows).toHaveLength(1000);
    expect(summarise(rows)).toEqual(summary);
  });

  test("loses more than a third of a true saving", () => {
    expect(summary.truth).toBeLessThan(0);
    expect(residence.share).toBeLessThan(-1 / 3);
    expect(residence.bias).toBeGreaterThan(10 * residence.error);
  });

  test.each([
    ["the payer", payer],
    ["declared placements", placements],
  ])("has no bias where %s decides", (_, rule) => {
    expect(Math.abs(rule.bias)).toBeLessThan(3 * rule.error);
    expect(Math.abs(rule.share)).toBeLessThan(0.05);
  });

  test("declared placements give what the payer gives, replication by replication", () => {
    for (const row of rows) expect(row[3]).toBe(row[2]);
  });

  test("the first three replications come out again, bit for bit", async () => {
    for (const row of rows.slice(0, 3)) expect(await replicate(row[0])).toEqual(row);
  });
});
