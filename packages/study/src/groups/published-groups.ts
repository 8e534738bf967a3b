import { periodLabel } from "@kontrafakt/base";
import { type DisclosureRules, NEVER, NO_RULES } from "@kontrafakt/cohort";
import type { Tally } from "../disclosure/tally.js";
import { tellApart, tellCount } from "../disclosure/tell.js";
import type { Count, GroupsOutcome, GroupsResult } from "../results.js";
import type { GroupData } from "./group-data.js";

/** Counts of a study of groups as they may be told. */
export interface PublishedGroups {
  readonly cohorts: GroupsResult["cohorts"];
  readonly outcomes: readonly GroupsOutcome[];
  readonly clusters: Count;
}

/** The word for a cohort that never starts. */
const NEVER_LABEL = "never";

/**
 * Counts of cohorts, event times and clusters, few ones withheld. What others have let out already (cells, effects) is not rounded again.
 * Where the same people may be in several periods, no two counts of event times told exactly are few apart: those between would be who came or left.
 */
export function publishedGroups(
  { source, data, cohorts, periods }: GroupData,
  outcomes: readonly GroupsOutcome[],
  clusters: Count,
  rules: DisclosureRules,
  tally: Tally,
): PublishedGroups {
  const isOut = source === "cells" || source === "effects-file";
  const own: DisclosureRules = isOut ? { ...NO_RULES, smallCell: rules.smallCell } : rules;
  const hasSame =
    source === "moments" || (data.kind === "cross-sections" && data.clusterings.some(({ name }) => name === "person"));
  const events = outcomes.flatMap((o) => o.events.map(({ n }) => n as number));
  const sizes = cohorts.map(({ units }) => units);
  const eventsTold = hasSame ? tellApart(events, own, sizes, tally).told : events.map((n) => tellCount(n, own, tally));
  let at = 0;
  return {
    cohorts: cohorts.map(({ start }, k) => ({
      start: start === NEVER ? null : start,
      label: start === NEVER ? NEVER_LABEL : periodLabel(start, periods.unit),
      units: tellCount(sizes[k], own, tally),
    })),
    outcomes: outcomes.map((o) => ({ ...o, events: o.events.map((e) => ({ ...e, n: eventsTold[at++] })) })),
    clusters: typeof clusters === "number" ? toldClusters(clusters, own, tally) : clusters,
  };
}

const toldClusters = (clusters: number, rules: DisclosureRules, tally: Tally): Count =>
  Number.isNaN(clusters) ? "–" : tellCount(clusters, rules, tally);
