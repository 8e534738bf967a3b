import type { Catalogue } from "@kontrafakt/base";

export const verificationMessages: Catalogue = {
  "savings/account-shares-over-one":
    "kontoen {account} er givet til {consequences} med andele, der giver {sum} i alt, så en del af den ville tælle to gange; sæt andelene i savings.accounts ned til højst 1",
  "savings/account-without-price":
    "kontoen {account} er knyttet til {consequence}, som ikke har nogen pris, så det har ingen virkning; giv {consequence} en pris, eller udelad kontoen her",
  "savings/account-not-in-budget":
    "ingen række i budgetfilen har en konto, der begynder med »{account}« (knyttet til {consequence}), så den indgår ikke i sammenligningen med regnskabet; ret kontoen, eller tilføj dens rækker",
  "savings/account-not-payers":
    "ingen række i budgetfilen hører til {payer} og har en konto, der begynder med »{account}« (knyttet til {consequence}), så den indgår ikke i sammenligningen med regnskabet; ret betaleren eller kontoen, eller tilføj dens rækker",
  "savings/consequence-without-account":
    "der er forudsat en besparelse på {consequence}, men ingen konto i budgetfilen betaler for den, så det kan ikke siges, om budgettet blev sænket; udfyld kolonnen med konsekvens, eller knyt kontoen i savings.accounts",
  "savings/accounts-own-prices":
    "budget og regnskab for {years} står i deres egne års priser ved siden af en forudsætning i {priceYear}-priser; angiv savings.index for at få dem omregnet",
  "savings/budget-without-reason":
    "budgettet for {accounts} blev ændret, men rækken giver ingen årsag, så ændringen regnes ikke som indsatsens; udfyld kolonnen med årsag",
  "savings/accounts-without-cost":
    "den forudsatte besparelse er efter indsatsens udgift; det sænkede budget og det lavere forbrug er kontoens egne tal, hvor udgiften til indsatsen ikke er trukket fra",
  "savings/no-human-outcome":
    "studiet har intet udfald uden pris, så besparelsen står alene, og intet viser, om det gik borgerne bedre eller dårligere; tilføj et, for eksempel fremmøde i skolen, trivsel eller nye henvendelser",
  "savings/less-use-worse-outcomes":
    "der er påvist en undgået udgift, men det gik borgerne dårligere på {outcomes}: Mindre forbrug kan være mindre hjælp; find ud af hvorfor, før beløbet regnes som en besparelse",
  "savings/total-spend-missing":
    "udfaldet for al udgift, {outcome}, har ingen effekt efter start, så summen af udfald med pris kan ikke holdes op mod det; se på udfaldets data, eller udelad savings.totalSpend",
  "savings/components-differ":
    "udfaldene med pris ({consequences}) sparer {parts} {currency} tilsammen, al udgift ({outcome}) falder med {total} {currency}: Forskellen er {difference} {currency}, mere end 5 %. Se efter ydelser uden pris, ydelser med pris to gange og priser, der ikke er det betalte",
  "savings/gap-not-separable":
    "forudsætningen om {consequence} for {payer} angiver sine dele, men {payer} har ingen pris på den, eller borgernes tid i indsatsen kendes ikke, så forskellen deles ikke op",
  "savings/claim-cashable-against-gross":
    "forudsætningen om {consequence} for {payer} regner kun en andel på {share} som realiserbar, men holdes op mod hele den undgåede udgift; sæt savings.primary.measure til cashable, eller forudsæt hele beløbet",
  "savings/units-of-everyone-unknown":
    "studiet siger ikke, hvor meget alle har brugt, så mængde × pris kan ikke holdes op mod regnskabet",
  "savings/account-without-spending":
    "der er intet bogført på {account} ({payer}) i {year}, men alles mængde × pris for {consequence} giver {computed} {currency}; kontrollér, at det er den rigtige konto, og at dens tal er udfyldt",
  "savings/account-differs-years":
    "{account} ({payer}) afviger fra alles mængde × pris for {consequence} med mere end 5 % i {years}, mest i {year}: {computed} {currency} mod {booked} {currency} bogført, en forskel på {percent} %. Kontrollér, at prisen er det betalte, at kontoen rummer disse ydelser og ikke andet, og at alle, som betaleren betaler for, er i data",
  "savings/account-differs":
    "{account} ({payer}, {year}): Alles mængde × pris for {consequence} giver {computed} {currency}, bogført er {booked} {currency}, en forskel på {percent} %. Kontrollér, at prisen er det betalte, at kontoen rummer disse ydelser og ikke andet, og at alle, som betaleren betaler for, er i data",
  "savings/account-not-reconciled":
    "{account} ({payer}) holdes ikke op mod mængde × pris i {years}: For {consequence} kendes alles mængde eller prisen ikke for de år, eller den må ikke fortælles",
  "savings/reconciled-at-other-prices":
    "regnskabet for {years} holdes op mod mængder i {priceYear}-priser, da intet indeks omregner dem; angiv savings.index, eller regn med forskelle",
  "savings/steps-not-drawn":
    "kapacitet frigøres i hele trin, men det realiserbare beløb regner enhed for enhed, da der ikke er givet trækninger; giv verify tallet fra cashableFigure",
  "savings/steps-in-total-only":
    "kapacitet frigøres i hele trin: De gælder året som helhed, så rækkerne efter udfald, der regner enhed for enhed, giver mere eller mindre end tallet i alt",
  "savings/budget-payer-unknown":
    "budgetfilen har konti hos {payer}, som hverken har pris- eller udgiftsrække, så de indgår ikke i nogen sammenligning; betalerne er {payers}: Ret navnet, eller tilføj betalerens priser",
  "savings/budget-row-repeats":
    "kontoen {account} har samme vedtagne budget og regnskab i {year} som i række {other}; rækker for samme konto og år lægges sammen, så skriv i hver kun den del, årsagen handler om",
};
