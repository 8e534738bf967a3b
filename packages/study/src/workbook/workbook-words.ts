/** Head of the column of a list sheet where an entry stands that is no group. */
export const SHORT_FORM = "=";

export const workbookWords = {
  en: {
    settings: "Settings",
    heads: ["Option", "Value", "What it means", "What it takes", "Default", "Why this value"],
    lists: "Lists",
    seeSheet: (sheet: string) => `rows of the sheet ${sheet}`,
    choose: "CHOOSE",
    none: "",
    name: "name",
    shortForm: "instead of the columns to the right",
    help: [
      "A study of Kontrafakt. Fill in the column Value; yellow cells wait for a value. Cells with an arrow offer values, and take others where the option does.",
      "Lists have sheets of their own. Text in [ ] is a list. When all is filled in: kontrafakt check on this file.",
    ],
    listHelp: (path: string) => `${path}: a row for each`,
  },
  da: {
    settings: "Indstillinger",
    heads: ["Indstilling", "Værdi", "Betydning", "Kan være", "Standard", "Hvorfor denne værdi"],
    lists: "Lister",
    seeSheet: (sheet: string) => `rækkerne i arket ${sheet}`,
    choose: "VÆLG",
    none: "",
    name: "navn",
    shortForm: "i stedet for kolonnerne til højre",
    help: [
      "En undersøgelse i Kontrafakt. Udfyld kolonnen Værdi; gule felter venter på en værdi. Felter med pil foreslår værdier og tager andre, hvor indstillingen gør.",
      "Lister har deres egne ark. Tekst i [ ] er en liste. Når alt er udfyldt: kontrafakt check på denne fil.",
    ],
    listHelp: (path: string) => `${path}: en række for hver`,
  },
} as const;

/** Whether two cells head the sheet of settings, in any of the languages. */
export function isSettingsHead(first: string, second: string): boolean {
  return Object.values(workbookWords).some(({ heads }) => heads[0] === first && heads[1] === second);
}
