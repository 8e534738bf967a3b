import type { Catalogue } from "@kontrafakt/base";

export const parametersMessages: Catalogue = {
  "savings/edition-unknown":
    "der er ingen udgave {found} af parametrene for {country}; kendte er {known}: Vælg en, eller udelad savings.parameters.vintage for den nyeste",
  "savings/parameter-unknown":
    "parametrene for {country} fra {vintage} har ingen {found}; de er {known}: Ret savings.parameters.confirmed",
  "savings/parameters-newer":
    "parametrene for {country} fra {vintage} er brugt; dem fra {newer} ændrer {changes}: Kør igen med dem for at se, hvad det gør, eller skriv i rapporten, hvorfor de ældre gælder",
  "savings/parameters-not-confirmed":
    "{names} ({country} {vintage}) er ikke kontrolleret mod en kilde her og er derfor ikke brugt; slå det op, og nævn det i savings.parameters.confirmed, hvis det er rigtigt",
  "savings/rate-not-confirmed":
    "diskonteringsrenten for {country} fra {vintage}, {value}, er ikke kontrolleret mod sin kilde ({source}); slå den op, og føj discountRate til savings.parameters.confirmed, eller skriv savings.discount.rate med kilde",
};
