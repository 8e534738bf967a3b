import { basename, join } from "node:path";
import { KontrafaktError } from "@kontrafakt/base";
import { csv, problemText, speak } from "@kontrafakt/report";
import { type AnyResults, type Change, type Language, type NearEarlier, readResults } from "@kontrafakt/study";
import { readText } from "../node/read-text.js";

/**
 * The results that were published before: the file named, or whatever an earlier run left in publish/, if anything.
 *
 * @param compare a path; false for none
 * @throws KontrafaktError where there is a file that is no results file, so that nothing is published beside it unseen
 */
export async function earlierResults(compare: string | false | undefined, out: string): Promise<AnyResults | undefined> {
  if (compare === false) return undefined;
  const path = compare ?? join(out, "publish", "results.json");
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    if (compare === undefined && error instanceof KontrafaktError && error.problems[0]?.code === "kontrafakt/no-such-file")
      return undefined;
    throw error;
  }
  return readResults(text, basename(path));
}

const words = {
  en: {
    head: "Earlier",
    some: (n: number) =>
      `${n} ${n === 1 ? "figure is" : "figures are"} told as in the earlier publication, since few people lie between: internal/compared.csv`,
    other: "The earlier results are of another study and were not compared with.",
    columns: ["Figure", "As published earlier, and now", "Now, if told exactly"],
  },
  da: {
    head: "Tidligere",
    some: (n: number) =>
      `${n} tal vises som i den tidligere offentliggørelse, da der er få personer imellem: internal/compared.csv`,
    other: "De tidligere resultater er fra et andet studie og er ikke sammenlignet med.",
    columns: ["Tal", "Som offentliggjort før og nu", "Nu, hvis det blev vist nøjagtigt"],
  },
} as const;

/** What the terminal says about the comparison: nothing where nothing is near. */
export function comparedLine({ changes, sameStudy }: NearEarlier<AnyResults>, language: Language): string[] {
  const { head, some, other } = words[language];
  const text = sameStudy ? (changes.length > 0 ? some(changes.length) : "") : other;
  return text === "" ? [] : [`${head}: ${text}`];
}

/** What the terminal says where official parameters are another edition's than in the earlier results. */
export function parametersLine({ problems }: Pick<AnyResults, "problems">, language: Language): string[] {
  const note = problems.find(({ code }) => code === "study/parameters-changed");
  return note === undefined ? [] : [`${words[language].head}: ${problemText({ ...note, where: {} }, language)}`];
}

/** Each figure told as before, with what it is now. Internal: the difference is few people. */
export function comparedCsv(changes: readonly Change[], language: Language): string {
  const speaker = speak(language);
  const style = { delimiter: speaker.words.csv.delimiter, decimal: speaker.words.style.decimal };
  return csv(
    words[language].columns,
    changes.map((c) => [c.what, c.earlier, c.now]),
    style,
  );
}
