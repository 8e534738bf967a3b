import { looseText } from "@kontrafakt/cohort";

/** Words for the same unit in English, Danish, Norwegian and Swedish. */
const synonyms: readonly (readonly string[])[] = [
  ["days", "day", "dage", "dag", "døgn", "dager", "dagar", "dygn"],
  ["weeks", "week", "uger", "uge", "uker", "uke", "veckor", "vecka"],
  ["months", "month", "måneder", "måned", "månader", "månad"],
  ["hours", "hour", "timer", "time", "timmar", "timme"],
  ["kr", "kr.", "krone", "kroner", "krona", "kronor", "dkk", "nok", "sek"],
  ["spells", "spell", "forløb", "opphold", "perioder med insats"],
  ["starts", "start", "påbegyndte", "begyndte", "påbörjade"],
  ["ends", "end", "afsluttede", "avsluttede", "avslutade"],
  ["share", "andel"],
  ["lessons", "lesson", "lektioner", "lektion", "lektioner"],
];

/** Whether two words name one unit. Letter case and surrounding space don't matter. */
export function sameUnit(a: string, b: string): boolean {
  const x = looseText(a);
  const y = looseText(b);
  return x === y || synonyms.some((words) => words.includes(x) && words.includes(y));
}
