import type { Balance } from "@kontrafakt/matching";
import { expect, test } from "vitest";
import { publishedBalance } from "./published-balance.js";

const balance: Balance = { kind: "balance", rows: [], waves: [], threshold: 0.1, passed: true } as unknown as Balance;
const wave = (starters: number, matched: number, controls = 90) => ({
  wave: 1,
  starters,
  matched,
  controls,
  atRisk: 900,
  worstSmdAfter: 0,
});

test("a count that a difference would give away is withheld", () => {
  const { waves } = publishedBalance({ ...balance, waves: [wave(48, 46), wave(50, 50), wave(51, 46), wave(5, 5, 4)] }, 5);
  expect(waves.map((w) => [w.starters, w.matched, w.controls])).toEqual([
    [Number.NaN, 46, 90],
    [50, 50, 90],
    [51, 46, 90],
    [5, 5, Number.NaN],
  ]);
});
