interface Version4 {
  readonly verification: Record<string, unknown> & { readonly permutation?: { readonly p: unknown; readonly draws: number } };
}

/** Draws of the permutation test before version 5; where there were fewer, all assignments were gone through. */
const PERMUTATIONS = 9_999;

/**
 * results.json of schema version 4 in the shape of version 5: the test beside the interval was always a permutation within matched sets. Why
 * covariances were chosen as they were, and what other methods say, was not kept then.
 */
export function migrate4to5(old: Record<string, unknown>): Record<string, unknown> {
  const { verification } = old as unknown as Version4;
  if (typeof verification !== "object" || verification === null) return { ...old, schemaVersion: 5 };
  const { permutation, ...rest } = verification;
  if (permutation === undefined) return { ...old, schemaVersion: 5 };
  const { p, draws } = permutation;
  const evidence = { method: "set", p, draws, exact: draws < PERMUTATIONS, null: "sharp" };
  return { ...old, schemaVersion: 5, verification: { ...rest, evidence } };
}
