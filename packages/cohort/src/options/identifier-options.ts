import { z } from "zod";
import { type Family, families } from "../identifiers/identifier.js";

const countries = ["dk", "no", "se", "fi"] as const;

/** How national identifiers in the files are treated. */
export const identifierOptions = z.strictObject({
  countries: z
    .array(z.enum(countries))
    .min(1)
    .describe(
      "countries whose national identifiers are looked for in every column: dk (CPR and replacement numbers), no (fødselsnummer, D-, H-, FH- and DUF-number), se (personnummer, samordningsnummer), fi (henkilötunnus)",
    )
    .default([...countries]),
  otherColumns: z
    .enum(["refuse", "mask"])
    .describe(
      "what becomes of identifiers in a column that the study names for something else than the person: refuse stops, mask replaces every digit of them",
    )
    .default("refuse"),
  keyFile: z
    .string()
    .min(1)
    .describe(
      "file with a secret key (at least 64 hexadecimal digits, as `kontrafakt new-key` writes it), relative to the study file: the same person then has the same pseudonym in every run with it. Left out, each run makes a key of its own and forgets it. Never put the key beside the results",
    )
    .optional(),
});

export type IdentifierOptions = z.infer<typeof identifierOptions>;

/** The families that the countries' numbers belong to. */
export function familiesOf(options: Pick<IdentifierOptions, "countries"> | undefined): readonly Family[] {
  if (options === undefined) return families;
  const wanted = new Set<string>(options.countries);
  return families.filter((family) => wanted.has(family === "duf" ? "no" : family));
}
