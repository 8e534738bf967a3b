import type { Catalogue } from "@kontrafakt/base";

export const strataMessages: Catalogue = {
  "matching/strata":
    "{strata} strata rummer både deltagere og kontroller: {starters} deltagere og {controls} kontroller; halvdelen af strataene har højst {people} kontroller",
  "matching/exact-strata-alone":
    "{unmatched} af {starters} deltagere har ingen kontrol med de samme værdier af: {variables}; angiv færre variabler i matching.exact, eller del tal op " +
    'i intervaller (matching.method: "coarsened")',
  "matching/coarsened-strata-alone":
    "{unmatched} af {starters} deltagere har ingen kontrol i de samme intervaller; delt op i flest intervaller: {variables}; færre intervaller for dem " +
    "(matching.coarsening.by) ville beholde flere deltagere",
  "matching/no-exact-stratum":
    "ingen deltager har en kontrol med de samme værdier af alle: {variables}; tal som forhistorien er næsten aldrig helt ens: Del dem op i intervaller " +
    '(matching.method: "coarsened"), eller angiv i matching.exact kun det, der skal være ens',
  "matching/no-coarsened-stratum":
    "ingen deltager har en kontrol i de samme intervaller af alle variabler; delt op i flest intervaller: {variables}; brug færre intervaller " +
    "(matching.coarsening), færre baggrundsvariabler eller nærmeste naboer",
  "matching/never-cut":
    "»{variable}« deles ikke op, da den er 0/1 eller er nævnt i matching.exact; tag den ud af matching.coarsening.by",
  "matching/declared-chosen":
    "af {specifications} specifikationer af matchningen blev den først angivne brugt: den bedste balance blandt dem, der beholder næsten lige så mange " +
    "deltagere som nogen anden, uden at noget udfald efter starten blev set",
  "matching/candidate-chosen":
    "af {specifications} specifikationer af matchningen blev »{name}« brugt: den bedste balance blandt dem, der beholder næsten lige så mange deltagere som nogen anden, " +
    "uden at noget udfald efter starten blev set",
  "matching/candidate-failed":
    "specifikationen »{name}« kunne ikke matches og indgik ikke i valget; tabellen over specifikationer siger hvorfor",
};
