import { leastSquares } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { waldPretest } from "../att-gt/wald-pretest.js";
import { eventStudy } from "./event-study.js";
import { randomPanel } from "./random-panel.fixture.js";

test("event study: ends pooled, another reference, nobody never treated", () => {
  const panel = randomPanel({ seed: 7, units: 20 });
  const pooled = eventStudy(panel, { outcomes: ["y"], window: [-2, 1] }).effects;
  expect(pooled.terms.map((t) => t.event)).toEqual([-3, -2, 0, 1, 2]);
  expect(pooled.problems.filter(({ code }) => code.startsWith("effects/event-pooled")).map(({ params }) => params.event)).toEqual(
    [-3, 2],
  );
  expect(eventStudy(panel, { outcomes: ["y"], reference: -2 }).effects.terms.map((t) => t.event)).not.toContain(-2);
  expect(eventStudy(panel, { outcomes: ["y"], anticipation: 1 }).effects.terms.map((t) => t.event)).not.toContain(-2);
  expect(() => eventStudy(panel, { reference: -9 })).toThrow(/event time -9/);
  expect(() => eventStudy(panel, { window: [-1, 1], reference: -2 })).toThrow(/window/);
  const staggered = eventStudy(randomPanel({ seed: 7, never: false }), { outcomes: ["y"] }).effects;
  expect(staggered.terms[0].event).toBe(-4);
  expect(staggered.estimate[0]).toBeNaN();
  expect(staggered.problems.find(({ code }) => code === "effects/terms-collinear")!.params).toEqual({
    outcome: "y",
    which: "-4",
  });
});

test("the joint test of event times before the start is the F test of dense least squares without them", () => {
  for (let seed = 0; seed < 20; seed++) {
    const panel = randomPanel({ seed, gaps: seed % 2 === 0 ? 0 : 0.1 });
    const { effects } = eventStudy(panel, { outcomes: ["y"], covariates: ["x"], variance: "iid" });
    const T = panel.periods.ordinals.length;
    const rows = [...panel.observed.keys()].filter((c) => panel.observed[c] === 1);
    const eventOf = (c: number) => (c % T) + 1 - panel.firstTreated[Math.floor(c / T)];
    const fit = (events: readonly (number | undefined)[]) => {
      const line = (c: number) => [
        ...Array.from({ length: panel.units }, (_, i) => (Math.floor(c / T) === i ? 1 : 0)),
        ...Array.from({ length: T }, (_, t) => (c % T === t ? 1 : 0)),
        panel.measures[2].values[c],
        ...events.map((e) => (eventOf(c) === e ? 1 : 0)),
      ];
      const x = rows.map(line);
      const y = Float64Array.from(rows, (c) => panel.measures[0].values[c]);
      const { residuals, rank } = leastSquares({ x: Float64Array.from(x.flat()), y, n: rows.length, k: x[0].length });
      return { squares: residuals.reduce((sum, e) => sum + e * e, 0), left: rows.length - rank };
    };
    const events = effects.terms.map(({ event }) => event);
    const after = events.filter((e) => e! >= 0);
    const whole = fit(events);
    const p = events.length - after.length;
    const F = (fit(after).squares - whole.squares) / p / (whole.squares / whole.left);
    const found = waldPretest(effects, "y").test!;
    expect(found.df).toBe(p);
    expect(effects.df[0]).toBe(whole.left);
    expect(found.statistic / p).toBeCloseTo(F, 8);
  }
});
