import type { ColumnProfile, ColumnRole, Profile } from "@kontrafakt/cohort";
import type { Note } from "./draft-value.js";

export const note = (code: string, params: Note["params"] = {}): Note => ({ code: `study/${code}`, params });

/** Why a column was taken: where it is, what it holds, how full it is, and what spoke for its role. */
export function columnNotes(profile: Profile, column: ColumnProfile, role?: ColumnRole): readonly Note[] {
  const notes: Note[] = [note("draft-column", { file: profile.file, header: oneLine(column.header) })];
  const { day, number, levels } = column;
  const isBorn = role === "born";
  if (day !== undefined) {
    const [first, last] = isBorn ? [day.usualFirst.slice(0, 4), day.usualLast.slice(0, 4)] : [day.usualFirst, day.usualLast];
    notes.push(note("draft-dates", { first, last }));
  } else if (column.identifier !== undefined) notes.push(note("draft-national-number", { kind: column.identifier }));
  else if (column.kind === "identifier")
    notes.push(note(column.isAtLeast ? "draft-identifiers-at-least" : "draft-identifiers", { distinct: column.distinct }));
  else if (number !== undefined) notes.push(note("draft-numbers", { min: number.min, max: number.max }));
  else if (levels !== undefined && column.kind !== "constant") {
    const shown = levels.slice(0, 3).map(({ text }) => oneLine(text));
    const more = column.distinct - shown.length;
    notes.push(
      more > 0
        ? note(more === 1 ? "draft-levels-one-more" : "draft-levels-more", { levels: shown.join(", "), more })
        : note("draft-levels", { levels: shown.join(", ") }),
    );
  }
  const percent = Math.floor(100 * column.filledShare);
  notes.push(percent >= 99 ? note("draft-filled") : note("draft-filled-share", { percent }));
  const reasons = column.candidates.find((candidate) => candidate.role === role)?.reasons ?? [];
  notes.push(...reasons.filter(({ code }) => code === "cohort/role-before"));
  return notes;
}

/** A text of a file on one line of a comment. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
}

const letters = /[^\p{L}\p{N}]+/u;

/**
 * A name for an outcome, covariate or measure made of a text: camel case, letters of the Nordic alphabets and digits; `fallback` where
 * none are left. Never one of those taken.
 */
export function nameFrom(text: string, fallback: string, taken: Set<string>): string {
  const words = oneLine(text).normalize("NFC").split(letters);
  const plain = words
    .map((word) => word.replace(/[^A-Za-zÆØÅÄÖæøåäö0-9]/g, ""))
    .filter((word) => word !== "")
    .map((word, i) => {
      const lower = word.toLowerCase();
      return i === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join("")
    .slice(0, 40);
  const base = /^[A-Za-zÆØÅÄÖæøåäö]/.test(plain) && plain !== "constructor" ? plain : fallback;
  let name = base;
  for (let i = 2; taken.has(name); i++) name = `${base}${i}`;
  taken.add(name);
  return name;
}
