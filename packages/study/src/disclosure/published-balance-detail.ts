import { coarse, coarseMean } from "@kontrafakt/cohort";
import type { Balance, BalanceRow, PeriodBalance, ScoreOverlap, WaveBalance } from "@kontrafakt/matching";
import type { FigureRules } from "./figure-rules.js";
import type { Tally } from "./tally.js";
import { few } from "./tell.js";

/** A step that one person more or less does not cross, in standard deviations; never finer than `least`. */
const stepOf = (people: number, smallCell: number, least: number, sd = 0.5): number =>
  Math.max(least, 1 / (Math.max(1, people - smallCell) * sd));

/**
 * Gaps of distributions, pair distances and the starters without a control, of a row that is told. Of a 0/1 covariate the first two are the
 * difference of its shares. Those without a control are told of only where they are not few, where few of them neither have nor lack it,
 * and where neither part of them (at risk, or lost before) is few: the other part follows from the means before and after matching.
 */
export function publishedRowDetail(
  row: BalanceRow,
  counts: { readonly starters: number; readonly atRisk: number; readonly matched: number },
  smallCell: number,
  rounded: (mean: number) => number,
  alone: ReadonlySet<BalanceRow>,
  tally: Tally,
): Partial<BalanceRow> {
  const gaps = (["ecdfMeanBefore", "ecdfMeanAfter", "overlapBefore", "overlapAfter"] as const).flatMap((name) => {
    const gap = row[name];
    return gap === undefined ? [] : [[name, row.binary ? rounded(gap) : coarse(gap, 0.005)] as const];
  });
  return {
    ...Object.fromEntries(gaps),
    ...(row.pairDistance !== undefined && { pairDistance: coarse(row.pairDistance, 0.02) }),
    ...unmatchedTold(row, counts, smallCell, alone.has(row), tally),
  };
}

function unmatchedTold(
  row: BalanceRow,
  { starters, atRisk, matched }: { readonly starters: number; readonly atRisk: number; readonly matched: number },
  smallCell: number,
  alone: boolean,
  tally: Tally,
): Partial<BalanceRow> {
  const { meanUnmatched, smdUnmatched, knownUnmatched } = row;
  if (meanUnmatched === undefined || smdUnmatched === undefined) return {};
  const { people, notZero } = knownUnmatched ?? { people: 0, notZero: 0 };
  const parts = [starters - matched, atRisk - matched, starters - atRisk, people, starters - matched - people];
  const withheld =
    people === 0 ||
    alone ||
    parts.some((n) => few(n, smallCell)) ||
    few(notZero, smallCell) ||
    (row.binary && few(people - notZero, smallCell));
  if (withheld) {
    if (people > 0) tally.add("few", 2);
    return { meanUnmatched: Number.NaN, smdUnmatched: Number.NaN };
  }
  return {
    meanUnmatched: coarseMean(meanUnmatched, people, smallCell),
    smdUnmatched: coarse(smdUnmatched, stepOf(people, smallCell, 0.05)),
  };
}

/**
 * Of a category's levels all but one are rows: where few of the starters without a control have that one, the row of the level that fewest of
 * them have is not told of them either, or the rest would tell it.
 */
export function alone(levels: readonly (readonly BalanceRow[])[], smallCell: number): Set<BalanceRow> {
  const found = levels.flatMap((of) => {
    const known = of.flatMap((row) => (row.knownUnmatched ? [{ row, ...row.knownUnmatched }] : []));
    if (known.length === 0) return [];
    const left = known[0].people - known.reduce((n, { notZero }) => n + notZero, 0);
    return few(left, smallCell) ? [known.reduce((a, b) => (b.notZero < a.notZero ? b : a)).row] : [];
  });
  return new Set(found);
}

/** What is told of a row that is withheld: nothing of this. */
export function withheldRowDetail(row: BalanceRow): Partial<BalanceRow> {
  const names = [
    "ecdfMeanBefore",
    "ecdfMeanAfter",
    "overlapBefore",
    "overlapAfter",
    "pairDistance",
    "meanUnmatched",
    "smdUnmatched",
  ] as const;
  return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, Number.NaN]])));
}

/**
 * A wave's differences in steps that one of its starters does not cross, nothing of the rows that are withheld, and nothing at all of a wave
 * whose counts are not told. `told` are the wave's counts as published, NaN where they are not told exactly.
 */
