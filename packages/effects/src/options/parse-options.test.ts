import { expect, test } from "vitest";
import { attGtOptions } from "./att-gt-options.js";
import { estimatorOptions } from "./estimator-options.js";
import { parseOptions } from "./parse-options.js";

test("a wrong option is told as a problem with its place, never as the schema's own error", () => {
  const said = (schema: Parameters<typeof parseOptions>[0], input: unknown) => () => parseOptions(schema, input as never);
  expect(said(attGtOptions, { control: "nevr" })).toThrow(/^option control: Invalid option: expected one of "never"\|"notYet"/);
  expect(said(attGtOptions, { controll: "never" })).toThrow(/^Unrecognized key: "controll"/);
  expect(said(estimatorOptions, { estimator: "attgt" })).toThrow(/^option estimator: .*'attGt' \| 'twoWay'/);
  expect(said(estimatorOptions, undefined)).toThrow(/^Invalid input/);
  expect(parseOptions(attGtOptions, {})).toMatchObject({ control: "never" });
});
