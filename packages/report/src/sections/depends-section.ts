import { finite } from "../format.js";
import { type Html, html } from "../html.js";
import { inputName } from "../narrative/input-name.js";
import { priorLines } from "../narrative/prior-text.js";
import { everyShare } from "../narrative/shares-text.js";
import { upperFirst } from "../upper-first.js";
import { amounts } from "./amounts.js";
import type { Page } from "./page.js";
import { details, paragraphs, section, table } from "./table.js";

const n = { numeric: true };

/** Whether there is anything to say of what the money depends on. */
export function saysDepends({ results }: Pick<Page, "results">): boolean {
  const { savings, verification } = results;
  return savings.shares.length > 0 || savings.tornado.length > 0 || verification.prior !== undefined;
}

/** Where the uncertainty comes from, what one input at a time does, and what a declared belief adds. */
export function dependsSection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { savings } = results;
  const { depends: say, heading } = speaker.words;
  const isLagged = [...savings.shares, ...savings.tornado].some((s) => s.source === "lag");
  return section(
    "depends",
    heading.depends,
    [everyShare(savings, speaker)],
    savings.shares.length > 0 ? figure(charts.uncertainty.name) : html``,
    html`${charts.tornado.map((c) => figure(c.name))}`,
    paragraphs([savings.tornado.length > 0 ? say.tornadoNote : "", isLagged ? say.cashable : ""]),
    paragraphs(priorLines(results, speaker)),
    details(speaker.words.details, sharesTable(page), tornadoTable(page)),
  );
}

function sharesTable({ results, speaker }: Page): Html {
  const { depends: say, source } = speaker.words;
  const error = (x: unknown) => (finite(x) === null ? "–" : `± ${speaker.number(100 * (x as number), 1)}`);
  return table(
    say.caption.shares,
    [{ name: say.table.source }, { name: say.table.share, ...n }, { name: say.table.error, ...n }],
    results.savings.shares.map((s) => [upperFirst(source[s.source]), speaker.percent(s.share, 1), error(s.error)]),
  );
}

function tornadoTable({ results, speaker }: Page): Html {
  const { depends: say } = speaker.words;
  const { one, unit } = amounts(speaker, results.savings.currency);
  return table(
    `${say.caption.tornado} (${unit})`,
    [{ name: say.table.input }, { name: say.table.low, ...n }, { name: say.table.high, ...n }],
    results.savings.tornado.map((bar) => [inputName(bar, results, speaker), one(bar.low), one(bar.high)]),
  );
}
