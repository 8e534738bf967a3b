import type { Catalogue } from "@kontrafakt/base";

export const balanceMessages: Catalogue = {
  "matching/not-balanced":
    "efter matchning afviger deltagere og kontroller stadig med mere end {threshold} standardafvigelser på: {variables}; en snævrere caliper eller " +
    "færre kontroller pr. deltager kan hjælpe, ellers gælder sammenligningen kun med det forbehold",
  "matching/wave-not-balanced":
    "på {waves} afviger deltagere og kontroller langt mere end over alle hold, mere end {threshold} standardafvigelser og mere, end tilfældet gør blandt så " +
    "få: Se på holdets balance, og brug en snævrere caliper, eller match det præcist på det, der afviger",
  "matching/products-not-balanced":
    "{over} af {products} kvadrater og produkter af kendetegnene afviger med mere end {threshold} standardafvigelser efter matchning, mest {variables}; " +
    "hvor det betyder noget, kan det sættes ind i matching.score.terms",
  "matching/lost-differ":
    "de {unmatched} deltagere uden kontrol adskiller sig fra de andre på: {variables}; resultaterne handler om de andre og siger mindre om folk som dem",
  "matching/few-effective-controls":
    "kontrollerne vejer, hvad {effective} personer ville, mod {starters} deltagere; få af dem bærer sammenligningen: Brug flere kontroller pr. deltager, " +
    "en bredere caliper eller grænser for vægtene",
  "matching/none-held-back":
    "matchningen brugte hver periode før tidspunkt nul, så ingen er tilbage til at prøve, om grupperne fulgtes ad; lad ældre perioder stå uden for vinduerne, eller læs tidligere år",
};
