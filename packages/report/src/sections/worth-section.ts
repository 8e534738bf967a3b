import type { Horizon, KeyFigures } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { MONEY_LEVEL } from "../levels.js";
import { besideMoney } from "../narrative/human-text.js";
import { internalRateText, paybackYear, ratioText } from "../narrative/ratio-text.js";
import { accountName, keyFiguresOf, noRateText, societyLines, switchingLines, worthLead } from "../narrative/worth-text.js";
import { upperFirst } from "../upper-first.js";
import { amounts } from "./amounts.js";
import type { Page } from "./page.js";
import { details, list, paragraphs, section, table } from "./table.js";

const n = { numeric: true };

/** Whether there are figures of what the programme is worth. */
export function saysWorth({ results }: Pick<Page, "results">): boolean {
  return results.savings.figures.length > 0;
}

/** Net present value, ratios, internal rate, payback and switching values of every bottom line; observed apart from assumed. */
export function worthSection(page: Page): Html {
  const { results, speaker } = page;
  const { savings } = results;
  const { worth, heading } = speaker.words;
  return section(
    "worth",
    heading.worth,
    worthLead(savings, speaker),
    paragraphs([besideMoney(results, speaker)]),
    figuresTable(page, "observed"),
    paragraphs([societyLines(savings, speaker).join(" ")]),
    switchingPart(page, "observed"),
    scaledPart(page),
    html`<p>${worth.given}</p>`,
    ...(savings.figures.some((f) => f.horizon === "withAssumed")
      ? [details(upperFirst(worth.horizon.withAssumed), figuresTable(page, "withAssumed"), switchingPart(page, "withAssumed"))]
      : []),
  );
}

function figuresTable({ results, speaker }: Page, horizon: Horizon): Html {
  const { worth } = speaker.words;
  const { table: t } = worth;
  const level = speaker.percent(MONEY_LEVEL);
  const { one, figure, unit } = amounts(speaker, results.savings.currency);
  const order = ["public", "payer", "society"];
  const rows = results.savings.figures
    .filter((f) => f.horizon === horizon)
    .sort((a, b) => order.indexOf(a.account) - order.indexOf(b.account));
  return html`${table(
    `${worth.caption[horizon]} (${unit})`,
    [{ name: t.account }, { name: t.benefit, ...n }, { name: t.cost, ...n }, { name: t.npv(level), ...n }, { name: t.net, ...n }],
    rows.map((f) => [
      accountName(f, speaker),
      one(f.benefit.estimate),
      one(f.cost.estimate),
      figure(f.netPresentValue),
      one(f.net.estimate),
    ]),
  )}${table(
    `${worth.caption.ratios}, ${worth.horizon[horizon]}`,
    [
      { name: t.account },
      { name: t.ratio(level), ...n },
      { name: t.returnOnCost, ...n },
      { name: t.internalRate, ...n },
      { name: t.payback, ...n },
      { name: t.paybackDiscounted, ...n },
    ],
    rows.map((f: KeyFigures) => [
      accountName(f, speaker),
      ratioText(f.benefitCostRatio, speaker),
      f.returnOnCost === null ? worth.noCost : speaker.number(f.returnOnCost.estimate, 2),
      internalRateText(f.internalRate, speaker),
      paybackYear(f.payback.plain, speaker),
      paybackYear(f.payback.discounted, speaker),
    ]),
  )}${paragraphs([noRateText(rows, speaker)])}`;
}

function switchingPart({ results, speaker }: Page, horizon: Horizon): Html {
  const figures = keyFiguresOf(results.savings, "public", horizon);
  if (figures === undefined || figures.switching.length === 0) return html``;
  return html`<p>${speaker.words.worth.switchingLead[horizon]}</p>${list(switchingLines(figures, results, speaker))}`;
}

function scaledPart({ results, speaker }: Page): Html {
  const { scaled = [], currency } = results.savings;
  if (scaled.length === 0) return html``;
  const { worth, table: t } = speaker.words;
  const { one, figure, unit } = amounts(speaker, currency);
  return html`${table(
    `${worth.caption.scaled} (${unit}; ${speaker.words.chart.interval(speaker.percent(MONEY_LEVEL))})`,
    [
      { name: worth.table.starters, ...n },
      { name: t.gross, ...n },
      { name: t.cost, ...n },
      { name: t.net, ...n },
    ],
    scaled.map((s) => [speaker.number(numberOf(s.starters), 0), figure(s.gross), one(s.cost), figure(s.net)]),
  )}<p>${worth.scaledNote}</p>`;
}
