import type { PriceRow } from "@kontrafakt/savings";
import { finite, numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { parameterLines, parameterValue } from "../narrative/parameters-text.js";
import { distributionText, lagText, refundText } from "../narrative/price-text.js";
import { outcomeLabel } from "./amounts.js";
import type { Page } from "./page.js";
import { paragraphs, table } from "./table.js";

const n = { numeric: true };

/** Prices as used, with all that a reader needs to check them; columns that no price fills are left out. */
export function pricesTable({ results, speaker }: Pick<Page, "results" | "speaker">): Html {
  const { table: t, caption, pricing } = speaker.words;
  const { prices: say } = pricing;
  const { prices } = results.money;
  const amount = (value: unknown) =>
    Number.isNaN(numberOf(value)) ? "–" : speaker.number(value, Number.isInteger(value) ? 0 : 2);
  const optional: readonly (readonly [string, (p: PriceRow) => string, object?])[] = [
    [say.basis, (p) => (p.basis === undefined ? "" : pricing.basis[p.basis])],
    [say.group, (p) => p.group ?? ""],
    [say.step, (p) => (finite(p.step) === null ? "" : amount(p.step)), n],
    [say.lag, (p) => lagText(p, speaker), n],
    [say.refund, (p) => refundText(p, speaker)],
    [say.transfer, (p) => p.transferTo ?? ""],
    [say.counts, (p) => (finite(p.counts) === null ? "" : speaker.percent(p.counts)), n],
    [
      say.stated,
      (p) => (p.stated === undefined ? "" : pricing.statedAt(String(p.stated.priceYear), speaker.number(p.stated.factor, 3))),
    ],
    [say.grade, (p) => p.grade ?? ""],
  ];
  const filled = optional.filter(([, of]) => prices.some((p) => of(p) !== ""));
  return table(
    caption.prices,
    [
      { name: t.consequence },
      { name: t.payer },
      { name: t.year },
      { name: t.unit },
      { name: t.price, ...n },
      { name: say.distribution },
      { name: t.priceYear },
      { name: t.cashable, ...n },
      ...filled.map(([name, , look]) => ({ name, ...look })),
      { name: t.source },
    ],
    prices.map((p) => [
      outcomeLabel(results, p.consequence, speaker),
      p.payer,
      String(p.year),
      speaker.unit(p.unit),
      amount(p.amount),
      distributionText(p, speaker),
      String(p.priceYear),
      speaker.percent(p.cashable),
      ...filled.map(([, of]) => of(p) || "–"),
      p.source,
    ]),
  );
}

/** Official parameters with their edition and source, which were used, and what a newer edition would change. */
export function parametersTable({ results, speaker }: Pick<Page, "results" | "speaker">): Html {
  const { parameters } = results.savings;
  if (parameters === undefined) return html``;
  const { table: t, pricing, worth } = speaker.words;
  const { parameters: say } = pricing;
  const changes = new Map(parameters.newer?.changes.map((c) => [c.name, c.to]));
  return html`${table(
    say.caption(worth.country[parameters.country], parameters.vintage),
    [
      { name: say.table.name },
      { name: say.table.value },
      { name: say.table.used },
      { name: say.table.checked },
      { name: say.table.newer },
      { name: say.table.source },
    ],
    parameters.parameters.map((p) => [
      say.name[p.name],
      parameterValue(p.value, p.unit, speaker),
      p.used ? t.yes : t.no,
      p.verified ? t.yes : t.no,
      changes.has(p.name) ? parameterValue(changes.get(p.name) ?? null, p.unit, speaker) : "–",
      p.source,
    ]),
  )}${paragraphs(parameterLines(parameters, speaker))}`;
}
