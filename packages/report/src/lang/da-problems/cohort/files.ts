import type { Catalogue } from "@kontrafakt/base";

export const filesDanish: Catalogue = {
  "cohort/file-not-given":
    "studiet nævner denne fil, som ikke er givet; læg den ved siden af studiet, eller ret navnet (givet: {given})",
  "cohort/file-empty": "filen har ingen overskriftsrække, eller ingen rækker under den; træk den igen",
  "cohort/is-other-kind":
    "filen er {kind}, som ikke kan læses; gem den som CSV, XLSX, Parquet eller Arrow, og pak den ud, hvis den er et arkiv",
  "cohort/is-old-workbook":
    "filen er en projektmappe i det gamle format (xls); åbn den i et regneark, og gem den som XLSX eller CSV",
  "cohort/is-locked-workbook": "projektmappen er låst med adgangskode; gem den uden kode eller som CSV",
  "cohort/is-html": "filen er en webside, uanset sit navn; åbn den i et regneark, og gem den som XLSX eller CSV",
  "cohort/is-json": "filen er JSON og ikke en tabel; træk den som CSV, XLSX eller Parquet",
  "cohort/workbook-broken": "projektmappen er beskadiget eller afkortet; træk den igen",
  "cohort/workbook-too-large": "projektmappen fylder over {gigabytes} GB udpakket; træk den som CSV eller Parquet",
  "cohort/file-too-large":
    "filen er større end {gigabytes} GB, og filer af dens slags skal ligge i hukommelsen; træk den som CSV eller Parquet",
  "cohort/parquet-broken":
    "filen (Parquet) er beskadiget, afkortet eller skrevet på en måde, som ikke kan læses ({reason}); skriv den igen",
  "cohort/arrow-broken": "filen (Arrow) er beskadiget, afkortet eller skrevet på en måde, som ikke kan læses; skriv den igen",
  "cohort/gzip-broken": "den gzip-pakkede fil er beskadiget eller afkortet; pak eller træk den igen",
  "cohort/expands-too-much":
    "den gzip-pakkede fil har givet {megabytes} MB, mere end {ratio} gange sin pakkede størrelse, og det gør ingen tabel; undersøg, hvor den kommer fra",
  "cohort/column-kind":
    "kolonnen indeholder lister, bytes eller underfelter og ikke én værdi pr. række; skriv den som tekst, tal eller dato",
  "cohort/several-sheets":
    "flere ark har kolonnerne ({sheets}); nævn ét i format.sheet, eller sæt den til all for at læse dem efter hinanden",
  "cohort/sheet-missing": "projektmappen har intet ark {sheet}; ret format.sheet (ark: {sheets})",
  "cohort/name-unreadable": "navnet »{found}« kan ikke læses, som kolonnen kræver; omdøb filen eller arket",
  "cohort/header-cut-off": "filen har færre rækker end de {rows}, som format.headerRows siger, at overskriften fylder; ret den",
  "cohort/not-text": "filen indeholder tegn med værdien 0, som ingen tekst har; gem den som CSV i UTF-8",
  "cohort/not-in-encoding":
    "filen indeholder bytes, der ikke er {encoding}; ret format.encoding, eller udelad den, så tegnkodningen findes af sig selv",
  "cohort/mixed-encodings":
    "filen begynder som {encoding} og har siden bytes, der ikke er det, som hvor to filer i hver sin tegnkodning er sat sammen; gem den i én, eller læs de to filer hver for sig",
  "cohort/line-too-long": "en linje er længere end {limit} tegn, så det ligner ikke en tabel; se på filen",
  "cohort/broken-header": "overskriftsrækken har et anførselstegn uden mage; ret overskriften",
  "cohort/column-missing": "kolonnen findes ikke; ret dens navn i studiet eller filen (fundne overskrifter: {headers})",
  "cohort/column-missing-nearest": "kolonnen findes ikke; mente du »{nearest}«? (fundne overskrifter: {headers})",
  "cohort/column-twice": "to kolonner har denne overskrift; skriv {first} eller {second} i studiet for den, der menes",
  "cohort/wide-columns-missing": "ingen kolonne hedder som {pattern}; ret mønsteret i studiet (fundne overskrifter: {headers})",
  "cohort/month-first":
    "{count} datoer giver kun mening med måneden først, for eksempel {found}, så resten ville blive læst med dag og måned byttet om; sæt format: { dates: mm/dd/yyyy } for filen",
  "cohort/wide-column-twice": "to kolonner har denne overskrift; omdøb den ene i filen",
  "cohort/empty-row": "rækken er tom",
  "cohort/totals-row": "rækken er en sum og ikke en person",
  "cohort/header-again": "rækken er overskriften en gang til, som hvor sider eller filer er sat sammen",
  "cohort/text-row": "rækken er én tekst og ikke andet, som en titel eller en bundlinje; udfyld den, hvis den er data",
  "cohort/too-few-fields": "rækken har færre felter end overskriften ({found}); udfyld den",
  "cohort/too-many-fields":
    "rækken har flere felter end overskriften ({found}); et skilletegn inde i en tekst kræver anførselstegn",
  "cohort/broken-quotes": "et anførselstegn har ingen mage, så rækken kan ikke deles i felter; ret det",
  "cohort/zero-bytes": "linjen indeholder tegn med værdien 0, som hvor en fil ikke er skrevet til ende; træk den igen",
  "cohort/error-cell": "feltet viser en formels fejl ({found}); ret formlen, eller nævn fejlen under missing",
  "cohort/thousands-or-decimals":
    "intet i filen viser, om tegnet skiller tusinder eller decimaler; det er læst som {found}; sæt format.decimal, hvis det er forkert",
  "cohort/identifier-as-number": "id-nummeret var gemt som et tal; dets cifre er brugt",
  "cohort/identifier-digits-lost":
    "id-nummeret var gemt som et tal, der har mistet sine sidste cifre ({found}); træk kolonnen som tekst",
  "cohort/missing-value": "feltet er tomt, hvor en værdi er nødvendig; udfyld det",
  "cohort/unreadable-number": "det er ikke et tal, som filen skriver dem; ret det, eller nævn det under missing: »{found}«",
  "cohort/hidden-number":
    "tallet er skjult, som små antal er, og kan ikke bruges; skaf det, eller slå små grupper sammen, før de tælles: »{found}«",
  "cohort/unreadable-date": "det er ikke en dato i kalenderen, som filen skriver dem; ret den: »{found}«",
  "cohort/identifier-trimmed": "mellemrum omkring id-nummeret er fjernet",
  "cohort/many-rows-listed": "{percent} % af rækkerne kunne ikke bruges; rækkelisten viser hver med sin årsag",
};
