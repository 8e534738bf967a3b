import type { Savings } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { cumulativeNet } from "../savings-lines.js";

/** When the programme pays back: best estimate, lower band, share of draws. */
export function paybackText(savings: Savings, speaker: Speaker): string[] {
  const { payback } = speaker.words;
  const { breakEven, years, currency } = savings;
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
  if (share && Number.isFinite(numberOf(share.share))) lines.push(payback.share(speaker.percent(share.share), String(last)));
  return lines;
}
