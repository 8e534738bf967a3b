import { z } from "zod";
import { file, format, person } from "./common.js";

export const measureOptions = z.strictObject({
  file,
  person,
  columns: z
    .string()
    .regex(/\{year\}/, "the pattern holds {year}")
    .describe(
      "headers of the columns, one a period, with {year} and {quarter} or {month} where they stand; blank cells are missing",
    ),
  minimum: z.number().describe("smallest value that can be true; smaller ones become missing and are noted").default(0),
  maximum: z.number().describe("largest value that can be true; larger ones become missing and are noted").optional(),
  format,
});

export type MeasureOptions = z.infer<typeof measureOptions>;
