import { KontrafaktError } from "@kontrafakt/base";
import { bytesSource, NEVER } from "@kontrafakt/cohort";
import { describe, expect, test } from "vitest";
import { standardError } from "../interval.js";
import { mean } from "../mean.js";
import { total } from "../total.js";
import { readEffects } from "./read-effects.js";

const terms = [
  "term,outcome,unit,kind,group,time,n,controls,estimate,se,df",
  "a,placement,days,cell,2021,2021,40,400,-2,1,Inf",
  "b,placement,days,cell,2021,2022,40,398,-4,2,",
  "c,placement,days,cell,2022,2022,10,120,1.5,1.5,18.5",
];
const square = ["term,a,b,c", "a,1,0.5,0", "b,0.5,4,0.25", "c,0,0.25,2.25"];
const long = ["term,with,covariance", "a,a,1", "a,b,0.5", "b,b,4", "c,a,0", "c,b,0.25", "c,c,2.25"];
const cohorts = ["group,units", "2021,44", "2022,12", "never,900"];

function read(
  files: Readonly<Record<string, readonly string[]>>,
  options: Record<string, unknown> = {},
  known?: { name: string; unit: string }[],
) {
  const sources = new Map(
    Object.entries(files).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines.join("\n")))]),
  );
  return readEffects(
    sources,
    {
      terms: { file: "t.csv" },
      covariance: { file: "v.csv" },
      ...("g.csv" in files ? { cohorts: { file: "g.csv" } } : {}),
      ...options,
    },
    undefined,
    known,
  );
}

/** The terms with cells of a row replaced, by header. */
function changed(row: number, cells: Readonly<Record<string, string>>): string[] {
  const headers = terms[0].split(",");
  const extra = Object.keys(cells).filter((h) => !headers.includes(h));
  const lines = [headers, ...terms.slice(1).map((line) => line.split(","))].map((line, r) => [
    ...line,
    ...extra.map((h) => (r === 0 ? h : "")),
  ]);
  for (const [header, cell] of Object.entries(cells)) lines[row][lines[0].indexOf(header)] = cell;
  return lines.map((line) => line.join(","));
}

async function faults(
  files: Readonly<Record<string, readonly string[]>>,
  options: Record<string, unknown> = {},
  known?: { name: string; unit: string }[],
) {
  try {
    await read(files, options, known);
  } catch (error) {
    if (error instanceof KontrafaktError) return { problems: error.problems, text: error.message };
    throw error;
  }
  throw new Error("no fault was found");
}

