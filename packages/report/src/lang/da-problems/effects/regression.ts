import type { Catalogue } from "@kontrafakt/base";

export const regressionMessages: Catalogue = {
  "effects/no-measure":
    "panelet har intet mål, der hedder {name}; det har {names}. Kovariater i en regression med faste effekter ændrer sig over tid: angiv et af dem",
  "effects/unknown-levels":
    'der er intet, der hedder "{name}"; brug et af {names}, eller to af dem med * imellem, fx region*period',
  "effects/unknown-level-of-unit": "{count} enheder mangler {name}, som alle skal have. Udfyld det, eller lad {name} ude",
  "effects/weights-negative": "stikprøvevægte skal være 0 eller mere; {count} enheder har en anden",
  "effects/rows-left-out":
    "{outcome}: ud af {rows} rækker (en enhed i en periode) er {unobserved} ikke under observation, og {missing} mangler udfaldet eller en kovariat; regressionen er på de øvrige",
  "effects/singletons": "{outcome}: {count} af {rows} rækker står alene i en af de faste effekter, siger intet og er udeladt",
  "effects/no-unit-effects":
    "uden faste effekter for enheder regnes forskelle i niveau mellem dem med og uden indsatsen som effekt, bortset fra det, de andre faste effekter fanger",
  "effects/always-as-controls":
    "{count} enheder startede senest i den første periode (med forventning medregnet); i en tovejsregression er de kontroller, og det er forkert, hvis effekten ændrer sig over tid",
  "effects/covariates-collinear": "{outcome}: udeladt, fordi faste effekter og andre kovariater allerede siger det: {covariates}",
  "effects/terms-collinear":
    "{outcome}: ikke estimeret, fordi faste effekter, kovariater og de andre led allerede siger det: {which}. De andre regnes fra dem som fra referencen",
  "effects/not-converged":
    "{outcome}: de faste effekter kunne ikke tages ud med fuld nøjagtighed; tallene kan være lidt forkerte. Brug færre faste effekter, eller slå to sammen med *",
  "effects/nothing-left":
    "{outcome}: faste effekter og led passer på alle rækker, eller der er for få rækker eller klynger; der kan ikke gives en standardfejl",
  "effects/scores-cancel":
    "{outcome}: ingen spredning at bedømme {which} på: efter {by} er fejlene bag 0 eller går op mod hinanden. Brug led med flere enheder, eller finere klynger, fx unit",
  "effects/two-way-negative":
    "kovariansen med klynger på to ledder var ikke positiv; dens negative egenværdier er sat til 0. Det skyldes som regel få klynger på den ene led",
  "effects/regression-refit-assignment":
    "refit af en regression tager kun vægte: uden matchede sæt er der ingen roller at flytte",
  "effects/lags-unused":
    "lags hører til neweyWest og driscollKraay; variance er {variance}. Lad lags ude, eller vælg en af de to",
  "effects/two-way-weights-negative":
    "{outcome}: {cells} af {of} celler (gruppe og periode) indgår i tovejstallet med negativ vægt, {sum} i alt, så det kan have et andet fortegn end alle de effekter, der indgår. Se på en estimator med celler: attGt, sunAbraham, imputation",
  "effects/event-window":
    "window skal rumme referencen ({reference}) og have sin første tid før sin sidste; det går fra {from} til {to}",
  "effects/no-reference": "{outcome}: ingen er set ved referencen, tid {reference} fra start. Vælg en anden",
  "effects/event-pooled-before": "{outcome}: tid {event} fra start står for den og alle tidligere",
  "effects/event-pooled-after": "{outcome}: tid {event} fra start står for den og alle senere",
  "effects/no-never-treated-cohort":
    "alle i panelet får indsatsen på et tidspunkt, så control: never har ingen kontroller. Brug control: last, eller tilføj enheder uden indsatsen",
  "effects/last-cohort-as-control":
    "gruppen, der starter sidst ({group}), er kontrol: perioder fra {from} er udeladt, og det er {count} enheder, der aldrig får indsatsen, også",
  "effects/cohort-no-reference":
    "de {count} enheder, der starter {group}, har ingen periode ved referencen eller før og er udeladt",
  "effects/cohort-reference-unseen":
    "{outcome}: ingen række for dem, der starter {group}, ligger ved referencen eller før, så deres effekter kan ikke skilles fra deres niveau",
};
