import type { IdentifierKind } from "./identifier.js";

/** What each kind is called where it is issued, in every language of the report. */
export const kindLabel: Readonly<Record<IdentifierKind, string>> = {
  "dk-cpr": "CPR",
  "dk-replacement": "erstatnings-CPR",
  "se-personnummer": "personnummer (SE)",
  "se-samordningsnummer": "samordningsnummer (SE)",
  "no-fodselsnummer": "fødselsnummer (NO)",
  "no-d-number": "D-nummer (NO)",
  "no-h-number": "H-nummer (NO)",
  "no-fh-number": "FH-nummer (NO)",
  "no-synthetic": "syntetisk fødselsnummer (NO)",
  "no-duf": "DUF-nummer (NO)",
  "fi-hetu": "henkilötunnus (FI)",
};
