import { fail } from "@kontrafakt/base";
import { messages } from "./messages.js";

export interface Design {
  /** n × k, row-major. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** n values of 0 or more; 1 when left out. */
  readonly weights?: Float64Array;
  readonly n: number;
  readonly k: number;
}

/** Throws when lengths disagree or a value is not finite. */
export function checkDesign({ x, y, weights, n, k }: Design): void {
  checkLength("the design matrix", x, n * k);
  checkLength("the outcome", y, n);
  checkFinite("the design matrix", x);
  checkFinite("the outcome", y);
  if (!weights) return;
  checkLength("the weights", weights, n);
  for (let i = 0; i < n; i++)
    if (!(weights[i] >= 0 && weights[i] < Infinity)) fail("numerics/weight", {}, { index: i }, messages);
}

function checkLength(what: string, values: Float64Array, expected: number): void {
  if (values.length !== expected) fail("numerics/shape", {}, { what, found: values.length, expected }, messages);
}

function checkFinite(what: string, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) fail("numerics/not-finite", {}, { what }, messages);
}
