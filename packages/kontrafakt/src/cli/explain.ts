import { canonicalJson } from "@kontrafakt/base";
import { kindsText, optionMeanings } from "@kontrafakt/report";
import { type Explanation, explainOption, type Language } from "@kontrafakt/study";
import type { Io } from "./session.js";

const words = {
  en: {
    takes: "takes",
    default: "default",
    options: "options",
    needed: "none: it must be given",
    optional: "none: it may be left out",
    unknown: (name: string, near: string) =>
      `there is no option "${name}"; ${near === "" ? "kontrafakt schema lists them all" : `did you mean ${near}?`}`,
    or: " or ",
  },
  da: {
    takes: "værdi",
    default: "standard",
    options: "består af",
    needed: "ingen: skal angives",
    optional: "ingen: kan udelades",
    unknown: (name: string, near: string) =>
      `der er ingen indstilling »${name}«; ${near === "" ? "kontrafakt schema viser dem alle" : `mente du ${near}?`}`,
    or: " eller ",
  },
} as const;

function explanationLines(e: Explanation, language: Language): readonly string[] {
  const { takes, default: standard, options, needed, optional } = words[language];
  const meaning = optionMeanings(language)[e.path.replace(/\[\d+\]/g, "")] ?? e.description;
  const lines = [e.path, ""];
  if (meaning !== "") lines.push(meaning, "");
  lines.push(`${takes.padEnd(9)} ${kindsText(e.takes, language)}`);
  lines.push(`${standard.padEnd(9)} ${e.default ?? (e.required ? needed : optional)}`);
  if (e.options.length > 0) lines.push(`${options.padEnd(9)} ${e.options.join(", ")}`);
  return lines;
}

/** `kontrafakt explain`: what an option is, from its schema. Returns false where there is no such option. */
export function explain(
  name: string,
  { json, lang = "en" }: { readonly json?: boolean; readonly lang?: Language },
  io: Io,
): boolean {
  const found = explainOption(name);
  if (found.kind === "explanation") {
    io.out(json ? canonicalJson(found) : `${explanationLines(found, lang).join("\n")}\n`);
    return true;
  }
  io.err.write(`${words[lang].unknown(name, found.suggestions.join(words[lang].or))}\n`);
  return false;
}
