import { coarse, coarseMean, type DisclosureRules, type Panel } from "@kontrafakt/cohort";
import type { Balance, BalanceRow, Matched, ScoreOverlap } from "@kontrafakt/matching";
import type { MatchedResults } from "../results.js";
import { waveTotal } from "../wave-total.js";
import type { FigureRules } from "./figure-rules.js";
import {
  alone,
  publishedPeriods,
  publishedRowDetail,
  publishedScores,
  publishedSizes,
  publishedWaveDetail,
  withheldRowDetail,
} from "./published-balance-detail.js";
import type { Tally } from "./tally.js";
import { few } from "./tell.js";

const withheldMeans = {
  meanTreated: Number.NaN,
  meanTreatedAfter: Number.NaN,
  meanControlBefore: Number.NaN,
  meanControlAfter: Number.NaN,
};
const withheldSpread = {
  varianceRatioBefore: Number.NaN,
  varianceRatioAfter: Number.NaN,
  ksBefore: Number.NaN,
  ksAfter: Number.NaN,
};
/** A standardised difference of a row that is withheld: with every digit, trying all pairs of counts would find the one it comes from. */
const inSteps = (smd: number) => coarse(smd, 0.02);
const means = ["meanTreated", "meanTreatedAfter", "meanControlBefore", "meanControlAfter"] as const;

/**
 * A balance fit for publishing. Of each wave, the counts told elsewhere and no others. Means are rounded so that neither the number of
 * people nor their sum can be read from their digits, and withheld, all four, with whatever else would give one of them away: where few
 * have a characteristic or few lack it, where few have a value other than 0, where a level left out of the table would be few by
 * subtraction, and, of the means before matching, where few starters found no control, since the difference would be theirs. Of a row
 * withheld the standardised differences are told in steps of 0.02, its variances and distributions not at all. For the details (waves,
 * periods, unmatched starters, scores) see `published-balance-detail.ts`.
 */
export function publishedBalance(
  balance: Balance,
  told: Pick<MatchedResults, "waves">,
  rules: FigureRules,
  tally: Tally,
  fewTell: (row: BalanceRow) => boolean = () => false,
): Balance {
  const { people } = rules;
  const [starters, matched, controls] = (["starters", "matched", "controls"] as const).map((count) => waveTotal(balance, count));
  const counts = { meanTreated: starters, meanTreatedAfter: matched, meanControlAfter: controls } as const;
  const own = (row: BalanceRow): DisclosureRules => (row.outcome === undefined ? people : rules.outcome(row.outcome));
  const fewHave = (row: BalanceRow) =>
    (Object.keys(counts) as (keyof typeof counts)[]).some((mean) => {
      const share = row[mean];
      if (share === undefined || Number.isNaN(share)) return false;
      const having = Math.round(share * counts[mean]);
      return few(having, own(row).smallCell) || few(counts[mean] - having, own(row).smallCell);
    });
  const hidden = new Set(balance.rows.filter((row) => (row.binary ? fewHave(row) : fewTell(row))));
  for (const row of besides(balance.rows, hidden, starters, people.smallCell)) hidden.add(row);
  const fewLost = few(starters - matched, people.smallCell);
  const rounded = (mean: number) => coarseMean(mean, Math.min(starters, matched), people.smallCell);
  const exact = people.smallCell === 1;
  const single = alone(levelsOf(balance.rows), people.smallCell);
  const atRisk = Math.round(balance.effective?.treatedBefore ?? starters);
  const rows = balance.rows.map(({ knownUnmatched, ...row }, j): BalanceRow => {
    const whole = balance.rows[j];
    if (hidden.has(whole)) {
      tally.add("few", 4);
      const steps = { smdBefore: inSteps(row.smdBefore), smdAfter: inSteps(row.smdAfter) };
      return { ...row, ...withheldMeans, ...withheldSpread, ...withheldRowDetail(row), ...steps };
    }
    if (exact) return row;
    const shown: Record<string, number> = {};
    for (const mean of means) if (row[mean] !== undefined) shown[mean] = rounded(row[mean] as number);
    if (row.binary) for (const ks of ["ksBefore", "ksAfter"] as const) shown[ks] = rounded(row[ks]);
    if (fewLost) {
      shown.meanTreated = Number.NaN;
      shown.meanControlBefore = Number.NaN;
      tally.add("difference", 2);
    }
    const detail = publishedRowDetail(whole, { starters, atRisk, matched }, own(whole).smallCell, rounded, single, tally);
    return { ...row, ...shown, ...detail };
  });
  const number = (value: unknown) => (typeof value === "number" ? value : Number.NaN);
  const worstHidden = [...hidden].some((row) => Math.abs(row.smdAfter) === balance.worst);
  return {
    ...publishedWhole(balance, matched, rules, tally),
    worst: worstHidden ? inSteps(balance.worst) : balance.worst,
    rows,
    waves: balance.waves.map((wave, k) => ({
      ...wave,
      starters: number(told.waves[k]?.starters),
      matched: number(told.waves[k]?.matched),
      controls: number(told.waves[k]?.controls),
      atRisk: people.smallCell > 1 ? Number.NaN : wave.atRisk,
      worstSmdAfter: hidden.size > 0 ? inSteps(wave.worstSmdAfter) : wave.worstSmdAfter,
      ...(!exact &&
        publishedWaveDetail(
          wave,
          { matched: number(told.waves[k]?.matched), controls: number(told.waves[k]?.controls) },
          balance.rows,
          hidden,
          people.smallCell,
          tally,
        )),
    })),
  };
}

