import { z } from "zod";

export const file = (what: string) =>
  z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(`${what}, relative to the study file; or several files of the same form`);

export const column = (name: string, what: string) => z.string().min(1).default(name).describe(`Column: ${what}`);

export const optionalColumn = (name: string, what: string) =>
  z.string().min(1).default(name).describe(`Column: ${what}. May be absent from the file under its default name`);

export const currencyColumn = optionalColumn("currency", "currency of the row's amounts; each must be the study's");

export const priceYearColumn = column(
  "priceYear",
  "year at whose prices the amount is stated; must be savings.priceYear, unless savings.index converts it",
);
