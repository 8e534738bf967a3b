import type { Catalogue } from "@kontrafakt/base";

export const drawsMessages: Catalogue = {
  "savings/distribution-not-a-number":
    "fordelingen ({kind}) kræver endelige tal, fandt {found}; udfyld alt det, fordelingen beskrives med",
  "savings/distribution-empty": "en empirisk fordeling kræver de værdier, der er fundet, men der er ingen; angiv mindst én",
  "savings/distribution-order": "lav må højst være høj, og skal være mindre for en betafordeling; fandt lav {low} og høj {high}",
  "savings/distribution-mode":
    "værdien, der regnes med, {mode}, skal ligge mellem lav {low} og høj {high}; flyt den, eller udvid spændet",
  "savings/distribution-sd": "fordelingen {kind} kræver en standardafvigelse over 0, fandt {sd}; angiv en, eller brug fixed",
  "savings/distribution-mean":
    "fordelingen {kind} er for positive tal, så værdien skal være over 0, fandt {mean}; brug en anden fordeling",
  "savings/distribution-beta-mean":
    "værdien i en betafordeling skal ligge mellem lav {low} og høj {high} uden at være en af dem, fandt {mean}; flyt den, eller udvid spændet",
  "savings/distribution-beta-sd":
    "standardafvigelsen i en betafordeling med denne værdi og dette spænd skal være under {largest}, fandt {sd}; sænk den, eller udvid spændet",
};
