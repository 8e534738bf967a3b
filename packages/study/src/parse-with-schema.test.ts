import { problemText } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { z } from "zod";
import { messages } from "./messages.js";
import { parseWithSchema } from "./parse-with-schema.js";

const schema = z.strictObject({
  title: z.union([z.string(), z.record(z.string(), z.string())]),
  seed: z.int().min(0).default(1),
  language: z.enum(["da", "en"]).default("da"),
  matching: z.strictObject({ ratio: z.int().min(1).default(3), caliper: z.number().gt(0).default(0.2) }).prefault({}),
  cohort: z.strictObject({
    from: z.iso.date(),
    covariates: z.record(
      z.string(),
      z.union([z.string(), z.strictObject({ column: z.string(), type: z.enum(["number", "category"]) })]),
    ),
    windows: z
      .array(z.tuple([z.int(), z.int()]))
      .min(1)
      .default([[1, 4]]),
  }),
});

const good = `title: T
cohort:
  from: 2017-01-01
  covariates:
    sex: Køn
    siblings: { column: Søskende, type: number }
`;

const said = (text: string) => parseWithSchema(text, "study.yaml", schema).problems.map((p) => problemText(p, messages));

test("fills in defaults and keeps dates as text", () => {
  const { value, problems } = parseWithSchema(good, "study.yaml", schema);
  expect(problems).toEqual([]);
  expect(value?.seed).toBe(1);
  expect(value?.matching).toEqual({ ratio: 3, caliper: 0.2 });
  expect(value?.cohort.from).toBe("2017-01-01");
});

test("anchors and aliases are followed", () => {
  const text = good.replace("sex: Køn", "sex: &k Køn\n    gender: *k");
  expect(parseWithSchema(text, "study.yaml", schema).value?.cohort.covariates).toMatchObject({ sex: "Køn", gender: "Køn" });
});

test.each([
  [
    "a misspelt option",
    `${good}matching:\n  calliper: 0.2\n`,
    'study.yaml:8:3, option matching.calliper: "calliper" is not an option here; did you mean caliper?',
  ],
  [
    "an option in the wrong group",
    `${good}caliper: 0.2\n`,
    'study.yaml:7:1, option caliper: "caliper" is not an option here; it belongs under matching',
  ],
  [
    "an unknown option",
    `${good}colour: red\n`,
    'study.yaml:7:1, option colour: "colour" is not an option here; the options are title, seed, language, matching and cohort',
  ],
  [
    "a number as text",
    `${good}matching:\n  ratio: three\n`,
    'study.yaml:8:10, option matching.ratio: expected a whole number, found the text "three"',
  ],
  [
    "a fraction for a whole number",
    `${good}matching:\n  ratio: 2.5\n`,
    "study.yaml:8:10, option matching.ratio: expected a whole number, found the number 2.5",
  ],
  [
    "a number out of range",
    `${good}matching:\n  caliper: 0\n`,
    "study.yaml:8:12, option matching.caliper: must be above 0, found the number 0",
  ],
  [
    "nothing after the colon",
    `${good}matching:\n  caliper:\n`,
    "study.yaml:8:3, option matching.caliper: nothing stands here yet; fill it in (a number)",
  ],
  [
    "a wrong choice",
    `${good}language: dk\n`,
    'study.yaml:7:11, option language: expected da or en, found the text "dk"; did you mean da?',
  ],
  [
    "a missing option",
    good.replace("  from: 2017-01-01\n", ""),
    "study.yaml:3:3, option cohort.from: the option cohort.from is missing; add it (a date such as 2024-12-31)",
  ],
  [
    "a wrong date",
    good.replace("2017-01-01", "01-01-2017"),
    'study.yaml:3:9, option cohort.from: expected a date such as 2024-12-31, found the text "01-01-2017"',
  ],
  [
    "a fault inside a union",
    good.replace("type: number", "type: nummer"),
    'study.yaml:6:41, option cohort.covariates.siblings.type: expected number or category, found the text "nummer"; did you mean number?',
  ],
  [
    "a list where a text belongs",
    good.replace("Køn", "[Køn]"),
    "study.yaml:5:10, option cohort.covariates.sex: expected a text or a group of options, found a list of 1",
  ],
  ["an option given twice", `${good}seed: 1\nseed: 2\n`, 'study.yaml:8:1: the option "seed" is given twice; keep one of them'],
  ["a tab", "title: T\ncohort:\n\tfrom: 2017-01-01\n", "study.yaml:3:1: a tab is used to indent; use spaces"],
  [
    "a bracket that is not closed",
    "title: T\ncohort: {\nseed: 1\n",
    "study.yaml:3:1: a bracket opened before this is not closed, or what it holds is not indented; close it with ] or }",
  ],
  [
    "an alias without an anchor",
    good.replace("Køn", "*k"),
    "study.yaml:5:10: the alias *k has no anchor &k before it; add the anchor or write the value out",
  ],
  [
    "__proto__ as a name",
    good.replace("sex:", "__proto__:"),
    "study.yaml:5:5: __proto__ cannot be the name of an option, outcome or covariate; choose another name (as a column name it is fine)",
  ],
  ["an empty file", "", "study.yaml:1:1: the study file is empty; start from the example in the README"],
])("%s", (_, text, sentence) => {
  expect(said(text)).toContain(sentence);
});

test("an unclosed quote is a readable YAML error with its place", () => {
  const [first] = said('title: "T\ncohort: {}\n');
  expect(first).toMatch(/^study\.yaml:\d+:\d+: this is not readable as YAML: /);
});

test("a fault in the form of the text is told alone, without all that follows from it", () => {
  expect(said(good.replace("  from:", "\tfrom:"))).toEqual(["study.yaml:3:1: a tab is used to indent; use spaces"]);
  expect(said(good.replace("{ column", "{ { column"))).toHaveLength(1);
  expect(said(good.replace("  covariates:", "   covariates:"))).toHaveLength(1);
});

test("every problem is told, not only the first", () => {
  expect(said(`${good}matching:\n  ratio: 0\n  caliper: -1\nseed: x\n`)).toHaveLength(3);
});
