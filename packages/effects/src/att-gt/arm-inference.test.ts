import { cohortMoments, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Effects } from "../effects-value.js";
import { jointDegreesOfFreedom } from "../joint-degrees-of-freedom.js";
import { linearCombination } from "../linear-combination.js";
import { attGtOptions } from "../options/att-gt-options.js";
import { aggregate } from "./aggregate.js";
import { denseArm, denseDegrees, denseDifference } from "./arm-factors.fixture.js";
import { attGt } from "./att-gt.js";
import { attGtCells } from "./att-gt-cells.js";
import { attGtFit } from "./att-gt-fit.js";
import { attGtSample } from "./att-gt-sample.js";
import { panelSource } from "./panel/panel-source.js";
import { randomPanel, sectionsOf } from "./random-panel.fixture.js";
import { waldPretest } from "./wald-pretest.js";

const T = 5;
const types = ["simple", "dynamic", "group", "calendar"] as const;
const y = { outcomes: ["y"] };
const drawn = (seed: number, weights = false) =>
  randomPanel({ seed, units: 28 + (seed % 9), starts: [3, 5, 4, NEVER, NEVER, 3], weights });

/** Who is treated and who a control in ATT(g, t), varying base. */
function sides(panel: Panel, g: number, t: number, notYet: boolean) {
  const from = t < g ? t - 1 : g - 1;
  const last = Math.max(t, from);
  const who = [...panel.firstTreated.keys()];
  const treated = who.filter((i) => panel.firstTreated[i] === g);
  const controls = who.filter((i) => {
    const own = panel.firstTreated[i];
    return own === NEVER || (notYet && own !== g && own > last);
  });
  return { from, treated, controls };
}

/** What every unit puts into ATT(g, t) by definition, each side with its own factor. */
function influence(panel: Panel, g: number, t: number, notYet: boolean, cluster: (i: number) => number = (i) => i): number[] {
  const { from, treated, controls } = sides(panel, g, t, notYet);
  const values = panel.measures[0].values;
  const u = new Array<number>(panel.units).fill(0);
  for (const [side, sign] of [
    [treated, 1],
    [controls, -1],
  ] as const) {
    const w = side.map((i) => panel.samplingWeight?.[i] ?? 1);
    const total = w.reduce((a, b) => a + b, 0);
    const change = side.map((i) => values[i * T + t - 1] - values[i * T + from - 1]);
    const mean = change.reduce((s, v, j) => s + w[j] * v, 0) / total;
    const { factor } = denseArm(w, side.map(cluster));
    side.forEach((i, j) => {
      u[i] += (sign * factor[j] * w[j] * (change[j] - mean)) / total;
    });
  }
  return u;
}

const armDf = (panel: Panel) => (s: number) => {
  const own = [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === s);
  return denseArm(
    own.map((i) => panel.samplingWeight?.[i] ?? 1),
    own,
  ).df;
};

const near = (got: number, wanted: number) => expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-9);

