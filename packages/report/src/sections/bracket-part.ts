import type { OutcomeResult } from "@kontrafakt/study";
import { type Html, html } from "../html.js";
import { bracketAmount } from "../narrative/cautious-end.js";
import { span } from "../narrative/matching-lines.js";
import { measureText } from "../narrative/verdict-text.js";
import { perPersonPeriod } from "../outcome-words.js";
import type { MatchedPage } from "./page.js";
import { list, paragraphs, table } from "./table.js";

type Interval = OutcomeResult["mean"];

/** The results beside those found with comparison group and base taken before the peak at referral; nothing where there is no bracket. */
export function bracketPart({ results, speaker }: MatchedPage): Html {
  const { bracket, verification } = results;
  if (bracket === undefined) return html``;
  const { words } = speaker;
  const { matching: say, table: t } = words;
  const limits = ({ estimate, lower, upper }: Interval, decimals?: number) => {
    const number = (x: number) => speaker.number(x, decimals);
    return `${number(estimate)} (${speaker.range(number(lower), number(upper))})`;
  };
  const declaredGap = bracket.declaredGap > 0 ? say.bracketDeclared(span(bracket.declaredGap, results, speaker)) : "";
  const { evaluated } = bracket;
  const amount = (figure: Interval) => bracketAmount(results, figure, speaker);
  const money =
    evaluated === undefined
      ? []
      : [
          `${measureText(verification, speaker)}, ${say.bracketDeclaredHead.toLowerCase()}: ${amount(verification.evaluated)}`,
          `${measureText(verification, speaker)}, ${say.bracketBeforeHead.toLowerCase()}: ${amount(evaluated)}`,
        ];
  const rows = bracket.outcomes.flatMap((second) => {
    const first = results.outcomes.find((o) => o.name === second.outcome);
    if (first === undefined) return [];
    return [
      [
        speaker.text(first.label),
        limits(first.mean),
        limits(second.mean),
        perPersonPeriod(results, first, speaker),
        limits(first.total, 0),
        limits(second.total, 0),
        speaker.unit(first.unit),
      ],
    ];
  });
  const n = { numeric: true };
  return html`<h3>${say.bracketHeading}</h3>${paragraphs([
    say.bracket(declaredGap, span(bracket.gap - bracket.declaredGap, results, speaker)),
    say.bracketPeople(speaker.count(bracket.matched)),
  ])}${table(
    say.bracketCaption,
    [
      { name: t.outcome },
      { name: `${t.mean}: ${say.bracketDeclaredHead.toLowerCase()}`, ...n },
      { name: say.bracketBeforeHead, ...n },
      { name: t.unit },
      { name: `${t.total}: ${say.bracketDeclaredHead.toLowerCase()}`, ...n },
      { name: say.bracketBeforeHead, ...n },
      { name: t.unit },
    ],
    rows,
  )}${list(money)}${money.length === 0 ? "" : paragraphs([bracket.agrees ? say.bracketAgrees : say.bracketDisagrees])}`;
}
