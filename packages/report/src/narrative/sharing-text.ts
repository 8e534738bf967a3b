import type { Horizon, PayerShare, Savings } from "@kontrafakt/savings";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";

/** Shares and transfers of one horizon. */
export function sharesOf({ payerShares }: Savings, horizon: Horizon): readonly PayerShare[] {
  return payerShares.filter((s) => s.horizon === horizon);
}

/** Who pays which share of the cost and gets which share of the saving; nothing where the shares are not known. */
export function sharingText(savings: Savings, horizon: Horizon, speaker: Speaker): string {
  const { sharing } = speaker.words;
  const parts = sharesOf(savings, horizon).flatMap(({ payer, cost, gain }) => {
    if (finite(gain) === null) return [];
    const saved = speaker.percent(gain);
    return [(finite(cost) ?? 0) > 0 ? sharing.share(payer, speaker.percent(cost), saved) : sharing.gainOnly(payer, saved)];
  });
  return parts.length === 0 ? "" : `${speaker.list(parts)}.`;
}
