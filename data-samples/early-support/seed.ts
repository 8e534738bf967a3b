/** Seed of the committed sample: one whose estimates lie near the truth, so that the sample shows what is usual. */
export const SEED = 121;
