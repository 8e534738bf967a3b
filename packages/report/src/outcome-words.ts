import type { Results } from "@kontrafakt/study";
import { numberOf } from "./format.js";
import type { Speaker } from "./language.js";

/** An outcome of a study of either design: what both tell of it. */
export type Outcome = Results["outcomes"][number];

/** Which way an outcome went, as far as its interval tells. */
export type Change = "fewer" | "more" | "noChange" | "better" | "worse" | "unknown";

/** "better" and "worse" for human outcomes, "fewer" and "more" for priced services; no clear change where the interval takes in zero. */
export function changeOf(outcome: Outcome): Change {
  const lower = numberOf(outcome.mean.lower);
  const upper = numberOf(outcome.mean.upper);
  if (!(lower <= upper)) return "unknown";
  if (!(lower > 0 || upper < 0)) return "noChange";
  const down = upper < 0;
  if (outcome.priced) return down ? "fewer" : "more";
  return down === (outcome.better === "lower") ? "better" : "worse";
}

/** Units of which there are fewer or more; of others, kroner and scores, a figure is lower or higher. */
const countable: readonly string[] = ["days", "hours", "contacts", "spells", "periods", "starts", "ends"];

export function isCountable(unit: string): boolean {
  return countable.includes(unit);
}

/** The word for the way an outcome went: "fewer" days, "lower" cost, "better". */
export function changeWord(outcome: Outcome, speaker: Speaker): string {
  const { status } = speaker.words;
  const change = changeOf(outcome);
  if (isCountable(outcome.unit) || (change !== "fewer" && change !== "more")) return status[change];
  return change === "fewer" ? status.lower : status.higher;
}

/** Decimals for figures that stand together: none for thousands, three where all are below 1. */
export function decimalsTogether(figures: readonly unknown[], usual: number): number {
  const largest = Math.max(0, ...figures.map((x) => Math.abs(numberOf(x))).filter((x) => !Number.isNaN(x)));
  return largest >= 1000 ? 0 : largest > 0 && largest < 1 ? 3 : usual;
}

const periodUnits = ["month", "quarter", "year", "ordinal"] as const;

/** Words for the period unit of a study. */
export function periodWords(results: Results, speaker: Speaker): Speaker["words"]["periodUnit"]["quarter"] {
  const unit = periodUnits.find((u) => u === results.periods.unit) ?? "ordinal";
  return speaker.words.periodUnit[unit];
}

/** Words for those followed: children where nobody over 18 is eligible. */
export function peopleWords(results: Results, speaker: Speaker): Speaker["words"]["child"] {
  const cohort = results.study.cohort as { eligibleAges?: readonly unknown[] } | undefined;
  const oldest = numberOf(cohort?.eligibleAges?.[1]);
  return oldest <= 18 ? speaker.words.child : speaker.words.person;
}

/** "days per child and quarter". */
export function perPersonPeriod(results: Results, outcome: Outcome, speaker: Speaker): string {
  const per = speaker.words.fate.per(peopleWords(results, speaker).per, perPeriod(results, speaker));
  return `${speaker.unit(outcome.unit)} ${per}`;
}

function perPeriod(results: Results, speaker: Speaker): string {
  const words = periodWords(results, speaker);
  return speaker.code === "en" ? words.one : words.per;
}
