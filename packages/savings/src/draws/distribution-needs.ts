import type { Distribution } from "../savings-value.js";

/** What each distribution is told by, beside the number itself. */
export const distributionNeeds: Readonly<Record<Distribution["kind"], readonly ("low" | "high" | "sd" | "values")[]>> = {
  fixed: [],
  uniform: ["low", "high"],
  triangular: ["low", "high"],
  pert: ["low", "high"],
  normal: ["sd"],
  lognormal: ["sd"],
  gamma: ["sd"],
  beta: ["low", "high", "sd"],
  empirical: ["values"],
};
