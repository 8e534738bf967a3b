import { KontrafaktError, type Problem } from "@kontrafakt/base";
import type { MoneyOptions } from "../options/savings-options.js";
import { discountOf } from "../parameters/discount-of.js";
import { parametersUsed } from "../parameters/parameters-used.js";

/** An edition or name that the official parameters do not have, and a rate that nobody gives: found out before anything is estimated. */
export function checkParameters(options: Pick<MoneyOptions, "parameters" | "discount">): readonly Problem[] {
  try {
    parametersUsed(options);
    discountOf(options);
    return [];
  } catch (error) {
    if (error instanceof KontrafaktError) return error.problems;
    throw error;
  }
}
