import { type Context, fail, type PeriodUnit } from "@kontrafakt/base";
import { findPerson, type Source } from "@kontrafakt/cohort";
import { explainMatch, type MatchExplanation } from "@kontrafakt/matching";
import { readStudy } from "./evaluate.js";
import { matchStudy } from "./match-study.js";
import { messages } from "./messages.js";
import type { Study } from "./options/study-schema.js";

/** A person by identifier, or by place among the people analysed, from 1. */
export type Who = { readonly person: string } | { readonly place: number };

/** Why a person was matched or not. Personal data: internal only. */
export interface PersonExplanation {
  readonly kind: "person-explanation";
  readonly match: MatchExplanation;
  /** What the ordinals of waves count. */
  readonly periods: PeriodUnit;
  /** People analysed. */
  readonly units: number;
}

/**
 * Reads a study, matches, and explains what became of one person in the match. No outcome after the start is looked at.
 *
 * @throws KontrafaktError as `checkStudy`, and where the person is not among those analysed
 */
export async function explainPerson(
  study: Study,
  sources: ReadonlyMap<string, Source>,
  who: Who,
  context: Context & { readonly key: Uint8Array },
): Promise<PersonExplanation> {
  const { cohort } = await readStudy(study, sources, context);
  const { panel } = cohort;
  const unit = "place" in who ? who.place - 1 : findPerson(panel, who.person, context.key, study.cohort);
  if (unit < 0 || unit >= panel.units) {
    const code = "place" in who ? "study/no-such-place" : "study/person-not-analysed";
    fail(code, {}, { people: panel.units }, messages);
  }
  const matched = matchStudy(panel, study, context);
  return {
    kind: "person-explanation",
    match: explainMatch(panel, matched, unit),
    periods: panel.periods.unit,
    units: panel.units,
  };
}
