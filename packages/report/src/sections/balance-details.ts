import { covariateLabel } from "../covariate-label.js";
import { finite } from "../format.js";
import { type Html, html } from "../html.js";
import { waveLabel } from "../narrative/balance-lines.js";
import type { MatchedPage } from "./page.js";
import { table } from "./table.js";

/** Distributions of each characteristic before and after; nothing where the results hold none. */
export function distributionsTable({ results, speaker }: MatchedPage): Html {
  const { table: t, balance: words } = speaker.words;
  const rows = results.balance.rows.filter((r) => r.ecdfMeanAfter !== undefined);
  const paired = rows.some((r) => finite(r.pairDistance) !== null);
  const names = [
    words.ecdfBefore,
    words.ecdfAfter,
    words.overlapBefore,
    words.overlapAfter,
    ...(paired ? [words.pairDistance] : []),
  ];
  if (rows.length === 0) return html``;
  return html`${table(
    words.distributions,
    [{ name: t.characteristic }, ...names.map((name) => ({ name, numeric: true }))],
    rows.map((r) => [
      covariateLabel(r, results, speaker),
      ...[r.ecdfMeanBefore, r.ecdfMeanAfter, r.overlapBefore, r.overlapAfter].map((x) => speaker.number(x, 3)),
      ...(paired ? [speaker.number(r.pairDistance, 2)] : []),
    ]),
  )}<p>${words.distributionsNote}${paired ? ` ${words.pairNote}` : ""}</p>`;
}

/** Starters with a control against those without one: whom the results are about. */
export function unmatchedTable({ results, speaker }: MatchedPage): Html {
  const { table: t, balance: words } = speaker.words;
  const rows = results.balance.rows.filter((r) => r.meanUnmatched !== undefined && !r.missing);
  if (rows.length === 0) return html``;
  const told = rows.filter((r) => finite(r.meanUnmatched) !== null);
  if (told.length === 0) return html`<h3>${words.unmatched}</h3><p>${words.unmatchedNone}</p>`;
  const n = { numeric: true };
  return html`${table(
    words.unmatched,
    [
      { name: t.characteristic },
      { name: words.meanMatched, ...n },
      { name: words.meanUnmatched, ...n },
      { name: words.smdUnmatched, ...n },
    ],
    rows.map((r) => [
      covariateLabel(r, results, speaker),
      ...[r.meanTreatedAfter, r.meanUnmatched].map((x) => speaker.number(x)),
      speaker.number(r.smdUnmatched, 2),
    ]),
  )}<p>${words.unmatchedNote}</p>`;
}

/** The largest difference of each wave, and how many controls its weights amount to. */
export function waveBalanceTable({ results, speaker }: MatchedPage): Html {
  const { table: t, caption, balance: words } = speaker.words;
  const { waves } = results.balance;
  const sized = waves.some((w) => finite(w.effectiveControls) !== null);
  return table(
    caption.waveBalance,
    [{ name: t.wave }, { name: t.worst, numeric: true }, ...(sized ? [{ name: words.effectiveInWave, numeric: true }] : [])],
    waves.map((w) => [
      waveLabel(results, w.wave, speaker),
      speaker.number(w.worstSmdAfter, 3),
      ...(sized ? [speaker.number(w.effectiveControls, 0)] : []),
    ]),
  );
}
