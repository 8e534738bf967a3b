import { type Params, type Problem, problem } from "@kontrafakt/base";
import type { z } from "zod";
import { describeSchema, either } from "./describe-schema.js";
import { describeValue } from "./describe-value.js";
import { type OptionPath, type ParsedYaml, pathText } from "./parse-yaml.js";
import { choicesWith, type JsonSchema, optionNames, optionPaths, schemaAt } from "./schema-at.js";
import { suggest } from "./suggest.js";

type Issue = z.core.$ZodIssue;

const isNothing = (value: unknown) => value === undefined || value === null;

function valueAt(value: unknown, path: OptionPath): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** Options of earlier versions, and how they are written now. */
const formerly: ReadonlyMap<string, string> = new Map([
  ["effects.textbook", "estimators: { textbook: { estimator: attGt, … } }"],
]);

/** The branch of a union that the user most likely meant: one that accepts the value's type and complains least. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter((issues) => issues.every((i) => i.path.length > 0 || i.code === "unrecognized_keys"));
  return [...fitting].sort((a, b) => a.length - b.length)[0];
}

/** Turns what zod found into problems with a place in the file and a sentence in plain words. */
export function zodProblems(issues: readonly Issue[], yaml: ParsedYaml, root: JsonSchema): readonly Problem[] {
  const out: Problem[] = [];
  /** Options that a misspelt name stands for: not told as missing as well. */
  const meant = new Set<string>();
  const add = (code: string, path: OptionPath, params: Params, part: "key" | "value" = "value") =>
    out.push(problem(code, "error", yaml.locate(path, part), params));

  const unknownOption = (path: OptionPath, name: string) => {
    const known = optionNames(root, path, yaml.value);
    const near = suggest(name, known);
    const elsewhere = optionPaths(root).find((p) => p.length > 1 && p.at(-1) === name && !p.includes("*"));
    const full = [...path, name];
    const now = formerly.get(pathText(full));
    const others = choicesWith(root, path, name);
    if (now !== undefined) add("study/former-option", full, { name, suggestion: now }, "key");
    else if (others.length > 0)
      add("study/option-of-others", full, { name, others: either(others, "and"), known: either([...known], "and") }, "key");
    else if (near !== undefined) {
      add("study/misspelt-option", full, { name, suggestion: near }, "key");
      meant.add(pathText([...path, near]));
    } else if (elsewhere) add("study/misplaced-option", full, { name, suggestion: elsewhere.slice(0, -1).join(".") }, "key");
    else add("study/unknown-option", full, { name, known: either([...known], "and") || "none" }, "key");
  };

  const visit = (issue: Issue, base: OptionPath) => {
    const path = [...base, ...(issue.path as OptionPath)];
    const value = valueAt(yaml.value, path);
    const found = describeValue(value);
    const schemas = schemaAt(root, path, yaml.value);
    const expected = describeSchema(schemas);
    if (value === null && issue.code !== "custom") return void add("study/to-fill-in", path, { expected }, "key");
    switch (issue.code) {
      case "unrecognized_keys":
        for (const name of issue.keys) unknownOption(path, name);
        return;
      case "invalid_union": {
        const branch = likeliestBranch(issue.errors);
        const words = schemas.flatMap(({ enum: values = [], const: only }) =>
          [...values, ...(only === undefined ? [] : [only])].map(String),
        );
        const near = typeof value === "string" ? suggest(value, words) : undefined;
        if (near !== undefined) add("study/misspelt-value", path, { expected, found, suggestion: near });
        else if (branch && !isNothing(value)) for (const inner of branch) visit(inner, path);
        else
          add(value === undefined ? "study/missing-option" : "study/wrong-type", path, { name: pathText(path), expected, found });
        return;
      }
      case "invalid_value": {
        if (value === undefined) return void add("study/missing-option", path, { name: pathText(path), expected });
        const near = typeof value === "string" ? suggest(value, issue.values.map(String)) : undefined;
        const choices = either(issue.values.map(String));
        if (near === undefined) add("study/not-one-of", path, { expected: choices, found });
        else add("study/misspelt-value", path, { expected: choices, found, suggestion: near });
        return;
      }
      case "too_small":
      case "too_big": {
        // A text where a list is wanted is told as that, not by its letters.
        if (issue.origin === "string" && !schemas.some(({ type }) => type === "string")) return;
        const small = issue.code === "too_small";
        const limit = String(small ? issue.minimum : issue.maximum);
        if (issue.origin === "array" || issue.origin === "string" || issue.origin === "set" || issue.origin === "map") {
          const count = issue.origin === "array" && Array.isArray(value) ? String(value.length) : found;
          const what = issue.origin === "string" ? "characters" : "entries";
          add(small ? "study/too-short" : "study/too-long", path, { limit, what, found: count });
        } else {
          const relation = small ? (issue.inclusive ? "at least" : "above") : issue.inclusive ? "at most" : "below";
          add(small ? "study/too-small" : "study/too-big", path, { relation, limit, found });
        }
        return;
      }
      case "invalid_format": {
        const own = issue.message.startsWith("Invalid") ? undefined : issue.message;
        const description = schemas.find((schema) => schema.description !== undefined)?.description;
        if (issue.format === "date") add("study/wrong-format", path, { expected: "a date such as 2024-12-31", found });
        else if (own !== undefined) add("study/wrong-text", path, { found, reason: own });
        else add("study/wrong-text", path, { found, reason: description ?? expected });
        return;
      }
      case "custom": {
        const own = issue.params?.problem as Problem | undefined;
        if (own) out.push(problem(own.code, own.severity, yaml.locate(path), own.params));
        else add("study/not-allowed", path, { reason: issue.message });
        return;
      }
      case "invalid_key": {
        const name = String(path.at(-1));
        const [first] = issue.issues;
        add("study/wrong-text", path, { found: describeValue(name), reason: first.message }, "key");
        return;
      }
      case "invalid_element":
        for (const inner of issue.issues) visit(inner, path);
        return;
      default:
        if (value === undefined) add("study/missing-option", path, { name: pathText(path), expected });
        else add("study/wrong-type", path, { expected, found });
    }
  };
  for (const issue of issues) visit(issue, []);
  return out
    .filter((p) => !(p.code === "study/missing-option" && meant.has(String(p.params.name))))
    .sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0) || (a.where.character ?? 0) - (b.where.character ?? 0));
}
