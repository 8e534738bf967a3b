import { either } from "./describe-schema.js";
import { suggest } from "./suggest.js";

/** What a name that is not there may have been meant to be, or what there is. */
export function hintFor(name: string, known: readonly string[]): string {
  const near = suggest(name, known);
  return near !== undefined ? `did you mean ${near}?` : `there is ${either(known, "and") || "none"}`;
}
