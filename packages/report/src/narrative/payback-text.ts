import type { Savings } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { cumulativeNet, observedYears } from "../savings-lines.js";

/** When the programme pays back: best estimate, lower band, share of draws. */
export function paybackText(savings: Savings, speaker: Speaker): string[] {
  const { payback } = speaker.words;
  const { breakEven, currency } = savings;
  const years = observedYears(savings);
  if (years.length === 0) return [];
  const last = Math.max(...years);
  const lines: string[] = [];
  if (breakEven.year === null) {
    const net = numberOf(cumulativeNet(savings, last)?.estimate);
    lines.push(net < 0 ? payback.never(String(last), speaker.money(net, currency)) : payback.neverPlain(String(last)));
  } else {
    const year = String(breakEven.year);
    if (breakEven.surelyBy === null) lines.push(payback.notSurely(year, String(last)));
    else lines.push(payback.best(year), payback.surely(String(breakEven.surelyBy)));
  }
  const share = breakEven.share.find((s) => s.year === last);
  if (share && Number.isFinite(numberOf(share.share))) lines.push(payback.share(shareText(share.share, speaker), String(last)));
  return lines;
}

/** Not all draws where a few are left. */
function shareText(share: number, speaker: Speaker): string {
  return share < 1 && share >= 0.995 ? speaker.words.worth.over(speaker.percent(0.99)) : speaker.percent(share);
}
