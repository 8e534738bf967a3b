import type { Profile } from "@kontrafakt/cohort";

/** What a country's public sector uses: its currency, and the rate its ministry of finance sets for such accounts, with the source. */
export interface Country {
  readonly currency: "DKK" | "SEK" | "NOK" | "EUR";
  /** Absent where no official rate is known to us. */
  readonly discount?: { readonly rate: number; readonly source: string };
  /** Whose official parameters have a discount rate that was checked, in place of `discount`. */
  readonly parameters?: "DK";
}

/** Rates of the first thirty years and more, as in force when this was written (2025): to be checked by the user, as the draft says. */
const denmark: Country = { currency: "DKK", parameters: "DK" };
const norway: Country = { currency: "NOK", discount: { rate: 0.04, source: "Finansdepartementet, rundskriv R-109" } };
const sweden: Country = { currency: "SEK" };
const finland: Country = { currency: "EUR" };

const byIdentifier: readonly (readonly [RegExp, Country])[] = [
  [/^(?:dk|cpr)/, denmark],
  [/^(?:se|personnummer|samordning)/, sweden],
  [/^(?:no|f[oø]dselsnummer|duf)/, norway],
  [/^(?:fi|hetu)/, finland],
];

/** Headers that only one of the languages writes so. */
const words: readonly (readonly [RegExp, Country])[] = [
  [/(?<!\p{L})(?:födelse\p{L}*|från|till|kommun|insats\p{L}*|hushåll|belopp)(?!\p{L})/iu, sweden],
  [/(?<!\p{L})(?:ydelse\p{L}*|fødselsdato|indsats\p{L}*|betalingskommune|husstand|anbringelse|beløb|år)(?!\p{L})/iu, denmark],
  [/(?<!\p{L})(?:fødselsnummer|tiltak\p{L}*|tjeneste\p{L}*|husholdning|beløp|vedtak\p{L}*|fra og med)(?!\p{L})/iu, norway],
];

/** The country of files by their national numbers, else by words only one language has in their headers, else by the language asked for. */
export function guessCountry(profiles: readonly Profile[], language: "en" | "da"): Country | undefined {
  const columns = profiles.flatMap((profile) => profile.columns);
  for (const { identifier } of columns) {
    const found = byIdentifier.find(([kind]) => identifier !== undefined && kind.test(identifier));
    if (found !== undefined) return found[1];
  }
  const tally = words.map(([word, country]) => [columns.filter(({ header }) => word.test(header)).length, country] as const);
  const [[most, country]] = [...tally].sort(([a], [b]) => b - a);
  if (most > 0) return country;
  return language === "da" ? denmark : undefined;
}
