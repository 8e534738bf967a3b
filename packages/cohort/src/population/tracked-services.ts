import type { CohortOptions } from "../options/cohort-shape.js";

/** Services that the study names outside its outcomes: those of other programmes, and placements that keep a person the municipality's. */
export function trackedServices({ treatment, residence }: Pick<CohortOptions, "treatment" | "residence">): string[] {
  const others = Object.values(treatment.otherProgrammes).flatMap(({ services }) => services ?? []);
  return [...others, ...(residence?.placements ?? [])];
}
