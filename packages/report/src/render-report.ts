import type { AnyResults } from "@kontrafakt/study";
import { designOf } from "./designs/design-of.js";
import { type Html, html, raw } from "./html.js";
import { htmlDocument } from "./html-document.js";
import type { LanguageCode } from "./language.js";
import { renderSvg } from "./render-svg.js";

/**
 * The report as one HTML document: no script, nothing fetched, charts as inline SVG, readable on paper and by screen readers.
 * Every sentence is derived from the results, and everything the study or data named is escaped.
 */
export async function renderReport(results: AnyResults, language: LanguageCode): Promise<string> {
  const design = designOf(results, language);
  const { speaker } = design;
  const { words } = speaker;
  const figures = new Map<string, Html>();
  for (const chart of design.charts()) figures.set(chart.name, html`<figure>${raw(await renderSvg(chart.spec))}</figure>`);
  const { first, sections } = design.body((name) => figures.get(name) ?? html``);
  const title = speaker.text(results.title) || words.question;
  const body = html`<a class="skip" href="#answer">${words.heading.skip}</a>
<main>
${first}
<nav aria-labelledby="h-contents"><h2 id="h-contents">${words.heading.contents}</h2>
<ol>${sections.map(([id]) => html`<li><a href="#${id}">${words.heading[id]}</a></li>`)}</ol></nav>
${sections.map(([, section]) => section)}
</main>
<footer><p>${results.product.name} ${results.product.version}</p></footer>`;
  return htmlDocument({ language, title, product: results.product, sources: "; img-src data:", body });
}
