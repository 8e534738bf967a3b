import type { MoneyFigure, SavingsLine } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { MONEY_LEVEL } from "../levels.js";
import { paybackText } from "../narrative/payback-text.js";
import { claimLead, payersLead, savingsLead } from "../narrative/section-leads.js";
import { evidenceName, sharesText } from "../narrative/verdict-text.js";
import { findFigure, primaryCashable, primaryEvaluated } from "../savings-lines.js";
import type { Page } from "./page.js";
import { details, section, table } from "./table.js";

const n = { numeric: true };
const measures = ["gross", "cashable", "cost", "net", "cumulativeNet"] as const;

/** Amounts in tables: millions with two decimals, so that a column lines up. */
function amounts({ results, speaker }: Page) {
  const one = (x: unknown) => speaker.number(numberOf(x) / 1e6, 2);
  return {
    one,
    range: (lower: unknown, upper: unknown) => speaker.range(one(lower), one(upper)),
    unit: speaker.words.millions(results.savings.currency),
  };
}

export function savingsSection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const { savings } = results;
  const { one, range, unit } = amounts(page);
  const lines = savings.lines.filter((l) => l.payer === null && l.consequence === null);
  const names: Readonly<Record<SavingsLine["measure"], string>> = {
    gross: t.gross,
    cashable: t.cashable,
    cost: t.cost,
    net: t.net,
    cumulativeNet: t.cumulativeNet,
  };
  const sorted = [...lines].sort(
    (a, b) =>
      measures.indexOf(a.measure) - measures.indexOf(b.measure) ||
      Number(a.discounted) - Number(b.discounted) ||
      (a.year ?? 9999) - (b.year ?? 9999),
  );
  const pair = (lower: unknown, upper: unknown) => (Number.isNaN(numberOf(lower)) ? "–" : range(lower, upper));
  return section(
    "savings",
    words.heading.savings,
    [savingsLead(results, speaker)],
    savings.years.length === 0
      ? html``
      : html`<div class="pair">${figure(charts.savings.name)}${figure(charts.cumulative.name)}</div>
<p>${paybackText(savings, speaker).join(" ")} ${words.payback.note}</p>
<div class="pair">${savings.breakEven.share.length > 0 ? figure(charts.breakEven.name) : ""}${savings.shares.length > 0 ? figure(charts.uncertainty.name) : ""}</div>
<p>${sharesText(savings, speaker)} ${words.assume.bands}</p>`,
    details(
      words.details,
      table(
        `${caption.savings} (${unit})`,
        [
          { name: t.measure },
          { name: t.year },
          { name: t.discounted },
          { name: t.estimate, ...n },
          { name: t.se, ...n },
          { name: t.df, ...n },
          { name: t.pointwise(speaker.percent(MONEY_LEVEL)), ...n },
          { name: t.band(speaker.percent(MONEY_LEVEL)), ...n },
          { name: t.priceBand, ...n },
        ],
        sorted.map((l) => [
          names[l.measure],
          l.year === null ? t.allYears : String(l.year),
          l.discounted ? t.yes : t.no,
          one(l.figure.estimate),
          one(l.figure.se),
          speaker.number(l.figure.df, 1),
          pair(l.figure.lower, l.figure.upper),
          pair(l.figure.bandLower, l.figure.bandUpper),
          pair(l.figure.priceLower, l.figure.priceUpper),
        ]),
      ),
    ),
  );
}

