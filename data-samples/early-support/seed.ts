/** Seed of the committed sample. */
export const SEED = 20250131;
