import type { Language } from "@kontrafakt/study";

/** The document's words. Facts come in as arguments; nothing here is about one study. */
export interface Words {
  readonly title: string;
  readonly intro: (study: string, date: string) => string;
  readonly responsibility: string;
  readonly fields: Readonly<Record<"controller" | "contact" | "purpose" | "legalBasis" | "retention" | "access", string>>;
  readonly notGiven: (option: string) => string;
  readonly purpose: (programme: string) => string;
  readonly data: string;
  readonly dataLead: string;
  readonly columnHeads: readonly [string, string, string];
  readonly missing: string;
  readonly fault: (why: string) => string;
  readonly none: string;
  readonly holds: (kind: string, percent: number) => string;
  readonly unread: (columns: string) => string;
  readonly unreadIdentifiers: (columns: string) => string;
  readonly allRead: string;
  readonly moneyFile: (columns: string) => string;
  readonly identifiers: string;
  readonly found: (columns: string) => string;
  readonly foundNone: string;
  readonly replaced: string;
  readonly randomKey: string;
  readonly keyFile: (file: string) => string;
  readonly sameResults: string;
  readonly otherColumns: Readonly<Record<"refuse" | "mask", string>>;
  readonly storage: string;
  readonly storageHeads: readonly [string, string, string, string, string];
  readonly storageRows: (facts: StorageFacts) => readonly (readonly string[])[];
  readonly network: string;
  readonly networkLines: readonly string[];
  readonly verify: (command: string) => string;
  readonly disclosure: string;
  readonly disclosureLead: string;
  readonly rules: DisclosureWords;
  readonly decisions: string;
  readonly decisionsText: string;
  readonly versions: string;
  readonly versionText: (name: string, version: string) => string;
  readonly fileHeads: readonly [string, string, string];
  readonly written: (path: string) => string;
}

interface StorageFacts {
  readonly days: number;
  readonly until: string;
  readonly retention: string;
  readonly access: string;
  readonly keyFile: string | undefined;
  readonly lock: string;
}

interface DisclosureWords {
  readonly smallCell: (n: number) => string;
  readonly pPercent: (p: string) => string;
  readonly dominance: (n: number, share: string) => string;
  readonly rounding: (n: number) => string;
  readonly owner: (name: string, files: string) => string;
  readonly more: string;
}

const en: Words = {
  title: "Data protection",
  intro: (study, date) =>
    `This document says which personal data the evaluation uses, what happens to them and how long they are kept. Kontrafakt wrote it on ${date} from the study file ${study} and the files it names. No effect was estimated for it.`,
  responsibility: "Responsibility and purpose",
  fields: {
    controller: "Controller",
    contact: "Contact",
    purpose: "Purpose",
    legalBasis: "Legal basis",
    retention: "How long the input files are kept",
    access: "Who has access to personal data",
  },
  notGiven: (option) => `Not stated. Write it in the study file under ${option}.`,
  purpose: (programme) =>
    `To find out whether ${programme} had the effect and the saving that were expected. The data are used for statistics about groups only, never for decisions about a single person.`,
  data: "Which data are used",
  dataLead:
    "Only the columns that the study names are read into memory. In all other columns the program only looks for national identifiers, in the first 1,000 rows, and forgets what it saw.",
  columnHeads: ["Column", "Used for", "National identifiers"],
  missing: "The file was not there when this document was written.",
  fault: (why) => `Its columns could not be read: ${why}`,
  none: "none found",
  holds: (kind, percent) => `${kind}, in ${percent}% of the cells`,
  unread: (columns) =>
    `Not read: ${columns}. Ask for the file without these columns next time; data that are not needed should not be handed over.`,
  unreadIdentifiers: (columns) =>
    `Columns that the study does not read hold national identifiers: ${columns}. Ask for the file without them now.`,
  allRead: "The file has no other columns.",
  moneyFile: (columns) => `The file is about money, not about people. Columns used: ${columns}.`,
  identifiers: "National identifiers and pseudonyms",
  found: (columns) => `National identifiers were found in: ${columns}.`,
  foundNone: "No national identifiers were found in the files.",
  replaced:
    "As soon as a file is read, every identifier of a person is replaced by a pseudonym: the first 24 digits of HMAC-SHA-256 under a secret key. No identifier reaches a report, a table, a list of errors or any other file. This holds for national identifiers and for the ids of case systems alike.",
  randomKey:
    "The key is random, made anew for each run, held in memory only and written nowhere. When the run is over nobody can get from a pseudonym to a person.",
  keyFile: (file) =>
    `The key is in the file ${file}, so that years can be linked. Whoever has the key and an identifier can find the pseudonym. Keep the key apart from data and results, and delete it when years need no longer be linked.`,
  sameResults: "The results are the same whatever the key.",
  otherColumns: {
    refuse: "National identifiers in a column that is read for something else stop the run.",
    mask: "National identifiers in a column that is read for something else are masked before anything is done with them.",
  },
  storage: "What is stored, where and for how long",
  storageHeads: ["What", "Where", "Personal data", "How long", "Who may see it"],
  storageRows: ({ days, until, retention, access, keyFile, lock }) => [
    ["Input files", "where they lay; Kontrafakt neither changes nor copies them", "yes", retention, access],
    ["Data during the run", "in the machine's memory", "yes, under pseudonyms", "until the run ends", "nobody"],
    [
      "The folder publish/",
      "report, results, tables and charts",
      "no: groups only, by the rules below",
      "without limit",
      "everyone",
    ],
    [
      "The folder internal/",
      "rows left out or noted, with row number and reason; identifiers are masked",
      "yes",
      `at most ${days} days: until ${until} if the study is run today`,
      access,
    ],
    ["The lock file", lock, "no: options and fingerprints of files", "with the study", "everyone"],
    ...(keyFile === undefined
      ? []
      : [["The key", keyFile, "no, but it opens pseudonyms", "until years need no longer be linked", "as few as possible"]]),
  ],
  network: "Nothing leaves the machine",
  networkLines: [
    "Everything is computed on the machine where the files are. The program opens no network connection: it fetches nothing, sends nothing, reports no use and looks for no updates.",
    "The report is a single file without scripts. It forbids the browser to fetch anything.",
    "An automatic test runs a whole evaluation in which any attempt at a network connection would be an error. It is run on every change of the program.",
  ],
  verify: (command) =>
    `Try it yourselves: switch the network off and run the evaluation. It gives the same results, byte for byte. On Linux: ${command}`,
  disclosure: "What may be published",
  disclosureLead: "These rules hold for everything in the folder publish/:",
  rules: {
    smallCell: (n) => `Counts of people from 1 to ${n - 1} are withheld, and so is whatever they could be worked out from.`,
    pPercent: (p) => `An amount is withheld where somebody could learn another's contribution to it within ${p} percent.`,
    dominance: (n, share) =>
      n === 1
        ? `An amount is withheld where one person makes up more than ${share} of it.`
        : `An amount is withheld where ${n} people make up more than ${share} of it.`,
    rounding: (n) => `Counts of people are rounded to the nearest ${n}.`,
    owner: (name, files) => `For figures made from ${files} the rules of ${name} hold as well, where they are stricter:`,
    more: "No row about a single person is published.",
  },
  decisions: "Automated decisions",
  decisionsText:
    "None. The program decides nothing about single people and makes no profiles of them. It compares groups and gives averages, sums and their uncertainty.",
  versions: "Program and files",
  versionText: (name, version) =>
    `This document was written by ${name} ${version}. The fingerprints show later which files were looked at: if one byte changes, the fingerprint does.`,
  fileHeads: ["File", "Used as", "SHA-256"],
  written: (path) => `data protection: ${path}`,
};

