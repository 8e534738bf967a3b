import type { Params } from "@kontrafakt/base";

const words: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  "a text": "en tekst",
  "a whole number": "et helt tal",
  "a number": "et tal",
  "a list": "en liste",
  "an empty list": "en tom liste",
  "a group of options": "en gruppe af indstillinger",
  "a date such as 2024-12-31": "en dato som 2024-12-31",
  "a value": "en værdi",
  nothing: "intet",
  "nothing (empty)": "intet (tomt)",
  none: "ingen",
  "at least": "mindst",
  "at most": "højst",
  above: "over",
  below: "under",
  characters: "tegn",
  entries: "elementer",
  periods: "perioder",
  outcomes: "udfald",
  clusterings: "grupperinger",
  "until must not be before from": "until må ikke ligge før from",
  "every year with starters must lie within from and until": "hvert år med deltagere skal ligge fra from til og med until",
  "name at least one year with starters": "angiv mindst ét år med deltagere",
  "name at least one outcome": "angiv mindst ét udfald",
  "years have four digits": "årstal har fire cifre",
  "the first step must begin in year 0 or 1 after the base year": "det første trin skal begynde i år 0 eller 1 efter basisåret",
  "steps must be in order, each beginning in a later year than the one before":
    "trinene skal stå i rækkefølge, så hvert begynder i et senere år end det før",
  "rate and source stand together: say who set the rate, or leave out both and name savings.parameters":
    "rate og source hører sammen: angiv, hvem der har fastsat renten, eller udelad begge og angiv savings.parameters",
  "measure net takes the whole programme cost, so consequences must be left empty":
    "measure net tager hele indsatsens udgift med, så consequences skal være tom",
});

const word = (text: string) => words[text] ?? text;

/** A word, or a limit: "at least 1". */
const limited = (text: string) => {
  const [, relation, limit] = /^(at least|at most|above|below) (.+)$/.exec(text) ?? [];
  return relation === undefined ? word(text) : `${word(relation)} ${limit}`;
};

/** Kinds of value; `none` is a word that an option takes, so it stays as it is written. */
const kinds = (text: string) =>
  text
    .split(", ")
    .map((part) =>
      part
        .split(" or ")
        .map((one) => (one === "none" ? one : limited(one)))
        .join(" eller "),
    )
    .join(", ");

const listed = (text: string) =>
  text
    .split(", ")
    .map((part) => part.split(" or ").map(word).join(" eller "))
    .join(", ");

const found = (text: string) =>
  word(text)
    .replace(/^the text "/, 'teksten "')
    .replace(/^the number /, "tallet ")
    .replace(/^a list of /, "en liste med ");

const by: Readonly<Record<string, (text: string) => string>> = Object.assign(Object.create(null), {
  expected: kinds,
  found,
  reason: word,
  relation: word,
  what: word,
  known: (text: string) => word(text).replace(/ and (?=\S+$)/, " og "),
  hint: (text: string) =>
    text
      .replace(/^did you mean (.*)\?$/s, "mente du $1?")
      .replace(/^there is none$/, "der er ingen")
      .replace(/^there is /, "der er ")
      .replace(/ and (?=\S+$)/, " og "),
  needs: listed,
  others: (text: string) => text.replace(/ and (?=\S+$)/, " og "),
});

/** The words for values and kinds of value in the problems of a study file, in Danish; what the user wrote stays as it is. */
export function daParams(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "string" && by[name] ? by[name](value) : value]),
  );
}
