import { type Html, html } from "../html.js";
import { besideMoney } from "../narrative/human-text.js";
import { paybackText } from "../narrative/payback-text.js";
import { answerOf, isUncertain } from "../narrative/plan-lines.js";
import { everyShare } from "../narrative/shares-text.js";
import { type PlanPage, startersLead } from "./plan-sections.js";
import { paragraphs } from "./table.js";

/** What is expected, that nothing was observed, when it would pay back, what it depends on, and who it is for. */
export function planFirstScreen({ results, speaker, figure }: PlanPage): Html {
  const { words } = speaker;
  const { plan: say } = words;
  const { savings, plan } = results;
  const title = speaker.text(results.title) || say.question;
  const [payback, ...more] = paybackText(savings, speaker);
  const last = plan.target?.years.at(-1);
  const cost = last && plan.target?.path.filter((row) => row.year === last.year).reduce((sum, row) => sum + row.amount, 0);
  const people = [
    startersLead(results, speaker),
    ...(last && cost !== undefined
      ? [
          say.size(speaker.number(last.people, 0), String(last.year)),
          say.cost(speaker.money(cost, savings.currency), String(last.year)),
        ]
      : [say.noHistory]),
  ];
  return html`<header><p class="eyebrow">${speaker.text(results.municipality)} · ${speaker.text(results.programme)}</p>
<h1>${title}</h1></header>
<section id="answer" class="answer" aria-labelledby="h-answer">
<div class="verdict v-too-early"><h2 id="h-answer" class="small">${say.question}</h2>
<p class="badge"><span class="mark" aria-hidden="true">…</span> ${say.badge}</p>
<p>${answerOf(results, speaker)}</p>
${paragraphs([besideMoney(results, speaker)])}
${paragraphs([say.notObserved], "note")}</div>
<div class="glance">${figure("savings-by-year")}</div>
<div class="cards">
<div class="card"><h3>${say.cards.depends}</h3>${paragraphs(isUncertain(results) ? [say.depends.lead, everyShare(savings, speaker)] : [say.depends.none])}</div>
<div class="card"><h3>${words.heading.payback}</h3>${payback === undefined ? "" : html`<p><strong>${payback}</strong></p>`}${paragraphs(more)}<p class="fine">${words.payback.note}</p></div>
<div class="card"><h3>${say.cards.people}</h3>${paragraphs(people)}</div>
<div class="card"><h3>${say.cards.verify}</h3>${paragraphs([say.verify])}</div>
</div></section>
`;
}
