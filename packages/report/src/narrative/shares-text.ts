import type { Savings } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { assumedYears } from "../savings-lines.js";
import { sharesText } from "./verdict-text.js";

/** Below this share a source is not worth a word. */
const TOLD = 0.005;

/**
 * Which part of the uncertainty comes from what, of whichever total is split: with effects and prices alone the observed saving, with other
 * sources the discounted net of all public payers.
 */
export function everyShare(savings: Savings, speaker: Speaker): string {
  const { depends, source } = speaker.words;
  const told = savings.shares.filter((s) => numberOf(s.share) >= TOLD);
  if (!savings.shares.some((s) => s.source !== "effect" && s.source !== "price")) return sharesText(savings, speaker);
  const parts = speaker.list(told.map((s) => depends.part(speaker.percent(s.share), source[s.source])));
  return assumedYears(savings).length > 0 ? depends.leadLater(parts) : depends.lead(parts);
}
