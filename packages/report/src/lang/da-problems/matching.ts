import type { Catalogue } from "@kontrafakt/base";

export const matching: Catalogue = {
  "matching/bad-option": "{message}",
  "matching/bad-ratio":
    "antallet af kontroller pr. deltager skal være et helt tal på mindst 1, men er {value}; angiv for eksempel 3",
  "matching/bad-caliper": "caliperen skal være 0 eller mere, men er {value}; angiv for eksempel 0.2, eller null for ingen",
  "matching/score-missing":
    "række {row} er med i matchningen, men har ingen score ({value}); udelad rækken, eller udfyld dens baggrundsvariabler",
  "matching/unknown-name": "kohorten har intet, der hedder »{value}«; den har: {known}",
  "matching/no-starters":
    "ingen startede på indsatsen fra {from} til {to} ({before} startede før); se på startdatoerne eller på kohortens from og to",
  "matching/no-history":
    "ingen deltager har en forhistorie at matche på: {history} har ingen observeret periode i et vindue før tidspunkt nul (mangler: {variables}), " +
    "{notObserved} andre var ikke under observation, og {covariate} mangler en baggrundsvariabel; data begynder i {first}: Brug nærmere vinduer, " +
    "færre udfald, eller læs tidligere år",
  "matching/no-starters-at-risk":
    "ingen deltager kan matches: {notObserved} var ikke under observation omkring starten, og {covariate} mangler en baggrundsvariabel; se på " +
    'bopæl og fødselsdatoer, eller sæt matching.missing til "indicator"',
  "matching/one-starter":
    "kun én deltager (i {wave}) kan matches, og en score kan ikke læres af én; vent på flere, eller udvid kohorten",
  "matching/no-controls":
    "ingen kan være kontrol: {others} personer kunne være startet i de samme perioder, men gjorde det ikke (klynger, hvis medlemmer er udeladt: {exclude}); " +
    "læs flere personer, eller angiv mindre klynger i matching.exclude",
  "matching/nobody-matched":
    "ingen deltager har en kontrol inden for caliperen ({caliper} standardafvigelser af scoren); grupperne ligner næsten ikke hinanden: Udvid caliperen, " +
    "brug færre baggrundsvariabler, eller find en gruppe, der ligner mere",
  "matching/all-missing": "»{variable}« mangler for alle og er udeladt af scoren; se på kolonnen, eller fjern den fra studiet",
  "matching/missing-values":
    "»{variable}« mangler for {people} personer, heraf {starters} deltagere, på et hold, hvor de kunne være startet; de er udeladt dér " +
    '(matching.missing: "indicator" ville beholde dem)',
  "matching/constant-variable": "»{variable}« er ens for alle og siger intet; den er udeladt af scoren",
  "matching/collinear": "»{variable}« følger præcist af andre i scoren og har ikke fået sin egen hældning",
  "matching/separation":
    "»{variable}« skiller deltagere fra andre uden undtagelse, så ingen score kan veje den; den er udeladt af scoren: Se på dens balance, " +
    "og udelad de personer, ingen kan sammenlignes med",
  "matching/score-not-converged":
    "scoren var ikke faldet til ro efter {iterations} trin; brug færre eller mindre beslægtede baggrundsvariabler, før matchningen tages for gode varer",
  "matching/more-variables-than-starters":
    "scoren har {variables} variabler til {starters} deltagere, så den vil skille dem ad ved et tilfælde; brug færre baggrundsvariabler eller vinduer",
  "matching/unmatched-starters":
    "{unmatched} af {starters} deltagere har ingen kontrol; resultaterne handler om de andre, og balancetabellen viser, hvem de er",
  "matching/empty-wave": "ingen af de {starters} deltagere på holdet {wave} kunne matches; holdet er ikke med i resultaterne",
  "matching/heavy-censoring-weights":
    "nogle kontroller står i stedet for op til {largest} andre, der startede senere; så hviler sammenligningen på få personer: Følg dem i kortere tid, " +
    'eller sammenlign også med estimand "waiting"',
  "matching/not-balanced":
    "efter matchning afviger deltagere og kontroller stadig med mere end {threshold} standardafvigelser på: {variables}; en snævrere caliper eller " +
    "færre kontroller pr. deltager kan hjælpe, ellers gælder sammenligningen kun med det forbehold",
};
