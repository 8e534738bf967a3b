import { periodLabel } from "@kontrafakt/base";
import { type Cohort, type DisclosureRules, partsTable, suppressCounts } from "@kontrafakt/cohort";
import type { Matched } from "@kontrafakt/matching";
import type { Count, MatchedResults } from "../results.js";
import { waveTotal } from "../wave-total.js";
import type { FigureRules } from "./figure-rules.js";
import { fileFlows, hasFewReasons, peopleFlow } from "./flow-result.js";
import type { CountsElsewhere } from "./published-problems.js";
import type { Tally } from "./tally.js";
import { about, few, tellCount } from "./tell.js";

/** From rows read to starters matched, and what later counts must agree with. */
export interface PeopleCounts {
  readonly counts: Pick<MatchedResults, "flow" | "waves" | "analysed">;
  readonly elsewhere: CountsElsewhere;
}

export function peopleCounts({ panel, ledger }: Cohort, matched: Matched, rules: FigureRules, tally: Tally): PeopleCounts {
  const waves = wavesResult(panel.periods, matched, rules.people, tally);
  const { analysed } = waves;
  const anchors = [analysed.matched, analysed.starters].filter((n) => typeof n === "number");
  const [starters, found] = (["starters", "matched"] as const).map((what) => waveTotal(matched.balance, what));
  const hidden = new Map<number, string>();
  if (typeof analysed.unmatched === "string") hidden.set(starters - found, analysed.unmatched);
  if (typeof analysed.starters === "string") hidden.set(starters, analysed.starters);
  const fewReasons = ledger.files.length > 0 && hasFewReasons(ledger, 0, rules.people.smallCell);
  const files = fileFlows(ledger, rules, tally);
  // Rows of the people file are people too: what is told of them is told of the flow.
  const rows = [files[0]?.read, files[0]?.used].filter((n) => typeof n === "number");
  const people = peopleFlow(ledger.flow, rules.people, { starters: anchors, people: rows, hidden }, fewReasons, tally);
  return {
    counts: { flow: { files, people: people.steps }, ...waves },
    elsewhere: { starters: people.treated, people: people.people, hidden },
  };
}

/**
 * Starters, matched starters, controls and periods of follow-up of each wave. Where few found no control, starters are told as about
 * the matched; where few would follow from the others by the total, one more wave's are told as a lower bound.
 */
export function wavesResult(
  periods: Cohort["panel"]["periods"],
  matched: Matched,
  rules: DisclosureRules,
  tally: Tally,
): Pick<MatchedResults, "waves" | "analysed"> {
  const { smallCell } = rules;
  const { ordinals, unit } = periods;
  const list = matched.balance.waves;
  const total = (what: "starters" | "matched" | "controls") => waveTotal(matched.balance, what);
  const without = suppressCounts(
    partsTable(
      list.map((w) => w.starters - w.matched),
      total("starters") - total("matched"),
    ),
    smallCell,
  ).told;
  const controls = suppressCounts(
    partsTable(
      list.map((w) => w.controls),
      total("controls"),
    ),
    smallCell,
  ).told;
  const beside = (what: "starters" | "matched") => {
    const { told } = suppressCounts(
      partsTable(
        list.map((w) => w[what]),
        total(what),
      ),
      smallCell,
    );
    return (k: number) => k < list.length && told[k] === "besides";
  };
  const [startersBeside, matchedBeside] = [beside("starters"), beside("matched")];
  const atLeast = (): Count => {
    tally.add("difference");
    return `≥${smallCell}`;
  };
  const controlsTold = (count: number, k: number): Count => {
    return controls[k] === "besides" ? atLeast() : tellCount(count, rules, tally);
  };
  const startersTold = (starters: number, found: number, k: number): Count => {
    if (startersBeside(k)) return atLeast();
    if (without[k] === "shown") return tellCount(starters, rules, tally);
    if (few(found, smallCell)) return tellCount(starters, rules, tally);
    tally.add("difference");
    const base = rules.rounding > 1 ? Math.round(found / rules.rounding) * rules.rounding : found;
    return without[k] === "few" ? about(base) : `≥${base + smallCell}`;
  };
  const last = ordinals[ordinals.length - 1];
  const w = list.length;
  return {
    waves: list.map((wave, k) => ({
      label: periodLabel(wave.wave, unit),
      ordinal: wave.wave,
      starters: startersTold(wave.starters, wave.matched, k),
      matched: matchedBeside(k) ? atLeast() : tellCount(wave.matched, rules, tally),
      controls: controlsTold(wave.controls, k),
      followUp: last - wave.wave + 1,
    })),
    analysed: {
      starters: startersTold(total("starters"), total("matched"), w),
      matched: tellCount(total("matched"), rules, tally),
      controls: controlsTold(total("controls"), w),
      unmatched: without[w] === "besides" ? `≥${smallCell}` : tellCount(total("starters") - total("matched"), rules, tally),
    },
  };
}
