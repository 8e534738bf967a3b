import type { Catalogue } from "@kontrafakt/base";

export const filesMessages: Catalogue = {
  "savings/too-many-payers":
    "pengefilerne nævner {payers} betalere; flere end {most} er næppe budgetter, og alle ville stå med navn i resultaterne. Se efter, at det er den rigtige kolonne, og læg små betalere sammen",
  "savings/word-unknown": "forventede et af ordene {accepted}, fandt »{found}«; brug et af dem, eller lad cellen være tom",
  "savings/not-a-number":
    "forventede et tal, fandt »{found}«; skriv kun tallet, uden %, kr. eller ord (70 % som 0,7 og 4,8 mio. som 4800000)",
  "savings/error-cell": "feltet viser en formels fejl ({found}); ret formlen, eller ryd feltet",
  "savings/columns-not-read":
    "studiet nævner ikke disse kolonner, så de læses ikke: {columns}; angiv dem, der betyder noget, under savings.{option}",
  "savings/index-jumps":
    "indekset går fra {before} i {from} til {found}, mere end priser gør; skriv hvert års niveau (100, derefter 102,3), ikke ændringen i procent",
  "savings/distribution-without-price":
    "fordelingen {kind}, men ingen pris; skriv også prisen, eller ryd fordelingen for at sige, at prisen ikke kendes",
  "savings/distribution-lacks": "en pris med fordelingen {kind} angives ved {needs}; udfyld dette, eller vælg en anden fordeling",
  "savings/distribution-extra":
    "en pris med fordelingen {kind} angives ved {needs}, så denne celle ville intet sige; ryd den, eller vælg en anden fordeling",
  "savings/distribution-missing":
    "{column} er udfyldt, men ingen fordeling siger, hvad det gælder; angiv én (normal, lognormal, gamma, beta eller empirisk), eller ryd {column}",
  "savings/distribution-of-zero":
    "en pris med fordelingen {kind} skal være over 0; vælg en anden fordeling, eller lad den være tom for en pris på 0",
  "savings/sd-not-positive":
    "en standardafvigelse skal være et tal over 0, fandt {found}; lad fordeling og standardafvigelse være tomme, hvis prisen kendes nøjagtigt",
  "savings/normal-below-zero":
    "en normalfordelt pris på {amount} med standardafvigelse {sd} er under 0 med en sandsynlighed på {percent} %; vælg lognormal eller gamma, som aldrig er det",
  "savings/beta-too-wide":
    "en betafordelt pris på {amount} mellem {low} og {high} har en standardafvigelse under {most}, fandt {found}; gør den mindre, eller gør spændet bredere",
  "savings/values-unreadable": "de fundne priser skal være tal adskilt af |, fandt »{found}«; skriv dem som 1850 | 2100 | 2600",
  "savings/values-beside-price":
    "prisen {amount} ligger uden for de fundne priser, som går fra {least} til {most}; skriv deres gennemsnit, eller ret dem",
  "savings/share-outside": "en andel skal ligge mellem 0 og 1, fandt {found}; skriv 25 % som 0,25",
  "savings/shares-above-one":
    "betalernes andele af en enhed {consequence} i {year} giver tilsammen {total}; de kan højst betale 1: Ret årets andele",
  "savings/step-and-cashable":
    "kapacitet, der frigøres i trin på {step}, afgør allerede, hvad der kan tages ud af et budget, så en realiserbar andel på {cashable} ville trække det samme fra to gange; lad et af de to felter være tomt",
  "savings/step-not-positive":
    "et kapacitetstrin skal være over 0 enheder, fandt {found}; lad det være tomt, hvis kapacitet frigøres enhed for enhed",
  "savings/lag-outside": "en forsinkelse skal ligge mellem 0 og {most} år, fandt {found}; skriv et halvt år som 0,5",
  "savings/lag-range":
    "forsinkelsen {lag} skal ligge i sit spænd, højst {most} år, fandt kortest {low} og længst {high}; angiv begge eller ingen",
  "savings/lag-range-without-lag":
    "et spænd for forsinkelsen fra {low} til {high}, men ingen forsinkelse; skriv også den mest sandsynlige, eller ryd spændet",
  "savings/price-varies":
    "{payer}s pris på {consequence} har {what} {found} her, men {other} i række {row}; det gælder for alle prisens år: Skriv det samme i hver række",
  "savings/average-all-cashable":
    "{payer}s pris på {consequence} er et gennemsnit, hvori indgår bygninger og personale, som bliver, når der bruges én enhed mindre, men det hele regnes som realiserbart; brug marginalprisen, en lavere realiserbar andel eller et trin",
  "savings/deadweight-measured":
    "fandt {found}, men effekterne er målt mod en sammenligningsgruppe, som allerede har trukket det fra, der var kommet alligevel, og det, andre har skabt; lad feltet være tomt (fortrængning kan blive stående)",
  "savings/transfer-to-self":
    "{payer} ville modtage, hvad {payer} betaler; angiv, hvem der modtager det, eller lad cellen være tom",
  "savings/transfer-with-step":
    "det, {payer} overfører til {receiver}, ophører med enheden, så hverken kapacitetstrin eller forsinkelse passer; ryd dem, eller ryd modtageren, hvis ydelsen bruges op",
  "savings/transfer-to-payer":
    "{receiver} modtager det, {payer} betaler for {consequence} i {year}, men har også selv en pris på det (række {row}) og ville både betale og modtage; behold den ene af de to",
  "savings/index-not-positive": "et indeks skal være over 0, fandt {found}; skriv årets prisniveau",
  "savings/index-year-missing":
    "beløbet er i {found}-priser og studiet i {expected}-priser, men indekset mangler {missing}; det har {known}: Tilføj de manglende år",
  "savings/refund-to-self": "{payer} ville refundere {payer}; angiv, hvem der refunderer, eller fjern rækken",
  "savings/refund-ends-first": "reglen ophører {to}, før den begynder {from}; ret datoerne",
  "savings/refund-of-scheme":
    "udfaldet {outcome} er den ene side af refusionsordningen {scheme}, som allerede er regnet for hver person, så denne regel ville refundere det to gange; fjern rækken, eller sæt pris på et udfald før refusion",
  "savings/refunds-overlap":
    "{by} refunderer {payer} efter denne regel og efter den i række {row} på de samme dage; lad den første slutte dagen før, den anden begynder",
  "savings/refunds-above-price":
    "{payer} ville få {total} af prisen refunderet (se række {other}); på én dag kan reglerne tilsammen højst refundere 1",
  "savings/refund-not-priced": "en refusion af {consequence}, som ikke har en pris; tilføj prisen, eller fjern rækken",
  "savings/refund-payer-unknown":
    "en refusion til {payer}, som ikke har en pris på {consequence}; det har {payers}: Ret navnet, eller tilføj prisen",
  "savings/refund-of-net":
    "{payer}s pris på {consequence} er netto, efter refusion ({file}, række {row}), så denne refusion ville blive trukket fra to gange; angiv bruttoprisen, eller fjern denne række",
  "savings/refund-counted-twice":
    "{by} ville refundere en del af {payer}s pris på {consequence}, men har selv en pris ({file}, række {row}), så refusionen tæller to gange; behold bruttoprisen og denne regel, eller begge nettopriser",
  "savings/refund-of-two":
    "{by} refunderer både {payer} og {other} (række {row}) for {consequence} og skulle have to priser på én gang; giv refusionerne hver sit navn",
  "savings/gross-without-refund":
    "{payer}s pris på {consequence} i {year} er brutto, men ingen refusion er angivet, så det hele regnes som {payer}s; tilføj reglen i savings.refunds, eller kald prisen netto",
  "savings/cost-step-without-behaviour":
    "et trin på {step} deltagere, men udgiften stiger ikke i trin; skriv trin som dens adfærd, eller ryd trinnet",
  "savings/cost-step-missing":
    "en udgift, der stiger i trin, kræver, hvor mange deltagere et trin rummer, et tal over 0, fandt {found}",
  "savings/volume-empty": "hverken planlagte eller faktiske deltagere; udfyld mindst én, eller fjern rækken",
  "savings/not-people":
    "forventede et helt antal personer, 0 eller flere, fandt {found}; lad cellen være tom, hvis det ikke vides",
  "savings/dropouts-above-starters": "{dropouts} er faldet fra, men kun {actual} er begyndt; ret den ene af de to",
  "savings/dropouts-of-unknown":
    "{dropouts} er faldet fra, men det er ikke angivet, hvor mange der begyndte; udfyld det faktiske antal",
  "savings/claim-parts-half":
    "beløbet er delt i deltagere, effekt og pris, men {missing} er tom; udfyld det, eller ryd dem alle for kun at angive et beløb",
  "savings/claim-parts-of-nothing":
    "deltagere, effekt og pris er angivet, men ikke for hvilket udfald; udfyld konsekvensen, eller ryd dem",
  "savings/claim-part-negative":
    "forventede et antal personer, 0 eller flere, fandt {found}; skriv, hvor mange årets beløb regner med",
  "savings/claim-not-product":
    "beløbet er {amount}, men {starters} deltagere × {effect} enheder × {price} × {cashable} er {product}; ret det af dem, der er forkert",
  "savings/account-not-of-chart":
    "kontoen »{found}« begynder ikke som en konto i kontoplanen {chart}, for eksempel {example}; skriv koden først, eller sæt savings.budget.chart til own",
  "savings/payer-not-found":
    "savings.payers nævner {found}, som hverken betaler eller modtager i nogen økonomifil; det gør {payers}: Ret navnet, eller fjern det",
  "savings/group-not-found":
    "savings.uncertainty.correlation nævner gruppen {found}, som ingen pris har, og heller ikke et udfald i en plan; grupperne er {groups}: Ret navnet, eller fjern det",
  "savings/outcome-unknown": "intet udfald i studiet hedder »{found}«; udfaldene er {outcomes}: Ret navnet",
  "savings/total-priced":
    "{consequence} er al udgift (savings.totalSpend), så en pris på det ville tælle alle prissatte udfald to gange; fjern rækken, eller angiv en anden total",
  "savings/total-not-money":
    "{outcome} tælles i {unit}, men al udgift er et beløb i {currency}; angiv et udfald, der er en udgift",
  "savings/list-of-itself": "{spend} ville stå ved siden af sig selv; angiv udfaldet for mængden i savings.listPrices",
};
