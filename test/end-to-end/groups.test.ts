import { canonicalJson } from "@kontrafakt/base";
import { cohortMoments, momentsJson, NEVER, type Panel, readCrossSections } from "@kontrafakt/cohort";
import { stream, tQuantile } from "@kontrafakt/numerics";
import {
  checkStudy,
  effectsOf,
  evaluate,
  type GroupEvaluation,
  type GroupsResults,
  lockStudy,
  nearEarlier,
  parseStudy,
  readLock,
  readResults,
} from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { cellsCsv, cellsOptions, groupPeople, groupYaml, peopleCsv, rowsOptions, sourcesOf, truth } from "./group-world.js";

const people = groupPeople();
const files = { "cells.csv": cellsCsv(people), "people.csv": peopleCsv(people) };

function studyOf(yaml: string) {
  const { groupStudy, problems } = parseStudy(yaml, "study.yaml");
  if (groupStudy === undefined) throw new Error(JSON.stringify(problems));
  return groupStudy;
}

const run = (yaml: string, more: Readonly<Record<string, string>> = {}) =>
  evaluate(studyOf(yaml), sourcesOf({ ...files, ...more }));
const read = ({ results }: GroupEvaluation) => readResults(canonicalJson(results), "results.json") as GroupsResults;

/** Sums of each half of the municipalities, as two regions might send them. */
async function momentFiles(): Promise<Record<string, string>> {
  const { crossSections } = studyOf(groupYaml(rowsOptions)).groups;
  const lines = files["people.csv"].split("\n");
  const parts = [0, 1].map((half) => [lines[0], ...lines.slice(1).filter((l) => Number(/^K(\d+)/.exec(l)?.[1]) % 2 === half)]);
  const texts = await Promise.all(
    parts.map(async (part, i) => {
      const sources = sourcesOf({ "people.csv": part.join("\n") });
      const { data } = await readCrossSections(sources, crossSections as NonNullable<typeof crossSections>);
      return [`region${i}.json`, momentsJson(await cohortMoments(data))] as const;
    }),
  );
  return Object.fromEntries(texts);
}

/** What a register environment would let out: the terms of an evaluation and their covariance. */
function effectFiles({ internal }: GroupEvaluation): Record<string, string> {
  const { terms, estimate, covariance, df } = internal.effects;
  const K = terms.length;
  const rows = terms.map((t, k) =>
    [`t${k}`, t.outcome, t.unit, "cell", t.group, t.time, t.n, t.controls, estimate[k], df[k]].join(","),
  );
  const pairs = terms.flatMap((_, j) => terms.slice(0, j + 1).map((__, k) => `t${j},t${k},${covariance[j * K + k]}`));
  return {
    "terms.csv": ["term,outcome,unit,kind,group,time,n,controls,estimate,df", ...rows].join("\n"),
    "covariance.csv": ["term,with,covariance", ...pairs].join("\n"),
    "cohorts.csv": ["group,units", "2019,121", "2021,125", "never,540"].join("\n"),
  };
}
const effectsOptions =
  "effects: { terms: { file: terms.csv }, covariance: { file: covariance.csv }, cohorts: { file: cohorts.csv } }";

let rows: GroupEvaluation;
let cells: GroupEvaluation;
let moments: GroupEvaluation;
let given: GroupEvaluation;

beforeAll(async () => {
  rows = await run(groupYaml(rowsOptions));
  cells = await run(groupYaml(cellsOptions));
  moments = await run(groupYaml("moments: { file: [region0.json, region1.json] }"), await momentFiles());
  given = await run(groupYaml(effectsOptions, { estimator: "" }), effectFiles(rows));
}, 60_000);

/** People followed from 2017 to 2023: 60 start in 2019, 50 in 2021, 300 never; 4 days less from the start on. */
function samePeople(): Panel {
  const draw = stream(5, "test/groups/panel", 0);
  const units = 410;
  const ordinals = Int32Array.from({ length: 7 }, (_, t) => 2017 + t);
  const firstTreated = Int32Array.from({ length: units }, (_, i) => (i < 60 ? 2019 : i < 110 ? 2021 : NEVER));
  const values = new Float64Array(units * 7);
  for (let i = 0; i < units; i++) {
    const own = 20 + 5 * draw.normal();
    ordinals.forEach((year, t) => {
      values[i * 7 + t] = own + t + (year >= firstTreated[i] ? -4 : 0) + 2 * draw.normal();
    });
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "year", ordinals },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * 7).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [],
    clusterings: [],
  };
}

