import type { Catalogue } from "@kontrafakt/base";

export const recodeDanish: Catalogue = {
  "cohort/too-many-levels":
    "kendetegnet {covariate} har {levels} forskellige værdier, og en kategori har højst {limit}; slå dem sammen, eller skriv type: number, hvis det er tal",
  "cohort/covariate-missing": "en baggrundsvariabel mangler; kun personer, der har dem alle, indgår",
};
