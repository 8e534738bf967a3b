import type { Results } from "@kontrafakt/study";
import { numberOf } from "./format.js";

/** Confidence level of every interval and band of money. */
export const MONEY_LEVEL = 0.95;

/** Confidence level of the effects' intervals and bands, as the study asked for it. */
export function effectsLevel(results: Results): number {
  const { effects, groups } = results.study as { effects?: { level?: unknown }; groups?: { level?: unknown } };
  const level = numberOf((effects ?? groups)?.level);
  return level > 0 && level < 1 ? level : 0.95;
}
