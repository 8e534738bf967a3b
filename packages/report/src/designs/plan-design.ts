import type { PlanResults, Results } from "@kontrafakt/study";
import type { Chart } from "../chart.js";
import { breakEvenShare } from "../charts/break-even-share.js";
import { cumulativeNetChart } from "../charts/cumulative-net.js";
import { payersChart } from "../charts/payers.js";
import { payersByYear } from "../charts/payers-by-year.js";
import { savingsByYear } from "../charts/savings-by-year.js";
import { uncertaintyChart } from "../charts/shares.js";
import { targetGroupChart } from "../charts/target-group.js";
import { tornadoChart } from "../charts/tornado.js";
import { type LanguageCode, type Speaker, speakOf } from "../language.js";
import { inputName } from "../narrative/input-name.js";
import { paybackText } from "../narrative/payback-text.js";
import { isUncertain, planAssumptions } from "../narrative/plan-lines.js";
import { everyShare } from "../narrative/shares-text.js";
import { bookableSection, saysBookable } from "../sections/bookable-section.js";
import { dependsSection } from "../sections/depends-section.js";
import { laterSection, saysLater } from "../sections/later-section.js";
import { assumptionsSection, deviationsSection, methodSection } from "../sections/method-sections.js";
import { payersSection, savingsSection } from "../sections/money-sections.js";
import type { Page } from "../sections/page.js";
import { planFirstScreen } from "../sections/plan-first-screen.js";
import { assumedSection, plannedClaimSection, plannedSection, startersLead, targetSection } from "../sections/plan-sections.js";
import { saysWorth, worthSection } from "../sections/worth-section.js";
import { figuresTables } from "../tables/figures-tables.js";
import { expectedTables } from "../tables/money-tables.js";
import { planTables } from "../tables/plan-tables.js";
import type { Design, SectionId } from "./design.js";

function chartsOf(results: PlanResults, speaker: Speaker) {
  const { savings, plan } = results;
  return {
    savings: savingsByYear(savings, speaker),
    target: plan.target ? [targetGroupChart(plan.target, savings.currency, speaker)] : [],
    cumulative: cumulativeNetChart(savings, paybackText(savings, speaker).join(" "), speaker),
    breakEven: breakEvenShare(savings, speaker),
    uncertainty: uncertaintyChart(savings, everyShare(savings, speaker), speaker),
    tornado: savings.tornado.length > 0 ? [tornadoChart(savings, speaker, (bar) => inputName(bar, results, speaker))] : [],
    payers: payersChart(savings, speaker),
    payersByYear: [payersByYear(savings, speaker)].filter((c) => c !== undefined),
  };
}

/**
 * The results as the sections on money take them: of all they hold these look at savings, outcomes, prices, problems and the lock, which a
 * plan has too, and of the verification at a declared belief, which it has not.
 */
function unverified(results: PlanResults): Results {
  return { ...results, verification: {} } as unknown as Results;
}

/** A plan: nothing is observed, and every report of it says so first. */
export function planDesign(results: PlanResults, language: LanguageCode): Design {
  const speaker = speakOf(results, language);
  const as = unverified(results);
  return {
    speaker,
    who: [[speaker.words.plan.summary.plan, startersLead(results, speaker)]],
    charts: () => Object.values<Chart | readonly Chart[]>(chartsOf(results, speaker)).flat(),
    tables: () => [
      ...planTables(results, speaker),
      ...[...expectedTables, ...figuresTables].map((make) => make(as, speaker)).filter(({ rows }) => rows.length > 0),
    ],
    body: (figure) => {
      const page = {
        results: as,
        speaker,
        charts: chartsOf(results, speaker) as unknown as Page["charts"],
        figure,
        label: (name: string) => {
          const outcome = results.outcomes.find((o) => o.name === name);
          return outcome && speaker.text(outcome.label);
        },
      } satisfies Page;
      const own = { results, speaker, figure };
      const one = (says: boolean, id: SectionId, make: (page: Page) => ReturnType<typeof savingsSection>) =>
        says ? [[id, make(page)] as const] : [];
      return {
        first: planFirstScreen(own),
        sections: [
          ["planned", plannedSection(own)],
          ["assumed", assumedSection(own)],
          ["target", targetSection(own)],
          ["savings", savingsSection(page)],
          ...one(saysLater(page), "later", laterSection),
          ...one(saysWorth(page), "worth", worthSection),
          ["payers", payersSection(page)],
          ["claim", plannedClaimSection(own)],
          ...one(saysBookable(page), "bookable", bookableSection),
          ...one(isUncertain(results), "depends", dependsSection),
          ["assumptions", assumptionsSection(page, planAssumptions(results, speaker))],
          ["deviations", deviationsSection(page)],
          ["method", methodSection(page)],
        ],
      };
    },
  };
}
