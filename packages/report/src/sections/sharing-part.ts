import type { Horizon, SharingRule } from "@kontrafakt/savings";
import { finite } from "../format.js";
import { type Html, html } from "../html.js";
import { MONEY_LEVEL } from "../levels.js";
import { sharesOf, sharingText } from "../narrative/sharing-text.js";
import { upperFirst } from "../upper-first.js";
import { amounts } from "./amounts.js";
import type { Page } from "./page.js";
import { details, list, paragraphs, table } from "./table.js";

const n = { numeric: true };
const rules: readonly SharingRule[] = ["makeWhole", "byCost", "byGain", "shapley"];

/** Who pays and who gains as shares, and what each would receive or hand over by each sharing rule; observed apart from assumed. */
export function sharingPart(page: Page): Html {
  const { savings } = page.results;
  const { sharing, worth } = page.speaker.words;
  const horizons = (["observed", "withAssumed"] as const).filter(
    (h) => savings.transfers.some((t) => t.horizon === h) || sharesOf(savings, h).length > 0,
  );
  if (horizons.length === 0) return html``;
  const [first, ...later] = horizons;
  const told = rules.filter((rule) => savings.transfers.some((t) => t.rule === rule));
  return html`${paragraphs([sharingText(savings, first, page.speaker)])}${sharesTable(page, first)}${transfersTable(page, first)}
${told.length === 0 ? "" : paragraphs([sharing.lead, sharing.deficit])}${list(told.map((rule) => sharing.means(sharing.rule[rule], sharing.ruleMeans[rule])))}
${later.map((h) => details(upperFirst(worth.horizon[h]), html`${sharesTable(page, h)}${transfersTable(page, h)}`))}`;
}

function sharesTable({ results, speaker }: Page, horizon: Horizon): Html {
  const { sharing, table: t, worth } = speaker.words;
  const share = (x: unknown) => (finite(x) === null ? "–" : speaker.percent(x));
  return table(
    `${sharing.caption.shares}, ${worth.horizon[horizon]}`,
    [{ name: t.payer }, { name: sharing.table.kind }, { name: sharing.table.cost, ...n }, { name: sharing.table.gain, ...n }],
    sharesOf(results.savings, horizon).map((s) => [s.payer, sharing.kind[s.kind], share(s.cost), share(s.gain)]),
  );
}

function transfersTable({ results, speaker }: Page, horizon: Horizon): Html {
  const { sharing, table: t, worth, chart } = speaker.words;
  const { figure, unit } = amounts(speaker, results.savings.currency);
  const { transfers } = results.savings;
  const rows = rules.flatMap((rule) => transfers.filter((x) => x.rule === rule && x.horizon === horizon));
  return table(
    `${sharing.caption.transfers}, ${worth.horizon[horizon]} (${unit}; ${chart.interval(speaker.percent(MONEY_LEVEL))})`,
    [
      { name: sharing.table.rule },
      { name: t.payer },
      { name: sharing.table.net, ...n },
      { name: sharing.table.transfer, ...n },
      { name: sharing.table.after, ...n },
    ],
    rows.map((x) => [sharing.rule[x.rule], x.payer, figure(x.net), figure(x.transfer), figure(x.after)]),
  );
}
