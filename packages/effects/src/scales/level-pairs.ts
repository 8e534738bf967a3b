import type { Term } from "../effects-value.js";

/** A difference term and its treated mean, by index; −1 where there is none. */
export interface LevelPair {
  readonly difference: number;
  readonly treated: number;
}

/** Pairs differences with the treated means that have the same labels, in the order of the differences. */
export function levelPairs(terms: readonly Term[]): LevelPair[] {
  const levels = new Map(terms.flatMap((t, k) => (t.scale === "treatedMean" ? [[label(t), k] as const] : [])));
  return terms.flatMap((t, difference) =>
    t.scale === "difference" ? [{ difference, treated: levels.get(label(t)) ?? -1 }] : [],
  );
}

function label(t: Term): string {
  return JSON.stringify([t.outcome, t.kind, t.group, t.time, t.event, t.of]);
}
