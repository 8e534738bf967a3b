import type { Catalogue } from "@kontrafakt/base";

export const identifiersDanish: Catalogue = {
  "cohort/identifiers-replaced":
    "kolonnen indeholder personnumre ({kind}); hvert af dem erstattes af et pseudonym, og ingen af dem når ud i resultaterne",
  "cohort/identifier-in-column":
    "kolonnen indeholder personnumre ({kind}, {percent} % af felterne), men bruges til andet end at kende personen; bed om filen uden dem, eller få dem maskeret med identifiers: { otherColumns: mask }",
  "cohort/identifier-not-wanted":
    "kolonnen indeholder personnumre ({kind}, {percent} % af felterne), og filen handler ikke om personer; bed om filen uden dem",
  "cohort/identifier-masked":
    "kolonnen indeholder personnumre ({kind}, {percent} % af felterne); deres cifre er maskeret, som studiet beder om. Bed om filen uden dem",
  "cohort/identifier-unread":
    "studiet læser ikke kolonnen, og den indeholder personnumre ({kind}, {percent} % af de felter, der er set på); bed om filen uden den",
  "cohort/identifier-invalid":
    "id-nummeret er ikke et gyldigt nummer af den slags, kolonnen indeholder; en tastefejl kan gøre én person til to, så få det undersøgt",
  "cohort/born-from-identifier": "fødselsdatoerne er læst af id-numrene, da studiet ikke nævner en kolonne med dem",
  "cohort/born-differs":
    "fødselsdatoen er en anden end den, id-nummeret viser; kolonnens bruges, så se efter, hvilken der er rigtig",
  "cohort/no-birth-date":
    "id-nummeret viser ingen fødselsdato, og studiet nævner ikke en kolonne med dem; angiv den under people.born",
  "cohort/born-needed":
    "der er brug for fødselsdatoen, og id-numrene i kolonnen viser den ikke; nævn kolonnen med den under people.born",
  "cohort/key-not-given":
    "studiet nævner en nøgle til pseudonymerne, {file}, som ikke er givet; læg filen der, eller udelad keyFile",
  "cohort/key-not-hex": "nøglen indeholder andre tegn end 0–9 og a–f; lav en med `kontrafakt new-key`",
  "cohort/key-too-short":
    "nøglen har {bytes} byte, og der skal {least} til at holde pseudonymerne hemmelige; lav en med `kontrafakt new-key`",
};