/** The first units of a panel. */
function withoutUnits(panel: Panel, units: number): Panel {
  const [{ name, unit, values }] = panel.measures;
  return {
    ...panel,
    units,
    ids: panel.ids.slice(0, units),
    firstTreated: panel.firstTreated.slice(0, units),
    observed: panel.observed.slice(0, units * 7),
    measures: [{ name, unit, values: values.slice(0, units * 7) }],
  };
}

describe("four sources of the same people", () => {
  test("find the true effect, and the money it is worth", () => {
    for (const [name, evaluation] of Object.entries({ rows, cells, moments, given })) {
      const { outcomes, savings, effects } = evaluation.results;
      const days = outcomes.find((o) => o.name === "days");
      for (const e of days?.events ?? []) {
        if (e.event < 0) continue;
        expect(Math.abs(e.estimate - truth(e.event)), `${name} ${e.event}`).toBeLessThan(4 * e.se);
      }
      expect(days).toMatchObject({ unit: "days", priced: true, label: { da: "Døgn" } });
      expect(outcomes.find((o) => o.name === "absence")).toMatchObject({ priced: false, label: "absence" });
      const gross = savings.lines.filter(
        (l) => l.measure === "gross" && !l.discounted && l.year !== null && l.payer === null && l.consequence === null,
      );
      const sum = gross.reduce((all, l) => all + l.figure.estimate, 0);
      expect(sum).toBeCloseTo(-1000 * (days?.total.estimate ?? 0), 4);
      expect(effects.terms).toHaveLength(16);
    }
  });

  test("agree: rows, their sums from two places, their cells, and their effects from a file", () => {
    const figures = ({ results }: GroupEvaluation) =>
      results.outcomes.map((o) =>
        [o.mean.estimate, o.mean.se, o.total.estimate, o.total.se].map((x) => Number(x.toPrecision(9))),
      );
    expect(figures(moments)).toEqual(figures(rows));
    expect(figures(given)).toEqual(figures(rows));
    const points = (e: GroupEvaluation) => e.results.outcomes.map((o) => Number(o.mean.estimate.toPrecision(9)));
    expect(points(cells)).toEqual(points(rows));
    expect(given.results.savings.lines.map((l) => l.figure.estimate.toPrecision(9))).toEqual(
      rows.results.savings.lines.map((l) => l.figure.estimate.toPrecision(9)),
    );
  });

  test("say what they are, and read back", () => {
    const about = (e: GroupEvaluation) => [e.results.groups.source, e.results.groups.estimator, e.results.groups.covariance];
    expect([rows, cells, moments, given].map(about)).toEqual([
      ["cross-sections", "attGt", "given"],
      ["cells", "attGt", "assumed"],
      ["moments", "attGt", "given"],
      ["effects-file", "file", "given"],
    ]);
    for (const evaluation of [rows, cells, moments, given])
      expect(canonicalJson(read(evaluation))).toBe(canonicalJson(evaluation.results));
    for (const { results } of [rows, cells, moments, given])
      expect(results.groups.cohorts).toEqual([
        { start: 2019, label: "2019", units: 121 },
        { start: 2021, label: "2021", units: 125 },
        { start: null, label: "never", units: 540 },
      ]);
    expect(cells.results.flow.files).toMatchObject([{ file: "cells.csv", read: 120, used: 120, listed: 0 }]);
    expect(cells.results.inputs.map(({ role }) => role)).toEqual([
      "groups.cells",
      "savings.prices",
      "savings.programmeCost",
      "savings.claim",
    ]);
  });

  test("hold only if everyone else would have developed alike, and trends before are tested where they can be", () => {
    for (const { results } of [rows, cells, moments, given]) {
      expect(results.verification.verdict).toMatch(/^(?:reached|in-line|smaller)$/);
      const { caps, evidence } = results.verification;
      expect(caps).toEqual(["not-matched", ...(evidence === undefined ? ["no-permutation"] : [])]);
      expect(results.verification.design.couldHaveTold).toBeNull();
    }
    expect(rows.results.verification.evidence?.p).toBeLessThan(0.025);
    expect([cells, given].map(({ results }) => results.verification.evidence)).toEqual([undefined, undefined]);
    expect(rows.results.outcomes[0].preTrend?.p).toBeGreaterThan(0.001);
    expect(moments.results.outcomes[0].preTrend?.p).toBeCloseTo(rows.results.outcomes[0].preTrend?.p ?? 0, 10);
    expect(cells.results.outcomes[0].preTrend).toBeNull();
    expect(cells.results.problems.map((p) => p.code)).toContain("study/groups-pretrend-covariance");
  });

  test("are checked without an effect", async () => {
    const check = await checkStudy(studyOf(groupYaml(cellsOptions)), sourcesOf(files), { seed: 1 });
    expect(check).toMatchObject({
      kind: "group-check",
      source: "cells",
      cohorts: [{ start: 2019 }, { start: 2021 }, { start: null }],
    });
    expect(check.periods.labels).toHaveLength(10);
    expect(check.outcomes).toEqual([
      { name: "days", unit: "days" },
      { name: "absence", unit: "days" },
    ]);
  });
});

