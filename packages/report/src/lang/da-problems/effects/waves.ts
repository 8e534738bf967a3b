import type { Catalogue } from "@kontrafakt/base";

export const wavesMessages: Catalogue = {
  "effects/no-outcome": "panelet har intet udfald, der hedder {name}; det har {names}. Angiv et af dem",
  "effects/no-sets": "sammenligningen har ingen personer, så der er intet at estimere. Se først på matchningen",
  "effects/unknown-clustering": "ingen klynger hedder »{name}«; brug person eller en af: {names}",
  "effects/no-cell":
    "intet hold og ingen periode har to uafhængige matchede sæt med data, så ingen effekt kan estimeres ({sets} sæt i {clusters} uafhængige grupper). Brug en finere effects.cluster, inference.crossing: auto, eller match uden genbrug af kontroller",
  "effects/no-cell-of-people":
    "intet hold og ingen periode har to uafhængige deltagere og to personer til sammenligning med data, så ingen effekt kan estimeres ({clusters} uafhængige personer eller klynger). Brug en finere effects.cluster eller vægte, som flere deler",
  "effects/cell-too-few":
    "{outcome}: {cells} celler af hold og periode ({personPeriods} personperioder efter start) hviler på færre end to uafhængige deltagere eller på for få til sammenligning, når vægtene regnes med, og er udeladt: {which}",
  "effects/roles-fixed":
    "sammenligningen vægter personer forskelligt, så rollen som deltager kan ikke flyttes mellem dem som ved lodtrækning. Spørg permutable først; refit uden roller virker",
  "effects/covariates-capped":
    "der er {starters} matchede deltagere, hvilket tillader {allowed} justeringsvariabler (én for hver ti); udeladt: {left}",
  "effects/covariates-capped-event":
    "{outcome}: færre justeringsvariabler ved tiderne {events}, hvor der er færre end ti matchede deltagere pr. variabel",
  "effects/covariate-constant": "{outcome}: {covariate} varierer ikke blandt de matchede, og der justeres ikke for den",
  "effects/history-missing":
    "{outcome}: {rows} matchede rækker mangler {covariate}; de får gennemsnittet i deres matchede sæt, stratum eller hold, så sammenligningen næsten ikke flyttes af det",
  "effects/no-base": "{outcome}: {sets} matchede deltagere har ingen observation i basisvinduet og udgår af estimatet",
  "effects/no-comparison-left":
    "{outcome}: {personPeriods} personperioder efter start hos {sets} deltagere har ingen tilbage at sammenligne med og udgår af estimatet",
  "effects/cell-not-estimated":
    "{outcome}: {cells} celler af hold og periode ({personPeriods} personperioder efter start) hviler på færre end to uafhængige matchede sæt eller på for få til sammenligning og er udeladt: {which}",
  "effects/clusters-merged":
    "{sets} matchede sæt deler personer eller klynger og udgør {clusters} uafhængige grupper, den største på {largest} sæt; standardfejlene tæller grupperne",
  "effects/censoring-probability":
    "{rows} rækker i sammenligningen har ingen positiv sandsynlighed for at blive i den og udgår fra da af. Se på matchningens model for, hvem der går ud",
  "effects/length": "{what} har {given} værdier, hvor {needed} er nødvendige",
  "effects/pretrend-none":
    "{outcome}: matchningen brugte alle perioder før start, så balancen følger af matchningen selv og siger intet om udviklingen",
  "effects/pretrend-averaged":
    "{outcome}: {restrictions} tilbageholdte perioder er for mange til at teste én ad gangen med {df} frihedsgrader; de testes som {tested} gennemsnit af {span} perioder",
  "effects/pretrend-too-few": "{outcome}: {df} frihedsgrader er for få til at teste tilbageholdte perioder samlet",
  "effects/placebo-none":
    "intet matchet sæt eller stratum har nok personer til sammenligning til, at de kan prøves mod hinanden, så designet kan ikke prøves på personer uden for indsatsen",
  "effects/bands-undefined": "et bånd kræver mindst ét estimat med en positiv standardfejl; ingen af de {terms} har en",
};
