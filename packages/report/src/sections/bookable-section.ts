import { numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { amounts } from "./amounts.js";
import type { Page } from "./page.js";
import { section, table } from "./table.js";

const n = { numeric: true };

/** Whether there are amounts that a budget can be lowered by. */
export function saysBookable({ results }: Pick<Page, "results">): boolean {
  return results.savings.bookable.length > 0;
}

/** What each account's budget can be lowered by, on the safe side, year by year. */
export function bookableSection({ results, speaker }: Page): Html {
  const { sharing, table: t, heading } = speaker.words;
  const { bookable: say } = sharing;
  const { payers, currency } = results.savings;
  const bookable = [...results.savings.bookable].sort(
    (a, b) =>
      payers.indexOf(a.payer) - payers.indexOf(b.payer) ||
      (a.account < b.account ? -1 : a.account > b.account ? 1 : a.year - b.year),
  );
  const { one, unit } = amounts(speaker, currency);
  const levels = [...new Set(bookable.flatMap((b) => b.bounds.map((bound) => bound.level)))].sort((a, b) => a - b);
  const bound = (x: unknown) => (numberOf(x) > 0 ? one(x) : Number.isNaN(numberOf(x)) ? "–" : say.nothing);
  const isEmpty = bookable.every((b) => b.bounds.every(({ amount }) => !(numberOf(amount) > 0)));
  return section(
    "bookable",
    heading.bookable,
    [say.lead, isEmpty ? say.empty : ""],
    table(
      `${say.caption} (${unit})`,
      [
        { name: t.account },
        { name: t.payer },
        { name: t.year },
        { name: t.estimate, ...n },
        ...levels.map((level) => ({ name: say.atLeast(speaker.percent(level)), ...n })),
      ],
      bookable.map((b) => [
        b.account,
        b.payer,
        String(b.year),
        one(b.estimate),
        ...levels.map((level) => bound(b.bounds.find((x) => x.level === level)?.amount)),
      ]),
    ),
    html`<p>${say.note}</p>`,
  );
}
