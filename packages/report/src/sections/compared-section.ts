import type { GroupsResults } from "@kontrafakt/study";
import { type Html, html } from "../html.js";
import { cohortStart, groupsLead, groupsLines } from "../narrative/groups-lines.js";
import { rowsRead } from "../narrative/section-leads.js";
import { filesTables } from "./files-tables.js";
import type { Page } from "./page.js";
import { details, list, section, table } from "./table.js";

/** Which cohorts were compared with which others, as they are. */
export function comparedSection({ results, speaker }: Page<GroupsResults>): Html {
  const { words } = speaker;
  const { groups: say } = words;
  return section(
    "compared",
    words.heading.compared,
    [rowsRead(results, speaker), groupsLead(results, speaker)],
    list(groupsLines(results, speaker)),
    table(
      say.caption,
      [{ name: say.start }, { name: say.units, numeric: true }],
      results.groups.cohorts.map((c) => [cohortStart(c, speaker), speaker.count(c.units)]),
    ),
    html`<p>${say.notMatched}</p>`,
    results.flow.files.length === 0 ? html`` : details(words.details, filesTables(results.flow.files, speaker)),
  );
}
