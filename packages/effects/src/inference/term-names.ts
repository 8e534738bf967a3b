import type { Term } from "../effects-value.js";

/** Terms as problems name them: group/time, event time, or kind. */
export function termNames(terms: readonly Term[]): string {
  return terms
    .map(({ kind, group, time, event }) =>
      group !== undefined && time !== undefined ? `${group}/${time}` : `${event ?? group ?? time ?? kind}`,
    )
    .join(", ");
}
