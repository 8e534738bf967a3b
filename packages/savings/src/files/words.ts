import { looseText } from "@kontrafakt/cohort";
import type { BudgetReason, CostRow, Distribution, PriceRow } from "../savings-value.js";
import { type Rows, refuse, textAt } from "./rows.js";

/** What a word in a file stands for, with the words for it in English, Danish, Swedish and Norwegian. */
export type Words<T> = readonly (readonly [T, readonly string[]])[];

export const distributionWords: Words<Distribution["kind"]> = [
  ["fixed", ["fixed", "fast", "known", "kendt", "känd", "kjent", "kendt nøjagtigt", "ingen"]],
  [
    "uniform",
    [
      "uniform",
      "ligefordelt",
      "likformig",
      "jevnt fordelt",
      "ensartet",
      "rektangulær",
      "rektangulär",
      "jämnt fördelad",
      "jevn",
      "jämn",
    ],
  ],
  ["triangular", ["triangular", "trekant", "triangulär", "trekantfordelt", "triangulær", "trekantet", "triangel", "triangle"]],
  ["pert", ["pert", "beta-pert", "betapert"]],
  ["normal", ["normal", "normalfordelt", "normalfördelad"]],
  ["lognormal", ["lognormal", "log-normal", "lognormalfordelt", "lognormalfördelad"]],
  ["beta", ["beta", "betafordelt", "betafördelad"]],
  ["gamma", ["gamma", "gammafordelt", "gammafördelad"]],
  ["empirical", ["empirical", "empirisk"]],
];

export const basisWords: Words<NonNullable<PriceRow["basis"]>> = [
  [
    "average",
    [
      "average",
      "gennemsnit",
      "genomsnitt",
      "gjennomsnitt",
      "mean",
      "gennemsnitlig",
      "genomsnittlig",
      "gjennomsnittlig",
      "snitt",
      "gennemsnitsomkostning",
      "genomsnittskostnad",
      "gjennomsnittskostnad",
      "gennemsnitspris",
      "gns.",
      "gns",
      "gj.snitt",
    ],
  ],
  ["marginal", ["marginal", "marginalomkostning", "marginalkostnad", "grænseomkostning", "grensekostnad", "marginalt"]],
];

export const refundWords: Words<"gross" | "net"> = [
  ["gross", ["gross", "brutto"]],
  ["net", ["net", "netto"]],
];

export const behaviourWords: Words<NonNullable<CostRow["behaviour"]>> = [
  [
    "fixed",
    ["fixed", "fast", "faste", "fasta", "fixerad", "faste omkostninger", "faste udgifter", "faste kostnader", "fasta kostnader"],
  ],
  [
    "variable",
    [
      "variable",
      "variabel",
      "rörlig",
      "rørlig",
      "variabelt",
      "variable omkostninger",
      "variable udgifter",
      "variable kostnader",
      "rörliga kostnader",
      "rörliga",
    ],
  ],
  [
    "step",
    [
      "step",
      "trin",
      "steg",
      "trinn",
      "stepwise",
      "trinvis",
      "stegvis",
      "trinnvis",
      "trappa",
      "springende",
      "springvis",
      "sprangvis",
      "språngvis",
      "språng",
    ],
  ],
];

export const reasonWords: Words<BudgetReason> = [
  [
    "programme",
    ["programme", "indsats", "insats", "tiltak", "program", "indsatsen", "insatsen", "tiltaket", "programmet", "intervention"],
  ],
  [
    "demography",
    [
      "demography",
      "demografi",
      "befolkning",
      "population",
      "demographics",
      "befolkningsudvikling",
      "befolkningsutveckling",
      "befolkningsutvikling",
      "volym",
      "børnetal",
      "barnetall",
      "demografisk",
      "demografisk udvikling",
      "demografiregulering",
      "flere børn",
      "færre børn",
    ],
  ],
  [
    "prices",
    [
      "prices",
      "pris og løn",
      "pris och lön",
      "pris og lønn",
      "price",
      "pris",
      "priser",
      "price and wage",
      "prices and wages",
      "wages",
      "løn",
      "lön",
      "lønn",
      "pris- og lønregulering",
      "pris- og lønfremskrivning",
      "pris- och löneuppräkning",
      "pris- og lønnsvekst",
      "løn og pris",
      "lønns- og prisvekst",
      "lön och pris",
      "pris- og lønudvikling",
      "pris- og lønnsutvikling",
      "pris- og lønnsjustering",
      "pris- och löneutveckling",
      "indexuppräkning",
      "lønregulering",
      "prisregulering",
      "pl",
      "p/l",
      "pl-regulering",
      "indeksering",
      "indexering",
      "deflator",
    ],
  ],
  [
    "technical",
    [
      "technical",
      "teknisk",
      "tekniska",
      "tekniske",
      "teknisk korrektion",
      "teknisk justering",
      "teknisk korreksjon",
      "technical correction",
      "tekniske omplaceringer",
      "tekniske korrektioner",
      "teknisk omplacering",
      "tekniska justeringar",
      "tekniske justeringer",
      "omplaceringer",
      "omplacering",
      "omplassering",
      "omflytning",
    ],
  ],
  ["other", ["other", "andet", "annat", "annet", "øvrigt", "øvrige", "övrigt", "øvrig", "andre", "anden", "annan"]],
  [
    "none",
    [
      "none",
      "ingen ændring",
      "ingen ändring",
      "ingen endring",
      "ingen",
      "inga",
      "no change",
      "ingen förändring",
      "uændret",
      "oförändrad",
      "oförändrat",
      "uendret",
      "unchanged",
      "-",
      "–",
    ],
  ],
];

/** Endings that change nothing: a triangular distribution is trekant, trekantfordeling, trekantsfordeling or triangelfördelning. */
const ENDING = /(?:s|[ -])?(?:fordeling|fordelingen|fordelt|fördelning|fördelningen|fördelad|distribution|distributed)$/;

/** What a word stands for, without regard to letter case; undefined where it is no such word. */
export function meaningOf<T>(words: Words<T>, text: string): T | undefined {
  const loose = looseText(text);
  const stem = loose.replace(ENDING, "").replace(/[ -]$/, "");
  return words.find(([, own]) => own.includes(loose) || own.includes(stem))?.[0];
}

/** The first words for each meaning, as a reader is told them. */
export function acceptedWords<T>(words: Words<T>): string {
  return words.map(([, own]) => own.slice(0, 4).join("/")).join(", ");
}

/** Meaning of a cell; undefined where it is empty, or refused because it is no such word. */
export function wordAt<T>(rows: Rows, key: string, i: number, words: Words<T>): T | undefined {
  const text = textAt(rows, key, i);
  if (text === "") return undefined;
  const meaning = meaningOf(words, text);
  if (meaning === undefined) refuse(rows, i, key, "savings/word-unknown", { found: text, accepted: acceptedWords(words) });
  return meaning;
}
