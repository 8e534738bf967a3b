import { z } from "zod";

export const text = z.string();
/** A number as canonical JSON writes it: NaN is null, infinities are texts. */
export const number = z.union([z.number(), z.null(), z.enum(["Infinity", "-Infinity"])]);
/** A count, or the text that stands where it is withheld. */
export const count = z.union([z.number(), text]);
export const words = z.union([text, z.record(text, text)]);
export const group = z.looseObject({});
export const listOf = (shape: z.core.$ZodLooseShape) => z.array(z.looseObject(shape));
export const verdict = z.enum(["reached", "in-line", "smaller", "below-claim", "cannot-tell", "extra-cost", "too-early"]);
export const interval = { estimate: number, se: number, df: number, lower: number, upper: number };
