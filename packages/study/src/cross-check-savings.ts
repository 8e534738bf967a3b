import type { Refer, Tell } from "./beside/cross-check-estimators.js";
import { hintFor } from "./hint-for.js";
import type { Study } from "./options/study-schema.js";
import type { OptionPath } from "./parse-yaml.js";

/** Names in the `savings:` block that must be those of outcomes or covariates. */
export function crossCheckSavings({ cohort, savings }: Study, refer: Refer, tell: Tell): void {
  const outcomes = Object.keys(cohort.outcomes);
  const at = (...path: OptionPath) => ["savings", ...path];
  refer("study/no-such-outcome", outcomes, savings.primary.consequences, at("primary", "consequences"));
  const { covariates } = cohort.people;
  refer("study/no-such-covariate", Object.keys(covariates), savings.subgroups, at("subgroups"));
  for (const [i, name] of savings.subgroups.entries()) {
    const covariate = Object.hasOwn(covariates, name) ? covariates[name] : name;
    const type = typeof covariate === "string" ? "category" : covariate.type;
    if (type !== "category" && type !== "boolean") tell("study/subgroup-number", at("subgroups", i), { name, type });
  }
  for (const [i, set] of savings.exclusive.entries()) refer("study/no-such-outcome", outcomes, set, at("exclusive", i));
  const one = (name: string, path: OptionPath) => {
    if (!outcomes.includes(name)) tell("study/no-such-outcome", path, { name, hint: hintFor(name, outcomes) });
  };
  for (const [spend, quantity] of Object.entries(savings.listPrices)) {
    for (const name of [spend, quantity]) one(name, at("listPrices", spend));
  }
  if (savings.totalSpend !== undefined) one(savings.totalSpend, at("totalSpend"));
}