describe("what a file says", () => {
  test("terms, joint covariance, degrees of freedom and group sizes; a total by hand", async () => {
    const effects = await read({ "t.csv": terms, "v.csv": square, "g.csv": cohorts });
    expect(effects).toMatchObject({
      kind: "effects",
      estimator: "file: t.csv",
      basis: { kind: "covariance-only" },
      problems: [],
    });
    expect(effects.terms[1]).toEqual({
      outcome: "placement",
      unit: "days",
      kind: "cell",
      scale: "difference",
      group: 2021,
      time: 2022,
      event: 1,
      n: 40,
      controls: 398,
      personPeriods: 40,
    });
    expect([...effects.df]).toEqual([Infinity, Infinity, 18.5]);
    expect(effects.clusters).toBeNaN();
    expect(effects.cohorts).toEqual({ groups: Int32Array.of(2021, 2022, NEVER), units: Float64Array.of(44, 12, 900) });
    const sum = total(effects, "placement");
    expect(sum.estimate[0]).toBe(40 * -2 + 40 * -4 + 10 * 1.5);
    const variance = 1600 * (1 + 4 + 2 * 0.5) + 100 * 2.25 + 2 * 400 * 0.25;
    expect(standardError(sum, 0)).toBeCloseTo(Math.sqrt(variance), 12);
    expect(mean(effects, "placement").estimate[0]).toBeCloseTo(-225 / 90, 12);
    expect(structuredClone(effects)).toEqual(effects);
  });

  test("one row a pair, either triangle or both, says the same as a square; decimal commas too", async () => {
    const { covariance } = await read({ "t.csv": terms, "v.csv": square });
    expect((await read({ "t.csv": terms, "v.csv": long })).covariance).toEqual(covariance);
    expect((await read({ "t.csv": terms, "v.csv": [...long, "b,a,0.5", "a,c,0"] })).covariance).toEqual(covariance);
    const danish = (lines: readonly string[]) => lines.map((line) => line.replaceAll(",", ";").replaceAll(".", ","));
    const effects = await read({ "t.csv": danish(terms), "v.csv": danish(square) });
    expect(effects.covariance).toEqual(covariance);
    expect([...effects.df]).toEqual([Infinity, Infinity, 18.5]);
  });

  test("every digit of a number is kept", async () => {
    const value = "-0.036548936734567891";
    const effects = await read({ "t.csv": changed(1, { estimate: value }), "v.csv": square });
    expect(effects.estimate[0]).toBe(Number(value));
    const tiny = await read({
      "t.csv": changed(1, { se: "1.1111111106055556e-05" }),
      "v.csv": ["term,a,b,c", "a,1.2345679e-10,0,0", "b,0,4,0.25", "c,0,0.25,2.25"],
    });
    expect(tiny.covariance[0]).toBe(1.2345679e-10);
  });

  test.each([
    ["quarter", "2021Q3", 8086],
    ["quarter", "2021K3", 8086],
    ["quarter", "2021-Q3", 8086],
    ["month", "2021-07", 24258],
    ["month", "2021M7", 24258],
    ["ordinal", "3", 3],
  ] as const)("a %s written %s", async (period, label, ordinal) => {
    const line = `a,placement,days,cell,${label},${label},40,400,-2,1,`;
    const effects = await read({ "t.csv": [terms[0], line], "v.csv": ["term,a", "a,1"] }, { period });
    expect(effects.terms[0]).toMatchObject({ group: ordinal, time: ordinal, event: 0 });
  });

  test("terms of every kind stand beside each other", async () => {
    const head = "term,outcome,unit,kind,scale,group,time,event,of,n,controls,personPeriods,estimate,clusters";
    const lines = [
      "e0,p,kr,event,,,,0,,50,500,,1,500",
      "e-1,p,kr,event,difference,,,-1,,50,500,,0,500",
      "g,p,kr,group,,2021,,,,40,400,80,1,500",
      "c,p,kr,calendar,,,2022,,,50,518,,1,500",
      "s,p,kr,simple,,,,,,50,520,90,1,500",
      "o,p,kr,overall,,,,,dynamic,50,520,90,1,500",
      "w,p,kr,static,,,,,,50,520,90,1,500",
      "m,p,kr,simple,treatedMean,,,,,50,520,90,7,500",
    ];
    const labels = lines.map((line) => line.split(",")[0]);
    const covariance = [
      `term,${labels.join(",")}`,
      ...labels.map((a) => `${a},${labels.map((b) => (a === b ? 1 : 0)).join(",")}`),
    ];
    const effects = await read({ "t.csv": [head, ...lines], "v.csv": covariance });
    expect(effects.terms.map((t) => [t.kind, t.event, t.personPeriods])).toEqual([
      ["event", 0, 50],
      ["event", -1, 50],
      ["group", undefined, 80],
      ["calendar", undefined, 50],
      ["simple", undefined, 90],
      ["overall", undefined, 90],
      ["static", undefined, 90],
      ["simple", undefined, 90],
    ]);
    expect(effects.terms[7].scale).toBe("treatedMean");
    expect(effects.clusters).toBe(500);
  });

  test("a term without an estimate is left out with its covariances, and named", async () => {
    const holes = ["term,a,b,c", "a,1,NA,0", "b,NA,NA,NA", "c,0,NA,2.25"];
    const effects = await read({ "t.csv": changed(2, { estimate: "NA", se: "NA", n: "<5" }), "v.csv": holes });
    expect([...effects.estimate]).toEqual([-2, 1.5]);
    expect([...effects.covariance]).toEqual([1, 0, 0, 2.25]);
    expect(effects.problems).toMatchObject([
      { code: "effects/file-without-estimate", severity: "warning", params: { terms: 1, which: "b" } },
    ]);
  });

  test("controls under a threshold are unknown, and that is told", async () => {
    const effects = await read({ "t.csv": changed(1, { controls: "<5" }), "v.csv": square });
    expect(effects.terms[0].controls).toBeNaN();
    expect(effects.problems).toMatchObject([{ code: "effects/file-controls-unknown", severity: "note", params: { terms: 1 } }]);
  });

  test("numbers as Stata writes them, and labels that look like totals", async () => {
    const effects = await read({
      "t.csv": [
        "term,outcome,unit,kind,group,time,n,controls,estimate,se,df,clusters",
        '"total","placement","days","cell","2021","2021",40,400,-.0105032462209635,.5,.,120',
        '"sum:2021:2022","placement","days","cell","2021","2022",40,,1.23456789012e-05,1,.,120',
      ],
      "v.csv": [
        '"term","with","covariance"',
        '"total","total",.25',
        '"sum:2021:2022","total",0',
        '"sum:2021:2022","sum:2021:2022",1',
      ],
    });
    expect([...effects.estimate]).toEqual([-0.0105032462209635, 1.23456789012e-5]);
    expect([...effects.covariance]).toEqual([0.25, 0, 0, 1]);
    expect([...effects.df]).toEqual([Infinity, Infinity]);
    expect(effects.clusters).toBe(120);
  });

  test("a covariance of rank below its size is one", async () => {
    const same = ["term,a,b,c", "a,1,2,0", "b,2,4,0", "c,0,0,2.25"];
    expect((await read({ "t.csv": terms, "v.csv": same })).covariance[1]).toBe(2);
    const fixed = ["term,a,b,c", "a,0,0,0", "b,0,4,0", "c,0,0,2.25"];
    expect((await read({ "t.csv": changed(1, { se: "0" }), "v.csv": fixed })).covariance[0]).toBe(0);
  });
});

