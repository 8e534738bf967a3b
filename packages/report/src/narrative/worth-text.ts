import type { BottomLine, Horizon, KeyFigures, Savings, SwitchingValue } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { isCountable } from "../outcome-words.js";
import { type Labelled, outcomeLabel } from "../sections/amounts.js";
import { ratioLimits } from "./ratio-text.js";

/** The figures of one bottom line; undefined where they are not there. */
export function keyFiguresOf(savings: Savings, account: BottomLine, horizon: Horizon): KeyFigures | undefined {
  return savings.figures.find((f) => f.account === account && f.horizon === horizon);
}

/** Whose bottom line it is. */
export function accountName({ account, payer }: Pick<KeyFigures, "account" | "payer">, speaker: Speaker): string {
  return account === "payer" ? (payer ?? "") : speaker.words.worth.account[account];
}

/** What it is worth to the public payers together and to society: observed first, then with what is assumed. */
export function worthLead(savings: Savings, speaker: Speaker): string[] {
  const { worth } = speaker.words;
  const { currency } = savings;
  const told = (f: KeyFigures | undefined, say: (npv: string, range: string) => string) => {
    if (f === undefined || Number.isNaN(numberOf(f.netPresentValue.estimate))) return [];
    const { estimate, lower, upper } = f.netPresentValue;
    return [say(speaker.money(estimate, currency), speaker.moneyRange(lower, upper, currency))];
  };
  const seen = keyFiguresOf(savings, "public", "observed");
  const back = numberOf(seen?.benefitCostRatio?.estimate);
  return [
    ...told(seen, worth.lead),
    ...pricesToo(seen, currency, speaker),
    ...(Number.isFinite(back) && back > 0 ? [worth.perUnit(currency, speaker.number(back, 2))] : []),
    ...told(keyFiguresOf(savings, "public", "withAssumed"), worth.later),
  ];
}

function pricesToo(figures: KeyFigures | undefined, currency: string, speaker: Speaker): string[] {
  const { priceLower, priceUpper } = figures?.netPresentValue ?? {};
  return numberOf(priceLower) <= numberOf(priceUpper)
    ? [speaker.words.sure.prices(speaker.moneyRange(priceLower, priceUpper, currency))]
    : [];
}

/** Society's bottom line beside the budget's, and by which rule. */
export function societyLines(savings: Savings, speaker: Speaker): string[] {
  const { worth } = speaker.words;
  const seen = keyFiguresOf(savings, "society", "observed");
  if (seen === undefined) return [];
  const { parameters, currency } = savings;
  const { estimate, lower, upper } = seen.netPresentValue;
  const used = (name: string) => parameters?.parameters.find((p) => p.name === name && p.used)?.value;
  const [distortion, conversion] = [numberOf(used("taxDistortion")), numberOf(used("priceConversion"))];
  return [
    worth.societyLead(speaker.money(estimate, currency), speaker.moneyRange(lower, upper, currency)),
    parameters === undefined ? worth.plainRule : worth.rule(worth.country[parameters.country], parameters.vintage),
    ...(conversion > 0 && conversion !== 1 ? [worth.priceConversion(speaker.number(conversion, 2))] : []),
    ...(distortion > 0 ? [worth.taxDistortion(speaker.percent(distortion))] : []),
    ...mvpfLines(seen, numberOf(keyFiguresOf(savings, "public", "observed")?.netPresentValue.estimate) > 0, speaker),
  ];
}

/** @param purseGains then a ratio that is not infinite is what others lose */
function mvpfLines({ marginalValueOfPublicFunds: value }: KeyFigures, purseGains: boolean, speaker: Speaker): string[] {
  const { worth } = speaker.words;
  const estimate = numberOf(value?.estimate);
  if (value === undefined || Number.isNaN(estimate)) return [];
  if (estimate === Infinity) return [worth.mvpfFree];
  return [(purseGains ? worth.mvpfLoss : worth.mvpf)(speaker.number(estimate, 2), ratioLimits(value, speaker))];
}

/** What would have to be otherwise for the net to be zero, in the user's terms: one line each, what nothing solves last. */
export function switchingLines(
  figures: KeyFigures,
  results: Labelled & { readonly savings: Savings },
  speaker: Speaker,
): string[] {
  const { noSwitch } = speaker.words.worth;
  const none = figures.switching.filter((s) => s.value === null);
  const has = (input: SwitchingValue["input"]) => none.some((s) => s.input === input);
  const named = (input: SwitchingValue["input"]) =>
    speaker.list(none.flatMap((s) => (s.input === input ? [outcomeLabel(results, s.consequence ?? "", speaker)] : [])));
  // Where the net is not below zero as it is, no months are missing, and no other number or price takes it there.
  const isEven = numberOf(figures.netPresentValue.estimate) >= 0;
  return [
    ...figures.switching.flatMap((s) => (s.value === null ? [] : [switchingText(s, s.value, results, speaker)])),
    ...(has("starters") ? [isEven ? noSwitch.anyStarters : noSwitch.starters] : []),
    ...(has("persistence") && !isEven ? [noSwitch.persistence] : []),
    ...(has("effect") ? [noSwitch.effect(named("effect"))] : []),
    ...(has("price") ? [(isEven ? noSwitch.anyPrice : noSwitch.price)(named("price"))] : []),
    ...(has("cost") ? [noSwitch.cost] : []),
  ];
}

function switchingText(
  { input, consequence = "", unit: stated, now }: SwitchingValue,
  at: number,
  results: Labelled & { readonly savings: Savings },
  speaker: Speaker,
): string {
  const { switching } = speaker.words.worth;
  const { currency } = results.savings;
  const outcome = outcomeLabel(results, consequence, speaker);
  const ownUnit = results.outcomes.find((o) => o.name === consequence)?.unit ?? stated;
  const unit = speaker.unit(ownUnit);
  switch (input) {
    case "starters":
      return switching.starters(speaker.number(Math.ceil(at), 0), speaker.number(now, 0));
    case "persistence":
      return switching.persistence(speaker.number(Math.ceil(at), 0), speaker.number(now, 0));
    case "effect": {
      if (at < 0 || now < 0) return switching.change(outcome, speaker.change(-at), speaker.change(-now), unit);
      const say = isCountable(ownUnit) ? switching.effect : switching.less;
      return say(outcome, speaker.number(at), speaker.number(now), unit);
    }
    case "price":
    case "cost": {
      const [then, today] = speaker.moneys([at, now], currency);
      return input === "cost" ? switching.cost(then, today) : switching.price(outcome, then, today, unit);
    }
  }
}

/** Which bottom lines have no internal rate, and why. */
export function noRateText(figures: readonly KeyFigures[], speaker: Speaker): string {
  const { worth } = speaker.words;
  const reasons = (["no-change-of-sign", "no-rate", "several-rates"] as const).flatMap((reason) => {
    const of = figures.filter((f) => f.internalRate.rate === null && f.internalRate.reason === reason);
    return of.length === 0 ? [] : [`${worth.noRateFor[reason]} (${of.map((f) => accountName(f, speaker)).join(", ")})`];
  });
  return reasons.length === 0 ? "" : worth.noRates(reasons.join("; "));
}
