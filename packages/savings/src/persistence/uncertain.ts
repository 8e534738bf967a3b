import { checkDistribution, type DistributionFault } from "../draws/check-distribution.js";
import { distributionNeeds } from "../draws/distribution-needs.js";
import type { UncertainOptions } from "../options/uncertain-options.js";
import type { Distribution } from "../savings-value.js";

/** The value counted with. */
export const amountOf = (uncertain: UncertainOptions): number => (typeof uncertain === "number" ? uncertain : uncertain.amount);

/** Why an uncertain number cannot be; undefined if it can. */
export function uncertainFault(uncertain: UncertainOptions): DistributionFault | undefined {
  if (typeof uncertain === "number") return undefined;
  const kind = kindOf(uncertain);
  const needs = distributionNeeds[kind];
  for (const what of ["low", "high", "sd", "values"] as const) {
    const given = uncertain[what] !== undefined;
    if (given !== needs.includes(what)) return { code: `savings/uncertain-${given ? "extra" : "lacks"}`, params: { kind, what } };
  }
  const { amount, low = -Infinity, high = Infinity } = uncertain;
  if (!(low <= amount && amount <= high)) return { code: "savings/uncertain-amount", params: { amount, low, high } };
  return checkDistribution(distributionOf(uncertain)) ?? undefined;
}

/** How it varies; `fixed` where it does not. */
export function distributionOf(uncertain: UncertainOptions): Distribution {
  if (typeof uncertain === "number") return { kind: "fixed", value: uncertain };
  const { amount, low = Number.NaN, high = Number.NaN, sd = Number.NaN, values = [] } = uncertain;
  const kind = kindOf(uncertain);
  if (kind === "fixed") return { kind, value: amount };
  if (kind === "uniform") return { kind, low, high };
  if (kind === "triangular" || kind === "pert") return { kind, low, mode: amount, high };
  if (kind === "beta") return { kind, low, high, mean: amount, sd };
  if (kind === "empirical") return { kind, values };
  return { kind, mean: amount, sd };
}

function kindOf(uncertain: Exclude<UncertainOptions, number>): Distribution["kind"] {
  return uncertain.distribution ?? (uncertain.low !== undefined || uncertain.high !== undefined ? "triangular" : "fixed");
}
