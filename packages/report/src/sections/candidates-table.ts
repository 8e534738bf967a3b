import { codeLabel } from "../code-label.js";
import { type Html, html } from "../html.js";
import { candidateName } from "../narrative/matching-lines.js";
import type { MatchedPage } from "./page.js";
import { table } from "./table.js";

/** The specifications of the matching that were compared by balance; nothing where there was one. */
export function candidatesTable({ results, speaker }: Pick<MatchedPage, "results" | "speaker">): Html {
  const { choice } = results.matching;
  if (choice === undefined) return html``;
  const { matching: say, table: t } = speaker.words;
  const n = { numeric: true };
  return table(
    say.candidatesCaption,
    [
      { name: say.candidate.name },
      { name: say.candidate.starters, ...n },
      { name: say.candidate.over, ...n },
      { name: say.candidate.worst, ...n },
      { name: say.candidate.effective, ...n },
      { name: say.candidate.used },
    ],
    choice.candidates.map((c) => [
      candidateName(c.name, speaker),
      ...(c.failed === undefined
        ? [
            speaker.count(c.starters ?? Number.NaN),
            speaker.number(c.over, 0),
            speaker.number(c.worst, 2),
            speaker.number(c.effectiveControls, 0),
            c.chosen ? t.yes : t.no,
          ]
        : ["–", "–", "–", "–", say.candidate.failed(codeLabel(c.failed, speaker))]),
    ]),
  );
}
