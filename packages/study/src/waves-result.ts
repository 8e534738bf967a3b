import { periodLabel } from "@kontrafakt/base";
import { type Panel, publishable } from "@kontrafakt/cohort";
import type { Matched } from "@kontrafakt/matching";
import type { Results } from "./results.js";
import { few, roughly } from "./roughly.js";
import { waveTotal } from "./wave-total.js";

/** Starters, matched starters, controls and periods of follow-up of each wave, small counts withheld. */
export function wavesResult(panel: Panel, matched: Matched, smallCell: number): Pick<Results, "waves" | "analysed"> {
  const { ordinals, unit } = panel.periods;
  const last = ordinals[ordinals.length - 1];
  const waves = matched.balance.waves.map((w) => {
    const { starters, matched: found } = besides(w.starters, w.matched, smallCell);
    return {
      label: periodLabel(w.wave, unit),
      ordinal: w.wave,
      starters,
      matched: found,
      controls: publishable(w.controls, smallCell),
      followUp: last - w.wave + 1,
    };
  });
  const starters = waveTotal(matched.balance, "starters");
  const found = waveTotal(matched.balance, "matched");
  const all = besides(starters, found, smallCell);
  return {
    waves,
    analysed: {
      starters: all.starters,
      matched: all.matched,
      controls: publishable(waveTotal(matched.balance, "controls"), smallCell),
      unmatched: publishable(starters - found, smallCell),
    },
  };
}

/** Two counts whose difference is itself a count of people: where that is small, the larger is only told roughly. */
function besides(starters: number, matched: number, smallCell: number) {
  return {
    starters: few(starters - matched, smallCell) ? roughly(starters) : publishable(starters, smallCell),
    matched: publishable(matched, smallCell),
  };
}
