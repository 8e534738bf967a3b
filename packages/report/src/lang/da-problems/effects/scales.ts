import type { Catalogue } from "@kontrafakt/base";

export const scalesMessages: Catalogue = {
  "effects/ratio-without-levels":
    "{outcome}: Effekterne kommer uden deltagernes gennemsnit, så der er intet at være en andel af. Tag dem fra withLevels()",
  "effects/ratio-level": "niveauet er en andel mellem 0 og 1, ikke {level}",
  "effects/ratio-bounded":
    "{outcome}: det vides ikke, hvordan effekt og niveau hænger sammen, så ingen grænser holder for effekten som andel. Brug forskellen, eller giv cellernes kovarians",
  "effects/ratio-no-term":
    "{outcome}: Metoden har ingen effekt opgjort som {by}. Vælg en anden opgørelse, eller en metode med celler som attGt",
  "effects/ratio-not-positive":
    "{outcome}: Uden indsatsen ville gennemsnittet have været {mean}; en andel af det giver ingen mening. Læs forskellen",
  "effects/ratio-unbounded":
    "{outcome}: Gennemsnittet uden indsatsen kan ikke skelnes fra 0, så effekten som andel af det har ingen grænse til den ene eller til begge sider. Læs forskellen",
  "effects/ratio-undefined":
    "{outcome}: Effekten eller dens standardfejl kunne ikke estimeres, og derfor heller ikke effekten som andel",
};
