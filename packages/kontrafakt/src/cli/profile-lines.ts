import type { ColumnProfile, Profile } from "@kontrafakt/cohort";
import { speak } from "@kontrafakt/report";
import type { Language } from "@kontrafakt/study";

const words = {
  en: {
    heads: ["Column", "Holds", "Filled", "Different", "Values", "May be"],
    rows: (n: string, columns: number) =>
      `${n} ${n === "1" ? "row" : "rows"}, ${columns} ${columns === 1 ? "column" : "columns"}`,
    looks: "looks like",
    wide: (columns: number, pattern: string, first: string, last: string) =>
      `${columns} columns as ${pattern}, ${first} to ${last}`,
    shared: (column: string, file: string, percent: string) => `${column}: ${percent} of its values are in ${file} as well`,
    kinds: {
      empty: "nothing",
      constant: "one value",
      boolean: "yes/no",
      number: "numbers",
      day: "dates",
      category: "categories",
      code: "codes",
      identifier: "identifiers",
      personal: "about a person",
      text: "text",
    },
    to: "to",
    more: (n: number) => `${n} more`,
    personal: "not shown; no study needs it, so leave it out of the export",
    within: (kind: string) => `national numbers (${kind}) within the text`,
  },
  da: {
    heads: ["Kolonne", "Indeholder", "Udfyldt", "Forskellige", "Værdier", "Kan være"],
    rows: (n: string, columns: number) =>
      `${n} ${n === "1" ? "række" : "rækker"}, ${columns} ${columns === 1 ? "kolonne" : "kolonner"}`,
    looks: "ligner",
    wide: (columns: number, pattern: string, first: string, last: string) =>
      `${columns} kolonner som ${pattern}, ${first} til ${last}`,
    shared: (column: string, file: string, percent: string) => `${column}: ${percent} af værdierne findes også i ${file}`,
    kinds: {
      empty: "intet",
      constant: "én værdi",
      boolean: "ja/nej",
      number: "tal",
      day: "datoer",
      category: "kategorier",
      code: "koder",
      identifier: "id-numre",
      personal: "om en person",
      text: "tekst",
    },
    to: "til",
    more: (n: number) => (n === 1 ? "1 anden" : `${n} andre`),
    personal: "vises ikke; ingen undersøgelse bruger det, så lad være med at trække det",
    within: (kind: string) => `personnumre (${kind}) inde i teksten`,
  },
} as const;

const WIDEST = [28, 14, 8, 12, 60] as const;

/** A profile as lines of a table for a terminal. Values of identifiers are not in it. */
export function profileLines(profile: Profile, language: Language): readonly string[] {
  const w = words[language];
  const { number, percent } = speak(language);
  const name = profile.sheet === undefined ? profile.file : `${profile.file} [${profile.sheet}]`;
  const likely = profile.candidates.slice(0, 2).map(({ role, score }) => `${role} (${percent(score)})`);
  const wideHeaders = new Set(
    profile.wide.flatMap(({ pattern }) => profile.columns.filter(({ header }) => fits(header, pattern))),
  );
  const shown = profile.columns.filter((column) => !wideHeaders.has(column));
  const cells = shown.map((column) => [
    column.header,
    w.kinds[column.kind],
    percent(column.filledShare),
    `${column.isAtLeast ? "≥ " : ""}${number(column.distinct, 0)}`,
    values(column, language),
    column.candidates
      .filter(({ score }) => score >= 0.5)
      .slice(0, 2)
      .map(({ role, score }) => `${role} (${percent(score)})`)
      .join(", "),
  ]);
  const table = [[...w.heads], ...cells].map((row) => row.map((text) => text.replace(/\s+/g, " ")));
  const widths = WIDEST.map((most, k) => Math.min(most, Math.max(...table.map((row) => [...row[k]].length))));
  const line = (row: readonly string[]) =>
    `  ${row.map((text, k) => (k < widths.length ? pad(text, widths[k]) : text)).join("  ")}`.trimEnd();
  return [
    `${name}: ${w.rows(number(profile.rows, 0), profile.columns.length)}${likely.length > 0 ? `; ${w.looks} ${likely.join(", ")}` : ""}`,
    `  ${[profile.detected.encoding, profile.detected.delimiter, profile.detected.decimal, profile.detected.dates].filter((x) => x !== "").join("  ")}`,
    ...table.map(line),
    ...profile.wide.map((wide) => `  ${w.wide(wide.columns, wide.pattern, wide.first, wide.last)}`),
    ...profile.shared.map(({ column, file, share }) => `  ${w.shared(column, file, percent(share))}`),
  ];
}

/** Whether a header is one of a pattern's: the pattern's parts stand for digits or a month's name. */
function fits(header: string, pattern: string): boolean {
  const source = pattern
    .split(/\{\w+\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[\\p{L}\\d]+");
  return new RegExp(`^${source}$`, "u").test(header);
}

function pad(text: string, width: number): string {
  const letters = [...text];
  return letters.length > width ? `${letters.slice(0, width - 1).join("")}…` : text + " ".repeat(width - letters.length);
}

function values(column: ColumnProfile, language: Language): string {
  const w = words[language];
  const speaker = speak(language);
  if (column.kind === "personal") return w.personal;
  if (column.kind === "identifier") return [column.identifier, column.shape].filter((x) => x !== undefined && x !== "").join(" ");
  if (column.identifier !== undefined) return w.within(column.identifier);
  const { day, number, levels } = column;
  if (day !== undefined) {
    const isBorn = column.candidates[0]?.role === "born";
    const [first, last] = isBorn ? [day.usualFirst.slice(0, 4), day.usualLast.slice(0, 4)] : [day.first, day.last];
    return `${first} ${w.to} ${last}`;
  }
  if (number !== undefined) {
    const isYear = ["year", "priceYear"].includes(column.candidates[0]?.role);
    const shown = (n: number) => (isYear ? String(n) : number.whole ? speaker.number(n, 0) : speaker.number(n));
    return `${shown(number.min)} ${w.to} ${shown(number.max)}`;
  }
  if (levels === undefined) return "";
  const few = levels
    .slice(0, 4)
    .map(({ text, rows }) => `${text} (${typeof rows === "number" ? speaker.number(rows, 0) : rows})`);
  const more = levels.length - few.length + (column.otherLevels ?? 0);
  return [...few, ...(more > 0 ? [w.more(more)] : [])].join(", ");
}
