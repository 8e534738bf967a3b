import type { Panel } from "@kontrafakt/cohort";
import { type BalanceColumn, balance } from "./balance.js";
import type { Balance } from "./balance-value.js";
import { history } from "./history.js";
import type { MatchedSets } from "./match-within-waves.js";
import type { MatchingOptions } from "./options/matching-options.js";
import type { RiskSet, Variable } from "./risk-set.js";

interface WaveBalanceInput {
  readonly rows: RiskSet;
  readonly sets: MatchedSets;
  /** As observed, missing values NaN. */
  readonly variables: readonly Variable[];
  /** 1 for each variable that the score balances. */
  readonly used: Uint8Array;
  /** Starters of each wave, at risk or not. */
  readonly starters: Int32Array;
  readonly options: MatchingOptions;
}

/** Periods in the window that is shown as held back, farther from time zero than any that matching used. */
const HELD_BACK = 4;

/**
 * Balance of a wave design. Before: every starter at risk against everybody else at risk, each wave's others weighted to that
 * wave's share of starters, so that calendar time does not pose as imbalance. After: matched sets. Outcomes that matching did
 * not see (older periods, and outcomes outside the history) are rows with `matched` false.
 */
export function waveBalance(panel: Panel, input: WaveBalanceInput): Balance {
  const { rows, sets, options } = input;
  const n = rows.unit.length;
  const starters = new Int32Array(rows.waves.length);
  const others = new Int32Array(rows.waves.length);
  for (let r = 0; r < n; r++) (rows.treated[r] === 1 ? starters : others)[rows.wave[r]]++;
  const before = Float64Array.from(rows.wave, (w, r) => (rows.treated[r] === 1 ? 1 : starters[w] / others[w]));
  const after = new Float64Array(n);
  const matched = new Int32Array(rows.waves.length);
  const controls = new Int32Array(rows.waves.length);
  sets.row.forEach((r, k) => {
    after[r] += sets.weight[k];
    (sets.role[k] === 1 ? matched : controls)[rows.wave[r]]++;
  });
  const columns = [
    ...input.variables.map((v, j): BalanceColumn => column(v, input.used[j] === 1)),
    ...heldBack(panel, rows, options).map((v) => column(v, false)),
  ];
  return balance({
    columns,
    treated: rows.treated,
    before,
    after,
    unit: rows.unit,
    wave: rows.wave,
    waves: Array.from(rows.waves, (wave, w) => ({
      wave,
      starters: input.starters[w],
      matched: matched[w],
      controls: controls[w],
      atRisk: starters[w] + others[w],
    })),
    threshold: options.balanceThreshold,
  });
}

function column({ name, ...rest }: Variable, matched: boolean): BalanceColumn {
  return { covariate: name, matched, ...rest };
}

function heldBack(panel: Panel, rows: RiskSet, { history: used, anticipation }: MatchingOptions): Variable[] {
  const all = panel.measures.map((m) => m.name);
  const inScore = used.windows.length > 0 ? (used.outcomes ?? all) : [];
  const farthest = used.windows.reduce((most, [, to]) => Math.max(most, to), 0);
  const older: [number, number] = [farthest + 1, farthest + HELD_BACK];
  const variables = panel.measures.flatMap((m) =>
    history(panel, rows, [m.name], inScore.includes(m.name) ? [older] : [...used.windows, older], anticipation),
  );
  return variables.filter((v) => rows.treated.some((d, r) => d === 1 && !Number.isNaN(v.values[r])));
}
