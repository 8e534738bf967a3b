import { cohortMoments, NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { averages } from "../averages.js";
import { tripleDifference } from "../decomposition/triple-difference.js";
import type { Effects } from "../effects-value.js";
import { imputation } from "../imputation/imputation.js";
import { twoStage } from "../imputation/two-stage.js";
import { linearCombination } from "../linear-combination.js";
import { mean } from "../mean.js";
import { attGtOptions } from "../options/att-gt-options.js";
import { aggregate } from "./aggregate.js";
import { denseArm, denseDifference } from "./arm-factors.fixture.js";
import { attGt } from "./att-gt.js";
import { attGtCells } from "./att-gt-cells.js";
import { attGtFit } from "./att-gt-fit.js";
import { attGtSample } from "./att-gt-sample.js";
import { panelSource } from "./panel/panel-source.js";
import { randomPanel, sectionsOf } from "./random-panel.fixture.js";

const y = { outcomes: ["y"], cluster: "school" };
const near = (got: number, wanted: number) => expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-9);
const types = ["simple", "dynamic", "group", "calendar"] as const;

/** Schools of two to five units: two start in 3, three in 4, the others never. */
function schools(seed: number, starts: readonly number[] = [3, 3, 4, 4, 4, ...new Array<number>(5).fill(NEVER)]): Panel {
  const of = starts.flatMap((_, s) => new Array<number>(2 + (s % 4)).fill(s));
  const panel = randomPanel({ seed, units: of.length });
  const firstTreated = Int32Array.from(of, (s) => starts[s]);
  return { ...panel, firstTreated, clusterings: [{ name: "school", of: Int32Array.from(of), count: starts.length }] };
}

const cohortsOf = (panel: Panel) => [...new Set(panel.firstTreated)];
const membersOf = (panel: Panel, g: number) => [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === g);

/** (ΣE)²/ΣE²/ν over cohorts, by the definition: E = Σ c² Σ of squared shares, never treated as controls. */
function byDefinition(panel: Panel, { terms }: Effects, c: (k: number) => number): number {
  const { of } = panel.clusterings[0];
  let sum = 0;
  let over = 0;
  for (const g of cohortsOf(panel)) {
    const own = membersOf(panel, g);
    let E = 0;
    terms.forEach((t, k) => {
      if (g === NEVER || t.group === g) E += (c(k) * c(k)) / own.length;
    });
    const { df } = denseArm(
      own.map(() => 1),
      own.map((i) => of[i]),
    );
    sum += E;
    over += (E * E) / df;
  }
  return (sum * sum) / over;
}

