import { expect, test } from "vitest";
import { explainOption } from "./explain-option.js";
import { optionPaths, schemaAt } from "./schema-at.js";
import { studyJsonSchema } from "./study-json-schema.js";

test("explains an option by path and by its last name", () => {
  const caliper = explainOption("matching.caliper");
  expect(caliper).toMatchObject({ kind: "explanation", path: "matching.caliper", default: "0.2", required: false });
  expect(explainOption("caliper")).toEqual(caliper);
  expect(explainOption("matching.ratio")).toMatchObject({ takes: "a whole number, at least 1" });
});

test("names the user chooses stand for any", () => {
  expect(explainOption("cohort.outcomes.placement.better")).toMatchObject({
    path: "cohort.outcomes.*.better",
    takes: "lower or higher",
    default: '"lower"',
  });
});

test("a group lists its options", () => {
  expect(explainOption("savings.discount")).toMatchObject({ required: true, options: ["rate", "baseYear", "source"] });
});

test("options of a list's entries are explained too, with or without a place", () => {
  const method = explainOption("matching.candidates.method");
  expect(method).toMatchObject({
    path: "matching.candidates[0].method",
    takes: expect.stringContaining("cbps"),
    required: false,
  });
  expect(explainOption("matching.candidates[2].method")).toEqual(method);
  expect(explainOption("matching.candidates.score.model")).toMatchObject({ takes: "logit or probit" });
  expect(explainOption("matching.score.terms.spline")).toMatchObject({ takes: "a text", required: true });
  expect(explainOption("matching.candidates")).toMatchObject({ options: expect.arrayContaining(["name", "method", "caliper"]) });
  expect(explainOption("matching.candidates.anticipation")).toMatchObject({ kind: "no-such-option" });
});

test("an unknown or ambiguous name is answered with near ones", () => {
  expect(explainOption("matching.calliper")).toMatchObject({ kind: "no-such-option", suggestions: ["matching.caliper"] });
  expect(explainOption("payer")).toMatchObject({
    kind: "no-such-option",
    suggestions: expect.arrayContaining(["savings.claim.payer"]),
  });
  expect(explainOption("zzzzzzzz")).toMatchObject({ suggestions: [] });
});

test("every option of the study file has a description", () => {
  const root = studyJsonSchema();
  const bare = optionPaths(root).filter((path) => schemaAt(root, path).every((schema) => schema.description === undefined));
  expect(bare.map((path) => path.join("."))).toEqual([]);
});

test("options of estimators beside and of studies of groups are explained", () => {
  expect(explainOption("effects.estimators.mine.control")).toMatchObject({ path: "effects.estimators.*.control" });
  expect(explainOption("effects.estimators.mine.control")).toMatchObject({
    takes: "never, notYet or last",
    description: expect.stringMatching(/^With attGt: never: .*\nWith sunAbraham: .*\nWith tripleDifference: /),
  });
  expect(explainOption("effects.estimators")).toMatchObject({ options: expect.arrayContaining(["*.estimator", "*.control"]) });
  expect(explainOption("effects.estimators.mine.estimator")).toMatchObject({ takes: expect.stringContaining("sunAbraham") });
  expect(explainOption("groups.cells.n")).toMatchObject({ path: "groups.cells.n", takes: "a text", required: true });
  expect(explainOption("groups.estimator")).toMatchObject({ options: expect.arrayContaining(["control", "weighting"]) });
  expect(explainOption("groups")).toMatchObject({
    required: true,
    options: ["cells", "crossSections", "moments", "effects", "outcomes", "estimator", "level"],
  });
  expect(explainOption("title")).toMatchObject({ required: true });
});
