import type { Catalogue } from "@kontrafakt/base";

export const recodeDanish: Catalogue = {
  "cohort/too-many-levels":
    "baggrundsvariablen {covariate} har {levels} forskellige værdier, og en kategori har højst {limit}; slå dem sammen (recode eller lump), eller skriv type: number, hvis det er tal",
  "cohort/covariate-missing": "en baggrundsvariabel mangler; kun personer, der har dem alle, indgår",
  "cohort/covariate-filled": "en baggrundsvariabel mangler; personen bliver i analysen, og en markering fortæller det",
  "cohort/covariate-filled-count":
    "{count} personer mangler baggrundsvariablen {covariate} og bliver i analysen; {covariate}=missing markerer dem, med de andres gennemsnit (eller ingen kategori) i dens sted",
  "cohort/covariate-unknown":
    "ingen af de analyserede har en værdi af baggrundsvariablen {covariate}; udelad den, eller se efter, hvad filen indeholder",
  "cohort/covariate-constant":
    "alle har samme værdi af baggrundsvariablen {covariate}, så den ikke sammenligner noget; den er udeladt",
  "cohort/levels-absent":
    "ingen af de analyserede har disse angivne værdier af baggrundsvariablen {covariate}: {levels}; se, hvordan filen skriver dem",
  "cohort/levels-lumped":
    "{levels} sjældne værdier af baggrundsvariablen {covariate} er slået sammen som {other}; {count} personer har en af dem",
  "cohort/reference-absent":
    "ingen af de analyserede har grundværdien {reference} af baggrundsvariablen {covariate}; de andre sammenlignes i stedet med {base}",

  "cohort/code-unmapped": "kolonnens omkodning kender ikke koden; tilføj den, eller ret feltet",
  "cohort/code-out-of-date": "kodelisten har koden, men ikke på rækkens dato; ret listens datoer eller rækkens",
  "cohort/code-without-date": "koden betyder ifølge kodelisten noget forskelligt over tid, og rækken har ingen dato; udfyld den",
  "cohort/value-undeclared": "værdien er ikke en af dem, studiet angiver for kolonnen; tilføj den dér, eller ret feltet",
  "cohort/not-yes-or-no": "det er ikke et ord for ja eller nej; ret det, eller angiv med codes, hvad det betyder",
  "cohort/not-digits": "det er længere end det antal cifre, der er angivet for kolonnen, eller har andre tegn end cifre",
  "cohort/code-respelled": "koden er skrevet anderledes end i studiet (store bogstaver eller mellemrum); regnet som den samme",
  "cohort/digits-padded": "{count} id-numre havde mistet foranstillede nuller og har fået dem igen, så de har {digits} cifre",
  "cohort/only-yes":
    "kolonnen har ord for ja og tomme celler, men ingen ord for nej; tomt regnes som manglende. Betyder tomt nej, så skriv boolean: ticked",
  "cohort/unknown-kept":
    "{count} rækker har en værdi, som omkodningen ikke kender; den bliver stående (hyppigst: {found}). Tilføj den, eller skriv, hvad der skal ske med others",
  "cohort/unknown-missing":
    "{count} rækker har en værdi, som omkodningen ikke kender; den regnes som manglende (hyppigst: {found}). Tilføj den, eller skriv, hvad der skal ske med others",
  "cohort/unknown-listed":
    "{count} rækker har en værdi, som omkodningen ikke kender; de er udeladt (hyppigst: {found}). Tilføj den, eller ret felterne",

  "cohort/list-dates-reversed": "kodens sidste dag ligger før dens første; byt om på dem eller ret dem",
  "cohort/list-overlap":
    "på nogle dage betyder koden {code} både {value} og {other} (række {row}); lad den ene slutte dagen før, den anden begynder",
  "cohort/list-gap":
    "før denne række er der dage, hvor koden {code} intet betyder; rækker fra de dage får ingen betydning (huller i alt: {gaps})",
  "cohort/list-circle": "koderne går i ring, så ingen er den sidste: {codes}; tag en af rækkerne ud",

  "cohort/recode-column-unread":
    "recode nævner en kolonne, som studiet ikke læser fra denne fil; ret overskriften, eller udelad den (læste kolonner: {known})",
  "cohort/recode-not-for-dates": "kolonnen læses som datoer; af recode kan kun missing bruges her",
  "cohort/times-not-for-text": "kolonnen læses ikke som tal, så times kan ikke bruges; udelad det",
  "cohort/recode-not-for-wide":
    "en fil med én kolonne pr. periode eller uge kan hverken bruge on, boolean: ticked eller others: list i recode; udelad dem",
  "cohort/recode-nothing":
    "der står ikke, hvad der skal ske med kolonnen; tilføj missing, digits, codes, list, boolean, levels eller times",
  "cohort/recode-codes-or-list": "koderne er angivet både her og i en listes fil; behold det ene",
  "cohort/recode-boolean-has-levels":
    "en kolonne med ja og nej har sine egne værdier; udelad levels, eller udelad boolean og brug codes",
  "cohort/recode-needs-on": "listen har datoer, så on skal nævne kolonnen med den dag, der afgør det for hver række",
  "cohort/recode-on-unused": "on kræver en liste med datoer; tilføj listens from eller to, eller udelad on",
  "cohort/recode-keeps-undeclared":
    "når værdierne er angivet, kan andre ikke blive stående; skriv others: missing eller others: list",
  "cohort/recode-others-unused":
    "others siger, hvad der skal ske med ukendte værdier, men ingen codes, list, levels, boolean eller digits gør nogen ukendt",
  "cohort/recode-times-levels": "times er til tal, og levels er til kategorier; behold det ene",
  "cohort/recode-codes-alike":
    "koderne »{first}« og »{second}« adskiller sig kun ved store bogstaver eller mellemrum og bliver til hver sit; behold den ene",
  "cohort/recode-ranges-overlap":
    "intervallerne {first} og {second} overlapper, og ingen af dem ligger inde i den anden; lad det ene slutte før det andet",
  "cohort/recode-level-twice": "to af værdierne adskiller sig kun ved store bogstaver eller mellemrum ({levels}); behold den ene",
  "cohort/recode-target-undeclared": "en kode bliver til {value}, som ikke er blandt værdierne ({levels}); ret en af delene",
  "cohort/recode-level-missing": "{level} er angivet både som værdi og som manglende; behold det ene",
  "cohort/covariate-not-category": "baggrundsvariablen {covariate} er ikke en kategori, så {option} har ingen brug; udelad det",
  "cohort/covariate-not-age": "baggrundsvariablen {covariate} er ikke en alder, så on har ingen brug; udelad det",
  "cohort/age-never-missing": "baggrundsvariablen {covariate} kommer fra fødselsdatoen, som alle har; udelad missing",
  "cohort/reference-undeclared":
    "grundværdien {reference} af baggrundsvariablen {covariate} er ikke blandt dens værdier ({levels}); ret en af delene",
};
