import type { Catalogue } from "@kontrafakt/base";

export const spellsDanish: Catalogue = {
  "cohort/service-not-in-study": "intet udfald tæller denne slags ydelse, og den er heller ikke indsatsens egen",
  "cohort/begins-after-extract": "den begynder, efter at filerne blev trukket",
  "cohort/ends-before-start": "den slutter, før den begynder; ret en af de to datoer",
  "cohort/ends-before-birth": "den slutter, før personen er født; ret en af datoerne, eller se efter, om den hører til en anden",
  "cohort/negative-price": "prisen er under nul, som når en postering tilbageføres; dens dage tælles ikke",
  "cohort/paid-elsewhere": "en anden kommune betaler; dagene tælles ikke, og personen er ikke observeret de dage",
  "cohort/duplicate-row": "rækken gentager en tidligere; dens linje står under Værdi",
  "cohort/open-ended": "den har ingen sidste dag; lukket den dag, filerne blev trukket",
  "cohort/ends-after-extract": "den slutter, efter at filerne blev trukket; afkortet dér",
  "cohort/begins-before-birth": "den begynder, før personen er født",
  "cohort/service-respelled": "ydelsen er skrevet anderledes end i studiet; regnet som den samme",
  "cohort/overlap":
    "den overlapper et andet forløb med samme ydelse; en dag tæller én gang, og det andets linje står under Værdi",
  "cohort/service-absent":
    "ingen række har {service}, som udfaldet {outcome} tæller, så den giver ingen dage; se, hvordan filen skriver den",
  "cohort/negative-amount":
    "beløbet er under nul, og ingen postering i filen har det modsatte; udeladt. Er rækkerne fakturaer, så skriv basis: invoiced, og det tæller som en kreditering",
  "cohort/reversal": "den tilbagefører en postering med det modsatte beløb; posteringens linje står under Værdi",
  "cohort/reversed-money":
    "en anden række tilbagefører beløbet, så den giver ingen penge; dens dage tæller stadig, og den andens linje står under Værdi",
  "cohort/reversed-booking": "en anden række tilbagefører den, så ingen af dem tæller; den andens linje står under Værdi",
  "cohort/credit": "et negativt beløb uden en postering, som det tilbagefører; det tæller som en kreditering og giver ingen dage",
  "cohort/amount-missing": "beløbet er ukendt, så pengene i de perioder, den dækker, mangler og er ikke 0",
  "cohort/overlap-summed":
    "den overlapper et andet forløb med samme ydelse, og hvert tæller for sig; det andets linje står under Værdi",
  "cohort/left-by-keep": "ydelsesfilens keep udelader den",
  "cohort/row-not-counted": "studiet har denne slags ydelse, men intet udfald tæller rækken: dets where eller block udelader den",
  "cohort/no-such-year": "det er ikke et kalenderår mellem 1900 og 2200; ret det",
  "cohort/no-such-week": "kolonnens år har ingen sådan uge; ret overskriften eller mønstret i weeks",
  "cohort/week-twice": "kolonnen {other} er den samme uge; udelad en af dem",
  "cohort/weeks-not-covering":
    "ugekolonnerne går fra {first} til {last} ({missing} uger mangler imellem), og vinduet fra {from} til {to}; uden for dem vides intet, så lad vinduet ligge inden for dem",
  "cohort/basis-mixed":
    "{outcome} ville tælle rækker af forskellig slags sammen ({bases}), og de er ikke det samme; vælg med block",
  "cohort/bases-differ":
    "{service} har {percent} % flere dage i vinduet som {more} end som {less}; et udfald tæller det ene, så se efter, at det er det rette",
  "cohort/nothing-counted":
    "filerne har ydelserne i {outcome}, men ingen række af dem tæller; rækkelisten siger, hvorfor hver er udeladt: se where, keep og block",
  "cohort/mass-starts":
    "{count} forløb, {percent} % af alle, begynder {date}, langt flere end normalt for en dag, som når et system skiftes, eller et udtræk er skåret af; se, hvad der skete den dag. Forløb, der begynder dér, er måske ikke nye, og det tidligere kan være tabt",
  "cohort/mass-ends":
    "{count} forløb, {percent} % af alle, slutter {date}, langt flere end normalt for en dag, som når et system skiftes; se, hvad der skete den dag. Forløb, der slutter dér, kan fortsætte et andet sted",
  "cohort/option-needs-service": "udfaldet {outcome} tæller ingen ydelse, så {option} har ingen betydning her; udelad det",
  "cohort/amount-from-needs-amount":
    "udfaldet {outcome} tæller ingen penge, så amountFrom har ingen betydning her; udelad det, eller skriv count: amount",
  "cohort/block-unknown":
    "{outcome} henter fra blokken {block}, men ingen ydelsesfil har det navn; ret et af de to steder (der er: {known})",
  "cohort/block-name-twice": "to ydelsesfiler hedder {name}; giv hver sit navn",
  "cohort/no-amounts": "{outcome} er i kroner, men ingen af dens ydelsesfiler har en pris eller et beløb; angiv kolonnen",
  "cohort/no-days":
    "udfaldet {outcome} har count {count}, men dets ydelsesfiler har beløb pr. år og ingen dage; skriv count: amount, eller tilføj en fil med dage",
  "cohort/merge-needs-days":
    "{outcome} ville slå overlap sammen, men beløbene falder samlet på én dag (spread: {spread}); skriv overlaps: sum eller spread: days",
  "cohort/merge-needs-spells":
    "{outcome} ville slå overlap sammen, men beløb for hændelser og kalenderår er hver sin postering, og alle på nær én ville gå tabt; skriv overlaps: sum",
  "cohort/dated-how":
    "en ydelsesfil dateres på én måde: from og to (forløb), on (hændelser), weeks (ugekoder) eller year (beløb pr. år); der er {found}",
  "cohort/from-and-to": "forløb skal have både from og to, overskrifterne på første og sidste dag; en hændelse har on i stedet",
  "cohort/service-or-kind":
    "en ydelsesfil skal have enten service, overskriften på ydelsens art, eller kind, den ene ydelse, som alle dens rækker er",
  "cohort/weeks-name-services": "i ugekoder er koden ydelsens art; udelad service og kind",
  "cohort/week-pattern":
    "mønstret for ugekolonner indeholder året, {year} eller {yy}, og {week}, hver én gang, for eksempel y_{yy}{week}; det er {found}",
  "cohort/weeks-have-none": "ugekoder har ikke deres egen {option}; udelad den",
  "cohort/year-needs-amount": "rækker for et kalenderår skal have overskriften på deres beløb",
  "cohort/year-has-no-price": "rækker for et kalenderår har ingen dage med en pris; udelad price, og brug amount",
  "cohort/spread-needs-amount":
    "spread: {spread} siger, hvor rækkens beløb falder, men filen har ingen beløbskolonne; tilføj amount, eller udelad det",
  "cohort/range-of-what":
    "grænserne for {header} er hverken tal eller datoer, eller en af hver; skriv from, to eller begge som to tal eller to datoer",
  "cohort/range-reversed": "grænserne for {header} slutter ved {to}, før de begynder ved {from}; byt om på dem",
  "cohort/side-needs-refund": "udfaldet {outcome} har en side, men ingen refund; angiv refusionsordningen, eller udelad side",
  "cohort/refund-unknown":
    "udfaldet {outcome} er en del af en refusionsordning, som studiet ikke definerer, {refund}; det definerer: {known}",
  "cohort/refund-is-money": "udfaldet {outcome} er et beløb; udelad unit, eller skriv valutaen",
  "cohort/refund-part-twice": "udfaldene {other} og {outcome} er samme side af {refund}; behold ét",
  "cohort/refund-unused":
    "intet udfald er en del af refusionsordningen {refund}; tilføj et udfald med refund: {refund}, eller udelad ordningen",
  "cohort/refund-of-what": "refusionsordningen {refund} skal have enten services eller outcomes og ikke begge",
  "cohort/refund-option-needs-services":
    "refusionsordningen {refund} tager sine beløb fra udfald, så {option} har ingen betydning her; udelad det",
  "cohort/refund-outcome-no-amount":
    "refusionsordningen {refund} summerer udfaldet {outcome}, som ikke er en ydelses beløb; giv det service og count: amount",
  "cohort/refund-needs-household":
    "refusionsordningen {refund} summerer en husstand, men personfilens husstand er ikke angivet; tilføj people.household",
  "cohort/rates-not-ascending":
    "satserne for {refund} gælder fra {year} efter dem fra {before}; sæt dem i orden efter år, hvert år én gang",
  "cohort/steps-not-ascending": "et trin i {refund} over {above} følger efter et over {before}; begynd med det laveste trin",
  "cohort/rates-begin-late":
    "satserne for {refund} gælder fra {from}, men vinduet begynder i {first}; tilføj satserne for det år, med steps: [] hvis der ingen refusion var",
  "cohort/refund-part-year":
    "trinene i {scheme} gælder kalenderår, og disse ligger kun delvis i vinduet: {years}. Deres summer er af det, filerne har for hele året",
  "cohort/refund-household-unknown":
    "{count} personer har ingen husstand i personfilen; {scheme} regner hver af dem for sig, så refusionen kan blive for lille",
};
