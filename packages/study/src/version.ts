/** Name and version written into results and locks. The version equals package.json's (tested). */
export const PRODUCT = { name: "kontrafakt", version: "0.6.0" } as const;
