import type { Detected } from "@kontrafakt/cohort";
import type { Language } from "@kontrafakt/study";

const words: Readonly<Record<Language, { readonly dates: string; readonly skipped: string }>> = {
  en: { dates: "dates met", skipped: "sheets not read" },
  da: { dates: "datoformer fundet", skipped: "ark ikke læst" },
};

/** How a file turned out to be written, as the `format:` that would say so in the study. */
export function detectedLine(found: Detected, language: Language): string {
  const forms = found.dates === "" ? [] : found.dates.split(", ");
  const options: readonly (readonly [string, unknown])[] = [
    ["kind", found.kind],
    ["compression", found.compression === "none" ? "" : found.compression],
    ["sheet", found.sheet],
    ["encoding", found.encoding],
    ["delimiter", found.delimiter],
    ["decimal", found.kind === "csv" || found.kind === "xlsx" ? found.decimal : ""],
    ["thousands", found.thousands.length === 1 ? found.thousands : ""],
    ["dates", forms.length === 1 ? forms[0] : ""],
    ["headerLine", found.headerLine],
  ];
  const told = options.filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${yaml(value)}`);
  if (found.missing.length > 0) told.push(`missing: [${["", ...found.missing].map(quoted).join(", ")}]`);
  const notes = [
    ...(forms.length > 1 ? [`${words[language].dates}: ${forms.join(", ")}`] : []),
    ...(found.skippedSheets.length > 0 ? [`${words[language].skipped}: ${found.skippedSheets.join(", ")}`] : []),
  ];
  return `format: { ${told.join(", ")} }${notes.length > 0 ? ` # ${notes.join("; ")}` : ""}`;
}

const quoted = (value: string) => JSON.stringify(value);

/** A value as YAML reads it back: quoted unless it is a plain word or number. */
function yaml(value: unknown): string {
  return typeof value === "string" && !/^[a-z][a-z0-9-]*$/.test(value) && !/^[a-z]{2}[-./][a-z]{2}/.test(value)
    ? quoted(value)
    : String(value);
}