describe("degrees of freedom of clusters, people alike and independent", () => {
  it("are Bell and McCaffrey's of a cell, whatever the outcomes", () => {
    for (const seed of [1, 2]) {
      const panel = schools(seed);
      const of = [...panel.clusterings[0].of];
      const { effects } = attGt(panel, y);
      expect(effects.inference).toMatchObject({ degrees: "bellMcCaffrey", covariance: "CR2", by: ["school"] });
      effects.terms.forEach(({ group }, k) => {
        const used = of.filter((_, i) => panel.firstTreated[i] === group || panel.firstTreated[i] === NEVER);
        const treated = of.flatMap((_, i) =>
          panel.firstTreated[i] === group ? [true] : panel.firstTreated[i] === NEVER ? [false] : [],
        );
        near(
          effects.df[k],
          denseDifference(used, (i) => treated[i]),
        );
      });
    }
  });

  it("are those of the definition for combinations and averages, from persons and from sums, kept or not", async () => {
    const panel = schools(3);
    const asked = attGtOptions.parse(y);
    const sample = attGtSample(panel, asked);
    const source = panelSource(panel, sample, attGtCells(sample.groups, sample.periods, asked), asked);
    const found = [
      attGt(panel, y).effects,
      attGt(await cohortMoments(panel, y), y).effects,
      attGtFit(source, asked, "attGt").effects,
      attGtFit(source, asked, "attGt", true, 10).effects,
      attGt(
        { ...panel, covariates: [{ name: "one", values: new Float64Array(panel.units).fill(1) }] },
        { ...y, covariates: ["one"] },
      ).effects,
    ];
    expect(found.map((e) => e.basis.kind)).toEqual(["influence", "influence", "influence", "moments", "influence"]);
    const share = (g: number) => membersOf(panel, g).length / panel.units;
    for (const effects of found) {
      const K = effects.terms.length;
      const c = Float64Array.from(effects.terms, (_, k) => (k % 3) - 0.6);
      near(
        linearCombination(effects, c).df,
        byDefinition(panel, effects, (k) => c[k]),
      );
      const post = effects.terms.flatMap((t, k) => (t.event! >= 0 ? [k] : []));
      const all = post.reduce((s, k) => s + share(effects.terms[k].group!), 0);
      const weight = (k: number) => (post.includes(k) ? share(effects.terms[k].group!) / all : 0);
      near(aggregate(effects, { type: "simple" }).df[0], byDefinition(panel, effects, weight));
      // Averages of averages are those of the cells.
      const dynamic = aggregate(effects, { type: "dynamic" });
      const later = dynamic.terms.flatMap((t, r) => (t.kind === "event" && t.event! >= 0 ? [r] : []));
      const half = Float64Array.from(dynamic.terms, (_, r) => (later.includes(r) ? 1 / later.length : 0));
      near(linearCombination(dynamic, half).df, dynamic.df[0]);
      near(mean(effects, "y").df[0], averages(effects, "y", { by: "simple" }).df[0]);
      for (let k = 0; k < K; k++) near(effects.df[k], found[0].df[k]);
      for (const type of types)
        for (const [r, v] of aggregate(found[0], { type }).df.entries()) near(aggregate(effects, { type }).df[r], v);
    }
  });

  it("are of those who are in a cell where units lack periods, and of four means in cross-sections", () => {
    const panel = schools(4, [3, 3, 3, NEVER, NEVER, NEVER, NEVER]);
    const of = [...panel.clusterings[0].of];
    const sections = attGt(sectionsOf(panel), y).effects;
    for (const df of sections.df)
      near(
        df,
        denseDifference(of, (i) => panel.firstTreated[i] === 3),
      );
    const observed = panel.observed.slice();
    observed[4] = 0;
    const gappy = { ...panel, observed };
    const { effects } = attGt(gappy, { ...y, incomplete: "pairwise" });
    effects.terms.forEach((t, k) => {
      if (t.time! < 5)
        near(
          effects.df[k],
          denseDifference(of, (i) => panel.firstTreated[i] === 3),
        );
    });
    expect(effects.df.every((v) => v > 1 && v < 6)).toBe(true);
  });

  it("keep to the covariance that is asked for, to did's figures, and to units", () => {
    const panel = schools(5);
    const G = panel.clusterings[0].count;
    const own = attGt(panel, y).effects;
    for (const covariance of ["CR0", "CR1"] as const) {
      const { effects } = attGt(panel, { ...y, inference: { covariance } });
      expect([...effects.df, ...aggregate(effects, { type: "group" }).df].every((v) => Math.abs(v - (G - 1)) < 1e-9)).toBe(true);
    }
    const fit = attGt(panel, { ...y, inference: { covariance: "CR3" } });
    const levels = fit.withLevels!();
    own.df.forEach((v, k) => {
      near(fit.effects.df[k], v);
      near(levels.df[k], v);
    });
    const [simple, besides] = [own, levels].map((e) => aggregate(e, { type: "simple" }));
    near(besides.df[0], simple.df[0]);
    expect(besides.df[1]).toBeGreaterThan(1);
    expect(attGt(panel, { ...y, compat: "did" }).effects.df.every((v) => v === Number.POSITIVE_INFINITY)).toBe(true);
    expect(attGt(panel, { outcomes: ["y"] }).effects.basis).not.toHaveProperty("modelled");
    expect(attGt(panel, { outcomes: ["y"] }).effects.inference!.degrees).toBe("arms");
  });

  it("of treated means are those of the treated alone", () => {
    const panel = schools(6);
    const fit = attGt(panel, y);
    const levels = fit.withLevels!();
    const K = fit.effects.terms.length;
    levels.terms.forEach((t, k) => {
      const own = membersOf(panel, t.group!);
      const { df } = denseArm(
        own.map(() => 1),
        own.map((i) => panel.clusterings[0].of[i]),
      );
      near(levels.df[k], t.scale === "difference" ? fit.effects.df[k] : df);
    });
    expect(levels.terms.length).toBe(2 * K);
  });

  it("are the same for imputation and two stages where one cohort stands beside the never treated", () => {
    const panel = schools(7, [3, 3, 3, NEVER, NEVER, NEVER, NEVER, NEVER]);
    const { effects } = attGt(panel, y);
    const cells = effects.terms.flatMap((t, k) => (t.event! >= 0 ? [k] : []));
    for (const estimator of [imputation, twoStage]) {
      const found = estimator(panel, y).effects;
      expect(found.inference!.degrees).toBe("bellMcCaffrey");
      found.terms.forEach((_, k) => {
        near(found.df[k], effects.df[cells[k]]);
      });
      near(mean(found, "y").df[0], mean(effects, "y").df[0]);
      const named = estimator(panel, y).withLevels!();
      found.df.forEach((v, k) => {
        near(named.df[k], v);
      });
    }
  });

  it("of a triple difference are those of four means", () => {
    const panel = schools(8, [3, 3, 3, NEVER, NEVER, NEVER, NEVER, NEVER]);
    const able = Float64Array.from({ length: panel.units }, (_, i) => i % 2);
    const given = { ...panel, covariates: [{ name: "able", values: able }] };
    const { effects } = tripleDifference(given, { ...y, eligible: "able" });
    const { of } = panel.clusterings[0];
    let sum = 0;
    let over = 0;
    for (const g of [3, NEVER]) {
      const own = membersOf(panel, g);
      const E = [0, 1].reduce((s, a) => s + 1 / own.filter((i) => able[i] === a).length, 0);
      const { df } = denseArm(
        own.map(() => 1),
        own.map((i) => of[i]),
      );
      sum += E;
      over += (E * E) / df;
    }
    for (const [k, t] of effects.terms.entries()) if (t.event! >= 0) near(effects.df[k], (sum * sum) / over);
  });
});
