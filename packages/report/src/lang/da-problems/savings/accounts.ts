import type { Catalogue } from "@kontrafakt/base";

export const accountsMessages: Catalogue = {
  "savings/no-variation":
    "intet udfald med pris varierer blandt de sammenlignede i de år, svaret gælder, så der kan intet siges om en besparelse; kontrollér ydelser og år",
  "savings/file-missing": "studiet nævner denne fil, men den er ikke givet; læg den ved siden af studiefilen, eller ret navnet",
  "savings/file-empty": "der er ingen rækker under overskriften; tilføj mindst én",
  "savings/outcome-name-ambiguous":
    "ordet »{word}« står for både udfaldet {first} og udfaldet {second}, så en pris for det ville høre til to; giv hver sit navn",
  "savings/cell-empty": "tomt, men nødvendigt; udfyld det",
  "savings/not-a-year": "forventede et kalenderår mellem 1900 og 2200, fandt {found}; skriv det med fire cifre",
  "savings/amount-missing": "forventede et beløb, fandt {found}; skriv det i studiets valuta, eller 0, hvis der intet var",
  "savings/row-repeated": "en anden række for {what}, først givet i række {first}; behold én",
  "savings/consequence-unknown":
    "intet udfald i studiet hedder »{found}«; udfaldene er {outcomes}: Ret navnet, eller tilføj et udfald eller en betegnelse i studiet",
  "savings/unit-differs":
    "udfaldet {outcome} tælles i {expected}, men prisen er for én {found}; angiv prisen pr. {expected}, eller tæl udfaldet i {found}",
  "savings/price-negative": "en pris skal være 0 eller mere, fandt {found}; skriv, hvad én enhed koster, som et positivt tal",
  "savings/range-without-price":
    "et spænd fra {low} til {high}, men ingen pris; skriv også den mest sandsynlige pris, eller ryd spændet for at sige, at prisen ikke kendes",
  "savings/range-half": "et spænd kræver begge ender, fandt lav {low} og høj {high}; angiv begge eller ingen",
  "savings/low-above-price": "lav må højst være prisen {amount}, fandt {found}; prisen skal ligge i sit spænd",
  "savings/high-below-price": "høj skal være et tal på mindst prisen {amount}, fandt {found}; prisen skal ligge i sit spænd",
  "savings/cashable-outside":
    "den realiserbare andel skal ligge mellem 0 og 1, fandt {found}; skriv 1, hvis hele besparelsen kan tages ud af budgettet, 0, hvis intet kan",
  "savings/price-year-differs":
    "et regnskab har ét prisniveau: Studiet siger {expected}, fandt {found}; omregn rækkens beløb til {expected}-priser, angiv et indeks i savings.index, eller ret savings.priceYear og alle filer",
  "savings/currency-differs":
    "studiets valuta er {expected}, fandt {found}; omregn rækkens beløb til {expected}, og skriv kursen i kolonnen med kilde",
  "savings/consequences-overlap":
    "udfaldene {first} og {second} tæller begge {counts}, så med pris på begge ville hver krone tælle to gange; sæt kun pris på det ene, eller nævn begge i savings.exclusive, hvis ingen enhed tælles i begge",
  "savings/refund-twice":
    "udfaldet {outcome} er det, der er tilbage, når {payer} har refunderet sin del ({scheme}), så en pris for {payer} ville tælle refusionen to gange; udelad rækken",
  "savings/refund-not-payers":
    "udfaldet {outcome} er det, som {payer} refunderer ({scheme}), så kun {payer} har dets pris, men her står {found}; ret betaleren, eller udelad rækken",
  "savings/no-price-known":
    "ikke én pris for en offentlig betaler er angivet, så ingen besparelse kan lægges sammen; angiv mindst én, om så kun et skøn med laveste og højeste pris ved siden af",
  "savings/price-half-known":
    "{payer}s pris på {consequence} er tom for {year}, men givet for {other}; udfyld den, eller lad den være tom i alle år for at sige, at den ikke kendes",
  "savings/price-year-missing":
    "{payer} har en pris på {consequence} for {year}, men ingen for {missing}, hvor der er observeret effekter; tilføj de manglende rækker",
  "savings/cost-negative":
    "en udgift til indsatsen skal være 0 eller mere, fandt {found}; penge fra en fond er en betaler for sig, ikke en negativ udgift",
  "savings/claim-both-ways":
    "{payer}s besparelse i {year} er forudsat samlet i én række og efter konsekvens i en anden (se række {other}), så den tæller to gange; behold den ene",
  "savings/claim-payer-unknown":
    "der er forudsat en besparelse for {payer}, som hverken har pris- eller udgiftsrække; betalerne er {payers}: Tilføj prisrækker (tomt beløb, hvis prisen ikke kendes), eller ret navnet",
  "savings/claim-not-priced":
    "der er forudsat en besparelse på {consequence}, men prisfilen har ingen række for den; priser findes på {priced}: Tilføj prisen (tomt beløb, hvis den ikke kendes)",
  "savings/claim-not-positive":
    "den forudsatte besparelse over de primære år og betalere er {claim}; et svar kræver et beløb over 0: Se på claim-filen og savings.primary",
  "savings/claim-year-missing":
    "den primære række omfatter {year}, som forudsætningen ingen række har for; tilføj en (0, hvis intet var forudsat), eller udelad året af savings.primary.years",
  "savings/claim-payer-missing":
    "den primære række omfatter {payer}, som intet er forudsat for; tilføj en række (0, hvis intet var forudsat), eller angiv betalerne i savings.primary.payers",
  "savings/claim-lacks-consequence":
    "den primære række handler kun om {consequences}, men denne række angiver {payer}s besparelse i {year} som ét beløb; del det efter konsekvens, eller lad savings.primary.consequences være tom",
  "savings/primary-unknown": "der er ingen {what} »{found}« i økonomifilerne; kendte er {known}",
  "savings/claim-not-measured":
    "{payer} betaler for {consequence} til en pris, ingen har angivet, så den forudsatte besparelse på det kan ikke evalueres, og svaret udelader den; angiv prisen, hvis det er muligt",
  "savings/band-not-a-band":
    "intervallet fra {lower} til {upper} er ikke et interval; effekten har ingen brugbar standardfejl, så der kan ikke gives et svar",
  "savings/no-cells":
    "ingen af de prissatte udfald ({priced}) har en effekt efter start; se, om udfald og prisfil bruger de samme navne, og om deltagerne er observeret",
  "savings/priced-without-effect":
    "{consequences}: Der er en pris, men ingen effekt efter start kunne estimeres, så det er ikke med i nogen sum; se på udfaldets data, eller fjern prisen",
  "savings/cells-left-out":
    "{cells} effekter af hold og periode kunne ikke estimeres og er ikke med i nogen sum; hold med få deltagere eller kontroller er den sædvanlige årsag",
  "savings/cost-after-window":
    "udgift til indsatsen på {amount} {currency} falder efter {last}, det sidste observerede år, og er udeladt: Ingen effekt i de år kendes endnu",
  "savings/year-partly-observed":
    "{year} er kun delvist observeret: Besparelsen dækker den observerede del, udgiften til indsatsen hele året; træk data igen, når året er omme",
  "savings/not-measured":
    "{payer} betaler for {consequence}, men prisen er ikke angivet: vist som ikke målt og ikke med i nogen sum",
  "savings/too-few-degrees-of-freedom":
    "besparelsens standardfejl hviler på {df} frihedsgrader: Intervallet er så bredt, at næppe nogen besparelse kan påvises, og hele usikkerheden tilskrives effekten. Sæt metoder til få klynger med indsats ved siden af (en estimator på alle med inference.beside: [fewTreated, randomisation]), eller vent på flere deltagere eller klynger",
  "savings/permutation-disagrees":
    "en permutationstest inden for matchede sæt giver p = {p}, ikke under 0,025, så besparelsen regnes ikke for påvist, selv om intervallet ligger over 0",
  "savings/cluster-test-disagrees":
    "en test, der giver indsatsen til andre klynger (for eksempel skoler), giver p = {p}, ikke under 0,025, så besparelsen regnes ikke for påvist, selv om intervallet ligger over 0",
  "savings/people-test-disagrees":
    "en test, der giver indsatsen til andre personer, giver p = {p}, ikke under 0,025, så besparelsen regnes ikke for påvist, selv om intervallet ligger over 0",
  "savings/score-bootstrap-disagrees":
    "en scorebootstrap giver p = {p}, ikke under 0,025, så besparelsen regnes ikke for påvist, selv om intervallet ligger over 0",
  "savings/discount-missing":
    "der er ingen diskonteringsrente: skriv savings.discount.rate med kilde, eller angiv savings.parameters.country, hvis rente så bruges",
};
