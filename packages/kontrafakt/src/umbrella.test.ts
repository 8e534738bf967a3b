import { bytesSource, NEVER, type Panel } from "@kontrafakt/cohort";
import { renderSvg } from "@kontrafakt/report";
import { expect, test } from "vitest";
import {
  bacon,
  chart,
  cohortMoments,
  describe,
  estimate,
  inferBeside,
  jackknife,
  match,
  mergeMoments,
  momentsJson,
  publishableMoments,
  readCells,
  readCrossSections,
  readMoments,
  relativeEffects,
  scoreBootstrap,
  toArquero,
  toJson,
  toTable,
  twoWayWeights,
  weigh,
  wildBootstrap,
} from "./index.js";

const balance = {
  kind: "balance",
  rows: [
    {
      covariate: "=age",
      binary: false,
      matched: true,
      meanTreated: 8,
      meanControlBefore: 9,
      meanControlAfter: 8,
      smdBefore: -0.4,
      smdAfter: 0.02,
      varianceRatioBefore: 1,
      varianceRatioAfter: 1,
      ksBefore: 0.2,
      ksAfter: 0.1,
    },
  ],
  waves: [],
  effectiveControls: 20,
  threshold: 0.1,
  worst: 0.02,
  passed: true,
} as const;

test("a balance as table, chart, sentence and JSON", () => {
  expect(toTable(balance)).toMatchObject({ kind: "tidy", names: expect.arrayContaining(["covariate", "smdAfter"]) });
  expect(toArquero(toTable(balance)).numRows()).toBe(1);
  expect(chart(balance).map((c) => c.name)).toEqual(["love-plot"]);
  expect(describe(balance)).toBe("balance: largest of 1 standardised differences 0.020, limit 0.1: passed");
  expect(JSON.parse(toJson(balance))).toMatchObject({ kind: "balance", worst: 0.02 });
});

test("effects by term with 95% limits; a fit stands for its effects", () => {
  const effects = {
    kind: "effects",
    estimator: "e",
    terms: [
      {
        outcome: "__proto__",
        unit: "days",
        kind: "cell",
        scale: "difference",
        group: 3,
        time: 4,
        event: 1,
        n: 9,
        controls: 20,
        personPeriods: 9,
      },
    ],
    estimate: Float64Array.of(2),
    covariance: Float64Array.of(0.25),
    df: Float64Array.of(Number.POSITIVE_INFINITY),
    clusters: 9,
    basis: { kind: "covariance-only" },
    problems: [],
  } as const;
  const table = toTable({ effects, refit: () => effects.estimate });
  const row = Object.fromEntries(table.names.map((name, j) => [name, table.columns[j][0]]));
  expect(row).toMatchObject({ outcome: "__proto__", group: 3, estimate: 2, se: 0.5 });
  expect(row.upper).toBeCloseTo(2 + 1.959963984540054 * 0.5, 12);
});

test("typed arrays and maps become JSON; functions do not", () => {
  expect(JSON.parse(toJson({ a: Float64Array.of(1, Number.NaN), m: new Map([["__proto__", 1]]), f: () => 0 }))).toEqual({
    a: [1, null],
    m: [["__proto__", 1]],
  });
});

test("what cannot be done says what can", () => {
  expect(() => toTable(bytesSource("a", new Uint8Array()) as never)).toThrow(
    'no table can be made of a value of kind "undefined"; give a panel',
  );
  expect(() => chart({ kind: "panel" } as never)).toThrow("no chart can be made");
  expect(() => describe({ kind: "x" } as never)).toThrow("there is no description");
  expect(() => match({} as never, { method: "genetic" as never })).toThrow(/^option matching\.method: .*"nearest".*"cbps"/);
  expect(() => weigh({} as never, { method: "nearest" as never })).toThrow(
    'option method: the method "nearest" does not weight; use ipw, entropy, cbps, or match for the others',
  );
  expect(() => match({} as never, { method: "entropy", ratio: 2 })).toThrow(/option matching\.ratio: ratio has no effect/);
});