describe("inference by arm", () => {
  it("of a cell is Welch's: each arm's variance over its people, with its people less one", () => {
    for (let seed = 1; seed <= 25; seed++) {
      const panel = drawn(seed);
      const { effects } = attGt(panel, y);
      const K = effects.terms.length;
      effects.terms.forEach(({ group, time }, k) => {
        const { from, treated, controls } = sides(panel, group!, time!, false);
        const parts = [treated, controls].map((side) => {
          const change = side.map(
            (i) => panel.measures[0].values[i * T + time! - 1] - panel.measures[0].values[i * T + from - 1],
          );
          const mean = change.reduce((a, b) => a + b, 0) / side.length;
          const variance = change.reduce((s, v) => s + (v - mean) * (v - mean), 0) / (side.length - 1) / side.length;
          return { variance, n: side.length };
        });
        const sum = parts[0].variance + parts[1].variance;
        near(effects.covariance[k * K + k], sum);
        near(effects.df[k], (sum * sum) / parts.reduce((s, { variance: v, n }) => s + (v * v) / (n - 1), 0));
      });
      expect(effects.inference).toMatchObject({ covariance: "CR2", degrees: "arms", reason: "influence-by-arm", by: ["unit"] });
      expect(effects.inference!.treatedClusters).toBe(panel.firstTreated.filter((g) => g !== NEVER).length);
    }
  });

  it("of any combination and average is Satterthwaite's over cohorts, from units and from sums by cohort", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const panel = drawn(seed, seed % 2 === 0);
      const notYet = seed % 3 === 0;
      const options = { ...y, control: notYet ? ("notYet" as const) : ("never" as const) };
      const all: Effects[] = [attGt(panel, options).effects, attGt(await cohortMoments(panel, y), options).effects];
      expect(all.map((e) => e.basis.kind)).toEqual(["influence", "moments"]);
      const rows = all[0].terms.map(({ group, time }) => influence(panel, group!, time!, notYet));
      const cohort = [...panel.firstTreated];
      const random = stream(seed, "test/arms", 0);
      const c = Float64Array.from(rows, () => random.normal());
      const n = panel.units;
      const w = (i: number) => panel.samplingWeight?.[i] ?? 1;
      for (const effects of all) {
        rows.forEach((u, k) => {
          near(
            effects.covariance[k * rows.length + k],
            u.reduce((s, v) => s + v * v, 0),
          );
          near(effects.df[k], denseDegrees(u, cohort, armDf(panel)));
        });
        const u = cohort.map((_, i) => rows.reduce((s, row, k) => s + c[k] * row[i], 0));
        const found = linearCombination(effects, c);
        near(
          found.se * found.se,
          u.reduce((s, v) => s + v * v, 0),
        );
        near(found.df, denseDegrees(u, cohort, armDf(panel)));
        // The simple average: shares are estimated, with G/(G − 1) for all units.
        const post = effects.terms.flatMap((t, k) => (t.event! >= 0 ? [k] : []));
        const share = (g: number) => cohort.reduce((s, own, i) => s + (own === g ? w(i) : 0), 0) / n;
        const whole = post.reduce((s, k) => s + share(effects.terms[k].group!), 0);
        const theta = post.reduce((s, k) => s + (share(effects.terms[k].group!) / whole) * effects.estimate[k], 0);
        const simple = cohort.map((own, i) =>
          post.reduce((s, k) => {
            const g = effects.terms[k].group!;
            const ofShare = (((own === g ? w(i) : 0) - share(g)) / n) * Math.sqrt(n / (n - 1));
            return s + (share(g) / whole) * rows[k][i] + ((effects.estimate[k] - theta) / whole) * ofShare;
          }, 0),
        );
        const figure = aggregate(effects, { type: "simple" });
        near(
          figure.covariance[0],
          simple.reduce((s, v) => s + v * v, 0),
        );
        near(figure.df[0], denseDegrees(simple, cohort, armDf(panel)));
      }
      for (const type of types) {
        const [one, two] = all.map((e) => aggregate(e, { type }));
        one.df.forEach((df, k) => {
          near(two.df[k], df);
        });
      }
    }
  });

  it("of clusters is CR2 of each side's mean, with Bell and McCaffrey's degrees of freedom", () => {
    for (let seed = 1; seed <= 12; seed++) {
      // Clusters of one to five units, each of one cohort.
      const panel = randomPanel({ seed, units: 60, starts: [3, NEVER] });
      const of = Int32Array.from({ length: 60 }, (_, i) => {
        const j = Math.floor(i / 2);
        return (panel.firstTreated[i] === 3 ? 0 : 20) + Math.floor(Math.sqrt(2 * j));
      });
      const count = 40;
      const schools = { ...panel, clusterings: [{ name: "school", of, count }] };
      for (const gap of [false, true]) {
        const given = gap ? lacking(schools) : schools;
        const { effects } = attGt(given, { ...y, cluster: "school", ...(gap && { incomplete: "pairwise" as const }) });
        const K = effects.terms.length;
        effects.terms.forEach(({ time }, k) => {
          if (gap && (time === 5 || effects.covariance[k * K + k] === 0)) return;
          const byUnit = influence(panel, 3, time!, false, (i) => of[i]);
          const u = Array.from({ length: count }, (_, a) => byUnit.reduce((s, v, i) => s + (of[i] === a ? v : 0), 0));
          near(
            effects.covariance[k * K + k],
            u.reduce((s, v) => s + v * v, 0),
          );
          if (!gap)
            near(
              effects.df[k],
              denseDifference([...of], (i) => panel.firstTreated[i] === 3),
            );
        });
      }
    }
  });

  it("of cross-sections is that of four means", () => {
    const panel = drawn(4);
    const { effects } = attGt(sectionsOf(panel), y);
    const K = effects.terms.length;
    effects.terms.forEach(({ group, time }, k) => {
      const { from, treated, controls } = sides(panel, group!, time!, false);
      let sum = 0;
      let over = 0;
      for (const side of [treated, controls])
        for (const t of [time!, from]) {
          const values = side.map((i) => panel.measures[0].values[i * T + t - 1]);
          const mean = values.reduce((a, b) => a + b, 0) / side.length;
          const v = values.reduce((s, x) => s + (x - mean) * (x - mean), 0) / (side.length * (side.length - 1));
          sum += v;
          over += (v * v) / (side.length - 1);
        }
      near(effects.covariance[k * K + k], sum);
      near(effects.df[k], (sum * sum) / over);
    });
  });

  it("counts those whose change is the mean of their arm", () => {
    const panel = drawn(3);
    const values = panel.measures[0].values;
    // Of the group that starts in 5 only two change, one up and one down.
    const own = [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === 5);
    own.forEach((i, j) => {
      for (let t = 0; t < T; t++) values[i * T + t] = t === 4 ? (j === 0 ? 1 : j === 1 ? -1 : 0) : 0;
    });
    const { effects } = attGt(panel, y);
    const k = effects.terms.findIndex((t) => t.group === 5 && t.time === 5);
    near(effects.df[k], denseDegrees(influence(panel, 5, 5, false), [...panel.firstTreated], armDf(panel)));
  });

  it("is the same where influence is too large to carry, joint tests too", () => {
    const panel = randomPanel({ seed: 40, units: 80 });
    for (const extra of [{}, { cluster: "town" }]) {
      const asked = attGtOptions.parse({ ...y, method: "reg", covariates: ["z"], ...extra });
      const sample = attGtSample(panel, asked);
      const source = panelSource(panel, sample, attGtCells(sample.groups, sample.periods, asked), asked);
      const [large, small] = [100, 1e6].map((carried) => attGtFit(source, asked, "attGt", true, carried).effects);
      const c = Float64Array.from(large.terms, (_, k) => (k % 3) - 0.5);
      near(linearCombination(large, c).df, linearCombination(small, c).df);
      for (const type of types) {
        const { df } = aggregate(small, { type });
        for (const [k, v] of aggregate(large, { type }).df.entries()) near(v, df[k]);
      }
      const [one, two] = [waldPretest(large, "y").test, waldPretest(small, "y").test];
      expect(one === null).toBe(two === null);
      if (one && two) {
        near(one.df2, two.df2);
        near(one.p, two.p);
      }
    }
  });

  it("takes few clusters with controls into account where treated and controls share clusters, and tells of treated in one", () => {
    const panel = randomPanel({ seed: 9, units: 60, starts: [3, NEVER] });
    // 15 schools hold treated; three of them all the controls.
    const of = Int32Array.from({ length: 60 }, (_, i) => (panel.firstTreated[i] === 3 ? (i >> 1) % 15 : (i >> 1) % 3));
    const { effects } = attGt({ ...panel, clusterings: [{ name: "school", of, count: 15 }] }, { ...y, cluster: "school" });
    expect(effects.df.every((df) => df <= 2 + 1e-9 || df === 14)).toBe(true);
    const one = Int32Array.from({ length: 60 }, (_, i) => (panel.firstTreated[i] === 3 ? 0 : 1 + (i >> 2)));
    const alone = attGt({ ...panel, clusterings: [{ name: "school", of: one, count: 16 }] }, { ...y, cluster: "school" }).effects;
    expect(alone.problems.map((p) => p.code)).toContain("effects/one-treated-cluster");
    expect(alone.inference).toMatchObject({ treatedClusters: 1, largestShare: 1 });
  });
});

