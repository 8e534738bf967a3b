import type { Catalogue } from "@kontrafakt/base";

export const nearestMessages: Catalogue = {
  "matching/bad-ratio":
    "antallet af kontroller pr. deltager skal være et helt tal på mindst 1, men er {value}; angiv for eksempel 3",
  "matching/bad-caliper": "caliperen skal være 0 eller mere, men er {value}; angiv for eksempel 0.2, eller null for ingen",
  "matching/bad-reuse-limit":
    "antallet af deltagere, som én kontrol må bruges til, skal være et helt tal på mindst 1, men er {value}; angiv for eksempel 5, eller null for ingen grænse",
  "matching/ratio-outside":
    "antallet af kontroller pr. deltager skal variere fra {least} til {most}, så gennemsnittet skal ligge derimellem, men ratio er {ratio}; ret en af dem",
  "matching/score-missing":
    "række {row} er med i matchningen, men har ingen score ({value}); udelad rækken, eller udfyld dens baggrundsvariabler",
  "matching/caliper-on-category": "»{covariate}« er en kategori og har ingen afstand; nævn den i stedet i matching.exact",
  "matching/nobody-within-limits":
    "ingen deltager har en kontrol: For {groups} er der ingen i de grupper, der skal stemme overens eller være forskellige (matching.exact, matching.antiExact), for {calipers} ingen " +
    "inden for matching.calipers, for {caliper} ingen tilbage inden for caliperen af scoren, og for {left} var ingen ledige; lemp disse krav",
  "matching/nobody-matched":
    "ingen deltager har en kontrol inden for caliperen ({caliper} standardafvigelser af scoren); grupperne ligner næsten ikke hinanden: Udvid caliperen, " +
    "brug færre baggrundsvariabler, eller find en gruppe, der ligner mere",
};
