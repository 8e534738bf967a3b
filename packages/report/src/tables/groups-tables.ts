import type { GroupsResults } from "@kontrafakt/study";
import { cohortStart } from "../narrative/groups-lines.js";
import type { Make } from "../table-rows.js";

/** Cohorts by start, and how many units each has. */
export const cohortsTable: Make<GroupsResults> = (results, speaker) => {
  const { groups: say } = speaker.words;
  return {
    name: "cohorts",
    header: [say.start, say.units],
    rows: results.groups.cohorts.map((c) => [cohortStart(c, speaker), c.units]),
  };
};
