import type { Catalogue } from "@kontrafakt/base";

export const effects: Catalogue = {
  "effects/no-outcome": "panelet har intet udfald, der hedder {name}; det har {names}. Angiv et af dem",
  "effects/no-sets": "sammenligningen har ingen personer, så der er intet at estimere. Se først på matchningen",
  "effects/unknown-clustering": "ingen klynger hedder »{name}«; brug person eller en af: {names}",
  "effects/no-cell":
    "intet hold og ingen periode har to uafhængige matchede sæt med data, så ingen effekt kan estimeres ({sets} sæt i {clusters} uafhængige grupper). Brug en finere effects.cluster, eller match uden genbrug af kontroller",
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
  "effects/no-covariate": "panelet har ingen baggrundsvariabel, der hedder {name}; det har {names}. Angiv en af dem",
  "effects/sampling-weight": "stikprøvevægte skal være 0 eller mere; enhed {unit} har {value}",
  "effects/incomplete":
    "{count} af {units} enheder er ikke observeret i alle perioder eller mangler {what}: {which}. Udfyld dem, eller sæt incomplete: drop for at udelade dem; det ændrer, hvem effekten gælder",
  "effects/incomplete-dropped":
    "{count} af {units} enheder ({treated} af dem deltagere) er ikke observeret i alle perioder, eller mangler en baggrundsvariabel, og er udeladt",
  "effects/always-treated":
    "{count} enheder startede senest i den første periode (med forventning medregnet) og har ingen periode før; de er udeladt",
  "effects/no-never-treated":
    "ingen i panelet er uden indsatsen hele vejen, så control: never giver ingen kontroller. Brug control: notYet, eller tilføj enheder uden",
  "effects/last-group-as-control":
    "ingen er uden indsatsen hele vejen: Gruppen, der starter sidst ({group}), er kontrol, og perioder fra {from} er udeladt",
  "effects/no-treated": "ingen enhed starter mellem {from} og {to}, så der er ingen effekt at estimere",
  "effects/one-period": "panelet har {periods} brugbar periode; en effekt kræver en periode før og en efter start",
  "effects/unknown-cluster-of-unit": "{count} enheder mangler {cluster}; klyngning kræver den for alle",
  "effects/cell-no-controls": "{outcome}: ATT({group}, {time}) er ikke estimeret: Ingen enhed er kontrol da",
  "effects/cell-one-unit":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: {treated} med og {controls} uden indsatsen, og hver side skal have to for at få en standardfejl",
  "effects/cell-few-controls":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: {controls} kontroller til {slopes} variabler og en konstant",
  "effects/cell-separated":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: Variablerne skiller deltagere fra kontroller helt ({covariates}). Brug færre variabler eller method: reg",
  "effects/cell-overlap":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: En sandsynlighed på {highest} efterlader enheder uden nogen at sammenligne med. Brug færre variabler eller method: reg",
  "effects/cell-collinear": "{outcome}: ATT({group}, {time}) udelader variabler, der følger af andre: {covariates}",
  "effects/refit-assignment": "refit af attGt tager kun vægte: Uden matchede sæt er der ingen roller at flytte",
  "effects/aggregate-without-shares":
    "disse effekter har ikke de gruppeandele, som {type} kræver. Brug events, total eller mean til effekter efter matchning",
  "effects/aggregate-left-out": "{outcome}: {type} er over de celler, der kunne estimeres; udeladt: {which}",
  "effects/aggregate-empty": "{outcome}: ingen celle er tilbage til {type}",
  "effects/balance-event": "balanceE gælder kun typen dynamic, ikke {type}",
};
