import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { quantileOf } from "../draws/distribution.js";
import { assumedEffects } from "./assumed-effects.js";
import { assumedKeys, drawAssumed } from "./draw-assumed.js";
import { planMoney, planSources, smallPlan } from "./plan.fixture.js";
import { planPeriods } from "./plan-savings.js";
import { readPlan } from "./read-plan.js";

const D = 999;
/** Ranks in even steps: quantiles of what is drawn from them are those of the distribution. */
const even = Float64Array.from({ length: D }, (_, d) => (d + 1) / (D + 1));

test("a term in a draw is its distribution's quantile, times starters and what counts; inputs without ranks stay as stated", async () => {
  const plan = { ...smallPlan(), until: 2026 };
  const options = planMoney();
  const files = await readPlan(planSources(), smallPlan(), options, { seed: 1 });
  const { effects, inputs } = assumedEffects(files.effects, files.starters, plan, options);
  const account = openAccount(effects, { ...files.money, assumed: inputs }, options, planPeriods(plan));
  expect(assumedKeys(inputs)).toEqual([
    { source: "effect", name: "placement" },
    { source: "effect", name: "absence" },
    { source: "volume", name: "starters" },
  ]);
  const draw = (names: readonly string[]) => {
    const out = new Float64Array(account.sums.effects.terms.length * D);
    drawAssumed(inputs, account.sums, (_, name) => (names.includes(name) ? even : undefined), D, out);
    return out;
  };
  const triangular = { kind: "triangular", low: -8, mode: -4, high: -1 } as const;
  const people = { kind: "triangular", low: 20, mode: 30, high: 36 } as const;
  const [effect, volume, both] = [draw(["placement"]), draw(["starters"]), draw(["placement", "starters"])];
  const counts = 0.9 * 0.8;
  for (const d of [0, 24, 499, 974, 998]) {
    const e = quantileOf(triangular, even[d]);
    const n = quantileOf(people, even[d]);
    expect(effect[d]).toBeCloseTo(30 * counts * e, 9);
    expect(volume[d]).toBeCloseTo(n * counts * -4, 9);
    expect(both[d]).toBeCloseTo(n * counts * e, 9);
  }
});

test("outcomes of a group are drawn as correlated as the options say, and vary together in the covariance", async () => {
  const group = { unit: "days", group: "use" };
  const plan = smallPlan({
    outcomes: { placement: { ...group, label: "Anbringelse" }, specialSchool: group, absence: { unit: "days" } },
  });
  const options = planMoney({ uncertainty: { correlation: { use: 0.5 } } });
  const files = await readPlan(planSources(), plan, options, { seed: 1 });
  const { effects } = assumedEffects(files.effects, files.starters, plan, options);
  const K = effects.terms.length;
  const correlation = (a: string, b: string) => {
    const [j, k] = [a, b].map((name) =>
      effects.terms.findIndex((t) => t.outcome === name && t.event === (name === "absence" ? 0 : 1)),
    );
    return effects.covariance[j * K + k] / Math.sqrt(effects.covariance[j * K + j] * effects.covariance[k * K + k]);
  };
  expect(correlation("placement", "specialSchool")).toBeCloseTo(0.5, 12);
  expect(Math.abs(correlation("placement", "absence"))).toBe(0);
  expect(effects.basis).toEqual({ kind: "assumed" });
  expect([...effects.df].every((v) => v === Number.POSITIVE_INFINITY)).toBe(true);
});