/** What a balance holds beside its rows and waves. */
function publishedWhole(balance: Balance, matched: number, rules: FigureRules, tally: Tally): Balance {
  const { scores, products, periods, effective, ...rest } = balance;
  const { smallCell } = rules.people;
  const exact = smallCell === 1;
  const shown = scores && (exact ? withoutPeople(scores) : publishedScores(scores, smallCell, tally));
  const worst = products?.worst && { ...products.worst, smdAfter: coarse(products.worst.smdAfter, 0.05) };
  return {
    ...rest,
    ...(effective && { effective: exact ? effective : publishedSizes(effective, matched, smallCell) }),
    ...(products && { products: exact ? products : { ...products, worst: worst ?? null } }),
    ...(periods && { periods: exact ? periods : publishedPeriods(periods, rules, tally) }),
    ...(shown && { scores: shown }),
  };
}

function withoutPeople({ people: _, ...scores }: ScoreOverlap): ScoreOverlap {
  return scores;
}

/** Of a category's levels all but one are rows: where few have that one, the smallest row goes too, or the rest would tell it. */
function besides(
  rows: readonly BalanceRow[],
  hidden: ReadonlySet<BalanceRow>,
  starters: number,
  smallCell: number,
): BalanceRow[] {
  return levelsOf(rows).flatMap((of) => {
    if (of.some((row) => hidden.has(row))) return [];
    const left = starters - of.reduce((sum, row) => sum + Math.round(row.meanTreated * starters), 0);
    if (!few(left, smallCell)) return [];
    return [of.reduce((a, b) => (b.meanTreated < a.meanTreated ? b : a))];
  });
}

/** Rows of the levels of each category. */
function levelsOf(rows: readonly BalanceRow[]): BalanceRow[][] {
  const levels = new Map<string, BalanceRow[]>();
  for (const row of rows) {
    const cut = row.covariate.indexOf("=");
    if (!row.binary || row.missing || cut < 0) continue;
    const name = row.covariate.slice(0, cut);
    levels.set(name, [...(levels.get(name) ?? []), row]);
  }
  return [...levels.values()];
}

/** Whether few starters have a value other than 0 in a covariate or history variable that is not yes or no. */
export function fewStartersTell(panel: Panel, { atRisk, comparison }: Matched, rules: FigureRules): (row: BalanceRow) => boolean {
  const { ordinals } = panel.periods;
  const T = ordinals.length;
  return (row) => {
    const smallCell = (row.outcome === undefined ? rules.people : rules.outcome(row.outcome)).smallCell;
    const measure = row.outcome === undefined ? undefined : panel.measures.find((m) => m.name === row.outcome);
    const covariate = panel.covariates.find((c) => c.name === row.covariate);
    const { window } = row;
    if (!(measure && window) && !covariate) return false;
    let notZero = 0;
    for (let r = 0; r < atRisk.unit.length && notZero < smallCell; r++) {
      if (atRisk.treated[r] !== 1) continue;
      const unit = atRisk.unit[r];
      if (covariate) {
        if (covariate.values[unit] !== 0) notZero++;
        continue;
      }
      const zero = atRisk.wave[r] - comparison.anticipation;
      const [near, far] = window as readonly [number, number];
      for (let t = 0; t < T; t++) {
        if (ordinals[t] < zero - far || ordinals[t] > zero - near) continue;
        const y = measure?.values[unit * T + t] as number;
        if (panel.observed[unit * T + t] !== 1 || Number.isNaN(y) || y === 0) continue;
        notZero++;
        break;
      }
    }
    return notZero < smallCell;
  };
}
