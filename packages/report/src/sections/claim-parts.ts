import { finite, numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { gapLines, reconciliationText, signedPercent, volumeText } from "../narrative/gap-text.js";
import { amounts, outcomesLabel } from "./amounts.js";
import type { Page } from "./page.js";
import { paragraphs, table } from "./table.js";

const n = { numeric: true };

/** The chart from expected to lower spending, and what is not known of it; nothing without such a chain. */
export function waterfallPart({ results, speaker, charts, figure }: Page): Html {
  const { waterfall } = results.verification;
  const { gap: say } = speaker.words;
  if (waterfall.length === 0) return html``;
  const last = waterfall.filter((w) => w.step === "budgetLowered" || w.step === "spendingLower");
  const isUnknown = last.some((w) => finite(w.amount) === null);
  return html`${charts.waterfall.map((c) => figure(c.name))}${paragraphs([isUnknown ? say.unknown : say.apart])}`;
}

/** Why the evaluated saving differs from the expected one. */
export function gapPart({ results, speaker, charts, figure }: Page): Html {
  const lines = gapLines(results, speaker);
  return lines.length === 0 ? html`` : html`${paragraphs(lines)}${charts.gap.map((c) => figure(c.name))}`;
}

/** The parts of the difference, which sum to it. */
export function gapTable({ results, speaker }: Page): Html {
  const { gap } = results.verification;
  const { gap: say } = speaker.words;
  const { one, unit } = amounts(speaker, results.savings.currency);
  if (gap.length === 0) return html``;
  const whole = gap.reduce((sum, g) => sum + numberOf(g.amount), 0);
  return table(
    `${say.caption} (${unit})`,
    [{ name: say.table.source }, { name: say.table.amount, ...n }],
    [...gap.map((g) => [say.shortSource[g.source], one(g.amount)]), [say.whole, one(whole)]],
  );
}

/** How many were to start, started and left, where a file says. */
export function volumePart({ results, speaker }: Page): Html {
  const { volume } = speaker.words.gap;
  const { volume: rows = [] } = results.money;
  const people = (x: unknown) => (finite(x) === null ? "–" : speaker.number(x, 0));
  return html`${paragraphs([volumeText(rows, speaker)])}${table(
    volume.caption,
    [
      { name: speaker.words.table.year },
      { name: volume.planned, ...n },
      { name: volume.actual, ...n },
      { name: volume.dropouts, ...n },
    ],
    rows.map((r) => [String(r.year), people(r.planned), people(r.actual), people(r.dropouts)]),
  )}`;
}

/** Whether everyone's units × price come near the accounts; nothing where no account is an outcome's. */
export function reconciliationLine({ results, speaker }: Page): Html {
  return paragraphs([reconciliationText(results, speaker) ?? ""]);
}

/** Everyone's units × price held against the accounts, row by row. */
export function reconciliationTable({ results, speaker }: Page): Html {
  const { gap: say, table: t } = speaker.words;
  const { one, unit } = amounts(speaker, results.savings.currency);
  return table(
    `${say.reconciliation} (${unit})`,
    [
      { name: t.account },
      { name: t.payer },
      { name: t.consequence },
      { name: t.year },
      { name: say.table.computed, ...n },
      { name: say.table.booked, ...n },
      { name: say.table.difference, ...n },
      { name: say.table.share, ...n },
    ],
    results.verification.reconciliation.map((r) => [
      r.account,
      r.payer,
      outcomesLabel(results, r.consequence, speaker),
      String(r.year),
      one(r.computed),
      one(r.booked),
      one(r.difference),
      r.share === null ? "–" : signedPercent(r.share, speaker),
    ]),
  );
}
