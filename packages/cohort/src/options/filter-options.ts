import { z } from "zod";
import { header } from "./common.js";

const bound = z.union([z.number(), z.iso.date()]);
const text = z.union([z.string(), z.number()]);

/** Which rows count, by the cells of columns named by header. All conditions must hold. */
export const filterOptions = z.record(
  header,
  z.union([
    text.describe("the cell is this text; case and spacing don't matter"),
    z.array(text).min(1).describe("the cell is one of these"),
    z
      .strictObject({
        from: bound.describe("smallest number or first day that counts").optional(),
        to: bound.describe("largest number or last day that counts").optional(),
      })
      .describe("the cell is a number or a day within these limits; both count"),
  ]),
);

export type FilterOptions = z.infer<typeof filterOptions>;
