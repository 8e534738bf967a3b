import type { GroupsResults } from "@kontrafakt/study";
import type { Chart } from "../chart.js";
import { type LanguageCode, speakOf } from "../language.js";
import { groupsAssumptions, groupsLead } from "../narrative/groups-lines.js";
import { rowsRead } from "../narrative/section-leads.js";
import { commonCharts } from "../report-charts.js";
import { comparedSection } from "../sections/compared-section.js";
import { effectsSection } from "../sections/effects-section.js";
import { firstScreen } from "../sections/first-screen.js";
import { inferenceSection, saysInference } from "../sections/inference-section.js";
import { assumptionsSection, deviationsSection, disclosureSection, methodSection } from "../sections/method-sections.js";
import { moneySections } from "../sections/money-parts.js";
import type { Page } from "../sections/page.js";
import { cellsTable, effectsTable, eventsTable } from "../tables/effect-tables.js";
import { cohortsTable } from "../tables/groups-tables.js";
import { inferenceTables } from "../tables/inference-tables.js";
import { moneyTables } from "../tables/money-tables.js";
import { filesTable } from "../tables/people-tables.js";
import type { Design } from "./design.js";

/** Data that are not people followed one by one: an estimator on everyone, nobody matched. */
export function groupsDesign(results: GroupsResults, language: LanguageCode): Design {
  const speaker = speakOf(results, language);
  const { summary } = speaker.words;
  const isRead = results.flow.files.length > 0;
  const files = isRead ? [filesTable] : [];
  return {
    speaker,
    who: [
      ...(isRead ? [[summary.read, rowsRead(results, speaker)] as const] : []),
      [summary.cohort, groupsLead(results, speaker)],
    ],
    charts: () => Object.values<Chart | readonly Chart[]>({ ...commonCharts(results, speaker) }).flat(),
    tables: () => [
      cohortsTable(results, speaker),
      ...[
        ...files,
        effectsTable,
        eventsTable,
        cellsTable,
        ...inferenceTables(results, speaker),
        ...moneyTables(results, speaker),
      ].map((make) => make(results, speaker)),
    ],
    body: (figure) => {
      const page: Page<GroupsResults> = {
        results,
        speaker,
        charts: commonCharts(results, speaker),
        figure,
        label: (name) => {
          const outcome = results.outcomes.find((o) => o.name === name);
          return outcome && speaker.text(outcome.label);
        },
      };
      return {
        first: firstScreen(page),
        sections: [
          ["compared", comparedSection(page)],
          ["effects", effectsSection(page)],
          ...moneySections(page),
          ...(saysInference(page) ? [["inference", inferenceSection(page)] as const] : []),
          ["assumptions", assumptionsSection(page, groupsAssumptions(results, speaker))],
          ["disclosure", disclosureSection(page)],
          ["deviations", deviationsSection(page)],
          ["method", methodSection(page)],
        ],
      };
    },
  };
}
