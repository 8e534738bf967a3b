import type { Draft } from "../draft/draft-value.js";
import { draftValue, type Say } from "../draft/draft-yaml.js";
import { pathText } from "../parse-yaml.js";
import { type OptionRemark, writeWorkbook } from "./write-workbook.js";

/**
 * A draft as a workbook: values, why they were chosen, and in drop-downs what else the files have. Questions are marked cells.
 *
 * @param meanings what options mean in the language, by path; those without have the schema's English
 */
export function draftWorkbook(
  draft: Draft,
  say: Say,
  language: "en" | "da",
  meanings: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const remarks = new Map<string, OptionRemark>();
  const offers = new Map<string, readonly string[]>();
  for (const { path, notes, choices, isSuggestion } of draft.entries) {
    if (path[path.length - 1] === "" || isSuggestion) continue;
    remarks.set(pathText(path), { text: notes.map(say).join("; "), isOpen: choices !== undefined });
    if (choices !== undefined && choices.length > 0)
      offers.set(
        pathText(path),
        choices.map(({ value }) => value),
      );
  }
  for (const [pattern, texts] of draft.offers) if (!offers.has(pattern)) offers.set(pattern, texts);
  return writeWorkbook({ value: draftValue(draft), language, remarks, headers: draft.headers, offers, meanings });
}