/** 120 people over eight quarters, the first 30 starting in the last two; more need, more often a starter. */
function small(): Panel {
  const [n, T] = [120, 8];
  let state = 5;
  /** Sum of three uniform numbers about 0: noise enough. */
  const noise = () => {
    let sum = 0;
    for (let k = 0; k < 3; k++) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      sum += state / 0x7fffffff - 0.5;
    }
    return 2 * sum;
  };
  const need = Float64Array.from({ length: n }, () => noise());
  return {
    kind: "panel",
    units: n,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: T }, (_, t) => 8080 + t) },
    ids: Array.from({ length: n }, (_, i) => String(i)),
    firstTreated: Int32Array.from(need, (x, i) => (i < 45 && x > -0.5 ? 8085 + (i % 2) : NEVER)),
    observed: new Uint8Array(n * T).fill(1),
    measures: [
      {
        name: "days",
        unit: "days",
        values: Float64Array.from({ length: n * T }, (_, k) => need[Math.floor(k / T)] + noise()),
      },
    ],
    covariates: [
      { name: "need", values: need.map((x) => x + noise()) },
      { name: "girl", values: need.map((_, i) => i % 2) },
    ],
    clusterings: [],
  };
}

test.each(["attGt", "twoWay", "eventStudy", "sunAbraham", "imputation", "twoStage", "efficient"] as const)(
  "estimate by %s on everyone, as table, chart and sentence",
  async (estimator) => {
    const fit = estimate(small(), { estimator, outcomes: ["days"] });
    const table = toTable(fit);
    expect(table.names).toEqual("outcome kind scale group time event estimate se df lower upper n controls".split(" "));
    expect(table.columns[0].length).toBe(fit.effects.terms.length);
    const [drawn, ...more] = chart(fit, "da");
    expect(more).toEqual([]);
    expect(await renderSvg(drawn.spec)).not.toMatch(/NaN|undefined/);
    expect(drawn.name).toBe(estimator === "twoWay" ? "estimates-days" : "event-study-days");
    expect(describe(fit)).toMatch(/^effects: \d+ terms \(.*\), outcomes days, 120 clusters$/);
  },
);