export function payersSection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const { savings } = results;
  const { one, range, unit } = amounts(page);
  const shown = (figure: MoneyFigure | undefined, whole: boolean): string => {
    if (!figure || Number.isNaN(numberOf(figure.estimate))) return t.notMeasured;
    return whole ? `${one(figure.estimate)} (${range(figure.lower, figure.upper)})` : one(figure.estimate);
  };
  const rows = [
    ...savings.payers.map((p) => ({ payer: p as string | null, name: p })),
    { payer: null, name: t.allPayers },
  ].flatMap(({ payer, name }) =>
    [...savings.years, null].map((year) => [
      name,
      year === null ? t.allYears : String(year),
      shown(findFigure(savings, { measure: "gross", payer, year }), true),
      shown(findFigure(savings, { measure: "cost", payer, year }), false),
      shown(findFigure(savings, { measure: "net", payer, year }), true),
    ]),
  );
  const missing = savings.notMeasured.map((m) => [m.payer, outcomeLabel(page, m.consequence), t.notMeasured]);
  return section(
    "payers",
    words.heading.payers,
    [payersLead(results, speaker)],
    savings.payers.length === 0 ? html`` : figure(charts.payers.name),
    table(
      `${caption.payers} (${unit}; ${words.chart.interval(speaker.percent(MONEY_LEVEL))})`,
      [{ name: t.payer }, { name: t.year }, { name: t.gross, ...n }, { name: t.cost, ...n }, { name: t.net, ...n }],
      rows,
    ),
    missing.length === 0
      ? html``
      : html`<p>${words.sure.notMeasured(missing.length)}</p>${table(`${t.notMeasured.slice(0, 1).toUpperCase()}${t.notMeasured.slice(1)}`, [{ name: t.payer }, { name: t.consequence }, { name: t.value }], missing)}`,
  );
}

function outcomeLabel({ results, speaker }: Page, name: string): string {
  const outcome = results.outcomes.find((o) => o.name === name);
  return outcome ? speaker.text(outcome.label) : name === "" ? speaker.words.table.all : name;
}

export function claimSection(page: Page): Html {
  const { results, speaker } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const { savings, verification } = results;
  const { one, range, unit } = amounts(page);
  const evaluated = primaryEvaluated(savings, verification);
  const cashable = verification.primary.measure === "gross" ? primaryCashable(savings, verification) : undefined;
  const limits = (f: Partial<MoneyFigure>, low: "lower" | "priceLower", high: "upper" | "priceUpper") =>
    Number.isNaN(numberOf(f[low])) ? "–" : range(f[low], f[high]);
  const chain = [
    [t.claim, one(verification.claim), "–", "–"],
    [t.evaluated, one(evaluated.estimate), limits(evaluated, "lower", "upper"), limits(evaluated, "priceLower", "priceUpper")],
    ...(cashable
      ? [
          [
            words.chart.cashable,
            one(cashable.estimate),
            limits(cashable, "lower", "upper"),
            limits(cashable, "priceLower", "priceUpper"),
          ],
        ]
      : []),
  ];
  return section(
    "claim",
    words.heading.claim,
    claimLead(results, speaker),
    table(
      `${caption.chain} (${unit})`,
      [
        { name: t.kind },
        { name: t.estimate, ...n },
        { name: t.interval(speaker.percent(MONEY_LEVEL)), ...n },
        { name: t.priceBand, ...n },
      ],
      chain,
    ),
    table(
      `${caption.budget} (${unit})`,
      [
        { name: t.account },
        { name: t.year },
        { name: t.adopted, ...n },
        { name: t.adjusted, ...n },
        { name: t.lowered, ...n },
        { name: t.actual, ...n },
        { name: t.reason },
      ],
      verification.budget.map((b) => [
        b.account,
        String(b.year),
        one(b.adopted),
        one(b.adjusted),
        one(numberOf(b.adopted) - numberOf(b.adjusted)),
        one(b.actual),
        b.reason,
      ]),
    ),
    details(
      words.details,
      table(
        `${caption.claimRows} (${unit})`,
        [{ name: t.payer }, { name: t.consequence }, { name: t.year }, { name: t.claim, ...n }, { name: t.evaluated, ...n }],
        verification.rows.map((r) => [
          r.payer || t.allPayers,
          outcomeLabel(page, r.consequence),
          String(r.year),
          one(r.claim),
          r.evaluated === null ? t.notMeasured : one(r.evaluated),
        ]),
      ),
      designTable(page),
    ),
  );
}

function designTable(page: Page): Html {
  const { results, speaker } = page;
  const { words } = speaker;
  const { one, unit } = amounts(page);
  const { design, evidence } = results.verification;
  // Without people nothing tells what the design alone would have shown.
  if (Number.isNaN(numberOf(design.se)) && evidence === undefined) return html``;
  return table(
    `${words.caption.design} (${unit})`,
    [{ name: words.table.what }, { name: words.table.value, ...n }],
    [
      [words.assume.designSe, one(design.se)],
      [words.assume.designSmallest, one(design.smallestDetectable)],
      ...(evidence ? [[words.assume.evidenceShort(evidenceName(evidence, speaker)), speaker.p(evidence.p)]] : []),
    ],
  );
}
