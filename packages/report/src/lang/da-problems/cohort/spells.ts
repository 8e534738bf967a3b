import type { Catalogue } from "@kontrafakt/base";

export const spellsDanish: Catalogue = {
  "cohort/service-not-in-study": "intet udfald tæller denne slags ydelse, og den er heller ikke indsatsens egen",
  "cohort/begins-after-extract": "den begynder, efter at filerne blev trukket",
  "cohort/ends-before-start": "den slutter, før den begynder",
  "cohort/ends-before-birth": "den slutter, før personen er født",
  "cohort/negative-price": "prisen er under nul, som når en postering tilbageføres; dens dage tælles ikke",
  "cohort/paid-elsewhere": "en anden kommune betaler; dagene tælles ikke, og personen er ikke observeret de dage",
  "cohort/duplicate-row": "rækken siger det samme som en tidligere (linjen står i detaljen)",
  "cohort/open-ended": "den har ingen sidste dag; lukket den dag, filerne blev trukket",
  "cohort/ends-after-extract": "den slutter, efter at filerne blev trukket; afkortet dér",
  "cohort/begins-before-birth": "den begynder, før personen er født",
  "cohort/service-respelled": "ydelsen er skrevet anderledes end i studiet; regnet som den samme",
  "cohort/overlap": "den overlapper et andet forløb med samme ydelse (linjen står i detaljen); en dag tæller én gang",
  "cohort/service-absent":
    "ingen række har {service}, som udfaldet {outcome} tæller, så den giver ingen dage; se, hvordan filen skriver den",
};
