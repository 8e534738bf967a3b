import { Document, isCollection, visit } from "yaml";
import type { Draft, DraftEntry, Note } from "./draft-value.js";

/** Says a note in the reader's language. */
export type Say = (note: Note) => string;

const WIDTH = 118;

/** A value as YAML on one line. */
export function flowYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && /[\n\r]/.test(node.value)) node.type = "QUOTE_DOUBLE";
    },
    Collection: (_, node) => {
      if (isCollection(node)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().replace(/\n\s*/g, " ");
}

/** A remark of several notes. */
function remark(entry: DraftEntry, say: Say): string {
  return entry.notes.map((note) => say(note).replace(/\s+/g, " ")).join("; ");
}

/** Breaks a text into lines of at most `width` characters at its blanks. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/**
 * A draft as a study file: every option with a remark why it was chosen, and every question as `# CHOOSE:` above an option without a
 * value, with the answers that fit.
 *
 * @param say gives a note's sentence
 * @param head lines that open the file, without `#`
 * @param choose the word that marks a question
 */
export function draftYaml(draft: Draft, say: Say, head: readonly string[], choose: string): string {
  const lines: string[] = head.map((line) => (line === "" ? "#" : `# ${line}`));
  for (const [i, entry] of draft.entries.entries()) {
    const { path, value } = entry;
    const indent = "  ".repeat(path.length - 1);
    const name = path[path.length - 1];
    const text = remark(entry, say);
    const room = WIDTH - indent.length - 2;
    const above = (more: string, width = room) => lines.push(...wrapped(more, width).map((line) => `${indent}# ${line}`));
    if (path.length === 1 && lines.length > 0) {
      const before = draft.entries[i - 1];
      if (value === undefined || before === undefined || before.path.length > 1) lines.push("");
    }
    if (name === "") above(text);
    else if (value !== undefined) {
      const line = `${indent}${entry.isSuggestion ? "# " : ""}${flowYaml(name)}: ${flowYaml(value)}`;
      if (text === "") lines.push(line);
      else if (line.length + text.length + 4 <= WIDTH) lines.push(`${line} # ${text}`);
      else {
        above(text);
        lines.push(line);
      }
    } else if (entry.choices === undefined) {
      const isEmpty = !draft.entries.some((other) => isUnder(other, path));
      const line = `${indent}${flowYaml(name)}:${isEmpty ? " {}" : ""}`;
      if (text.length + line.length + 4 <= WIDTH) lines.push(text === "" ? line : `${line} # ${text}`);
      else {
        above(text);
        lines.push(line);
      }
    } else {
      above(`${choose}: ${text}`);
      for (const { value: answer, notes } of entry.choices) {
        const why = remark({ path, notes }, say);
        lines.push(`${indent}#   ${flowYaml(answer)}${why === "" ? "" : ` (${why})`}`);
      }
      lines.push(`${indent}${flowYaml(name)}:`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Whether an entry puts an option into a group. */
function isUnder({ path, value, choices, isSuggestion }: DraftEntry, group: readonly string[]): boolean {
  if (path.length <= group.length || isSuggestion || path[path.length - 1] === "") return false;
  return (value !== undefined || choices !== undefined) && group.every((step, i) => path[i] === step);
}

/** The options of a draft that are still to be chosen, as paths. */
export function openQuestions(draft: Draft): readonly (readonly string[])[] {
  return draft.entries.filter((entry) => entry.choices !== undefined).map(({ path }) => path);
}

/** The draft as the value its YAML has. Questions are null. */
export function draftValue(draft: Draft): Readonly<Record<string, unknown>> {
  const root: Record<string, unknown> = {};
  for (const { path, value, choices, isSuggestion } of draft.entries) {
    const name = path[path.length - 1];
    const isGroup = value === undefined && choices === undefined;
    if (name === "" || isSuggestion || (isGroup && draft.entries.some((other) => isUnder(other, path)))) continue;
    let here = root;
    for (const step of path.slice(0, -1)) {
      if (!Object.hasOwn(here, step)) here[step] = {};
      here = here[step] as Record<string, unknown>;
    }
    here[name] = isGroup ? {} : (value ?? null);
  }
  return root;
}
