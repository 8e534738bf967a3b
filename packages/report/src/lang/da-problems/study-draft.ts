import type { Catalogue } from "@kontrafakt/base";

/** Bemærkninger i et udkast til en undersøgelse. */
export const studyDraft: Catalogue = {
  "study/draft-version": "version af studiefilens form",
  "study/draft-title": "rapportens titel; ret den, som du vil",
  "study/draft-municipality": "hvem der spørger og betaler, som rapporten nævner det",
  "study/draft-programme": "indsatsen, som rapporten nævner den",
  "study/draft-language": "rapportens sprog",
  "study/draft-choose-title": "rapportens titel, for eksempel: Tidlig Støtte: kom den forudsatte besparelse?",
  "study/draft-choose-municipality": "kommunens navn, som rapporten skal skrive det",
  "study/draft-choose-programme": "indsatsens navn, som rapporten skal skrive det",

  "study/draft-column": "{file}, kolonnen »{header}«",
  "study/draft-dates": "datoer fra {first} til {last}",
  "study/draft-national-number": "personnumre ({kind})",
  "study/draft-identifiers": "{distinct} forskellige id-numre",
  "study/draft-identifiers-at-least": "mindst {distinct} forskellige id-numre",
  "study/draft-numbers": "tal fra {min} til {max}",
  "study/draft-levels": "værdier: {levels}",
  "study/draft-levels-more": "{levels} og {more} andre",
  "study/draft-levels-one-more": "{levels} og {more} anden",
  "study/draft-filled": "alle udfyldt",
  "study/draft-filled-share": "{percent} % udfyldt",
  "study/draft-shared": "{percent} % af dem findes i {file}",
  "study/draft-file": "{rows} rækker, {columns} kolonner",
  "study/draft-format": "hvordan filen er skrevet, hvor det ikke kan ses af den alene",
  "study/draft-rows": "antal rækker: {rows}",

  "study/draft-cohort": "filerne om personer",
  "study/draft-extract":
    "kontrollér: dagen, filerne blev trukket, gættet ud fra den seneste dato i dem; forløb uden slutdato lukkes her",
  "study/draft-extract-seen":
    "kontrollér: dagen, filerne blev trukket; dette er den seneste almindelige dato i {file}, kolonnen »{header}«; forløb uden slutdato lukkes her",
  "study/draft-choose-extract":
    "dagen, filerne blev trukket, som 2025-01-31; ingen fil har datoer for ydelser eller ophold, der kunne vise det",
  "study/draft-period": "en periodes længde: month (måned), quarter (kvartal) eller year (år)",
  "study/draft-period-wide": "en periodes længde, som kolonnerne i de brede filer har den",
  "study/draft-from":
    "kontrollér: undersøgelsens første dag; herfra ser filerne ud til at være fuldstændige. To år før den første start er godt",
  "study/draft-to": "undersøgelsens sidste dag: slutningen af den sidste hele periode før udtrækket",
  "study/draft-choose-from": "undersøgelsens første dag, som 2017-01-01, mindst to år før den første start",
  "study/draft-choose-to": "undersøgelsens sidste dag, som 2024-12-31: slutningen af den sidste hele periode før udtrækket",
  "study/draft-ages-children":
    "kontrollér: første og sidste alder, hvor et barn er med; ingen i filen var ældre, da undersøgelsen begynder",
  "study/draft-ages-all":
    "kontrollér: første og sidste alder i undersøgelsen; dette er alle, så begræns den til dem, indsatsen er for",

  "study/draft-people": "en række pr. person",
  "study/draft-no-people": "ingen af filerne har en række pr. person med fødselsdato, og det skal en undersøgelse bruge",
  "study/draft-choose-people":
    "filen med en række pr. person: id-nummer, fødselsdato og dagen, indsatsen begyndte for dem, der fik den",
  "study/draft-covariates":
    "det, personer sammenlignes på. Behold kun, hvad der var kendt, før indsatsen begyndte, og slet resten",
  "study/draft-covariate-blanks": "personer med et tomt felt udelades af undersøgelsen",
  "study/draft-born-from-number": "born er udeladt: fødselsdatoen læses af personnumrene",
  "study/draft-age": "ud fra fødselsdatoen",
  "study/draft-left-out":
    "kolonner, der ikke bruges: {columns}. Lad være med at trække, hvad ingen undersøgelse bruger, såsom navne og adresser",

  "study/draft-services": "en række pr. forløb af en ydelse",
  "study/draft-residence": "en række pr. ophold i en kommune",
  "study/draft-no-residence":
    "ingen fil fortæller, hvem der boede hvor og hvornår. Uden den ligner folk, der er flyttet, folk uden ydelser: tilføj residence, hvis den kan trækkes",
  "study/draft-home": "kontrollér: kommunen, der evaluerer; den almindeligste i kolonnen »{header}«, {percent} % af rækkerne",
  "study/draft-choose-home": "kommunen, der evaluerer, som filerne skriver den",
  "study/draft-measures": "det, der er målt periode for periode",
  "study/draft-pattern": "{columns} kolonner, {first} til {last}",
  "study/draft-programme-service":
    "kontrollér: indsatsens egen ydelse; {percent} % af dem, der har haft den, har en dato i kolonnen »{header}«. Den kan ikke være et udfald",
  "study/draft-choose-programme-service":
    "indsatsens egen ydelse, som ikke kan være et udfald. Slet linjen og spørgsmålet, hvis filen med ydelser ikke har den",
  "study/draft-starters-have": "{percent} % af dem, der har den, har en startdato",
  "study/draft-outcomes":
    "det, som indsatsen kan ændre. Behold dem, den skal ændre, bestem for hver, om lavere (lower) eller højere (higher) er bedst, og saml ydelser af samme slags med service: [a, b]",
  "study/draft-service-rows": "{rows} rækker i {file}, kolonnen »{header}«",
  "study/draft-outcome-absence": "kontrollér: filen {file} ser ud til at tælle dage med fravær",
  "study/draft-outcome-measure":
    "kontrollér, hvad {file} tæller (unit), og hvilken retning der er god (better: lower eller higher)",
  "study/draft-rare-services": "ydelser, der ikke er taget med: {services} ({others} i alt)",
  "study/draft-unknown-consequences":
    "kontrollér: pengefilerne nævner {consequences}, og intet udfald hedder sådan; giv det udfald, de mener, det navn eller den betegnelse (label)",
  "study/draft-choose-outcomes": "det, som indsatsen kan ændre; se kontrafakt explain cohort.outcomes",

  "study/draft-choose-person": "kolonnen, der identificerer personen, ens i alle filer",
  "study/draft-choose-born": "kolonnen med fødselsdatoen",
  "study/draft-choose-start": "kolonnen med dagen, indsatsen begyndte, tom for dem, der aldrig fik den",
  "study/draft-choose-from-column": "kolonnen med den første dag",
  "study/draft-choose-to-column": "kolonnen med den sidste dag, tom, mens forløbet er i gang",
  "study/draft-choose-service": "kolonnen med ydelsens art",
  "study/draft-choose-municipality-column": "kolonnen med bopælskommunen",
  "study/draft-choose-column": "kolonnen til {option}; se kontrafakt explain {option}",

  "study/draft-matching": "hvordan sammenligningsgruppen findes; alt andet har en standardværdi, se kontrafakt explain matching",
  "study/draft-anticipation": "kontrollér: hele perioder (enhed: {period}) fra henvisning til start",
  "study/draft-exclude": "søskende til dem, der begyndte, er ikke med i sammenligningen",
  "study/draft-ratio": "antal personer, hver deltager sammenlignes med",

  "study/draft-savings": "priser, udgift og forudsat besparelse, og hvordan effekter bliver til penge",
  "study/draft-currency": "kontrollér: valutaen i alle beløb",
  "study/draft-choose-currency": "valutaen i alle beløb",
  "study/draft-price-year": "kontrollér: det år, alle beløb er i priser fra",
  "study/draft-price-year-stated": "det år, filernes beløb er i priser fra",
  "study/draft-choose-price-year": "det år, alle beløb er i priser fra, som 2024",
  "study/draft-prices": "hvad en enhed af hvert udfald koster, fordelt på betaler og år",
  "study/draft-cost": "hvad indsatsen kostede, fordelt på år og betaler",
  "study/draft-claim": "den besparelse, der var forudsat i investeringsforslaget",
  "study/draft-budget": "budget og regnskab, fordelt på år og konto",
  "study/draft-refunds": "hvilken del af en pris en anden betaler refunderer, og hvornår",
  "study/draft-index": "hvert års prisniveau, der omregner beløb fra andre prisår",
  "study/draft-volume": "hvor mange der skulle starte, og hvor mange der gjorde det, pr. år",
  "study/draft-template": "udfyld {file}, som er skrevet ved siden af denne fil, hvis der ikke var en i forvejen",
  "study/draft-parameters": "officiel diskonteringsrente, skatteforvridning og omregning af priser, i den nyeste kendte udgave",
  "study/draft-discount": "diskontering",
  "study/draft-rate": "kontrollér, at renten og dens kilde stadig gælder",
  "study/draft-choose-rate": "den årlige reale diskonteringsrente som andel, for eksempel 0.035",
  "study/draft-choose-rate-source": "hvem der har fastsat renten, og hvornår; står i rapporten",
  "study/draft-base-year": "året for den første start, som alt diskonteres til",
  "study/draft-choose-base-year": "det år, alt diskonteres til",
};
