import type { MoneyFigure, SavingsLine, Verification } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { MONEY_LEVEL } from "../levels.js";
import { besideMoney, humanWarning } from "../narrative/human-text.js";
import { paybackText } from "../narrative/payback-text.js";
import { claimLead, payersLead, savingsLead } from "../narrative/section-leads.js";
import { evidenceName } from "../narrative/verdict-text.js";
import { allPayersName, findFigure, observedYears, primaryCashable, primaryEvaluated } from "../savings-lines.js";
import { upperFirst } from "../upper-first.js";
import { amounts, outcomeLabel } from "./amounts.js";
import { gapPart, gapTable, reconciliationLine, reconciliationTable, volumePart, waterfallPart } from "./claim-parts.js";
import { followUpTable, saysLater } from "./later-section.js";
import type { Page } from "./page.js";
import { sharingPart } from "./sharing-part.js";
import { details, paragraphs, section, table } from "./table.js";

const n = { numeric: true };
const measures = ["gross", "cashable", "cost", "net", "cumulativeNet"] as const;

export function savingsSection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const { savings } = results;
  const warning = humanWarning(results, speaker);
  return section(
    "savings",
    words.heading.savings,
    [savingsLead(results, speaker)],
    paragraphs([besideMoney(results, speaker)]),
    ...(warning === undefined || warning === words.fate.none ? [] : [html`<p class="warn">${warning}</p>`]),
    savings.years.length === 0
      ? html``
      : html`<div class="pair">${figure(charts.savings.name)}${figure(charts.cumulative.name)}</div>
<p>${paybackText(savings, speaker).join(" ")} ${words.payback.note}</p>
${savings.breakEven.share.length > 0 ? figure(charts.breakEven.name) : ""}
<p>${words.assume.bands}</p>`,
    details(words.details, savingsTable(page), listPricesTable(page), saysLater(page) ? html`` : followUpTable(page)),
  );
}

/** Every measure by year, as it is and discounted, with all its limits. */
function savingsTable({ results, speaker }: Page): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const { savings } = results;
  const { one, range, unit } = amounts(speaker, savings.currency);
  const all = savings.lines.filter((l) => l.payer === null && l.consequence === null);
  // Where nothing is paid after the window, cost and net say no more than the saving does.
  const isPaid = all.some((l) => l.basis === "assumed" && l.measure === "cost" && numberOf(l.figure.estimate) !== 0);
  const lines = all.filter((l) => l.basis === "observed" || isPaid || (l.measure !== "cost" && l.measure !== "net"));
  const names: Readonly<Record<SavingsLine["measure"], string>> = {
    gross: t.gross,
    cashable: t.cashable,
    cost: t.cost,
    net: t.net,
    cumulativeNet: t.cumulativeNet,
  };
  const sorted = [...lines].sort(
    (a, b) =>
      Number(a.basis === "assumed") - Number(b.basis === "assumed") ||
      measures.indexOf(a.measure) - measures.indexOf(b.measure) ||
      Number(a.discounted) - Number(b.discounted) ||
      (a.year ?? 9999) - (b.year ?? 9999),
  );
  const isLater = lines.some((l) => l.basis === "assumed");
  const pair = (lower: unknown, upper: unknown) => (Number.isNaN(numberOf(lower)) ? "–" : range(lower, upper));
  return table(
    `${caption.savings} (${unit})`,
    [
      { name: t.measure },
      ...(isLater ? [{ name: words.later.table.basis }] : []),
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
      ...(isLater ? [words.later.basis[l.basis]] : []),
      l.year === null ? t.allYears : String(l.year),
      l.discounted ? t.yes : t.no,
      one(l.figure.estimate),
      one(l.figure.se),
      speaker.number(l.figure.df, 1),
      pair(l.figure.lower, l.figure.upper),
      pair(l.figure.bandLower, l.figure.bandUpper),
      pair(l.figure.priceLower, l.figure.priceUpper),
    ]),
  );
}

/** List price × quantity beside spend at fixed prices, where the study asks for it. */
function listPricesTable({ results, speaker }: Page): Html {
  const { later, table: t, chart } = speaker.words;
  const { figure, unit } = amounts(speaker, results.savings.currency);
  return table(
    `${later.caption.listPrices} (${unit}; ${chart.interval(speaker.percent(MONEY_LEVEL))})`,
    [
      { name: later.table.spend },
      { name: later.table.quantity },
      { name: t.year },
      { name: later.table.byList, ...n },
      { name: later.table.bySpend, ...n },
    ],
    (results.savings.listPrices ?? []).map((l) => [
      outcomeLabel(results, l.spend, speaker),
      outcomeLabel(results, l.quantity, speaker),
      l.year === null ? t.allYears : String(l.year),
      figure(l.figure),
      figure(l.bySpend),
    ]),
  );
}

