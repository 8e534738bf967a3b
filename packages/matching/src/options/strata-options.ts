import { z } from "zod";

const cuts = z.union([
  z.enum(["sturges", "fd", "scott"]).describe("a histogram rule: Sturges, Freedman–Diaconis or Scott"),
  z.int().min(1).max(1000).describe("number of equally wide intervals between the least and the greatest value"),
  z
    .array(z.number())
    .min(1)
    .refine((cuts) => cuts.every((cut, i) => i === 0 || cuts[i - 1] < cut), {
      error: "cut points must ascend, for example [5, 10, 20]",
    })
    .describe("cut points, ascending; a point itself belongs to the interval above it"),
]);

/** The `matching.coarsening` block, for method `coarsened`. */
export const coarseningOptions = z.strictObject({
  cuts: cuts
    .default("sturges")
    .describe("how a number is cut into intervals: a histogram rule, a number of equal intervals, or cut points"),
  by: z
    .record(z.string(), cuts)
    .default({})
    .describe(
      "cuts of single variables, by name; an outcome's name stands for all its history windows; 0/1 variables are never cut; for example { age: [6, 12], siblings: 3 }",
    ),
  k2k: z
    .boolean()
    .default(false)
    .describe("keep as many controls as starters in each stratum, the nearest by `distance`; the others are left out"),
});
export type Cuts = z.infer<typeof cuts>;
