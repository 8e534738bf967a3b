import type { MatchedResults } from "@kontrafakt/study";
import { covariateLabel } from "./covariate-label.js";
import type { CsvCell } from "./csv.js";
import { numberOf as n } from "./format.js";
import type { Words } from "./lang/en.js";
import { waveLabel } from "./narrative/balance-lines.js";
import type { Make } from "./table-rows.js";

/** Headings of means, standardised differences, variance ratios and distances, before and after. */
export function balanceHeadings(t: Words["table"]): string[] {
  return [t.meanTreated, t.meanBefore, t.meanAfter, t.smdBefore, t.smdAfter, t.ratioBefore, t.ratioAfter, t.ksBefore, t.ksAfter];
}

/** The tables of balance: by characteristic, and by wave, by period and of the score where the results hold them. */
export function balanceTables({ balance }: MatchedResults): Make<MatchedResults>[] {
  return [
    balanceTable,
    ...(balance.waves.some((w) => w.smdAfter) ? [wavesTable] : []),
    ...(balance.periods ? [periodsTable] : []),
    ...(balance.scores ? [scoresTable] : []),
  ];
}

const balanceTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t, balance: b } = speaker.words;
  const { rows } = results.balance;
  const detailed = rows.some((r) => r.ecdfMeanAfter !== undefined);
  const lost = rows.some((r) => r.meanUnmatched !== undefined);
  return {
    name: "balance",
    header: [
      t.characteristic,
      t.inScore,
      ...balanceHeadings(t),
      ...(detailed ? [b.ecdfBefore, b.ecdfAfter, b.overlapBefore, b.overlapAfter, b.pairDistance] : []),
      ...(lost ? [b.meanMatched, b.meanUnmatched, b.smdUnmatched] : []),
    ],
    rows: rows.map((r) => [
      covariateLabel(r, results, speaker),
      r.matched ? t.yes : t.no,
      n(r.meanTreated),
      n(r.meanControlBefore),
      n(r.meanControlAfter),
      n(r.smdBefore),
      n(r.smdAfter),
      n(r.varianceRatioBefore),
      n(r.varianceRatioAfter),
      n(r.ksBefore),
      n(r.ksAfter),
      ...(detailed ? [r.ecdfMeanBefore, r.ecdfMeanAfter, r.overlapBefore, r.overlapAfter, r.pairDistance].map(n) : []),
      ...(lost ? [r.meanTreatedAfter, r.meanUnmatched, r.smdUnmatched].map(n) : []),
    ]),
  };
};

const wavesTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t, balance: b } = speaker.words;
  const { rows, waves } = results.balance;
  return {
    name: "balance-waves",
    header: [t.wave, b.effectiveInWave, t.characteristic, t.smdAfter],
    rows: waves.flatMap((w) =>
      rows.map((r, j): CsvCell[] => [
        waveLabel(results, w.wave, speaker),
        n(w.effectiveControls),
        covariateLabel(r, results, speaker),
        n(w.smdAfter?.[j]),
      ]),
    ),
  };
};

const periodsTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t, balance: b } = speaker.words;
  const roles = { history: b.used, gap: b.gap, "held-back": b.heldBack };
  return {
    name: "balance-periods",
    header: [t.outcome, b.period, b.role, t.smdBefore, t.smdAfter],
    rows: (results.balance.periods ?? []).map((p) => [
      speaker.text(results.outcomes.find((o) => o.name === p.outcome)?.label ?? p.outcome),
      p.before,
      roles[p.role],
      n(p.smdBefore),
      n(p.smdAfter),
    ]),
  };
};

const scoresTable: Make<MatchedResults> = (results, speaker) => {
  const { chart, balance: b } = speaker.words;
  const { scores } = results.balance;
  const groups = (when: string) => [b.shareOf(b.starters, when), b.shareOf(b.others, when)];
  return {
    name: "balance-scores",
    header: [b.interval, b.to, ...groups(chart.before), ...groups(chart.after)],
    rows: (scores?.starters ?? []).map((_, k) => [
      n(scores?.edges[k]),
      n(scores?.edges[k + 1]),
      ...[scores?.starters, scores?.others, scores?.matched, scores?.controls].map((of) => n(of?.[k])),
    ]),
  };
};
