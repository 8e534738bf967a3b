import type { Catalogue } from "@kontrafakt/base";

export const wavesMessages: Catalogue = {
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
  "matching/unmatched-starters":
    "{unmatched} af {starters} deltagere er udeladt, fordi ingen kan sammenlignes med dem; resultaterne handler om de andre, og balancetabellen viser, hvem de er",
  "matching/empty-wave": "ingen af de {starters} deltagere på holdet {wave} kunne matches; holdet er ikke med i resultaterne",
  "matching/score-left-out":
    "med {variables} variabler til {starters} deltagere er der ikke beregnet nogen score; grupper af ens personer behøver ingen, men kontroller, der går ud, " +
    "er kun vægtet op efter holdets andel af deltagere, og der justeres ikke for scoren: Brug færre baggrundsvariabler eller vinduer for at få en",
  "matching/peak-at-referral":
    "deltagerne blev henvist på et toppunkt (eller i en bølgedal): {outcome} havde ændret sig {size} standardafvigelser på et år, når de " +
    "andres ændring er trukket fra; en del af det vender tilbage af sig selv og ville ligne en effekt af indsatsen. Angiv " +
    "matching.history.gap: {gap} for at matche og sammenligne med tiden før; spændet i resultaterne viser, hvad det gør",
  "matching/heavy-censoring-weights":
    "nogle kontroller står i stedet for op til {largest} andre, der startede senere; så hviler sammenligningen på få personer: Følg dem i kortere tid, " +
    'eller sammenlign også med estimand "waiting"',
};
