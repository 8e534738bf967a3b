import type { Catalogue } from "@kontrafakt/base";

/** Fejl i en undersøgelse, der står i en projektmappe. */
export const studyWorkbook: Catalogue = {
  "study/no-settings-sheet":
    "projektmappen har intet ark med indstillinger (en kolonne med overskriften Indstilling eller Option og en med Værdi eller Value); begynd med kontrafakt init --excel",
  "study/not-a-workbook": "filen kan ikke åbnes som projektmappe: {reason}; gem den som xlsx",
  "study/cell-not-readable":
    "cellen indeholder »{found}«, som hverken er {expected} eller kan læses som liste eller gruppe: {reason}",
  "study/given-twice": "{name} er givet to gange, her og i {other}; behold den ene",
  "study/row-without-name": "rækken har værdier, men intet navn i første kolonne; giv den et navn, eller slet rækken",
};