export function payersSection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const { savings } = results;
  const { one, range, unit } = amounts(speaker, savings.currency);
  const shown = (figure: MoneyFigure | undefined, whole: boolean): string => {
    if (!figure || Number.isNaN(numberOf(figure.estimate))) return t.notMeasured;
    return whole ? `${one(figure.estimate)} (${range(figure.lower, figure.upper)})` : one(figure.estimate);
  };
  const rows = [
    ...savings.payers.map((p) => ({ payer: p as string | null, name: p })),
    { payer: null, name: allPayersName(savings, words) },
  ].flatMap(({ payer, name }) =>
    [...observedYears(savings), null].map((year) => [
      name,
      year === null ? t.allYears : String(year),
      shown(findFigure(savings, { measure: "gross", payer, year }), true),
      shown(findFigure(savings, { measure: "cost", payer, year }), false),
      shown(findFigure(savings, { measure: "net", payer, year }), true),
    ]),
  );
  const missing = savings.notMeasured.map((m) => [m.payer, outcomeLabel(results, m.consequence, speaker), t.notMeasured]);
  return section(
    "payers",
    words.heading.payers,
    [payersLead(results, speaker)],
    savings.payers.length === 0 ? html`` : figure(charts.payers.name),
    html`${charts.payersByYear.map((c) => figure(c.name))}`,
    sharingPart(page),
    details(
      words.details,
      table(
        `${caption.payers} (${unit}; ${words.chart.interval(speaker.percent(MONEY_LEVEL))})`,
        [{ name: t.payer }, { name: t.year }, { name: t.gross, ...n }, { name: t.cost, ...n }, { name: t.net, ...n }],
        rows,
      ),
    ),
    missing.length === 0
      ? html``
      : html`<p>${words.sure.notMeasured(missing.length)}</p>${table(upperFirst(t.notMeasured), [{ name: t.payer }, { name: t.consequence }, { name: t.value }], missing)}`,
  );
}

export function claimSection(page: Page): Html {
  const { results, speaker } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const { savings, verification } = results;
  const { one, range, unit } = amounts(speaker, savings.currency);
  const evaluated = primaryEvaluated(savings, verification);
  const { measure } = verification.primary;
  // As the chart has it: what can leave a budget is a step of its own after what was evaluated.
  const before = measure === "cashable" ? verification.waterfall.find((w) => w.step === "evaluated")?.figure : undefined;
  const grossRow: Verification = { ...verification, primary: { ...verification.primary, measure: "gross" } };
  const gross = before ? primaryEvaluated(savings, { ...grossRow, evaluated: before }) : evaluated;
  const cashable = measure === "gross" ? primaryCashable(savings, verification) : before && evaluated;
  const limits = (f: Partial<MoneyFigure>, low: "lower" | "priceLower", high: "upper" | "priceUpper") =>
    Number.isNaN(numberOf(f[low])) ? "–" : range(f[low], f[high]);
  const last = verification.waterfall.filter((w) => w.step === "budgetLowered" || w.step === "spendingLower");
  const chain = [
    [t.claim, one(verification.claim), "–", "–"],
    [t.evaluated, one(gross.estimate), limits(gross, "lower", "upper"), limits(gross, "priceLower", "priceUpper")],
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
    ...last.map((w) => [words.gap.step[w.step], w.amount === null ? words.gap.notKnown : one(w.amount), "–", "–"]),
  ];
  return section(
    "claim",
    words.heading.claim,
    claimLead(results, speaker),
    waterfallPart(page),
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
    gapPart(page),
    volumePart(page),
    reconciliationLine(page),
    details(
      words.details,
      table(
        `${caption.claimRows} (${unit})`,
        [{ name: t.payer }, { name: t.consequence }, { name: t.year }, { name: t.claim, ...n }, { name: t.evaluated, ...n }],
        verification.rows.map((r) => [
          r.payer || allPayersName(savings, words),
          outcomeLabel(results, r.consequence, speaker),
          String(r.year),
          one(r.claim),
          r.evaluated === null ? t.notMeasured : one(r.evaluated),
        ]),
      ),
      gapTable(page),
      budgetTable(page),
      reconciliationTable(page),
      designTable(page),
    ),
  );
}

/** Budgets and accounts as the file has them. */
function budgetTable({ results, speaker }: Page): Html {
  const { table: t, caption } = speaker.words;
  const { one, unit } = amounts(speaker, results.savings.currency);
  return table(
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
    results.verification.budget.map((b) => [
      b.account,
      String(b.year),
      one(b.adopted),
      one(b.adjusted),
      one(numberOf(b.adopted) - numberOf(b.adjusted)),
      one(b.actual),
      b.reason,
    ]),
  );
}

function designTable(page: Page): Html {
  const { results, speaker } = page;
  const { words } = speaker;
  const { one, unit } = amounts(speaker, results.savings.currency);
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
