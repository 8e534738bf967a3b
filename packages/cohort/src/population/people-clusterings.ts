import type { CohortOptions } from "../options/cohort-shape.js";

/** Headers of the people file's clusterings by name: household, school, and those the study names. */
export function peopleClusterings(
  { household, school }: CohortOptions["people"],
  clusterings: CohortOptions["clusterings"],
): ReadonlyMap<string, string> {
  const named = Object.entries(clusterings).flatMap(([name, clustering]): [string, string][] =>
    "column" in clustering ? [[name, clustering.column]] : [],
  );
  const given: [string, string | undefined][] = [["household", household], ["school", school], ...named];
  return new Map(given.flatMap(([name, header]) => (header === undefined ? [] : [[name, header] as const])));
}