const da: Words = {
  title: "Databeskyttelse",
  intro: (study, date) =>
    `Dokumentet fortæller, hvilke personoplysninger evalueringen bruger, hvad der sker med dem, og hvor længe de gemmes. Kontrafakt har skrevet det den ${date} ud fra studiefilen ${study} og de filer, den nævner. Der er ikke beregnet nogen effekt for at skrive det.`,
  responsibility: "Ansvar og formål",
  fields: {
    controller: "Dataansvarlig",
    contact: "Kontakt",
    purpose: "Formål",
    legalBasis: "Behandlingsgrundlag",
    retention: "Hvor længe inddata opbevares",
    access: "Hvem har adgang til personoplysninger",
  },
  notGiven: (option) => `Ikke angivet. Skriv det i studiefilen under ${option}.`,
  purpose: (programme) =>
    `At undersøge, om ${programme} har haft den virkning og givet den besparelse, som var forudsat. Oplysningerne bruges kun til statistik om grupper og aldrig til afgørelser om den enkelte.`,
  data: "Hvilke oplysninger der bruges",
  dataLead:
    "Kun de kolonner, som studiet nævner, læses ind i hukommelsen. I alle andre kolonner ser programmet kun efter, om der står personnumre i de første 1.000 rækker, og glemmer, hvad det så.",
  columnHeads: ["Kolonne", "Bruges til", "Personnumre"],
  missing: "Filen var der ikke, da dokumentet blev skrevet.",
  fault: (why) => `Filens kolonner kunne ikke læses: ${why}`,
  none: "ingen fundet",
  holds: (kind, percent) => `${kind} i ${percent} % af cellerne`,
  unread: (columns) =>
    `Læses ikke: ${columns}. Bed næste gang om filen uden de kolonner. Oplysninger, der ikke er brug for, bør ikke udleveres.`,
  unreadIdentifiers: (columns) =>
    `Der er personnumre i kolonner, som studiet slet ikke læser: ${columns}. Bed om filen uden dem allerede nu.`,
  allRead: "Filen har ingen andre kolonner.",
  moneyFile: (columns) => `Filen handler om penge og ikke om personer. Kolonner, der bruges: ${columns}.`,
  identifiers: "Personnumre og pseudonymer",
  found: (columns) => `Der er fundet personnumre i: ${columns}.`,
  foundNone: "Der er ikke fundet personnumre i filerne.",
  replaced:
    "Så snart en fil er læst, bliver hvert id-nummer erstattet af et pseudonym: de første 24 tegn af HMAC-SHA-256 under en hemmelig nøgle. Intet id-nummer når ud i en rapport, en tabel, en fejlliste eller nogen anden fil. Det gælder både personnumre og fagsystemernes egne numre.",
  randomKey:
    "Nøglen er tilfældig. Den bliver lavet på ny ved hver kørsel, findes kun i maskinens hukommelse og bliver ikke skrevet nogen steder. Når kørslen er slut, kan ingen komme fra et pseudonym til en person.",
  keyFile: (file) =>
    `Nøglen ligger i filen ${file}, så årene kan kobles sammen. Den, der har både nøglen og et personnummer, kan finde frem til pseudonymet. Opbevar derfor nøglen adskilt fra data og resultater, og slet den, når årene ikke længere skal kobles.`,
  sameResults: "Resultaterne er de samme, uanset hvilken nøgle der bruges.",
  otherColumns: {
    refuse: "Står der personnumre i en kolonne, som bruges til noget andet, stopper kørslen.",
    mask: "Står der personnumre i en kolonne, som bruges til noget andet, bliver de maskeret, før kolonnen bruges.",
  },
  storage: "Hvad der gemmes, hvor og hvor længe",
  storageHeads: ["Hvad", "Hvor", "Personoplysninger", "Hvor længe", "Hvem må se det"],
  storageRows: ({ days, until, retention, access, keyFile, lock }) => [
    ["Inddata", "hvor filerne lå; Kontrafakt hverken ændrer eller kopierer dem", "ja", retention, access],
    ["Data under kørslen", "i maskinens hukommelse", "ja, under pseudonym", "til kørslen er slut", "ingen"],
    [
      "Mappen publish/",
      "rapport, resultater, tabeller og figurer",
      "nej, kun grupper, efter reglerne nedenfor",
      "uden tidsgrænse",
      "alle",
    ],
    [
      "Mappen internal/",
      "rækker, der er udeladt eller bemærket, med rækkenummer og grund; id-numre er maskeret",
      "ja",
      `højst ${days} dage, dvs. til ${until}, hvis studiet køres i dag`,
      access,
    ],
    ["Låsefilen", lock, "nej, kun indstillinger og filernes fingeraftryk", "sammen med studiet", "alle"],
    ...(keyFile === undefined
      ? []
      : [["Nøglen", keyFile, "nej, men den åbner pseudonymerne", "til årene ikke længere skal kobles", "så få som muligt"]]),
  ],
  network: "Intet forlader maskinen",
  networkLines: [
    "Alt bliver regnet ud på den maskine, hvor filerne ligger. Programmet åbner ingen forbindelse til netværket: Det henter intet, sender intet, melder ikke tilbage om brugen og søger ikke efter opdateringer.",
    "Rapporten er én fil uden programkode. Den forbyder browseren at hente noget.",
    "En automatisk prøve kører en hel evaluering, hvor ethvert forsøg på at få forbindelse til netværket er en fejl. Prøven gentages, hver gang programmet ændres.",
  ],
  verify: (command) =>
    `I kan selv efterprøve det: Slå netværket fra, og kør evalueringen. Den giver de samme resultater, byte for byte. På Linux: ${command}`,
  disclosure: "Hvad der må offentliggøres",
  disclosureLead: "Disse regler gælder for alt i mappen publish/:",
  rules: {
    smallCell: (n) => `Antal personer fra 1 til ${n - 1} bliver ikke vist. Det gør heller ikke tal, som de kunne regnes ud fra.`,
    pPercent: (p) =>
      `Et beløb bliver ikke vist, hvis nogen kunne regne en andens andel af det ud med en usikkerhed på under ${p} procent.`,
    dominance: (n, share) =>
      n === 1
        ? `Et beløb bliver ikke vist, hvis én person står for mere end ${share} af det.`
        : `Et beløb bliver ikke vist, hvis ${n} personer står for mere end ${share} af det.`,
    rounding: (n) => `Antal personer bliver afrundet til nærmeste ${n}.`,
    owner: (name, files) => `For tal, der bygger på ${files}, gælder også reglerne fra ${name}, hvor de er strengere:`,
    more: "Ingen række om en enkelt person bliver offentliggjort.",
  },
  decisions: "Automatiske afgørelser",
  decisionsText:
    "Ingen. Programmet træffer ingen afgørelser om enkelte personer og laver ingen profiler af dem. Det sammenligner grupper og giver gennemsnit, summer og deres usikkerhed.",
  versions: "Program og filer",
  versionText: (name, version) =>
    `Dokumentet er skrevet af ${name} ${version}. Fingeraftrykkene viser senere, hvilke filer der er set på: Ændres der så meget som én byte, ændres fingeraftrykket.`,
  fileHeads: ["Fil", "Bruges som", "SHA-256"],
  written: (path) => `databeskyttelse: ${path}`,
};

export const words: Readonly<Record<Language, Words>> = { en, da };