describe("what may be told", () => {
  /** The same people, but of K0 (of 60 and more a year) only some. */
  const fewer = (keep: number) => {
    const seen = new Map<string, number>();
    return people.filter((p) => {
      const key = `${p.place}/${p.year}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return !["K0", "K1"].includes(p.place) || (p.place === "K0" && (seen.get(key) as number) <= keep);
    });
  };

  test("a cohort of few is told of nowhere, and its money is in no sum", async () => {
    for (const source of [rowsOptions, cellsOptions]) {
      const few = fewer(4);
      const { results } = await run(groupYaml(source), { "people.csv": peopleCsv(few), "cells.csv": cellsCsv(few) });
      expect(results.groups.cohorts).toMatchObject([
        { label: "2019", units: "<5" },
        { label: "2021", units: 125 },
        { label: "never" },
      ]);
      expect(new Set(results.effects.terms.map((t) => t.group))).toEqual(new Set([2021]));
      expect(results.outcomes[0].events.map((e) => e.event)).not.toContain(3);
      expect(results.problems.map((p) => p.code)).toContain("study/small-cells");
      const { results: without } = await run(groupYaml(source), {
        "people.csv": peopleCsv(fewer(0)),
        "cells.csv": cellsCsv(fewer(0)),
      });
      expect(results.outcomes[0].mean.estimate).toBeCloseTo(without.outcomes[0].mean.estimate, 8);
    }
  });

  test("who is in a cohort of few cannot be counted from clusters, degrees of freedom, rows or others' effects", async () => {
    const yaml = groupYaml("moments: { file: panel.json }", {
      estimator: "estimator: { estimator: attGt, control: notYet }",
      outcomes: "outcomes: { days: { label: Days } }",
    });
    const from = async (late: number) => {
      const all = samePeople();
      // Of those who never start some start in 2022.
      const data = { ...all, firstTreated: all.firstTreated.map((g, i) => (i >= 410 - late ? 2022 : g)) };
      const some = withoutUnits(data, 410 - late);
      const [given, without] = [data, some].map(async (d) => run(yaml, { "panel.json": momentsJson(await cohortMoments(d)) }));
      return { given: (await given).results, without: (await without).results };
    };
    const { given, without } = await from(3);
    expect(given.groups.cohorts.map(({ units }) => units)).toEqual([60, 50, "<5", 297]);
    expect(given.effects.df.map((x) => x.toPrecision(9))).toEqual(without.effects.df.map((x) => x.toPrecision(9)));
    expect(given.effects.clusters).toBe(without.effects.clusters);
    expect(given.effects.estimate.map((x) => x.toPrecision(9))).toEqual(without.effects.estimate.map((x) => x.toPrecision(9)));
    expect(given.outcomes[0].relative).toEqual(without.outcomes[0].relative);
    const few = fewer(3);
    const { results } = await run(groupYaml(rowsOptions), { "people.csv": peopleCsv(few) });
    const { results: none } = await run(groupYaml(rowsOptions), { "people.csv": peopleCsv(fewer(0)) });
    const [{ read, used }] = results.flow.files;
    expect([read, used]).toEqual([`≈${none.flow.files[0].read}`, `≈${none.flow.files[0].used}`]);
    expect(results.effects.clusters).toBe(none.effects.clusters);
  });

  test("few people for comparison, and few in every cohort, are refused", async () => {
    const few = people.filter((p, i) => p.start !== undefined || (p.place === "K4" && i % 20 === 0));
    const given = { "people.csv": peopleCsv(few), "cells.csv": cellsCsv(few) };
    await expect(run(groupYaml(cellsOptions), given)).rejects.toThrow(/fewer than 5 people never start/);
    const small = people.filter((p, i) => p.start === undefined || i % 30 === 0);
    const none = { "people.csv": peopleCsv(small), "cells.csv": cellsCsv(small) };
    await expect(run(groupYaml(cellsOptions), none)).rejects.toThrow(/no cohort that starts has 5 people or more/);
  });

  test("an outcome that few have is told of only as withheld, and what would have been only roughly", async () => {
    const rare = people.map((p, i) => ({ ...p, absence: p.start !== undefined && i % 400 === 0 ? 9 : 0 }));
    const { results } = await run(groupYaml(rowsOptions), { "people.csv": peopleCsv(rare) });
    const [days, absence] = results.outcomes;
    expect(absence).toMatchObject({ name: "absence", withheld: "few", events: [] });
    expect(absence.mean.estimate).toBeNaN();
    expect(results.effects.terms.map((t) => t.outcome)).not.toContain("absence");
    expect(days.relative?.counterfactual).toBeGreaterThan(40);
    expect(String(days.relative?.counterfactual).length).toBeLessThan(8);
    const exact = await run(groupYaml(rowsOptions, { report: "report: { smallCell: 1 }" }));
    expect(exact.results.outcomes[0].relative?.ratio).toBeCloseTo(
      exact.results.outcomes[0].mean.estimate / (exact.results.outcomes[0].relative?.counterfactual ?? 0),
      12,
    );
    expect(exact.results.outcomes[0].relative?.ratio).not.toBe(days.relative?.ratio);
  });

  test("beside an earlier publication counts that differ by few are told as it told them", async () => {
    const later = people.filter((p, i) => !(p.place === "K0" && i % 60 === 0));
    const now = await run(groupYaml(rowsOptions), { "people.csv": peopleCsv(later) });
    const near = nearEarlier(read(now), read(rows));
    expect(near.results.groups.cohorts[0].units).toBe("≈121");
    expect(near.results.outcomes[0].relative).toEqual(read(rows).outcomes[0].relative);
    expect(near.changes.map((c) => c.what)).toContain("groups.cohorts.2019");
    expect(near.results.problems.map((p) => p.code)).toContain("study/near-earlier-effects");
    expect(nearEarlier(near.results, near.results).changes).toEqual([]);
    expect(nearEarlier(read(cells), read(cells))).toMatchObject({ changes: [], sameStudy: true });
    expect(nearEarlier(read(rows), { ...read(rows), municipality: "B" }).sameStudy).toBe(false);
  });
});

describe("what else a study of groups can ask for", () => {
  test("another estimator where the sums are of the same people, and no more than the cells can tell", async () => {
    const efficient = "estimator: { estimator: efficient, variance: neyman }";
    const moments = groupYaml("moments: { file: panel.json }", {
      estimator: efficient,
      outcomes: "outcomes: { days: { label: Days } }",
    });
    const { results } = await run(moments, { "panel.json": momentsJson(await cohortMoments(samePeople())) });
    expect(results.groups).toMatchObject({
      estimator: "efficient",
      covariance: "given",
      cohorts: [{ units: 60 }, { units: 50 }, { units: 300 }],
    });
    const { mean } = results.outcomes[0];
    expect(Math.abs(mean.estimate + 4)).toBeLessThan(4 * mean.se);
    const bounds = cellsOptions.replace("correlation: [0, 0], ", "");
    await expect(run(groupYaml(bounds, { estimator: efficient }))).rejects.toThrow(/groups\.estimator: efficient needs/);
    const wide = await run(groupYaml(bounds));
    expect(wide.results.groups.covariance).toBe("conservative");
    expect(wide.results.outcomes[0].mean.estimate).toBeCloseTo(cells.results.outcomes[0].mean.estimate, 9);
    expect(wide.results.outcomes[0].mean.se).toBeGreaterThan(cells.results.outcomes[0].mean.se);
  });

  test("where it is not known how periods go together, bands are Bonferroni's and no share is told", async () => {
    const { results } = await run(groupYaml(cellsOptions.replace("correlation: [0, 0]", "correlation: [0.2, 0.8]")));
    const [days] = results.outcomes;
    const after = days.events.filter((e) => e.event >= 0);
    for (const e of after)
      expect(((e.bandUpper ?? Number.NaN) - e.estimate) / e.se).toBeCloseTo(tQuantile(1 - 0.025 / after.length, e.df), 6);
    const path = results.savings.lines.filter((l) => l.measure === "cumulativeNet" && l.figure.bandUpper !== undefined);
    expect(path.length).toBeGreaterThan(1);
    for (const { figure } of path) expect(figure.bandUpper).toBeGreaterThan(figure.upper);
    expect(days.relative).toBeUndefined();
    const codes = results.problems.map((p) => p.code);
    expect(codes).toContain("study/share-without-limits");
    expect(codes.filter((code) => code === "cohort/cells-assumed")).toHaveLength(1);
    const back = readResults(canonicalJson(results), "results.json");
    expect(effectsOf(back).bounded).toBe(true);
    expect(effectsOf(read(rows))).not.toHaveProperty("bounded");
  });

  test("the same sums given twice are refused, and sums that do not go together are told with their file", async () => {
    const moments = await momentFiles();
    const twice = groupYaml("moments: { file: [region0.json, region1.json, copy.json] }");
    await expect(run(twice, { ...moments, "copy.json": moments["region0.json"] })).rejects.toThrow(
      /copy\.json.*the same sums as in region0\.json/,
    );
    const other = moments["region1.json"].replaceAll('"absence"', '"sick"');
    await expect(
      run(groupYaml("moments: { file: [region0.json, region1.json] }"), { ...moments, "region1.json": other }),
    ).rejects.toThrow(/region1\.json.*sums can be added up only where they count the same: outcomes differ/);
  });

  test("a lock, which a later change is held against", async () => {
    const study = studyOf(groupYaml(cellsOptions));
    const lock = readLock(canonicalJson(await lockStudy(study, sourcesOf(files), { seed: 1 })), "study.lock.json");
    const locked = await evaluate(study, sourcesOf(files), {}, lock);
    expect(locked.results.lock).toEqual({ status: "locked", deviations: [] });
    const changed = studyOf(groupYaml(cellsOptions, { estimator: "estimator: { estimator: attGt, control: notYet }" }));
    const { results } = await evaluate(changed, sourcesOf(files), {}, lock);
    expect(results.lock.deviations).toEqual([{ what: "groups.estimator.control", locked: "never", now: "notYet" }]);
  });

  test("names that only the files can tell are refused with what there is", async () => {
    const yaml = groupYaml("moments: { file: [region0.json, region1.json] }", {
      outcomes: "outcomes: { dayz: { better: lower } }",
    });
    await expect(run(yaml, await momentFiles())).rejects.toThrow(/groups\.outcomes.*no outcome "dayz"; did you mean days\?/);
    const later = groupYaml("moments: { file: [region0.json, nowhere.json] }");
    await expect(run(later, await momentFiles())).rejects.toThrow(/nowhere\.json.*was not given/);
  });

  test("options of the readers and of the estimator are named by their place in the study", async () => {
    const both = groupYaml(cellsOptions.replace("mean: days", "mean: days, total: days"));
    await expect(run(both)).rejects.toThrow(/groups\.cells\.outcomes\.days/);
    const covariates = groupYaml(cellsOptions, { estimator: "estimator: { estimator: attGt, covariates: [age] }" });
    await expect(run(covariates)).rejects.toThrow(/groups\.estimator\.covariates/);
  });

  test("all treated in one cluster end it, saying what to do instead", async () => {
    const lines = files["people.csv"].split("\n").filter((l) => !/^K[123],/.test(l));
    const options = rowsOptions.replace("start: start,", "start: start, clusterings: { place: place },");
    const own = groupYaml(options, { estimator: "estimator: { estimator: attGt, cluster: place }" });
    await expect(run(own, { "people.csv": lines.join("\n") })).rejects.toThrow(
      /groups\.estimator\.cluster.*all treated, or all of each start, are in one place.*fewTreated beside an estimator/,
    );
    const asked = own.replace("cluster: place", "cluster: place, inference: { covariance: CR0 }");
    const { results } = await run(asked, { "people.csv": lines.join("\n") });
    expect(results.problems.map(({ code }) => code)).toContain("effects/one-treated-cluster-asked");
  });

  test("a covariance beside another package's standard errors is refused before anything is read", () => {
    const estimator = "estimator: { estimator: attGt, compat: did, inference: { covariance: CR1 } }";
    const { problems } = parseStudy(groupYaml(rowsOptions, { estimator }), "study.yaml");
    expect(problems).toMatchObject([{ code: "effects/covariance-compat", params: { covariance: "CR1", compat: "did" } }]);
  });
});
