import type { Catalogue } from "@kontrafakt/base";

export const shapesDanish: Catalogue = {
  "cohort/out-of-range": "værdien ligger uden for målingens spænd; den regnes som manglende. Se minimum og maximum",
  "cohort/more-days-than-period": "flere dage, end perioden har; den regnes som manglende",
  "cohort/measure-periods-absent": "målingen {measure} har intet for {periods}; den mangler dér",
  "cohort/measure-partial":
    "{count} summer af målingen {measure} mangler en del af deres periode, f.eks. en måned af et kvartal, og regnes som manglende; skriv absent: zero, hvis ingen række betyder ingenting",
  "cohort/measure-more-days":
    "{count} værdier af målingen {measure} giver tilsammen flere dage, end perioden har; de regnes som manglende",
  "cohort/measure-carried":
    "{count} værdier af målingen {measure} er ikke aflæst, men videreført fra højst {periods} perioder tidligere",
  "cohort/reading-again":
    "endnu en værdi for samme person og periode; den første bruges, medmindre combine siger, hvad flere skal blive til",
  "cohort/unreadable-period": "teksten er ikke en periode eller dato, der kan læses; skriv med pattern, hvordan den er skrevet",
  "cohort/period-ambiguous":
    "tekster som {found} kan være en måned eller et skoleår; sæt pattern til {year}-{month} eller {year}-{next}, skrevet som i filen",
  "cohort/period-spans": "teksten dækker mere end én af studiets perioder; skriv med longer, hvad den skal blive til",
  "cohort/period-longer": "teksten er mere end én af studiets perioder; sæt periods til det, filen tæller, f.eks. year",
  "cohort/measure-shape":
    "målingen {measure} skal have én af columns (en kolonne pr. periode), period (en række pr. person og periode) eller on (en række pr. dateret aflæsning)",
  "cohort/measure-value":
    "målingen {measure} skal have value, overskriften på værdien, sammen med period og on, og ikke sammen med columns",
  "cohort/pattern-without-period":
    "målingen {measure} har et mønster, men ingen periodekolonne, der er skrevet sådan; udelad mønsteret",
  "cohort/pattern-unusable":
    "et mønster indeholder {year} og højst én af {quarter}, {half}, {month}, {monthName} og {next}; det er {found}",
  "cohort/longer-needed":
    "{found} dækker mere end én af studiets perioder ({period}); skriv med longer, hvad det skal blive til: start, end, repeat eller share",
  "cohort/combine-needed":
    "{found} er dele af en af studiets perioder ({period}); skriv med combine, hvad flere skal blive til: mean, sum, first, last, min eller max",
  "cohort/longer-without-use": "målingen {measure} har datoer, som ikke dækker flere perioder; udelad longer",
  "cohort/share-is-sum":
    "longer: share fordeler en sum og hører derfor kun sammen med combine: sum; det er {combine}, så ret et af stederne",
  "cohort/moments-outcome": "dataene har intet udfald {name}; vælg blandt: {known}",
  "cohort/moments-stratum": "dataene har ingen baggrundsvariabel {name}; vælg blandt: {known}",
  "cohort/moments-cluster": "dataene har ingen gruppering {name}; vælg blandt: {known}",
  "cohort/moments-cluster-unknown":
    "{count} enheder har ukendt {cluster}; udelad dem først, eller gruppér efter noget, der er kendt for alle",
  "cohort/moments-weight": "en vægt er ikke 0 eller mere: enhed {unit} har {value}; ret den, eller udelad enheden",
  "cohort/moments-strata": "der er flere end {limit} lag; brug variable med få værdier, eller færre af dem",
  "cohort/moments-stratum-missing": "{count} enheder mangler en variabel, som lagene bygger på, og er udeladt",
  "cohort/moments-dropped": "{count} enheder mangler en periode eller et udfald og er udeladt",
  "cohort/moments-empty": "der er ingen tilbage at summere; se på vægte, lag og hvad der udelades",
  "cohort/moments-too-large":
    "summerne ville fylde {gigabytes} GB: {groups} grupper af {variables} variable; brug færre lag, udfald, perioder eller grupper",
  "cohort/moments-differ":
    "summer kan kun lægges sammen, hvor de tæller det samme: {what} er forskellige, {one} før og {other} her; dan dem alle ud fra samme studie",
  "cohort/moments-cluster-spans":
    "{count} grupper af {cluster} findes begge steder, og en gruppes sum kan ikke samles bagefter; hold hver gruppe samlet ét sted, eller navngiv stederne med shard, hvis grupperne er forskellige",
  "cohort/moments-of-cells": "celler er allerede summer og tager ingen indstillinger; vælg og opdel dem i readCells",
  "cohort/moments-unreadable": "dette er ikke momenter, som denne version kan læse: {fault}; dan dem igen med momentsJson",
  "cohort/moments-small-arm":
    "kohorten {cohort}{stratum} har færre end {threshold} personer; slå kohorter eller lag sammen, før de sendes ud",
  "cohort/moments-small-period":
    "kohorten {cohort}{stratum} har færre end {threshold} personer med {outcome} i {period}; brug længere perioder, eller udelad de ufuldstændige",
  "cohort/moments-small-difference":
    "færre end {threshold} personer i kohorten {cohort}{stratum} har {outcome} i {period} og ikke i en anden periode, så forskellen på to summer er deres; udelad de ufuldstændige",
  "cohort/moments-few-not-zero":
    "færre end {threshold} personer i kohorten {cohort}{stratum} har andet end 0 af {outcome} i {period}, og summen er deres; brug længere perioder eller færre lag",
  "cohort/moments-few-zero":
    "alle på nær færre end {threshold} personer i kohorten {cohort}{stratum} har noget af {outcome} i {period}; brug længere perioder eller færre lag",
  "cohort/moments-all-alike": "alle i kohorten {cohort}{stratum} har det samme af {outcome} i {period}; udelad det udfald",
  "cohort/moments-small-cluster":
    "en gruppe i kohorten {cohort}{stratum} har færre end {threshold} personer med {outcome} i {period}; brug større grupper",
  "cohort/groups-or-start": "angiv, hvornår grupperne først fik indsatsen: enten groups eller start, og ikke begge",
  "cohort/groups-need-group": "groups nævner grupperne i en kolonne; tilføj group, dens overskrift",
  "cohort/group-start-unreadable": "en gruppes start er never, always eller én periode ({period}), f.eks. 2021; den er {found}",
  "cohort/unknown-group": "gruppen er ingen af dem i groups; tilføj den dér, eller udelad den af filen",
  "cohort/no-measures": "der måles ingenting; nævn mindst én kolonne",
  "cohort/no-rows-left": "ingen række kan bruges; grundene er dem ved rækkerne",
  "cohort/weight-negative": "vægten er ikke et tal på 0 eller mere; ret den",
  "cohort/person-period-again": "samme person og periode igen; den første række bruges",
  "cohort/persons-recur":
    "{count} rækker er personer, som også er med i en anden periode; gruppér efter person, så de ikke tæller som andre",
  "cohort/cell-mean": "udfaldet {outcome} skal have én af mean, total og count",
  "cohort/cell-spread": "udfaldet {outcome} skal have én af sd og se, og ingen af dem sammen med count",
  "cohort/cell-named": "udfaldet {outcome} har navn efter en udfaldskolonne, som ikke er angivet; tilføj outcome",
  "cohort/cell-both": "en kovariansfil siger det, som correlation ville antage; udelad den ene",
  "cohort/correlation-reversed": "den mindste korrelation, {low}, er over den største, {high}; byt dem om",
  "cohort/covariance-outcome": "med flere udfald skal kovariansfilen have en kolonne med deres navne; tilføj covariance.outcome",
  "cohort/cell-n": "antallet af personer er ikke et helt tal på 0 eller mere; ret det",
  "cohort/cell-other-outcome": "udfaldet er ikke et af studiets",
  "cohort/cell-again": "samme gruppe og periode igen; den første række bruges",
  "cohort/cell-without-mean": "cellen har hverken gennemsnit, sum eller antal; udfyld det, hvor det kendes",
  "cohort/cell-count-above": "antallet ligger ikke mellem 0 og antallet af personer; ret et af de to tal",
  "cohort/cell-spread-negative": "standardafvigelsen eller standardfejlen er under nul; ret den",
  "cohort/cell-without-spread": "cellen har hverken standardafvigelse eller standardfejl; udfyld en af dem",
  "cohort/cell-one-person": "cellen er én person, som ikke har nogen spredning",
  "cohort/cell-spread-of-one": "cellen er én person, hvis spredning ikke kan kendes; den angivne bruges ikke",
  "cohort/covariance-unknown-pair":
    "cellerne har ikke den gruppe, periode eller det udfald; se, hvordan filen med celler skriver det",
  "cohort/no-correlation": "korrelationen ligger ikke mellem -1 og 1; ret den, eller skriv is: covariance",
  "cohort/covariance-incomplete":
    "gruppen {group} mangler parret {period} og {with}; tilføj det, eller angiv correlation i stedet for filen",
  "cohort/covariance-like-correlation":
    "alle kovarianser ligger mellem -1 og 1, selv om værdierne spreder sig langt mere (standardafvigelser fra {sd}); er det korrelationer, så skriv is: correlation",
  "cohort/cells-gaps":
    "der mangler tal, som andre grupper med samme start har ({which}): Gennemsnittet er dér af andre grupper, og hvor niveauerne er forskellige, ligner det en ændring; udfyld hullerne, eller udelad sådanne grupper",
  "cohort/cells-differing-n":
    "i {groups} grupper er antallet forskelligt mellem perioder: kovariansen regnes som den for personerne i den mindste celle",
  "cohort/cells-conservative":
    "intet siger, hvordan en gruppes gennemsnit følges ad over perioder: standardfejlene giver plads til enhver korrelation og er brede; angiv correlation eller en kovariansfil",
  "cohort/cells-assumed":
    "en gruppes gennemsnit i to perioder antages at korrelere mellem {low} og {high}: standardfejlene er de bredeste inden for det",
  "cohort/comparison-outcomes": "comparisonCells har ingen udfald; angiv kolonnen for mindst ét af: {known}",
  "cohort/comparison-outcome-unknown": "comparisonCells nævner et udfald, som studiet ikke har, {outcome}; det har: {known}",
  "cohort/comparison-mean": "udfaldet {outcome} i comparisonCells skal have én af mean og total",
  "cohort/leave-out-of-what": "leaveOut nævner grupper i en kolonne; tilføj group, dens overskrift",
  "cohort/comparison-left-out": "gruppen er udeladt af sammenligningen",
  "cohort/comparison-nothing": "sammenligningen har intet tal for {outcome} i studiets perioder; se på period og longer",
  "cohort/comparison-groups-change":
    "sammenligningen af {outcome} dækker {fewest} til {most} grupper efter periode: at gennemsnittet ændrer sig, kan blot betyde, at grupperne gør",
  "cohort/comparison-home": "sammenligningen rummer {home} selv; nævn den i leaveOut, hvis kun de andre menes",
};
