interface Version3 {
  readonly outcomes: readonly (Record<string, unknown> & { readonly textbook?: Textbook })[];
}

interface Textbook {
  readonly estimator: string;
  readonly units: unknown;
  readonly averages: unknown;
}

/** results.json of schema version 3 in the shape of version 4: people were matched, and one estimator, the textbook's, stood beside. */
export function migrate3to4(old: Record<string, unknown>): Record<string, unknown> {
  const { outcomes } = old as unknown as Version3;
  if (!Array.isArray(outcomes)) return { ...old, schemaVersion: 4, design: "matched" };
  return {
    ...old,
    schemaVersion: 4,
    design: "matched",
    outcomes: (outcomes as Version3["outcomes"]).map(({ textbook, ...outcome }) => {
      if (textbook === undefined) return outcome;
      const { estimator: label, units, averages } = textbook;
      return { ...outcome, beside: [{ name: "textbook", estimator: "attGt", label, units, averages }] };
    }),
  };
}
