import type { OutcomeResult, Results } from "@kontrafakt/study";
import { type Html, html } from "../html.js";
import type { Speaker } from "../language.js";
import { effectsLevel } from "../levels.js";
import { perPersonPeriod } from "../outcome-words.js";
import { table } from "./table.js";

/** The textbook estimator on everyone beside the matched mean, where the study asks for it. */
export function textbookTable(results: Results, speaker: Speaker): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const n = { numeric: true };
  const number = (x: unknown) => speaker.number(x, 2);
  const rows = results.outcomes.flatMap((o) => {
    if (!o.textbook) return [];
    const line = (what: string, f: OutcomeResult["mean"]) => [
      speaker.text(o.label),
      perPersonPeriod(results, o, speaker),
      what,
      number(f.estimate),
      speaker.range(number(f.lower), number(f.upper)),
      number(f.se),
    ];
    return [
      line(t.matchedComparison, o.mean),
      ...o.textbook.averages.map(({ type, overall }) => line(words.textbook[type], overall)),
    ];
  });
  if (rows.length === 0) return html``;
  const head = [
    { name: t.outcome },
    { name: t.unit },
    { name: t.kind },
    { name: t.mean, ...n },
    { name: t.interval(speaker.percent(effectsLevel(results))), ...n },
    { name: t.se, ...n },
  ];
  return html`<p>${words.textbook.note}</p>${table(caption.textbook, head, rows)}`;
}
