import type { Relative } from "@kontrafakt/study";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";

/** Whether a share of what would have been means anything: not where that is 0, below, or unknown. */
export function isRelative(relative: Relative | undefined): relative is Relative {
  return relative !== undefined && numberOf(relative.counterfactual) > 0 && !Number.isNaN(numberOf(relative.ratio));
}

/** "−12% (−20 to −4)", with Fieller's limits; where these are unbounded, in words. "–" where there is no share. */
export function relativeText(relative: Relative | undefined, speaker: Speaker): string {
  if (!isRelative(relative)) return speaker.number(Number.NaN);
  const { relative: words } = speaker.words;
  const { shape, lower, upper } = relative.fieller;
  const shares = [relative.ratio, lower, upper].map((share) => 100 * numberOf(share));
  const small = shares.every((x) => !(Math.abs(x) >= 9.95));
  const [ratio, low, high] = shares.map((x) => speaker.change(x, small ? 1 : 0));
  const limits =
    shape === "between" ? speaker.range(low, high) : shape === "outside" ? words.outside(low, high) : words.everything;
  return `${speaker.words.percent(ratio)} (${limits})`;
}

/** Whether Fieller's limits are two numbers that the share lies between. */
export function isBounded(relative: Relative | undefined): relative is Relative {
  if (!isRelative(relative)) return false;
  const { shape, lower, upper } = relative.fieller;
  return shape === "between" && Number.isFinite(numberOf(lower)) && Number.isFinite(numberOf(upper));
}

/** What the shares are, and what it means where their limits are unbounded; nothing where there are none. */
export function relativeNotes(outcomes: readonly { readonly relative?: Relative }[], speaker: Speaker): string[] {
  const told = outcomes.map((o) => o.relative).filter(isRelative);
  if (told.length === 0) return [];
  const { relative: words } = speaker.words;
  return !told.every(isBounded) ? [words.note, words.unbounded] : [words.note];
}
