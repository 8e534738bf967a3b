import { packOf } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { parametersChanged } from "./parameters-changed.js";
import type { Results } from "./results.js";

function results(vintage: string | undefined, net: number, used = true): Results {
  const pack = packOf("DK", vintage);
  const parameters = { ...pack, parameters: pack.parameters.map((p) => ({ ...p, used })), newer: null };
  const figures = [{ account: "society", horizon: "observed", netPresentValue: { estimate: net } }];
  return { savings: { currency: "DKK", parameters, figures }, problems: [{ code: "x" }] } as unknown as Results;
}

test("another edition is told with each parameter that changed and what became of society's net", () => {
  const told = parametersChanged(results(undefined, 12.4), results("2013", 20));
  const note = told.problems.at(-1);
  expect(note).toMatchObject({
    code: "study/parameters-changed",
    severity: "note",
    params: { from: "DK 2013", to: "DK 2023-06", before: 20, after: 12, currency: "DKK" },
  });
  expect(String(note?.params.changes)).toContain("discountRate 0.04 (0–35)");
  expect(parametersChanged(told, results("2013", 20)).problems).toHaveLength(2);
});

test("the same edition, parameters that are not in use, and none at all change nothing", () => {
  const now = results(undefined, 1);
  expect(parametersChanged(now, results(undefined, 2))).toBe(now);
  const unused = results(undefined, 1, false);
  expect(parametersChanged(unused, results("2013", 1, false))).toBe(unused);
  const none = { ...now, savings: { ...now.savings, parameters: undefined } };
  expect(parametersChanged(none, now)).toBe(none);
});
