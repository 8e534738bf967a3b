import type { Effects, Term } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { periods, smallMoney, smallOptions } from "../small-study.fixture.js";
import { headlineFigure } from "./money-draws.js";

const PEOPLE = 60;
const TRUTH = { placement: -4, school: -6 };
const year = 2022;
const terms = (["placement", "school"] as const).map((outcome): Term => {
  const place = { group: year * 4, time: year * 4, event: 0, n: PEOPLE, controls: PEOPLE, personPeriods: PEOPLE };
  return { outcome, unit: "days", kind: "cell", scale: "difference", ...place };
});

/** Mean changes of two outcomes that move together within people, against as many controls; Welch covariance. */
function study(replication: number): Effects {
  const random = stream(99, "test/coverage", replication);
  const estimate = new Float64Array(2);
  const covariance = new Float64Array(4);
  for (const arm of [1, 0]) {
    const sums = [0, 0];
    const people: [number, number][] = [];
    for (let i = 0; i < PEOPLE; i++) {
      const shared = random.normal();
      const person: [number, number] = [
        10 * shared + 4 * random.normal() + arm * TRUTH.placement,
        15 * shared + 8 * random.normal() + arm * TRUTH.school,
      ];
      people.push(person);
      sums[0] += person[0] / PEOPLE;
      sums[1] += person[1] / PEOPLE;
    }
    for (let j = 0; j < 2; j++) {
      estimate[j] += arm === 1 ? sums[j] : -sums[j];
      for (let k = 0; k < 2; k++) {
        for (const p of people) covariance[j * 2 + k] += ((p[j] - sums[j]) * (p[k] - sums[k])) / (PEOPLE * (PEOPLE - 1));
      }
    }
  }
  const df = new Float64Array(2).fill(2 * PEOPLE - 2);
  return {
    kind: "effects",
    estimator: "test",
    terms,
    estimate,
    covariance,
    df,
    clusters: 2 * PEOPLE,
    basis: { kind: "covariance-only" },
    problems: [],
  };
}

test("the interval of the total covers the truth 95 times in 100; without the covariance between outcomes it does not", () => {
  const money = smallMoney();
  const price = (consequence: string) =>
    money.prices.filter((p) => p.consequence === consequence && p.year === year).reduce((sum, p) => sum + p.amount, 0);
  const truth = -PEOPLE * (TRUTH.placement * price("placement") + TRUTH.school * price("school"));
  const options = smallOptions();
  const R = 500;
  const covered = { joint: 0, apart: 0 };
  for (let r = 0; r < R; r++) {
    const effects = study(r);
    const apart = { ...effects, covariance: effects.covariance.map((v, at) => (at % 3 === 0 ? v : 0)) };
    for (const [name, given] of [
      ["joint", effects],
      ["apart", apart],
    ] as const) {
      const { lower, upper } = headlineFigure(openAccount(given, money, options, periods));
      if (lower <= truth && truth <= upper) covered[name]++;
    }
  }
  // Three Monte-Carlo standard errors of a share of 0.95 in 500.
  expect(Math.abs(covered.joint / R - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / R));
  expect(covered.apart / R).toBeLessThan(0.92);
});
