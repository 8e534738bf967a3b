import { type Html, html } from "../html.js";
import { fateLines } from "../narrative/fate-text.js";
import { gainLines, gainSentence } from "../narrative/gained-text.js";
import { humanWarning } from "../narrative/human-text.js";
import { paybackText } from "../narrative/payback-text.js";
import { sureText, verdictNotes, verdictText } from "../narrative/verdict-text.js";
import { peopleWords } from "../outcome-words.js";
import type { Page } from "./page.js";
import { list, paragraphs } from "./table.js";

const marks = {
  reached: "✓",
  "in-line": "✓",
  smaller: "✓",
  "below-claim": "○",
  "cannot-tell": "?",
  "extra-cost": "▲",
  "too-early": "…",
} as const;

const shownLines = 5;

/**
 * The answer: verdict, how sure, who gained, when it pays back, how the participants fared, and one chart.
 *
 * @param cautious one more sentence on how sure it is
 */
export function firstScreen({ results, speaker, charts, figure }: Page, cautious?: string): Html {
  const { words } = speaker;
  const { savings, verification } = results;
  const title = speaker.text(results.title) || words.question;
  const asks = title.toLowerCase().includes(words.question.toLowerCase());
  const gains = gainLines(savings, speaker);
  const gainItems = gains.slice(0, shownLines).map((g) => g.text);
  if (gains.length > shownLines) gainItems.push(words.gained.more(gains.length - shownLines));
  const fate = fateLines(results, speaker);
  const fateItems = fate.slice(0, shownLines).map((f) => html`${f.text} <span class="status">${f.status}</span>`);
  if (fate.length > shownLines) fateItems.push(html`${words.gained.more(fate.length - shownLines)}`);
  const warning = humanWarning(results, speaker);
  const [payback, ...paybackMore] = paybackText(savings, speaker);
  return html`<header><p class="eyebrow">${speaker.text(results.municipality)} · ${speaker.text(results.programme)}</p>
<h1>${title}</h1></header>
<section id="answer" class="answer" aria-labelledby="h-answer">
<div class="verdict v-${verification.verdict}"><h2 id="h-answer" class="small">${asks ? words.heading.answer : words.question}</h2>
<p class="badge"><span class="mark" aria-hidden="true">${marks[verification.verdict]}</span> ${words.verdict[verification.verdict]}</p>
<p>${verdictText(savings, verification, speaker)}</p>
${paragraphs(verdictNotes(savings, verification, speaker), "note")}</div>
<div class="glance">${figure(charts.claim.name)}</div>
<div class="cards">
<div class="card"><h3>${words.heading.sure}</h3>${paragraphs([...sureText(savings, verification, speaker), ...(cautious === undefined ? [] : [cautious])])}</div>
<div class="card"><h3>${words.heading.gained}</h3><p>${gainSentence(savings, speaker)}</p>${list(gainItems)}</div>
<div class="card"><h3>${words.heading.payback}</h3>${payback === undefined ? "" : html`<p><strong>${payback}</strong></p>`}${paragraphs(paybackMore)}<p class="fine">${words.payback.note}</p></div>
<div class="card"><h3>${peopleWords(results, speaker).fate}</h3>${list(fateItems)}${warning === undefined ? "" : html`<p class="warn">${warning}</p>`}</div>
</div></section>
`;
}
