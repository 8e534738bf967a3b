import type { Results } from "@kontrafakt/study";
import { reportCharts } from "./charts.js";
import { type Html, html, raw } from "./html.js";
import { htmlDocument } from "./html-document.js";
import { type LanguageCode, speakOf } from "./language.js";
import { renderSvg } from "./render-svg.js";
import { firstScreen } from "./sections/first-screen.js";
import { assumptionsSection, deviationsSection, disclosureSection, methodSection } from "./sections/method-sections.js";
import { claimSection, payersSection, savingsSection } from "./sections/money-sections.js";
import type { Page } from "./sections/page.js";
import { comparabilitySection, effectsSection, pathsSection, simplerSection, whoSection } from "./sections/study-sections.js";

const sections = [
  ["who", whoSection],
  ["comparability", comparabilitySection],
  ["paths", pathsSection],
  ["effects", effectsSection],
  ["savings", savingsSection],
  ["payers", payersSection],
  ["claim", claimSection],
  ["simpler", simplerSection],
  ["assumptions", assumptionsSection],
  ["disclosure", disclosureSection],
  ["deviations", deviationsSection],
  ["method", methodSection],
] as const;

/**
 * The report as one HTML document: no script, nothing fetched, charts as inline SVG, readable on paper and by screen readers.
 * Every sentence is derived from the results, and everything the study or data named is escaped.
 */
export async function renderReport(results: Results, language: LanguageCode): Promise<string> {
  const speaker = speakOf(results, language);
  const { words } = speaker;
  const charts = reportCharts(results, language);
  const figures = new Map<string, Html>();
  for (const chart of Object.values(charts).flat())
    figures.set(chart.name, html`<figure>${raw(await renderSvg(chart.spec))}</figure>`);
  const page: Page = { results, speaker, charts, figure: (name) => figures.get(name) ?? html`` };
  const title = speaker.text(results.title) || words.question;
  const body = html`<a class="skip" href="#answer">${words.heading.skip}</a>
<main>
${firstScreen(page)}
<nav aria-labelledby="h-contents"><h2 id="h-contents">${words.heading.contents}</h2>
<ol>${sections.map(([id]) => html`<li><a href="#${id}">${words.heading[id]}</a></li>`)}</ol></nav>
${sections.map(([, write]) => write(page))}
</main>
<footer><p>${results.product.name} ${results.product.version}</p></footer>`;
  return htmlDocument({ language, title, product: results.product, sources: "; img-src data:", body });
}
