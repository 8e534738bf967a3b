import type { Catalogue } from "@kontrafakt/base";

/** Danish sentences on plans. */
export const planningMessages: Catalogue = {
  "savings/plan-year-since-start":
    "forventede hele år siden start, fandt {found}; skriv 0 for det kalenderår, indsatsen begynder i, og 1 for det næste",
  "savings/plan-year-gap":
    "{outcome} har en effekt i år {year} efter start, men ingen i år {before}; tilføj den manglende række (effekt 0, hvor intet ændres)",
  "savings/plan-effect-missing":
    "forventede ændringen pr. deltager som et tal, fandt {found}; skriv den i udfaldets enhed, negativ, hvor det falder",
  "savings/plan-bias-outside": "andelen, der trækkes fra for optimisme, skal ligge mellem 0 og 1, fandt {found}",
  "savings/plan-values-unreadable":
    "de fundne ændringer skal være tal adskilt af |, fandt »{found}«; skriv dem som -12 | -8,5 | -3",
  "savings/plan-history-late":
    "historikken har {years}, hvor deltagere begynder (fra {from}): Da er gruppen dem, der ikke er begyndt, eller præget af indsatsen; fjern disse år",
  "savings/plan-no-effects":
    "{outcomes}: planen har et udfald uden nogen forudsat effekt; tilføj dets rækker i filen med effekter, eller fjern det",
  "savings/plan-starters-below": "{found} deltagere i {year}: antallet af deltagere skal være 0 eller mere i hele sit spænd",
  "savings/plan-no-starters": "ingen skal begynde ifølge planen; skriv hvor mange under plan.starters",
  "savings/plan-cost-missing":
    "en plan regner med budgetterede udgifter, og {payer} har ingen for {year}; udfyld den budgetterede udgift (faktiske udgifter hører til i et studie af det, der blev gjort)",
  "savings/plan-cost-actual":
    "der er faktiske udgifter for {years}, og en plan regner med de budgetterede; når der er faktiske udgifter, så evaluér det, der blev gjort",
  "savings/plan-age-out":
    "en plan kender ikke deltagernes alder, så savings.persistence.ageOut kan ikke bruges; lad effekterne ende med persistence.years i stedet",
  "savings/plan-effect-over-use":
    "{outcome}: planen trækker {effect} om året fra hos hver deltager i år {year} efter start, men målgruppen brugte {use} i gennemsnit uden indsatsen; angiv en mindre effekt, eller skriv ved kilden, hvorfor disse deltagere bruger mere",
  "savings/plan-starters-over-people":
    "{starters} skal begynde i {year}, men målgruppen var på {people} personer i {last}; planlæg for færre, eller ret historikken",
  "savings/plan-use-unknown":
    "{outcomes}: historikken har ingen rækker, så det, målgruppen koster uden indsatsen, er opgjort uden",
  "savings/plan-price-carried-on":
    "{outcomes}: Priserne fra det sidste år, der har dem, bruges for senere år, da priserne er faste",
  "savings/history-people": "forventede et helt antal personer over 0, fandt {found}; udelad år, hvor der ingen var",
  "savings/history-units": "forventede et tal på 0 eller mere, fandt {found}",
  "savings/history-people-differ":
    "målgruppen er på {found} personer i {year} her, men på {other} i række {row}; alle rækker i et år handler om de samme personer",
};