test("what goes into a two-way estimate, and an effect as a share", async () => {
  const panel = small();
  const apart = bacon(panel, { outcome: "days" });
  const column = (name: string) => {
    const table = toTable(apart);
    return table.columns[table.names.indexOf(name)] as number[];
  };
  expect(column("weight").reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  expect(describe(apart)).toMatch(/^bacon: two-way fixed effects of days -?\d.* from 4 comparisons of two groups, /);
  const [drawn] = chart(apart, "da");
  expect(drawn.name).toBe("two-way-comparisons");
  expect(await renderSvg(drawn.spec)).toContain("Deltagere mod dem, der aldrig starter");
  const weights = twoWayWeights(panel, { outcome: "days" });
  expect(toTable(weights).names).toEqual(["outcome", "group", "time", "n", "weight", "share"]);
  expect(describe(weights)).toMatch(/^two-way weights: \d+ of 5 weights/);
  const shares = relativeEffects(estimate(panel, { estimator: "imputation" }), "days");
  expect(toTable(shares).names.slice(0, 5)).toEqual(["outcome", "group", "event", "personPeriods", "estimate"]);
  expect(describe(shares)).toMatch(/^days: -?\d.* days \(.* to .*\), (?:no ratio|-?\d)/);
  expect(toTable(shares.effects[0].ratio).columns[0]).toHaveLength(1);
});

test("an effect by other methods of inference, as table, chart and sentence", async () => {
  const fit = estimate(small(), { estimator: "attGt", outcomes: ["days"] });
  const one = await jackknife(fit, "days", { level: 0.9 });
  expect(one).toMatchObject({ kind: "inference", method: "jackknife", level: 0.9 });
  expect(describe(one)).toMatch(
    /^inference: -?\d+\.\d{3} by jackknife \(CV3\), 90\.0% limits .* to .*, p = 0\.\d{4} of no mean effect, 120 indep/,
  );
  expect(toTable(one).names.slice(0, 6)).toEqual(["method", "variant", "estimate", "se", "df", "p"]);
  const { results, problems } = await inferBeside(fit, "days", { beside: ["scoreBootstrap", "permutation"], draws: 199 });
  expect(results.map((r) => r.method)).toEqual(["scoreBootstrap"]);
  expect(problems.map((p) => p.severity)).toEqual(["warning"]);
  expect(results[0].estimate).toBeCloseTo(one.estimate, 12);
  const [drawn] = chart([one, ...results], "da");
  expect(await renderSvg(drawn.spec)).toContain("Klyngejackknife");
  expect(chart(one)[0].name).toBe("inference-methods");
  const c = new Float64Array(fit.effects.terms.length);
  c[0] = 1;
  expect((await scoreBootstrap(fit, c, { draws: 99 })).estimate).toBeCloseTo(fit.effects.estimate[0], 12);
  const path = estimate(small(), { estimator: "eventStudy", outcomes: ["days"] });
  const after = path.effects.terms.flatMap((t, k) => ((t.event as number) >= 0 ? [path.effects.estimate[k]] : []));
  const mean = after.reduce((a, b) => a + b, 0) / after.length;
  expect((await jackknife(path, "days")).estimate).toBeCloseTo(mean, 12);
});

test("what is asked of a method in the wrong way is told", async () => {
  const fit = estimate(small(), { estimator: "twoWay", outcomes: ["days"] });
  await expect(wildBootstrap(fit, "dys")).rejects.toThrow('the effects are of no outcome "dys"; they are of days');
  await expect(wildBootstrap(fit, "days", { draws: 3 })).rejects.toThrow(/^option draws: /);
  await expect(wildBootstrap(fit, "days", { level: 95 })).rejects.toThrow(/^option level: the level is a share between 0 and 1/);
  await expect(wildBootstrap(fit, new Float64Array(7))).rejects.toThrow();
});

test.each(["nearest", "exact", "coarsened", "ipw", "entropy", "cbps"] as const)(
  "match and weigh by %s, as table, chart and sentence",
  (method) => {
    const panel = small();
    const options = { history: { windows: [[1, 2]] as [number, number][] }, peak: { bracket: "never" as const } };
    const own = method === "exact" ? { exact: ["girl"] } : method === "coarsened" ? { coarsening: { cuts: 3 } } : {};
    const isWeight = method === "ipw" || method === "entropy" || method === "cbps";
    const found = isWeight ? weigh(panel, { ...options, method }) : match(panel, { ...options, ...own, method });
    expect(describe(found)).toMatch(new RegExp(`^matched \\(${method}\\): \\d+ treated and \\d+ controls in 2 waves$`));
    expect(toTable(found).names).toEqual(["unit", "wave", "set", "role", "weight", "score"]);
    expect(toTable(found.balance).names).toContain("smdAfter");
    expect(JSON.stringify(chart(found))).toContain(isWeight ? "After weighting" : "After matching");
    const weight = (role: number) =>
      found.comparison.weight.reduce((sum, w, i) => sum + (found.comparison.role[i] === role ? w : 0), 0);
    expect(weight(0)).toBeCloseTo(weight(1), 6);
  },
);

test("published cells as a table, and as moments that two places exchange", async () => {
  const source = (text: string) => new Map([["c.csv", bytesSource("c.csv", new TextEncoder().encode(text))]]);
  const options = {
    file: "c.csv",
    period: "Year",
    group: "Place",
    groups: { A: "2021", B: "never" },
    n: "N",
    outcomes: { days: { mean: "Mean", sd: "SD" } },
  };
  const head = "Place,Year,N,Mean,SD\n";
  const cells = await readCells(source(`${head}A,2020,50,4,2\nA,2021,50,3,2\n`), options);
  expect(describe(cells)).toBe("cells: 1 groups, 2 periods (2020 to 2021), outcomes days");
  expect(toTable(cells)).toMatchObject({ names: expect.arrayContaining(["n", "mean", "sd"]) });
  const theirs = await cohortMoments(await readCells(source(`${head}B,2020,100,5,2\nB,2021,100,5,2\n`), options));
  const sent = readMoments(momentsJson(publishableMoments(theirs, 5)));
  const both = mergeMoments(await cohortMoments(cells), sent);
  const table = toTable(both);
  const column = (name: string) => table.columns[table.names.indexOf(name)];
  expect(column("firstTreated")).toEqual(["2021", "2021", null, null]);
  column("mean").forEach((mean, i) => {
    expect(mean).toBeCloseTo([4, 3, 5, 5][i], 12);
  });
  // sd √((n − 1)/n) / √n
  expect(column("se")[2]).toBeCloseTo((2 * Math.sqrt(0.99)) / 10, 12);
  expect(describe(both)).toBe(
    "cohort moments: 150 people in 2 cohorts, 2 periods (2020 to 2021), outcomes days, covariance conservative",
  );
});

test("cross-sections as a table and a sentence", async () => {
  const sources = new Map([["s.csv", bytesSource("s.csv", new TextEncoder().encode("S;P;Y\nA;2020;1\nB;2021;2\n"))]]);
  const { data } = await readCrossSections(sources, {
    file: "s.csv",
    period: "P",
    group: "S",
    groups: { A: "2021", B: "never" },
    measures: { y: "Y" },
  });
  expect(describe(data)).toBe("cross-sections: 2 rows, 2 groups, 2 periods (2020 to 2021), outcomes y");
  expect(toTable(data).columns).toEqual([
    ["A", "B"],
    ["2020", "2021"],
    ["2021", null],
    [1, 2],
  ]);
});
