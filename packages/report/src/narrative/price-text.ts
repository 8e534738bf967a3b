import type { Distribution, PriceRow } from "@kontrafakt/savings";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";

/** How a price may vary: "triangular, 3,000 to 3,900", "normal, SD 90"; nothing where it is taken as known. */
export function distributionText(price: Pick<PriceRow, "amount" | "low" | "high" | "distribution">, speaker: Speaker): string {
  const { pricing } = speaker.words;
  const found = price.distribution ?? implied(price);
  if (found === undefined || found.kind === "fixed") return pricing.distribution.fixed;
  const name = pricing.distribution[found.kind];
  const amount = (x: number) => speaker.number(x, Number.isInteger(x) || Math.abs(x) >= 100 ? 0 : 2);
  if (found.kind === "empirical") return pricing.values(name, String(found.values.length));
  if (found.kind === "beta") return pricing.spanSd(name, amount(found.low), amount(found.high), amount(found.sd));
  if ("low" in found) return pricing.span(name, amount(found.low), amount(found.high));
  return pricing.sd(name, amount(found.sd));
}

/** Low and high without a word on the shape are a triangle with its top at the amount. */
function implied({ amount, low, high }: Pick<PriceRow, "amount" | "low" | "high">): Distribution | undefined {
  if (finite(low) === null || finite(high) === null) return undefined;
  return { kind: "triangular", low: low as number, mode: amount, high: high as number };
}

/** Refund, where the row is one side of one. */
export function refundText({ refunded }: PriceRow, speaker: Speaker): string {
  if (refunded === undefined) return "";
  const { pricing } = speaker.words;
  const share = speaker.percent(refunded.share, Number.isInteger(Math.round(refunded.share * 1e4) / 100) ? 0 : 1);
  return refunded.side === "payer" ? pricing.left(refunded.by, share) : pricing.refunds(share, refunded.payer);
}

/** "1", "1 (0.5 to 2)". */
export function lagText({ lag, lagLow, lagHigh }: PriceRow, speaker: Speaker): string {
  if (finite(lag) === null) return "";
  const one = (x: unknown) => speaker.number(x, Number.isInteger(x) ? 0 : 1);
  return finite(lagLow) === null || finite(lagHigh) === null
    ? one(lag)
    : speaker.words.pricing.range(one(lag), one(lagLow), one(lagHigh));
}
