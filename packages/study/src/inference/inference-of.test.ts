import { NEVER, type Panel } from "@kontrafakt/cohort";
import { fitEstimator, type InferenceMethod, totalWeights } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { createTally } from "../disclosure/tally.js";
import { inferenceOf } from "./inference-of.js";

const [units, periods] = [30, 5];
const draw = stream(11, "test/inference-of", 0);
const panel: Panel = {
  kind: "panel",
  units,
  periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t) },
  ids: Array.from({ length: units }, (_, i) => `u${i}`),
  firstTreated: Int32Array.from({ length: units }, (_, i) => (i < 10 ? 3 : NEVER)),
  observed: new Uint8Array(units * periods).fill(1),
  measures: [{ name: "days", unit: "days", values: Float64Array.from({ length: units * periods }, () => draw.normal()) }],
  covariates: [],
  clusterings: [],
};
const fit = fitEstimator(panel, { estimator: "attGt" });
const total = ({ effects }: typeof fit) => totalWeights(effects, "days");
const rules = { smallCell: 1, dominance: [], pPercent: 0, rounding: 1 };
const ask = (beside: InferenceMethod[], more: object = {}, of: (f: typeof fit) => Float64Array | undefined = total) =>
  inferenceOf(
    fit,
    of,
    { options: { beside }, at: "x.inference", level: 0.95, rules, tally: createTally(), ...more },
    { seed: 1 },
  );

test("a known cost moves the figure and its limits, and takes p away from methods that cannot count it", async () => {
  const { inference: before } = await ask(["jackknife"]);
  const { inference: after } = await ask(["jackknife"], { cost: 5 });
  const [a, b] = [before?.beside[0], after?.beside[0]];
  expect((a?.estimate ?? 0) - (b?.estimate ?? 0)).toBeCloseTo(5, 12);
  expect((a?.lower ?? 0) - (b?.lower ?? 0)).toBeCloseTo(5, 12);
  expect(a?.p).toBeGreaterThan(0);
  expect(b).not.toHaveProperty("p");
  expect(after?.test?.pBelow).toBeLessThan(before?.test?.pBelow ?? 0);
});

test("a method that does not hold is a warning at its option; so is a figure that is none", async () => {
  const refused = await ask(["permutation"]);
  expect(refused.inference?.beside).toEqual([]);
  expect(refused.problems).toMatchObject([{ severity: "warning", where: { option: expect.stringMatching(/^x\.inference/) } }]);
  const none = await ask(["jackknife"], {}, () => undefined);
  expect(none.problems.map((p) => p.code)).toEqual(["study/inference-no-figure"]);
  expect(none.inference?.test).toBeUndefined();
});

test("nothing asked for: the choice and the default's p, and no method is run", async () => {
  const { inference, problems } = await ask([]);
  expect(inference).toMatchObject({ choice: fit.effects.inference, beside: [] });
  expect(inference?.test?.p).toBeCloseTo(2 * Math.min(inference?.test?.pAbove ?? 1, inference?.test?.pBelow ?? 1), 12);
  expect(problems).toEqual([]);
});

test("p goes with the figure that is told, not with the combination as such", async () => {
  const { inference } = await ask(["jackknife"], { figure: { estimate: -6.6, se: 2.6, df: 2 } });
  // t = 2.538 on 2 degrees of freedom: p = 1 − t/√(2 + t²).
  const t = 6.6 / 2.6;
  expect(inference?.test?.p).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 10);
  expect(inference?.beside[0].estimate).toBe(-6.6);
});
