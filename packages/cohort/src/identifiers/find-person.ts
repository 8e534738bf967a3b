import type { CohortOptions } from "../options/cohort-shape.js";
import type { Panel } from "../shapes/panel.js";
import { canonicalIdentifier } from "./canonical-identifier.js";
import { lookForOf } from "./look-for.js";
import { pseudonyms } from "./pseudonyms.js";

/**
 * The unit of a panel that a person's identifier stands for, written as in the people file or in any other way it can be written there; −1 where
 * there is none. The panel keeps only pseudonyms, so the identifier is made one under the same key.
 *
 * @param key the key the panel was read with
 */
export function findPerson(
  panel: Pick<Panel, "ids">,
  identifier: string,
  key: Uint8Array,
  study: Pick<CohortOptions, "identifiers" | "extract">,
): number {
  const lookFor = lookForOf(study);
  const text = identifier.trim();
  const spellings = new Set([text]);
  for (const family of lookFor.families) {
    const found = canonicalIdentifier(text, family, lookFor);
    if (found) spellings.add(found.id);
  }
  for (const spelling of spellings) {
    const [name] = pseudonyms([spelling], key);
    // Where two short pseudonyms were alike, all are longer.
    const unit = panel.ids.findIndex((id) => id.startsWith(name));
    if (unit >= 0) return unit;
  }
  return -1;
}
