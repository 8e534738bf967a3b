import type { MatchedResults } from "@kontrafakt/study";
import { balanceTables } from "../balance-tables.js";
import type { Chart } from "../chart.js";
import { covariateLabel } from "../covariate-label.js";
import { type LanguageCode, speakOf } from "../language.js";
import { assumptionLines } from "../narrative/assumption-lines.js";
import { cautiousEnd } from "../narrative/cautious-end.js";
import { comparabilityLead, rowsRead, whoLead } from "../narrative/section-leads.js";
import { matchedCharts } from "../report-charts.js";
import { bracketPart } from "../sections/bracket-part.js";
import { candidatesTable } from "../sections/candidates-table.js";
import { effectsSection } from "../sections/effects-section.js";
import { estimatorsSection } from "../sections/estimators-section.js";
import { firstScreen } from "../sections/first-screen.js";
import { inferenceSection, saysInference } from "../sections/inference-section.js";
import { assumptionsSection, deviationsSection, disclosureSection, methodSection } from "../sections/method-sections.js";
import { moneySections } from "../sections/money-parts.js";
import type { MatchedPage } from "../sections/page.js";
import { comparabilitySection, pathsSection, simplerSection, whoSection } from "../sections/study-sections.js";
import { cellsTable, eventsTable, matchedEffectsTable } from "../tables/effect-tables.js";
import { estimatorTables } from "../tables/estimator-tables.js";
import { inferenceTables } from "../tables/inference-tables.js";
import { moneyTables } from "../tables/money-tables.js";
import { flowTable, pathsTable, wavesTable } from "../tables/people-tables.js";
import type { Design } from "./design.js";

/** People, each starter compared with matched or weighted others. */
export function matchedDesign(results: MatchedResults, language: LanguageCode): Design {
  const speaker = speakOf(results, language);
  const { summary } = speaker.words;
  const read: readonly [string, string][] = results.flow.files.length > 0 ? [[summary.read, rowsRead(results, speaker)]] : [];
  return {
    speaker,
    who: [...read, [summary.cohort, whoLead(results, speaker).join(" ")], [summary.match, comparabilityLead(results, speaker)]],
    charts: () => Object.values<Chart | readonly Chart[]>({ ...matchedCharts(results, speaker) }).flat(),
    tables: () => {
      const people = [flowTable, wavesTable, ...balanceTables(results), matchedEffectsTable, eventsTable, pathsTable, cellsTable];
      return [...people, ...estimatorTables(results), ...inferenceTables(results, speaker), ...moneyTables(results, speaker)].map(
        (make) => make(results, speaker),
      );
    },
    body: (figure) => {
      const page: MatchedPage = {
        results,
        speaker,
        charts: matchedCharts(results, speaker),
        figure,
        label: (name) => {
          const outcome = results.outcomes.find((o) => o.name === name);
          const row = results.balance.rows.find((r) => r.covariate === name);
          return outcome ? speaker.text(outcome.label) : row && covariateLabel(row, results, speaker);
        },
      };
      const isBeside = results.outcomes.some((o) => (o.beside?.length ?? 0) > 0);
      return {
        first: firstScreen(page, cautiousEnd(results, speaker)),
        sections: [
          ["who", whoSection(page)],
          ["comparability", comparabilitySection(page)],
          ["paths", pathsSection(page)],
          ["effects", effectsSection(page, bracketPart(page))],
          ...moneySections(page),
          ["simpler", simplerSection(page)],
          ...(isBeside ? [["estimators", estimatorsSection(page)] as const] : []),
          ...(saysInference(page) ? [["inference", inferenceSection(page)] as const] : []),
          ["assumptions", assumptionsSection(page, assumptionLines(results, speaker))],
          ["disclosure", disclosureSection(page)],
          ["deviations", deviationsSection(page)],
          ["method", methodSection(page, candidatesTable(page))],
        ],
      };
    },
  };
}
