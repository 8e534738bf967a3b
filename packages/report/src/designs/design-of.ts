import type { Results } from "@kontrafakt/study";
import type { LanguageCode } from "../language.js";
import type { Design } from "./design.js";
import { groupsDesign } from "./groups-design.js";
import { matchedDesign } from "./matched-design.js";

/** The report of results by the design of their study. */
export function designOf(results: Results, language: LanguageCode): Design {
  return results.design === "groups" ? groupsDesign(results, language) : matchedDesign(results, language);
}
