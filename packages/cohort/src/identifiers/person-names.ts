import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { pseudonyms } from "./pseudonyms.js";

/**
 * What people are called outside the reading of their files: pseudonyms under the key; without one, `#` and their place in the people
 * file. Fails where the study names a key that was not given.
 *
 * @param ids normalised identifiers
 * @param places place of each in the people file, from 0
 */
export function personNames(
  ids: readonly string[],
  places: ArrayLike<number>,
  key: Uint8Array | undefined,
  keyFile: string | undefined,
): readonly string[] {
  if (key !== undefined) return pseudonyms(ids, key);
  if (keyFile !== undefined) fail("cohort/key-not-given", { option: "cohort.identifiers.keyFile" }, { file: keyFile }, messages);
  return Array.from(places, (place) => `#${place + 1}`);
}
