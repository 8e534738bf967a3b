import type { KeyFigures, RatioFigure } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";

/** Limits of a ratio: "1.1 to 2.6", "below −1.2 or above 0.4", or that there are none. */
export function ratioLimits({ lower, upper, shape }: RatioFigure, speaker: Speaker): string {
  const { worth } = speaker.words;
  if (shape === "all" || Number.isNaN(numberOf(lower)) || Number.isNaN(numberOf(upper))) return worth.noLimits;
  const [low, high] = [lower, upper].map((x) => speaker.number(x, 2));
  return shape === "outside" ? worth.outside(low, high) : speaker.range(low, high);
}

/** "1.82 (1.10 to 2.60)"; that there is no cost to hold it against, where so. */
export function ratioText(ratio: RatioFigure | null, speaker: Speaker): string {
  if (ratio === null) return speaker.words.worth.noCost;
  if (Number.isNaN(numberOf(ratio.estimate))) return "–";
  const estimate = speaker.number(ratio.estimate, 2);
  if (ratio.shape === "between" && numberOf(ratio.lower) === numberOf(ratio.upper)) return estimate;
  return `${estimate} (${ratioLimits(ratio, speaker)})`;
}

/** "4.1%", that it is over 100% (how far says nothing more), or that there is none. */
export function internalRateText({ rate }: KeyFigures["internalRate"], speaker: Speaker): string {
  const { none, over } = speaker.words.worth;
  const yearly = numberOf(rate);
  if (!Number.isFinite(yearly)) return none;
  return yearly > 1 ? over(speaker.percent(1)) : speaker.percent(yearly, 1);
}

/** The year, or that it is not within the horizon. */
export function paybackYear(year: number | null, speaker: Speaker): string {
  return year === null ? speaker.words.worth.never : String(year);
}
