import type { Catalogue } from "@kontrafakt/base";

export const attGtMessages: Catalogue = {
  "effects/no-covariate": "panelet har ingen baggrundsvariabel, der hedder {name}; det har {names}. Angiv en af dem",
  "effects/sampling-weight": "stikprøvevægte skal være 0 eller mere; én er {value}",
  "effects/incomplete":
    "{count} af {units} enheder er ikke observeret i alle perioder ({which}). Udfyld dem, eller sæt incomplete: full (udelad dem; det ændrer, hvem effekten gælder), pairwise (brug dem, hvor begge perioder er kendt) eller crossSection (brug hver række)",
  "effects/incomplete-dropped":
    "{count} af {units} enheder ({treated} af dem deltagere) er ikke observeret i alle perioder og er udeladt",
  "effects/always-treated":
    "{count} enheder startede senest i den første periode (med forventning medregnet) og har ingen periode før; de er udeladt",
  "effects/no-never-treated":
    "ingen i panelet er uden indsatsen hele vejen, så control: never giver ingen kontroller. Brug control: notYet, eller tilføj enheder uden",
  "effects/last-group-as-control":
    "ingen er uden indsatsen hele vejen: Gruppen, der starter sidst ({group}), er kontrol, og perioder fra {from} er udeladt",
  "effects/no-treated":
    "ingen enhed starter mellem {from} og {to} med en periode før sin start (forventningen, anticipation, talt med), så der er ingen effekt at estimere. Se på starter, perioder og anticipation",
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
  "effects/pairwise-used":
    "{count} af {units} enheder ({treated} af dem deltagere) er ikke observeret i alle perioder: Hver effekt gælder de enheder, der er observeret i begge dens perioder, så forskellige perioder handler om forskellige mennesker. Gennemsnit vægter grupperne efter alle deres enheder",
  "effects/as-cross-sections":
    "{count} af {units} enheder ({treated} af dem deltagere) er ikke observeret i alle perioder: Hver effekt sammenligner dem, der er der i hver af dens perioder, som var de forskellige mennesker. Er de, der forsvinder, anderledes end dem, der bliver, ligner det en effekt",
  "effects/seen-once":
    "{count} af {units} enheder ({treated} af dem deltagere) er højst observeret i én periode og indgår ikke i nogen effekt",
  "effects/without-outcome": "{count} af {units} enheder ({treated} af dem deltagere) har intet udfald og er udeladt",
  "effects/weightless": "{count} af {units} enheder ({treated} af dem deltagere) har stikprøvevægt 0 og er udeladt",
  "effects/covariate-missing":
    "{count} af {units} enheder ({treated} af dem deltagere) mangler en baggrundsvariabel og er udeladt. Giv variablerne en markering af manglende værdi for at beholde dem",
  "effects/of-group": "af gruppen, der starter i {group}, er det {count} af {units}",
  "effects/of-never-treated": "af dem uden indsats er det {count} af {units}",
  "effects/time-varying":
    "{covariates} ændrer sig over tid: Det, indsatsen ændrer i den, trækkes ud af effekten. Brug kun, hvad indsatsen ikke kan ændre",
  "effects/time-varying-rows":
    "{covariates} skulle være kendt for hver person ved udgangspunktet, og rækker af forskellige mennesker fortæller det ikke. Angiv en variabel på rækkerne, eller sæt incomplete: pairwise for et panel",
  "effects/cell-no-base":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: Ingen tidligere periode på samme tid af året ligger før start. Sæt baseSeason: any, eller tilføj tidligere perioder. Gennemsnit udelader den",
  "effects/cell-few-treated":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: {treated} rækker med indsatsen i en periode til {slopes} variabler og en konstant. Brug færre variabler eller method: reg",
  "effects/cell-not-calibrated":
    "{outcome}: ATT({group}, {time}) er estimeret med method: dr i stedet: Ingen vægte på kontrollerne giver helt samme gennemsnit af variablerne",
  "effects/cell-constant":
    "{outcome}: ATT({group}, {time}) har en standardfejl på 0, fordi udfaldet ændrede sig ens for alle, der sammenlignes. Den siger intet om usikkerheden",
  "effects/one-cluster": "{clusters} klynge siger intet om, hvordan klynger er forskellige; angiv en finere inddeling eller unit",
  "effects/att-gt-too-large":
    "{clusters} klynger og {cells} effekter kræver mere hukommelse, end der er. Bed om færre udfald ad gangen eller en grovere klyngning",
  "effects/comparison-needs-panel": "en sammenligning er af menneskene i et panel, ikke af {data}",
  "effects/comparison-control": "sammenligningen bestemmer selv, hvem der er kontroller; udelad control",
  "effects/comparison-sections":
    "menneskene i en sammenligning følges fra udgangspunkt til periode; brug incomplete: pairwise eller full",
  "effects/comparison-anticipation":
    "sammenligningen er lavet med en forventning på {anticipation}, ikke {given}; udelad anticipation, eller match igen",
  "effects/comparison-incomplete":
    "{count} af {units} mennesker i sammenligningen ({treated} af dem deltagere) er ikke observeret i alle perioder. Sæt incomplete: pairwise (brug dem, hver effekt ser; kontroller i et sæt deler dets vægt) eller full (udelad dem)",
  "effects/sections-incomplete": "mennesker i tværsnit ses én gang, så {incomplete} har ingen at vælge; udelad incomplete",
  "effects/refit-assignment": "refit af attGt tager kun vægte: Uden matchede sæt er der ingen roller at flytte",
  "effects/aggregate-without-shares":
    "disse effekter har ikke de gruppeandele, som {type} kræver. Brug events, total eller mean til effekter efter matchning",
  "effects/aggregate-left-out": "{outcome}: {type} er over de celler, der kunne estimeres; udeladt: {which}",
  "effects/aggregate-empty": "{outcome}: ingen celle er tilbage til {type}",
  "effects/aggregate-type": "effekter sammenfattes som simple, dynamic, group eller calendar; fandt {type}",
  "effects/balance-event": "balanceE gælder kun typen dynamic, ikke {type}",
};
