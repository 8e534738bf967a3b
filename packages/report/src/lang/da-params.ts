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
});

const word = (text: string) => words[text] ?? text;

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
  expected: listed,
  found,
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