export function publishedWaveDetail(
  wave: WaveBalance,
  told: { readonly matched: number; readonly controls: number },
  rows: readonly BalanceRow[],
  hidden: ReadonlySet<BalanceRow>,
  smallCell: number,
  tally: Tally,
): Partial<WaveBalance> {
  const known = told.matched > 0 && told.controls > 0;
  return {
    ...(wave.smdAfter && {
      smdAfter: wave.smdAfter.map((smd, j) => {
        if (Number.isNaN(smd)) return smd;
        if (!known || hidden.has(rows[j])) {
          tally.add("few");
          return Number.NaN;
        }
        const sd = rows[j].binary ? Math.sqrt(rows[j].meanTreated * (1 - rows[j].meanTreated)) : 0.5;
        return coarse(smd, stepOf(told.matched, smallCell, 0.05, sd > 0 ? sd : 0.5));
      }),
    }),
    ...(wave.effectiveControls !== undefined && {
      effectiveControls: known ? coarse(wave.effectiveControls, smallCell) : Number.NaN,
    }),
  };
}

/**
 * Outcomes by period before time zero, in steps that one starter does not cross; not told where few are known, or few starters have another
 * value than 0.
 */
export function publishedPeriods(periods: readonly PeriodBalance[], rules: FigureRules, tally: Tally): PeriodBalance[] {
  return periods.map((period) => {
    const { smallCell } = rules.outcome(period.outcome);
    const told = { ...period, starters: Number.NaN, controls: Number.NaN, notZero: Number.NaN };
    if ([period.starters, period.controls, period.notZero].some((n) => few(n, smallCell))) {
      tally.add("few", 2);
      return { ...told, smdBefore: Number.NaN, smdAfter: Number.NaN };
    }
    const step = stepOf(period.starters, smallCell, 0.02, 1);
    return { ...told, smdBefore: coarse(period.smdBefore, step), smdAfter: coarse(period.smdAfter, step) };
  });
}

/**
 * Shares of each group by score, neighbouring intervals joined until nobody stands alone: starters, others, matched, controls and starters
 * without a control are each nobody or enough in every interval. Where the starters without a control are few altogether, the starters before
 * matching are not told, since they less the matched are those. Undefined where one interval would remain.
 */
export function publishedScores(scores: ScoreOverlap, smallCell: number, tally: Tally): ScoreOverlap | undefined {
  const { edges, people } = scores;
  if (!people) return undefined;
  const [starters, , matched] = people;
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const fewLost = few(sum(starters) - sum(matched), smallCell);
  const counts = [...people, ...(fewLost ? [] : [starters.map((n, k) => n - matched[k])])];
  const fine = (from: number, to: number): boolean => counts.every((group) => !few(sum(group.slice(from, to)), smallCell));
  const cuts = [0];
  for (let k = 1; k <= starters.length; k++) {
    if (fine(cuts[cuts.length - 1], k)) cuts.push(k);
  }
  if (cuts[cuts.length - 1] < starters.length) cuts[cuts.length - 1] = starters.length;
  while (cuts.length > 2 && !fine(cuts[cuts.length - 2], starters.length)) cuts.splice(cuts.length - 2, 1);
  if (cuts.length <= 2 || cuts[0] !== 0) {
    tally.add("few", 4);
    return undefined;
  }
  tally.add("coarse", starters.length - cuts.length + 1);
  const joined = (shares: readonly number[], n: number): number[] =>
    cuts.slice(1).map((to, c) => coarseMean(sum(shares.slice(cuts[c], to)), n, smallCell));
  if (fewLost) tally.add("difference", cuts.length - 1);
  return {
    edges: cuts.map((k) => edges[k]),
    starters: fewLost ? cuts.slice(1).map(() => Number.NaN) : joined(scores.starters, sum(starters)),
    others: joined(scores.others, sum(starters)),
    matched: joined(scores.matched, sum(matched)),
    controls: joined(scores.controls, sum(matched)),
  };
}

/** Effective sizes: those before matching are counts of people at risk, which are told nowhere else. */
export function publishedSizes(
  sizes: NonNullable<Balance["effective"]>,
  matched: number,
  smallCell: number,
): NonNullable<Balance["effective"]> {
  return {
    treatedBefore: Number.NaN,
    controlsBefore: Number.NaN,
    treatedAfter: sizes.treatedAfter === matched ? Number.NaN : coarse(sizes.treatedAfter, smallCell),
    controlsAfter: sizes.controlsAfter,
  };
}