describe("a fault in the terms is told with row and column", () => {
  test.each([
    ["a doubled label", 2, { term: "a" }, "term", "file-term-twice", /"a" stands in row 2 already/],
    ["the same place twice", 2, { time: "2021" }, "term", "file-same-meaning", /"b" is about the same .* as "a"/],
    ["an unknown kind", 1, { kind: "att" }, "kind", "file-word", /found "att".*cell, event/],
    ["an unknown scale", 1, { scale: "percent" }, "scale", "file-word", /found "percent".*treatedMean/],
    ["no outcome", 1, { outcome: "" }, "outcome", "file-empty", /the cell is empty/],
    ["a group that is no period", 1, { group: "spring" }, "group", "file-period", /found "spring".*write it as 2021/],
    ["a quarter where years are counted", 1, { time: "2021Q1" }, "time", "file-period", /found "2021Q1"/],
    ["a cell without a time", 1, { time: "" }, "time", "file-place-missing", /kind cell needs this cell/],
    ["an event that differs", 2, { event: "3" }, "event", "file-event-differs", /found 3, and time less group is 1/],
    ["an event that is none", 2, { event: "1.5" }, "event", "file-event", /found "1.5"/],
    [
      "a group where there is none",
      1,
      { kind: "event", event: "0", time: "" },
      "group",
      "file-place-unwanted",
      /kind event.*"2021"/,
    ],
    ["no number of treated", 1, { n: "" }, "n", "file-count", /found nothing/],
    ["half a person", 1, { n: "12.5" }, "n", "file-count", /found 12.5/],
    ["nobody", 1, { n: "0" }, "n", "file-count", /found 0/],
    ["a hidden number", 1, { n: "<5" }, "n", "file-hidden-count", /found <5: money is .* Leave the row out/],
    ["a hidden number, as a range", 1, { n: "1-4" }, "n", "file-hidden-count", /found 1-4/],
    [
      "fewer person-periods than people",
      1,
      { personPeriods: "39" },
      "personPeriods",
      "file-fewer-periods",
      /39 person-periods of 40/,
    ],
    ["no person-periods of an aggregate", 1, { kind: "group", time: "" }, "personPeriods", "file-person-periods", /kind group/],
    ["a standard error below 0", 1, { se: "-1" }, "se", "file-negative", /found -1/],
    ["no degrees of freedom", 1, { df: "0" }, "df", "file-df", /found "0"/],
    ["an aggregation of no overall", 1, { of: "dynamic" }, "of", "file-place-unwanted", /kind cell/],
  ])("%s", async (_, row, cells, column, code, words) => {
    const { problems, text } = await faults({ "t.csv": changed(row, cells), "v.csv": square });
    expect(problems).toMatchObject([{ code: `effects/${code}`, where: { file: "t.csv", row: row + 1, column } }]);
    expect(text).toMatch(words);
  });

  test("every fault at once, and estimates that are no numbers", async () => {
    const { problems } = await faults({ "t.csv": changed(1, { n: "x", kind: "y", group: "z" }), "v.csv": square });
    expect(problems.map((p) => p.where.column)).toEqual(
      ["kind", "n", "group"].filter((c) => problems.some((p) => p.where.column === c)),
    );
    expect(problems.length).toBeGreaterThanOrEqual(2);
    const { text } = await faults({ "t.csv": changed(1, { estimate: "minus two" }), "v.csv": square });
    expect(text).toMatch(/t\.csv, row 2, column "estimate"/);
  });

  test("an outcome the study has not, or counts otherwise", async () => {
    const files = { "t.csv": terms, "v.csv": square };
    const { text } = await faults(files, {}, [{ name: "school", unit: "days" }]);
    expect(text).toMatch(/row 2, column "outcome": the study has no outcome "placement"; it has school/);
    expect((await faults(files, {}, [{ name: "placement", unit: "kr" }])).text).toMatch(
      /column "unit": the effects on placement are in "days", and the study counts it in "kr"/,
    );
    await expect(read(files, {}, [{ name: "placement", unit: "days" }])).resolves.toBeDefined();
  });

  test("nothing to work with, files that are not there, numbers of clusters that differ", async () => {
    const none = [terms[0], ...terms.slice(1).map((line) => line.replace(/,(-2,1|-4,2|1\.5,1\.5),/, ",NA,NA,"))];
    expect((await faults({ "t.csv": none, "v.csv": square })).text).toMatch(/none of the 3 rows has an estimate/);
    expect((await faults({ "t.csv": terms })).problems).toMatchObject([
      { code: "effects/file-missing", where: { file: "v.csv", option: "covariance.file" } },
    ]);
    expect((await faults({ "t.csv": changed(1, { clusters: "12" }), "v.csv": square })).text).toMatch(/\(12, nothing\)/);
  });
});

