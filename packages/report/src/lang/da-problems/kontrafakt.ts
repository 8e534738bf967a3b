import type { Catalogue } from "@kontrafakt/base";

export const kontrafakt: Catalogue = {
  "kontrafakt/no-such-file": "der er ingen fil »{file}« (søgte i {folder}); ret navnet, eller læg filen dér",
  "kontrafakt/not-a-file": "dette er en mappe; angiv en fil i den",
  "kontrafakt/file-not-readable": "filen »{file}« kan ikke åbnes; se på rettighederne, og om et andet program holder den",
  "kontrafakt/not-utf8": "filen er ikke gemt som UTF-8; gem den igen med den tegnkodning",
  "kontrafakt/cannot-write": "kan ikke skrive »{file}«: {reason}; se på mappens rettigheder, eller vælg en anden med --out",
  "kontrafakt/file-exists":
    "der er en fil »{file}« i forvejen, og intet overskrives; flyt den, eller vælg et andet navn med --out",
  "kontrafakt/wrong-ending":
    "en undersøgelse skrives som .yaml, eller som .xlsx med --excel; »{file}« er ingen af delene, så vælg et andet navn med --out",
  "kontrafakt/no-people":
    "denne undersøgelse har ingen personer, der følges én for én, som undersøgelser af grupper og planer ingen har; kommandoen er til undersøgelser med en blok `cohort`",
  "kontrafakt/no-ledger": "en plan har ingen rækker om personer, så der er ingen rækkeliste at skrive; udelad --out",
  "kontrafakt/bad-inference": "{message}",
  "kontrafakt/no-such-outcome": "effekterne er ikke af noget udfald »{outcome}«; de er af {known}",
  "kontrafakt/no-overall":
    "ingen effekt på {outcome} fra start og frem har et estimat, så der er ingen samlet; giv vægte, én for hvert led",
  "kontrafakt/not-weights": "metoden »{method}« vægter ikke; brug {known}, eller match til de andre",
  "kontrafakt/no-table":
    "der kan ikke laves en tabel af en værdi af slagsen »{kind}«; giv et panel, comparison, balance, effects, savings, verification eller results",
  "kontrafakt/no-part": "der er ingen del »{part}« her; delene er {parts}",
  "kontrafakt/no-chart": "der kan ikke laves en figur af en værdi af slagsen »{kind}«; giv results eller en evaluation",
  "kontrafakt/no-description":
    "der er ingen beskrivelse af en værdi af slagsen »{kind}«; giv et panel, comparison, balance, effects, savings, verification eller results",
  "kontrafakt/key-exists":
    "der er allerede en fil med det navn; en nøgle bliver aldrig erstattet, for så kunne pseudonymerne fra den ikke længere kobles. Vælg et andet navn",
  "kontrafakt/lock-exists":
    "der er en lås i forvejen, og den afviger fra studiet nu ({count} forskelle, den første: {what}); slet låsefilen for at låse på ny",
};
