/** results.json of schema version 2 in the shape of version 3: matching was by nearest neighbours, in sets, and looked for no peak. */
export function migrate2to3(old: Record<string, unknown>): Record<string, unknown> {
  return { ...old, schemaVersion: 3, matching: { method: "nearest", independence: "set", weights: "sets" } };
}
