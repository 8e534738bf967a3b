import type { Catalogue } from "@kontrafakt/base";

export const optionsDanish: Catalogue = {
  "cohort/window-reversed": "vinduet slutter {to}, som ikke ligger efter dets første dag {from}; byt om på dem eller ret dem",
  "cohort/window-after-extract":
    "vinduet slutter {to}, efter at filerne blev trukket {extract}; slut det med den sidste periode, der da var forbi",
  "cohort/from-inside-period": "vinduet begynder {from}, inde i en periode ({period}); perioden begyndte {nearest}",
  "cohort/to-inside-period": "vinduet slutter {to}, inde i en periode ({period}); perioden slutter {nearest}",
  "cohort/ages-reversed": "den første alder {low} er over den sidste, {high}; byt om på dem",
  "cohort/no-outcomes": "studiet har ingen udfald; angiv mindst én ydelse eller måling, som indsatsen kan ændre",
  "cohort/outcome-of-what":
    "udfaldet {outcome} skal have én af ydelse, måling og refusion (service, measure, refund) og ikke flere",
  "cohort/measure-unknown": "udfaldet {outcome} bruger en måling, som studiet ikke definerer, {measure}; det definerer: {known}",
  "cohort/services-needed": "udfaldet {outcome} tæller en ydelse, men studiet nævner ingen ydelsesfil; tilføj cohort.services",
  "cohort/services-count-days":
    "udfaldet {outcome} tæller en ydelses dage i {unit}; skriv unit: days, eller angiv med count, hvad der ellers tælles",
  "cohort/unit-is-not-days": "udfaldet {outcome} tæller {count} og ikke dage; udelad unit, eller skriv, hvad der tælles",
  "cohort/option-without-use": "{option} har ingen virkning uden {needs}; tilføj det, der mangler, eller udelad {option}",
  "cohort/programme-is-outcome":
    "udfaldet {outcome} tæller {service}, som er indsatsens egen ydelse: Dens udgift hører til indsatsen, så udelad den her",
  "cohort/service-in-two-outcomes":
    "{service} tælles på samme måde i både {other} og {outcome}, så den ville tælle to gange; behold den ét sted",
  "cohort/home-needed":
    "bopæl og betalere skal vide, hvilken kommune der evaluerer; tilføj cohort.home, som den skrives i de kolonner",
  "cohort/programme-without-services":
    "programmeService er angivet, men studiet nævner ingen ydelsesfil; tilføj den, eller udelad dette",
  "cohort/covariate-needs-column":
    "baggrundsvariablen {covariate} mangler overskriften på sin kolonne; kun typerne age, birthYear og born har ingen",
  "cohort/age-needs-no-column": "baggrundsvariablen {covariate} kommer fra fødselsdatoen; udelad dens kolonne",
};
