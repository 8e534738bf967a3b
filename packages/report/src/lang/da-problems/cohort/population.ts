import type { Catalogue } from "@kontrafakt/base";

export const populationDanish: Catalogue = {
  "cohort/home-not-found": "ingen celle er »{home}«, studiets hjemkommune; skriv cohort.home, som filen gør (fandt: {found})",
  "cohort/nobody-left":
    "ingen er tilbage til analysen efter fravalgene; den første række for hver af de hyppigste årsager står herunder",
  "cohort/ids-differ-in-case":
    "{count} id-numre adskiller sig kun fra et andet ved store og små bogstaver; de regnes for forskellige personer. Er de ikke det, så skriv dem ens i alle filer",
  "cohort/no-residence":
    "studiet har ingen bopælsfil, så alle regnes for kommunens borgere i hele vinduet; fraflyttede tæller som personer uden ydelser, og det kan ligne en besparelse. Tilføj cohort.residence, hvis den kan trækkes",
  "cohort/duplicate-person": "personen har en tidligere række i filen; den første bruges",
  "cohort/born-after-extract": "fødselsdatoen ligger efter, at filerne blev trukket; ret datoen eller cohort.extract",
  "cohort/start-after-extract":
    "indsatsen starter, efter at filerne blev trukket; ret datoen, eller lad den stå tom, hvis starten kun er planlagt",
  "cohort/start-before-birth": "indsatsen starter, før personen er født; ret en af de to datoer",
  "cohort/never-eligible": "personen har ikke den rette alder på nogen dag i vinduet",
  "cohort/unknown-person": "ingen brugbar række i personfilen har denne person",
  "cohort/programme-without-start":
    "personen har fået indsatsens egen ydelse, men har ingen startdato; udfyld den, eller skriv treatment.startFrom: either",
  "cohort/never-observed": "kommunen har ikke ansvaret for personen i nogen periode af vinduet",
  "cohort/started-before-window": "indsatsen startede før vinduet, så der er ingen tid før den",
  "cohort/start-before-referral": "indsatsen starter før henvisningen; starten afgør holdet",
  "cohort/stay-overlap": "den overlapper et andet ophold; det senest begyndte gælder, og det andets linje står under Værdi",
  "cohort/programme-before-start": "indsatsens egen ydelse begynder før startdatoen; startdatoen afgør holdet",
  "cohort/flow-read": "rækker i personfilen",
  "cohort/flow-usable": "personer med én brugbar række",
  "cohort/flow-eligible": "med den rette alder i vinduet",
  "cohort/flow-dated": "med startdato, hvis de fik indsatsen",
  "cohort/flow-covariates": "med alle baggrundsvariabler kendt",
  "cohort/flow-observed": "observeret i mindst én periode",
  "cohort/flow-not-before": "ikke startet før vinduet",
  "cohort/start-needed":
    "studiet skal vide, hvem der startede hvornår; angiv personfilens startkolonne, eller skriv treatment.startFrom: service",
  "cohort/programme-service-needed":
    "{option} er {value}, så starten kommer fra indsatsens egen ydelse; angiv den i cohort.programmeService",
  "cohort/restart-needs-service":
    "en ny start kan kun ses i indsatsens egen ydelse; skriv treatment.startFrom: service, eller udelad restart",
  "cohort/repeats-need-start":
    "der bedes om den tidligste start blandt en persons rækker, men personfilens startkolonne er ikke angivet; angiv den i people.start",
  "cohort/end-needed":
    "{option} skal vide, hvornår indsatsen sluttede; angiv personfilens kolonne i treatment.ends eller indsatsens egen ydelse",
  "cohort/referral-needed": "{option} skal vide, hvem der blev henvist hvornår; angiv personfilens kolonne i people.referral",
  "cohort/other-programme-of-what":
    "indsatsen {programme} skal have enten sine ydelser eller overskriften på sin startdato og ikke begge",
  "cohort/other-needs-services":
    "indsatsen {programme} kendes på sine ydelser, men studiet nævner ingen ydelsesfil; tilføj cohort.services",
  "cohort/other-is-programme":
    "{service} er indsatsens egen ydelse og kan derfor ikke også være den anden indsats {programme}; tag den ud det ene sted",
  "cohort/other-is-outcome":
    "et udfald tæller {service}, så policy {policy} for indsatsen {programme} ville vælge personer efter deres udfald; skriv policy: keep",
  "cohort/placements-need-services": "anbringelser findes i ydelsesfilen, som studiet ikke nævner; tilføj cohort.services",
  "cohort/clustering-twice":
    "people.{clustering} er allerede en gruppering med dette navn; vælg et andet navn, eller udelad people.{clustering}",
  "cohort/clustering-person": "hver person er allerede en gruppering for sig under dette navn; vælg et andet navn",
  "cohort/clustering-needs-from":
    "grupperingen {clustering} har en sidste dag og ingen første; angiv også kolonnen med den første dag, eller udelad den sidste",
  "cohort/link-unknown": "studiet har ingen nøglefil med navnet {name}; tilføj den under cohort.link (der er: {known})",
  "cohort/later-start": "personen har en anden række med en tidligere start, som bruges; dens linje står under Værdi",
  "cohort/row-without-start": "personen har en anden række, som bruges; dens linje står under Værdi",
  "cohort/without-residence": "bopælsfilen har ingen brugbar række for personen, så ansvaret er ukendt",
  "cohort/residence-gap":
    "før opholdet ligger dage uden noget ophold, som når nogen bor i udlandet; personen er ikke observeret på dem",
  "cohort/move-near-placement":
    "personen flyttede til eller fra nær starten eller slutningen af en anbringelse, så adressen kan følge af den; se efter, hvem der havde ansvaret",
  "cohort/moves-near-placements":
    "{count} til- eller fraflytninger ligger inden for {days} dage af starten eller slutningen af en anbringelse, så adressen kan følge af den; rækkelisten viser dem. Se efter, at den ansvarlige kommune er rigtig",
  "cohort/person-without-rows":
    "{count} af studiets personer har ingen række i filen, som burde have alle; de er ukendte dér og ikke nul",
  "cohort/no-id-matches":
    "ingen af dens id-numre står i personfilen; se efter, at det er den rigtige kolonne, eller tilføj en nøglefil under cohort.link",
  "cohort/ids-written-otherwise":
    "{percent} % af dens id-numre står i personfilen, og {better} % ville gøre det, hvis skrivemåden var ligegyldig; skriv cohort.matchIds: [{rules}]",
  "cohort/key-of-several": "nøglefilen giver dette id-nummer til flere personer, så det kan ikke afgøres, hvis det er",
  "cohort/several-keys": "personen har flere id-numre i det andet system; de regnes alle for denne person",
  "cohort/cluster-overlap":
    "personen er i to grupper på én gang; den senest begyndte gælder, og den andens linje står under Værdi",
  "cohort/started-again": "personen har fået indsatsen igen senere; det første forløb er starten",
  "cohort/started-anew": "personen havde indsatsen før vinduet; et nyt forløb i vinduet er starten",
  "cohort/dropped-out": "indsatsen sluttede kort efter starten; personen regnes stadig for startet",
  "cohort/end-before-start": "indsatsen slutter, før den starter; slutdatoen bruges ikke, før en af de to er rettet",
  "cohort/referral-out-of-reach":
    "henvisningen ligger før fødslen eller efter, at filerne blev trukket; den bruges ikke som start",
  "cohort/referred-never-started": "personen blev henvist og startede aldrig",
  "cohort/course-too-short": "indsatsen sluttede efter færre dage, end studiet kræver",
  "cohort/had-other-programme": "personen har fået en anden indsats",
  "cohort/several-courses": "{count} personer fik indsatsen mere end én gang; deres første forløb er starten",
  "cohort/several-restarted": "{count} personer havde også indsatsen før vinduet; et nyt forløb i vinduet er deres start",
  "cohort/several-ended":
    "indsatsen er slut for {count} personer, som startede; de regnes for startet til vinduets slutning, så effekten er effekten af at være startet",
  "cohort/several-dropped-out": "{count} personer faldt fra inden for {days} dage efter starten; de regnes stadig for startet",
  "cohort/selects-on-staying":
    "det udelader personer eller dage efter, hvor længe indsatsen varede, og det ligger efter starten: De, der bliver, er anderledes end de, der falder fra, så effekten er ikke længere effekten af at starte. Vis den ved siden af effekten uden denne indstilling",
  "cohort/time-zero-is-referral":
    "alle henviste regnes for behandlet fra henvisningen, hvad enten de startede eller ej: Effekten er effekten af at blive henvist. Sæt matching.anticipation til 0",
  "cohort/started-before-refused":
    "studiet afviser personer, som startede før vinduet, og der er {count}; begynd vinduet tidligere, eller skriv startedBefore: exclude",
  "cohort/no-starts-in-services":
    "ingen brugbar række i ydelsesfilen har {service}, så ingen er startet; se efter, hvordan filen skriver den",
  "cohort/other-selects":
    "indsatsen {programme} håndteres med {policy}, som vælger efter noget, der kan ligge efter starten; vis effekten med policy: keep ved siden af",
  "cohort/other-before-start": "{count} af dem, der startede, fik {programme} før starten",
  "cohort/other-after-start":
    "{count} af dem, der startede, fik {programme} fra starten eller senere; for dem er effekten effekten af begge tilsammen",
  "cohort/other-among-others": "{count} af de øvrige fik {programme}; for dem sammenlignes indsatsen med den",
  "cohort/flow-not-referred-only": "ikke henvist uden at starte",
  "cohort/flow-long-enough": "med indsatsen så længe, som studiet kræver",
  "cohort/flow-no-other-programme": "uden de andre indsatser",
  "cohort/flow-usable-means":
    "den, der ikke har en brugbar række, er ikke med i svaret; det gælder personer, hvis fødsel og start kan læses",
  "cohort/flow-eligible-means": "svaret gælder personer med studiets aldre i vinduet",
  "cohort/flow-dated-means":
    "svaret gælder startede med kendt startdato; personer, der fik indsatsen uden en, er i ingen af grupperne",
  "cohort/flow-not-before-means":
    "svaret gælder dem, der startede i vinduet; de tidligere startede er hverken med som startede eller til sammenligning",
  "cohort/flow-not-referred-only-means":
    "de startede sammenlignes med personer, der aldrig blev henvist; siger en henvisning uden start noget om behovet, er grupperne mere forskellige",
  "cohort/flow-long-enough-means":
    "svaret gælder dem, der blev i indsatsen, og de kan have klaret sig bedre under alle omstændigheder; det er ikke effekten af at starte",
  "cohort/flow-no-other-programme-means":
    "svaret gælder personer, der aldrig får de andre indsatser, og det kan starten selv have ændret på",
  "cohort/flow-covariates-means":
    "svaret gælder personer med alle baggrundsvariabler kendt; hvor de er anderledes end resten, kan det ikke overføres",
  "cohort/flow-observed-means": "svaret gælder personer, som kommunen havde ansvaret for i vinduet",
  "cohort/without-rows": "en fil, som burde have alle, har ingen række for personen; filens navn står under Værdi",
  "cohort/cluster-unknown":
    "{count} personer har ingen kendt gruppe i {clustering} på den dag, der gælder; de regnes hver for en gruppe for sig",
};
