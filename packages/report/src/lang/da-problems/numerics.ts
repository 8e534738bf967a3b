import type { Catalogue } from "@kontrafakt/base";

export const numerics: Catalogue = {
  "numerics/not-finite": "{what} rummer en værdi, der mangler eller er uendelig; udelad sådanne rækker før beregningen",
  "numerics/shape": "{what} har {found} værdier, hvor {expected} er nødvendige",
  "numerics/weight": "en vægt er negativ eller mangler, på plads {index}; vægte skal være 0 eller mere",
  "numerics/outcome": "et udfald ligger uden for 0 til 1, på plads {index}; kod det som 0 og 1",
  "numerics/covariance": "kovariansmatricen har en varians, der er negativ eller mangler, på plads {index}",
  "numerics/stream": "{what} i en tilfældig talrække skal være et helt tal fra 0 til 2^53 - 1, fandt {value}",
  "numerics/parameter": "{what} skal være {need}, fandt {value}",
};
