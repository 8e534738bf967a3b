import type { Catalogue } from "@kontrafakt/base";

export const cohort: Catalogue = {
  "cohort/window-reversed": "vinduet slutter {to}, som ikke ligger efter dets første dag {from}; byt om på dem eller ret dem",
  "cohort/window-after-extract":
    "vinduet slutter {to}, efter at filerne blev trukket {extract}; slut det med den sidste periode, der da var forbi",
  "cohort/from-inside-period": "vinduet begynder {from}, inde i en periode ({period}); perioden begyndte {nearest}",
  "cohort/to-inside-period": "vinduet slutter {to}, inde i en periode ({period}); perioden slutter {nearest}",
  "cohort/ages-reversed": "den første alder {low} er over den sidste, {high}; byt om på dem",
  "cohort/no-outcomes": "studiet har ingen udfald; angiv mindst én ydelse eller måling, som indsatsen kan ændre",
  "cohort/outcome-of-what": "udfaldet {outcome} skal have enten en ydelse eller en måling og ikke begge",
  "cohort/measure-unknown": "udfaldet {outcome} bruger en måling, som studiet ikke definerer, {measure}; det definerer: {known}",
  "cohort/services-needed": "udfaldet {outcome} tæller en ydelse, men studiet nævner ingen ydelsesfil; tilføj cohort.services",
  "cohort/services-count-days": "udfaldet {outcome} tæller en ydelse i {unit}; ydelser tælles i dage, så skriv unit: days",
  "cohort/programme-is-outcome":
    "udfaldet {outcome} tæller {service}, som er indsatsens egen ydelse: Dens udgift hører til indsatsen, så udelad den her",
  "cohort/service-in-two-outcomes":
    "{service} tælles i både {other} og {outcome}, så dens penge ville tælle to gange; behold den ét sted",
  "cohort/home-needed":
    "bopæl og betalere skal vide, hvilken kommune der evaluerer; tilføj cohort.home, som den skrives i de kolonner",
  "cohort/programme-without-services":
    "programmeService er angivet, men studiet nævner ingen ydelsesfil; tilføj den, eller udelad dette",
  "cohort/covariate-needs-column": "baggrundsvariablen {covariate} mangler overskriften på sin kolonne; kun typen age har ingen",
  "cohort/age-needs-no-column": "baggrundsvariablen {covariate} er en alder, som kommer fra fødselsdatoen; udelad dens kolonne",
  "cohort/pattern-and-period":
    "med perioder af typen {period} indeholder kolonnemønsteret {pattern} og ingen anden del; det er {found}",
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
  "cohort/home-not-found": "ingen celle er »{home}«, studiets hjemkommune; skriv cohort.home, som filen gør (fandt: {found})",
  "cohort/nobody-left":
    "ingen er tilbage til analysen efter fravalgene; den første række for hver af de hyppigste årsager står herunder",
  "cohort/too-many-levels":
    "kendetegnet {covariate} har {levels} forskellige værdier, og en kategori har højst {limit}; slå dem sammen, eller skriv type: number, hvis det er tal",
  "cohort/month-first":
    "{count} datoer giver kun mening med måneden først, for eksempel {found}, så resten ville blive læst med dag og måned byttet om; sæt format: { dates: mm/dd/yyyy } for filen",
  "cohort/ids-differ-in-case":
    "{count} id-numre adskiller sig kun fra et andet ved store og små bogstaver; de regnes for forskellige personer. Er de ikke det, så skriv dem ens i alle filer",
  "cohort/no-residence":
    "studiet har ingen bopælsfil, så alle regnes for kommunens borgere i hele vinduet; fraflyttede tæller som personer uden ydelser, og det kan ligne en besparelse. Tilføj cohort.residence, hvis den kan trækkes",
  "cohort/empty-row": "rækken er tom",
  "cohort/totals-row": "rækken er en sum og ikke en person",
  "cohort/too-few-fields": "rækken har færre felter end overskriften ({found}); udfyld den",
  "cohort/too-many-fields":
    "rækken har flere felter end overskriften ({found}); et skilletegn inde i en tekst kræver anførselstegn",
  "cohort/broken-quotes": "et anførselstegn har ingen mage, så rækken kan ikke deles i felter; ret det",
  "cohort/missing-value": "feltet er tomt, hvor en værdi er nødvendig; udfyld det",
  "cohort/unreadable-number": "det er ikke et tal, som filen skriver dem; ret det, eller nævn det under missing: »{found}«",
  "cohort/unreadable-date": "det er ikke en dato i kalenderen, som filen skriver dem; ret den: »{found}«",
  "cohort/duplicate-person": "personen har en tidligere række i filen; den første bruges",
  "cohort/born-after-extract": "fødselsdatoen ligger efter, at filerne blev trukket",
  "cohort/start-after-extract": "indsatsen starter, efter at filerne blev trukket",
  "cohort/start-before-birth": "indsatsen starter, før personen er født",
  "cohort/never-eligible": "personen har ikke den rette alder på nogen dag i vinduet",
  "cohort/unknown-person": "ingen brugbar række i personfilen har denne person",
  "cohort/service-not-in-study": "intet udfald tæller denne slags ydelse, og den er heller ikke indsatsens egen",
  "cohort/begins-after-extract": "den begynder, efter at filerne blev trukket",
  "cohort/ends-before-start": "den slutter, før den begynder",
  "cohort/ends-before-birth": "den slutter, før personen er født",
  "cohort/negative-price": "prisen er under nul, som når en postering tilbageføres; dens dage tælles ikke",
  "cohort/paid-elsewhere": "en anden kommune betaler; dagene tælles ikke, og personen er ikke observeret de dage",
  "cohort/duplicate-row": "rækken siger det samme som en tidligere (linjen står i detaljen)",
  "cohort/programme-without-start": "personen har fået indsatsens egen ydelse, men har ingen startdato",
  "cohort/covariate-missing": "en baggrundsvariabel mangler; kun personer, der har dem alle, indgår",
  "cohort/never-observed": "kommunen har ikke ansvaret for personen i nogen periode af vinduet",
  "cohort/started-before-window": "indsatsen startede før vinduet, så der er ingen tid før den",
  "cohort/identifier-trimmed": "mellemrum omkring nøglen er fjernet",
  "cohort/start-before-referral": "indsatsen starter før henvisningen; starten afgør holdet",
  "cohort/open-ended": "den har ingen sidste dag; lukket den dag, filerne blev trukket",
  "cohort/ends-after-extract": "den slutter, efter at filerne blev trukket; afkortet dér",
  "cohort/begins-before-birth": "den begynder, før personen er født",
  "cohort/service-respelled": "ydelsen er skrevet anderledes end i studiet; regnet som den samme",
  "cohort/overlap": "den overlapper et andet forløb med samme ydelse (linjen står i detaljen); en dag tæller én gang",
  "cohort/stay-overlap": "den overlapper et andet ophold (linjen står i detaljen); det senest begyndte gælder",
  "cohort/out-of-range": "værdien ligger uden for målingens spænd; den regnes som manglende",
  "cohort/more-days-than-period": "flere dage, end perioden har; den regnes som manglende",
  "cohort/programme-before-start": "indsatsens egen ydelse begynder før startdatoen; startdatoen afgør holdet",
  "cohort/flow-read": "rækker i personfilen",
  "cohort/flow-usable": "personer med én brugbar række",
  "cohort/flow-eligible": "med den rette alder i vinduet",
  "cohort/flow-dated": "med startdato, hvis de fik indsatsen",
  "cohort/flow-covariates": "med alle baggrundsvariabler kendt",
  "cohort/flow-observed": "observeret i mindst én periode",
  "cohort/flow-not-before": "ikke startet før vinduet",
  "cohort/measure-periods-absent": "målingen {measure} har ingen kolonne for {periods}; den mangler dér",
  "cohort/service-absent":
    "ingen række har {service}, som udfaldet {outcome} tæller, så den giver ingen dage; se, hvordan filen skriver den",
  "cohort/many-rows-listed": "{percent} % af rækkerne kunne ikke bruges; journalen viser hver med sin årsag",
};
