import { expect, test } from "vitest";
import { persistenceOptions } from "../options/persistence-options.js";
import { checkPersistence } from "./check-persistence.js";

const check = (options: unknown) => () => checkPersistence(persistenceOptions.parse(options), ["placement", "school"]);

test.each([
  [{ lag: 1 }, /lag has nothing to act on/],
  [{ source: "x" }, /source has nothing to act on/],
  [{ form: "constant", decline: 0.1 }, /belongs to form exponential, found form constant/],
  [{ form: "exponential" }, /needs decline/],
  [{ form: "constant", points: [{ year: 1, share: 1 }] }, /points belong to form stepwise or interpolated/],
  [{ form: "interpolated" }, /form interpolated needs points/],
  [
    {
      form: "stepwise",
      points: [
        { year: 2, share: 1 },
        { year: 2, share: 0.5 },
      ],
    },
    /found year 2 after year 2/,
  ],
  [{ form: "stepwise", points: [{ year: 5, share: 1 }] }, /lies beyond the 5 years/],
  [
    {
      form: "interpolated",
      points: [
        { year: 5, share: 1 },
        { year: 6, share: 1 },
      ],
    },
    /lies beyond the 5 years/,
  ],
  [{ form: "constant", lag: 5 }, /would set in 5 years after/],
  [{ form: "exponential", decline: 1.5 }, /between 0 and 1, found 1.5/],
  [{ form: "exponential", decline: { amount: 1, low: 0.5, high: 1 } }, /nothing of the effect is left/],
  [{ form: "exponential", decline: { amount: 0.1, low: 0.05 } }, /triangular needs high/],
  [{ form: "exponential", decline: { amount: 0.1, sd: 0.1 } }, /fixed takes no sd/],
  [{ form: "exponential", decline: { amount: 0.3, low: 0.05, high: 0.2 } }, /0.3 must lie between low 0.05 and high 0.2/],
  [{ ageOut: 18 }, /no effect is assumed after the window/],
  [{ outcomes: { absence: { form: "constant" } } }, /no priced outcome is called "absence"/],
  [{ outcomes: { school: { form: "exponential" } } }, /needs decline/],
])("%j is refused with its reason", (options, reason) => {
  expect(check(options)).toThrow(reason);
});

test.each([
  [{}],
  [{ form: "constant", lag: 1 }],
  [{ form: "exponential", decline: { amount: 0.1, low: 0.05, high: 0.2, distribution: "pert" } }],
  [{ form: "interpolated", points: [{ year: 5, share: 0 }] }],
  [{ form: "constant", ageOut: 18, outcomes: { school: {} } }],
])("%j is taken", (options) => {
  expect(check(options)).not.toThrow();
});
