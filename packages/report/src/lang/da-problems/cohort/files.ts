import type { Catalogue } from "@kontrafakt/base";

export const filesDanish: Catalogue = {
  "cohort/file-not-given":
    "studiet nævner {file}, som ikke er givet; læg den ved siden af studiet, eller ret navnet (givet: {given})",
  "cohort/file-empty": "filen har ingen overskriftsrække, eller ingen rækker under den; træk den igen",
  "cohort/is-workbook": "filen er en pakket projektmappe (xlsx) under et andet navn; gem den som CSV",
  "cohort/not-text": "filen indeholder nulbytes og er altså ikke tekst i en kendt tegnkodning; gem den som CSV i UTF-8",
  "cohort/not-in-encoding":
    "filen indeholder bytes, der ikke er {encoding}; ret format.encoding, eller udelad den, så tegnkodningen findes af sig selv",
  "cohort/line-too-long": "en linje er længere end {limit} tegn, så det ligner ikke en tabel; se på filen",
  "cohort/broken-header": "overskriftsrækken har et anførselstegn uden mage; ret overskriften",
  "cohort/column-missing": "kolonnen findes ikke; ret dens navn i studiet eller filen (fundne overskrifter: {headers})",
  "cohort/column-missing-nearest": "kolonnen findes ikke; mente du »{nearest}«? (fundne overskrifter: {headers})",
  "cohort/column-twice": "to kolonner har denne overskrift; omdøb den ene i filen",
  "cohort/wide-columns-missing": "ingen kolonne hedder som {pattern}; ret mønsteret i studiet (fundne overskrifter: {headers})",
  "cohort/month-first":
    "{count} datoer giver kun mening med måneden først, for eksempel {found}, så resten ville blive læst med dag og måned byttet om; sæt format: { dates: mm/dd/yyyy } for filen",
  "cohort/empty-row": "rækken er tom",
  "cohort/totals-row": "rækken er en sum og ikke en person",
  "cohort/too-few-fields": "rækken har færre felter end overskriften ({found}); udfyld den",
  "cohort/too-many-fields":
    "rækken har flere felter end overskriften ({found}); et skilletegn inde i en tekst kræver anførselstegn",
  "cohort/broken-quotes": "et anførselstegn har ingen mage, så rækken kan ikke deles i felter; ret det",
  "cohort/missing-value": "feltet er tomt, hvor en værdi er nødvendig; udfyld det",
  "cohort/unreadable-number": "det er ikke et tal, som filen skriver dem; ret det, eller nævn det under missing: »{found}«",
  "cohort/unreadable-date": "det er ikke en dato i kalenderen, som filen skriver dem; ret den: »{found}«",
  "cohort/identifier-trimmed": "mellemrum omkring nøglen er fjernet",
  "cohort/many-rows-listed": "{percent} % af rækkerne kunne ikke bruges; journalen viser hver med sin årsag",
};
