import { expect, test } from "vitest";
import { accountDraws } from "../draws/money-draws.js";
import { shareTransfers } from "../payers/share-transfers.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { openAccount } from "./account.js";
import { combination } from "./figure.js";
import { cellWeights } from "./person-sums.js";

/** Covariance se·se', as where correlations are not known: right for sums of one sign only. */
const given = smallEffects();
const K = given.terms.length;
const se = Array.from({ length: K }, (_, k) => Math.sqrt(given.covariance[k * K + k]));
const covariance = Float64Array.from({ length: K * K }, (_, at) => se[Math.floor(at / K)] * se[at % K]);
const bounded = openAccount({ ...given, covariance, bounded: true }, smallMoney(), smallOptions(), periods);
const loose = openAccount({ ...given, covariance }, smallMoney(), smallOptions(), periods);

test("where correlations are not known, no combination of cells varies by less than it may", () => {
  const R = bounded.sums.effects.terms.length;
  const used = Array.from(bounded.sums.used.keys()).filter((r) => bounded.sums.used[r] === 1);
  const alike = Float64Array.from({ length: R }, () => -3);
  expect(combination(bounded, alike)).toEqual(combination(loose, alike));
  const apart = new Float64Array(R);
  apart[used[0]] = 2;
  apart[used[1]] = -1;
  const own = cellWeights(bounded.sums, apart);
  const { cells } = bounded.sums;
  const most = own.reduce((sum, w, i) => sum + Math.abs(w) * Math.sqrt(cells.covariance[i * cells.terms.length + i]), 0);
  expect(combination(bounded, apart).se).toBeCloseTo(most, 9);
  expect(combination(loose, apart).se).toBeLessThan(most);
});

test("then no transfers are worked out, and a note says why", async () => {
  const drawn = await accountDraws(bounded, 1000, { seed: 1 });
  const { transfers, payerShares, problems } = shareTransfers(bounded, drawn, { seed: 1 });
  expect([transfers.length, payerShares.length > 1]).toEqual([0, true]);
  expect(problems.map((p) => p.code)).toEqual(["savings/transfers-correlation-unknown"]);
});
