import type { Catalogue } from "@kontrafakt/base";

export const payersMessages: Catalogue = {
  "savings/transfers-not-measured":
    "{payers}: ingen pris er kendt, så der er intet netto at dele, og overførslerne mellem betalere er uden dem; angiv priserne, hvis det er muligt",
  "savings/transfers-correlation-unknown":
    "det vides ikke fuldt ud, hvordan effekterne varierer sammen, og en overførsel er en forskel mellem gevinster, så intet interval holder for den; overførsler mellem betalere er udeladt. Angiv præcise korrelationer for at få dem",
  "savings/transfers-net-loss":
    "{payers} taber tilsammen, så ingen overførsel kan stille dem alle skadesløse; reglerne deler da tabet efter, hvem der har betalt indsatsen",
  "savings/transfers-without-cost":
    "{payers} bærer ingen del af indsatsens udgift, så intet kan deles efter udgift; kun de regler, der ikke kræver det, vises",
  "savings/transfers-without-gain":
    "ingen af {payers} sparer, så under reglen, der deler udgiften efter gevinst, beholder hver sin egen udgift",
  "savings/scale-without-starters":
    "andre antal deltagere kan ikke regnes ud, da det ikke vides, hvor mange deltagere effekterne handler om; evaluér studiet fra data om personer, eller lad savings.scale ude",
  "savings/scale-without-waves":
    "andre antal deltagere kan ikke regnes ud, da det ikke vides, hvor mange der startede på hvert hold, og intervallet ville blive for smalt; evaluér studiet fra dets data",
  "savings/list-price-missing":
    "{quantity} skal vises til listepris ved siden af {spend}, men prisfilen har ingen pris på {quantity}; tilføj rækker for {quantity}, eller lad {spend} ude af savings.listPrices",
  "savings/list-price-without-spend":
    "{quantity} til listepris kan ikke vises ved siden af {spend}: {spend} har ingen pris eller ingen effekt efter start; giv det en pris (1, hvor det allerede er et beløb)",
  "savings/list-price-without-quantity":
    "{spend} står uden {quantity} til listepris, da ingen effekt på {quantity} efter start kunne beregnes; se på udfaldets data",
};
