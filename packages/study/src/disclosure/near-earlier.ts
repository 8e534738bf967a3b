import { canonicalJson } from "@kontrafakt/base";
import type { AnyResults, PlanResults } from "../plan/plan-results.js";
import type { GroupsResults, MatchedResults, Results } from "../results.js";
import type { NearEarlier } from "./count-near.js";
import { groupsNearEarlier } from "./groups-near-earlier.js";
import { matchedNearEarlier } from "./matched-near-earlier.js";

/**
 * Results fit to stand beside an earlier publication of the same study: figures that few people lie between are told as they were, since
 * who has both could else subtract. Of people matched see `matchedNearEarlier`, of groups `groupsNearEarlier`. A plan tells of
 * nobody and stays as it is.
 */
export function nearEarlier(results: MatchedResults, earlier: AnyResults): NearEarlier<MatchedResults>;
export function nearEarlier(results: GroupsResults, earlier: AnyResults): NearEarlier<GroupsResults>;
export function nearEarlier(results: PlanResults, earlier: AnyResults): NearEarlier<PlanResults>;
export function nearEarlier(results: Results, earlier: AnyResults): NearEarlier;
export function nearEarlier(results: AnyResults, earlier: AnyResults): NearEarlier<AnyResults>;
export function nearEarlier(results: AnyResults, earlier: AnyResults): NearEarlier<AnyResults> {
  if (!sameStudy(results, earlier)) return { results, changes: [], sameStudy: false };
  if (results.design === "plan") return { results, changes: [], sameStudy: true };
  if (results.design === "groups") return groupsNearEarlier(results, earlier as GroupsResults);
  return matchedNearEarlier(results, earlier as MatchedResults);
}

/** A study is the same where whose it is, what it is about, its design and how its time is cut are. */
function sameStudy(a: AnyResults, b: AnyResults): boolean {
  const of = (r: AnyResults) =>
    canonicalJson({ who: r.municipality, what: r.programme, design: r.design ?? null, unit: r.periods.unit });
  return of(a) === of(b);
}
