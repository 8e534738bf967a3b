import type { AnyResults } from "@kontrafakt/study";
import type { LanguageCode } from "../language.js";
import type { Design } from "./design.js";
import { groupsDesign } from "./groups-design.js";
import { matchedDesign } from "./matched-design.js";
import { planDesign } from "./plan-design.js";

/** The report of results by the design of their study. */
export function designOf(results: AnyResults, language: LanguageCode): Design {
  if (results.design === "plan") return planDesign(results, language);
  return results.design === "groups" ? groupsDesign(results, language) : matchedDesign(results, language);
}