describe("waldPretest", () => {
  it("says why there is none: nothing before the start, or more restrictions than the clusters bear", () => {
    const panel = randomPanel({ seed: 2, units: 60 });
    const { effects } = attGt(panel, { ...y, cluster: "town" });
    const after = { ...effects, terms: effects.terms.map((t) => ({ ...t, event: Math.abs(t.event!) })) };
    expect(waldPretest(after, "y")).toMatchObject({ test: null, problems: [{ code: "effects/wald-none" }] });
    const few = waldPretest({ ...effects, clusters: 3 }, "y");
    expect(few.test).toBeNull();
    expect(few.problems).toMatchObject([{ code: "effects/wald-too-many", params: { clusters: 3, restrictions: 4 } }]);
  });

  it("is Hotelling's with the joint degrees of freedom", () => {
    const { effects } = attGt(drawn(6), y);
    const { test } = waldPretest(effects, "y");
    const before = effects.terms.flatMap((t, k) => (t.event! < 0 ? [k] : []));
    const K = effects.terms.length;
    if (effects.basis.kind !== "influence" || !test) throw new Error("no test");
    const { rows, atoms } = effects.basis;
    const p = before.length;
    const nu = jointDegreesOfFreedom({
      ...effects,
      terms: before.map((k) => effects.terms[k]),
      estimate: Float64Array.from(before, (k) => effects.estimate[k]),
      df: Float64Array.from(before, (k) => effects.df[k]),
      covariance: Float64Array.from(
        { length: p * p },
        (_, c) => effects.covariance[before[Math.floor(c / p)] * K + before[c % p]],
      ),
      basis: {
        ...effects.basis,
        rows: Float64Array.from({ length: atoms * p }, (_, c) => rows[Math.floor(c / p) * K + before[c % p]]),
      },
    });
    expect(test.df).toBe(p);
    near(test.df2, nu - p + 1);
    near(test.f, (test.statistic * (nu - p + 1)) / (nu * p));
  });
});

/** One unit lacks the last period. */
function lacking(panel: Panel): Panel {
  const observed = panel.observed.slice();
  const measures = structuredClone(panel.measures) as Panel["measures"];
  observed[4] = 0;
  measures[0].values[4] = Number.NaN;
  return { ...panel, observed, measures };
}
