import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import type { Assumption } from "./assumption.js";
import { openPersistenceScale, persistenceInputs, persistenceScale } from "./persistence-inputs.js";

const effects = smallEffects();
const open = (decline: unknown, second: unknown) =>
  openAccount(
    effects,
    smallMoney(),
    smallOptions({
      persistence: {
        form: "exponential",
        decline,
        lag: 0.5,
        outcomes: {
          school: {
            form: "interpolated",
            years: 4,
            points: [
              { year: 1, share: 0.9 },
              { year: 3, share: second },
            ],
          },
        },
      },
    }),
    periods,
    {},
  );

test("uncertain numbers are listed, and drawn values scale the sums as opening the account with them does", () => {
  const account = open({ amount: 0.1, low: 0, high: 0.3 }, { amount: 0.5, sd: 0.1, distribution: "normal" });
  const assumption = account.assumption as Assumption;
  expect(persistenceInputs(assumption)).toEqual([
    { name: "decline", distribution: { kind: "triangular", low: 0, mode: 0.1, high: 0.3 }, amount: 0.1 },
    { name: "outcomes.school.points.1", distribution: { kind: "normal", mean: 0.5, sd: 0.1 }, amount: 0.5 },
  ]);
  const { consequences, years } = account.sums;
  const [A, Y] = [assumption.columns.length, years.length];
  const out = new Float64Array(consequences.length * A);
  for (const [decline, second] of [
    [0.1, 0.5],
    [0.25, 0.7],
    [0, 0],
    [1.2, -0.2],
  ]) {
    persistenceScale(openPersistenceScale(assumption, consequences), [decline, second], out);
    const other = open(Math.min(1, decline), Math.max(0, second));
    consequences.forEach((_, c) => {
      for (let a = 0; a < A; a++) {
        const at = c * Y + Y - A + a;
        expect(account.sums.effects.estimate[at] * out[c * A + a]).toBeCloseTo(other.sums.effects.estimate[at], 8);
      }
    });
  }
  expect(persistenceInputs(open(0.1, 0.5).assumption)).toEqual([]);
  expect(persistenceInputs(undefined)).toEqual([]);
});
