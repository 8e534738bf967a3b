import { expect, it } from "vitest";
import { z } from "zod";
import { covariateOptions } from "./covariate-options.js";
import { covariateProblems } from "./covariate-problems.js";
import { columnRecodeOptions, recodeOptions } from "./recode-options.js";
import { codeLists, recodeBlocks, recodeProblems } from "./recode-problems.js";

const list = { file: "l.csv", code: "Kode", value: "Navn" };

function told(recode: object): string[] {
  const codes: string[] = [];
  const study = { people: { file: "p.csv", recode: { X: columnRecodeOptions.parse(recode) } } };
  recodeProblems(study, (path, code) => codes.push(`${path.slice(3).join(".")} ${code}`.trim()));
  return codes;
}

it.each<[object, string]>([
  [{}, "recode-nothing"],
  [{ codes: { a: "b" }, list }, "list recode-codes-or-list"],
  [{ list: { ...list, from: "Fra" } }, "list recode-needs-on"],
  [{ list, on: "Fra" }, "on recode-on-unused"],
  [{ boolean: true, levels: ["a"] }, "levels recode-boolean-has-levels"],
  [{ levels: ["a"], others: "keep" }, "others recode-keeps-undeclared"],
  [{ missing: ["a"], others: "list" }, "others recode-others-unused"],
  [{ levels: ["a"], times: 2 }, "times recode-times-levels"],
  [{ codes: { a: "x", " A": "y" } }, "codes recode-codes-alike"],
  [{ codes: { "1-5": "x", "4-9": "y" } }, "codes recode-ranges-overlap"],
  [{ levels: ["a", "A "] }, "levels recode-level-twice"],
  [{ codes: { 1: "grundsk" }, levels: ["grundskole"] }, "codes recode-target-undeclared"],
  [{ levels: ["a", "b"], missing: ["B"] }, "missing recode-level-missing"],
])("%j: %s", (recode, code) => {
  expect(told(recode)).toEqual([code]);
});

it.each([
  [{ codes: { a: "b" }, levels: ["B", "c"], others: "list", missing: [9] }],
  [{ list: { ...list, from: "Fra" }, on: "Start", others: "missing" }],
  [{ digits: 10, others: "list" }],
  [{ times: 1000, missing: ["-1"] }],
])("%j is fine", (recode) => {
  expect(told(recode)).toEqual([]);
});

it("finds every recoding and every list of a study, also in lists of blocks", () => {
  const study = {
    people: { file: ["a.csv", "b.csv"], recode: { X: { list } }, covariates: { file: "Fil", recode: "Kode" } },
    services: [{ file: "s.csv" }, { file: "t.csv", recode: { Y: { times: 2 } } }],
    measures: { recode: { file: "m.csv", recode: { "{year}": { times: 3 } } } },
  };
  expect(recodeBlocks(study).map(({ path }) => path.join("."))).toEqual([
    "people.recode",
    "services.1.recode",
    "measures.recode.recode",
  ]);
  expect(codeLists(study)).toEqual([{ path: ["people", "recode", "X", "list"], list }]);
});

it("takes YAML's numbers and truths as cell texts, and has a JSON Schema", () => {
  const parsed = columnRecodeOptions.parse({ missing: [9, true], codes: { 1: 2 }, levels: [2, "3"] });
  expect(parsed).toEqual({ missing: ["9", "true"], codes: { 1: "2" }, levels: ["2", "3"] });
  expect(columnRecodeOptions.safeParse({ times: 0 }).success).toBe(false);
  const schema = z.toJSONSchema(recodeOptions, { io: "input" });
  expect(JSON.stringify(schema)).toContain("52.3.*");
});

it.each<[object, string]>([
  [{ type: "number" }, "covariate-needs-column"],
  [{ type: "boolean" }, "covariate-needs-column"],
  [{ type: "age", column: "X" }, "age-needs-no-column"],
  [{ type: "birthYear", column: "X" }, "age-needs-no-column"],
  [{ type: "born", column: "X" }, "age-needs-no-column"],
  [{ type: "number", column: "X", levels: ["a"] }, "covariate-not-category"],
  [{ type: "boolean", column: "X", lump: 5 }, "covariate-not-category"],
  [{ column: "X", on: "2020-01-01" }, "covariate-not-age"],
  [{ type: "age", missing: "indicator" }, "age-never-missing"],
  [{ column: "X", levels: ["a"], reference: "b" }, "reference-undeclared"],
])("covariate %j: %s", (covariate, code) => {
  const found: string[] = [];
  covariateProblems({ x: covariateOptions.parse(covariate) }, (_, what) => found.push(what));
  expect(found).toEqual([code]);
});
