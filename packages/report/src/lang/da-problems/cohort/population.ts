import type { Catalogue } from "@kontrafakt/base";

export const populationDanish: Catalogue = {
  "cohort/home-not-found": "ingen celle er »{home}«, studiets hjemkommune; skriv cohort.home, som filen gør (fandt: {found})",
  "cohort/nobody-left":
    "ingen er tilbage til analysen efter fravalgene; den første række for hver af de hyppigste årsager står herunder",
  "cohort/ids-differ-in-case":
    "{count} id-numre adskiller sig kun fra et andet ved store og små bogstaver; de regnes for forskellige personer. Er de ikke det, så skriv dem ens i alle filer",
  "cohort/no-residence":
    "studiet har ingen bopælsfil, så alle regnes for kommunens borgere i hele vinduet; fraflyttede tæller som personer uden ydelser, og det kan ligne en besparelse. Tilføj cohort.residence, hvis den kan trækkes",
  "cohort/duplicate-person": "personen har en tidligere række i filen; den første bruges",
  "cohort/born-after-extract": "fødselsdatoen ligger efter, at filerne blev trukket",
  "cohort/start-after-extract": "indsatsen starter, efter at filerne blev trukket",
  "cohort/start-before-birth": "indsatsen starter, før personen er født",
  "cohort/never-eligible": "personen har ikke den rette alder på nogen dag i vinduet",
  "cohort/unknown-person": "ingen brugbar række i personfilen har denne person",
  "cohort/programme-without-start": "personen har fået indsatsens egen ydelse, men har ingen startdato",
  "cohort/never-observed": "kommunen har ikke ansvaret for personen i nogen periode af vinduet",
  "cohort/started-before-window": "indsatsen startede før vinduet, så der er ingen tid før den",
  "cohort/start-before-referral": "indsatsen starter før henvisningen; starten afgør holdet",
  "cohort/stay-overlap": "den overlapper et andet ophold (linjen står i detaljen); det senest begyndte gælder",
  "cohort/programme-before-start": "indsatsens egen ydelse begynder før startdatoen; startdatoen afgør holdet",
  "cohort/flow-read": "rækker i personfilen",
  "cohort/flow-usable": "personer med én brugbar række",
  "cohort/flow-eligible": "med den rette alder i vinduet",
  "cohort/flow-dated": "med startdato, hvis de fik indsatsen",
  "cohort/flow-covariates": "med alle baggrundsvariabler kendt",
  "cohort/flow-observed": "observeret i mindst én periode",
  "cohort/flow-not-before": "ikke startet før vinduet",
};
