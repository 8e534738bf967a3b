import type { Catalogue } from "@kontrafakt/base";

export const momentsMessages: Catalogue = {
  "effects/moments-covariates":
    "celler og summer pr. gruppe kan ikke justeres for {names}: Det kræver personer. Dan dem efter lag (strata) af variabler med få værdier, eller giv personerne",
  "effects/moments-no-cluster":
    "celler, og disse summer, har intet pr. {cluster}. Dan summer af personer med cluster: {cluster}, eller brug cluster: unit",
  "effects/moments-other-cluster":
    "summerne er pr. {name}, så standardfejl kan kun klynges efter det, ikke efter {cluster}. Sæt cluster: {name}",
  "effects/moments-incomplete":
    "{cohorts} grupper har personer, der mangler perioder. Sæt incomplete: crossSection for at sammenligne gennemsnit af dem, der har hver periode, eller dan summerne med incomplete: drop",
  "effects/moments-pairwise":
    "summer af par af perioder fortæller ikke spredningen blandt dem, der har begge, så incomplete: pairwise kræver panelet. {cohorts} grupper har personer, der mangler perioder; brug incomplete: crossSection, eller dan summerne med incomplete: drop",
  "effects/moments-upper":
    "det vides ikke fuldt ud, hvordan en persons værdier i forskellige perioder følges ad: Standardfejlene er de størst mulige for hver effekt og for summer og gennemsnit af effekter med vægte af samme fortegn. De dækker ikke forskellen mellem effekter",
  "effects/refit-moments":
    "summer pr. gruppe har intet pr. person, der kan vægtes om. Dan dem med en klynge, eller giv panelet, hvis der skal trækkes igen",
  "effects/cell-no-treated-values":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: Ingen deltagere har en værdi da og i basisperioden",
  "effects/cell-stratum":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: Deltagere i {strata} har færre end to kontroller, eller ingen værdi i basisperioden. Slå lag sammen",
  "effects/cell-no-spread":
    "{outcome}: ATT({group}, {time}) har ingen standardfejl: En celle oplyser ikke sin standardafvigelse, og det har intet gennemsnit med denne effekt så heller",
  "effects/efficient-strata":
    "summerne er delt i {strata} lag, og efficient regner med én lodtrækning for alle enheder. Dan summerne uden lag, eller tag hvert lag for sig",
  "effects/efficient-clusters":
    "summer pr. {cluster} har ingen produkter mellem perioder, og dem kræver efficient. Dan summerne uden cluster; er der trukket lod pr. {cluster}, så giv én række pr. {cluster}",
  "effects/efficient-products":
    "efficient kræver, at det vides, hvordan en persons værdier i forskellige perioder følges ad, og det fortæller cellerne ikke. Brug attGt, eller giv cellernes kovarians",
  "effects/efficient-incomplete":
    "nogle af personerne er ikke med i alle perioder (eller en gruppes celler er af forskelligt mange); efficient kræver alle i alle perioder. Dan summer med incomplete: drop, eller brug attGt",
  "effects/efficient-gaps":
    "{count} af {units} enheder er ikke observeret i alle perioder. Udfyld dem, eller sæt incomplete: full for at udelade dem",
  "effects/efficient-gaps-dropped":
    "{count} af {units} enheder er ikke observeret i alle perioder og er udeladt; resten skal stadig være så godt som trukket ved lod",
  "effects/efficient-weights":
    "enhederne har stikprøvevægte; efficient handler om lodtrækningen blandt enhederne selv. Udelad vægtene, eller brug attGt",
  "effects/efficient-one-unit": "{cohorts} starthold med kun én enhed har ingen synlig spredning og er udeladt",
  "effects/efficient-test-no-effect":
    "ingen periode efter en gruppes start har en anden gruppe, der endnu ikke er startet, så der er ingen effekt at teste",
  "effects/efficient-one-cohort": "kun ét starthold er tilbage, så der er ingen at sammenligne med",
  "effects/efficient-until-last":
    "alle starter: Effekterne slutter før {group}, hvor det sidste hold starter, og ingen er tilbage at sammenligne med",
  "effects/efficient-not-adjusted":
    "{effects} effekter hviler på så få enheder, at den justerede varians ville blive negativ; de har Neymans",
  "effects/efficient-test-persons": "testen bytter om på enheders startdato, og summer pr. gruppe har ingen enheder. Giv panelet",
  "effects/efficient-test-draws": "permutationstesten kræver trækninger, og permutations er 0. Sæt den til 999 eller flere",
};
