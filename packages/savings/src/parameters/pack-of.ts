import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Country } from "../options/parameter-options.js";
import { dk } from "./packs/dk.js";
import { no } from "./packs/no.js";
import { se } from "./packs/se.js";
import { uk } from "./packs/uk.js";
import type { ParameterPack } from "./parameters-value.js";

const packs: Readonly<Record<Country, readonly ParameterPack[]>> = { DK: dk, NO: no, SE: se, UK: uk };

/** Editions of a country's parameters, oldest first. */
export function editionsOf(country: Country): readonly ParameterPack[] {
  return packs[country];
}

/**
 * A country's parameters in one edition, the newest known where none is named.
 *
 * @throws `savings/edition-unknown`, which lists those known
 */
export function packOf(country: Country, vintage?: string): ParameterPack {
  const editions = editionsOf(country);
  const pack = vintage === undefined ? editions[editions.length - 1] : editions.find((edition) => edition.vintage === vintage);
  if (pack !== undefined) return pack;
  const known = editions.map((edition) => edition.vintage).join(", ");
  return fail(
    "savings/edition-unknown",
    { option: "savings.parameters.vintage" },
    { country, found: vintage ?? "", known },
    messages,
  );
}