describe("a fault in the covariance is told", () => {
  test.each([
    [
      "not symmetric",
      ["term,a,b,c", "a,1,0.5,0", "b,0.4,4,0.25", "c,0,0.25,2.25"],
      "file-not-symmetric",
      /covariances: 1, the worst a × b with 0.5 and 0.4/,
    ],
    ["not symmetric, one row a pair", [...long, "b,a,0.4"], "file-not-symmetric", /a × b with 0.5 and 0.4/],
    [
      "not positive semidefinite",
      ["term,a,b,c", "a,1,4,0", "b,4,4,0", "c,0,0,2.25"],
      "file-not-semidefinite",
      /eigenvalue is -0.333 times/,
    ],
    [
      "a negative variance",
      ["term,a,b,c", "a,-1,0,0", "b,0,4,0", "c,0,0,2.25"],
      "file-negative-variance",
      /variance of "a" is -1/,
    ],
    [
      "another standard error",
      ["term,a,b,c", "a,1.21,0,0", "b,0,4,0", "c,0,0,2.25"],
      "file-se-differs",
      /of "a" is 1, and .* is 1.1/,
    ],
    [
      "an empty pair",
      ["term,a,b,c", "a,1,,0", "b,0.5,4,0.25", "c,0,0.25,2.25"],
      "file-covariance-empty",
      /row 2, column "b": the covariance of a and b/,
    ],
    ["a missing row", square.slice(0, 3), "file-pairs-missing", /1 of 6 \(c × c\)/],
    ["missing pairs", long.slice(0, 4), "file-pairs-missing", /3 of 6 \(a × c, b × c, c × c\)/],
    ["a stranger", [...long, "d,a,0"], "file-label-unknown", /row 8: the label "d" is no term of t.csv/],
    ["a doubled pair", [...long, "a,b,0.6"], "file-pair-twice", /found 0.6, and row 3 gives the same pair 0.5/],
    ["a doubled row", [...square, "a,1,0.5,0"], "file-term-twice", /"a" stands in row 2 already/],
  ])("%s", async (_, lines, code, words) => {
    const { problems, text } = await faults({ "t.csv": terms, "v.csv": lines });
    expect(problems.map((p) => p.code)).toEqual([`effects/${code}`]);
    expect(text).toMatch(words);
  });
});

describe("a fault in the group sizes is told", () => {
  test.each([
    ["a group that is no period", ["spring,44", "2021,44", "2022,12"], "file-period", /row 2, column "group": found "spring"/],
    ["a group twice", ["2021,44", "2021,45", "2022,12"], "file-group-twice", /group "2021" has two rows/],
    [
      "a group that is not there",
      ["2021,44"],
      "file-group-unknown",
      /row 4, column "group": the group of "c" has no row in g.csv/,
    ],
    [
      "more treated than the group has",
      ["2021,44", "2022,9"],
      "file-more-than-group",
      /"c" has 10 treated, and its group 9 units in g.csv/,
    ],
    ["a number that is none", ["2021,44", "2022,many"], "file-count", /row 3, column "units": found many/],
  ])("%s", async (_, lines, code, words) => {
    const { problems, text } = await faults({ "t.csv": terms, "v.csv": square, "g.csv": ["group,units", ...lines] });
    expect(problems.map((p) => p.code)).toContain(`effects/${code}`);
    expect(text).toMatch(words);
  });
});
