import type { Savings } from "@kontrafakt/savings";
import type { Speaker } from "../language.js";
import { assumedYears, findFigure } from "../savings-lines.js";
import { type Labelled, outcomeLabel } from "../sections/amounts.js";
import { upperFirst } from "../upper-first.js";

/** What is assumed after the observed years, in words; the amount it adds; what it starts from, where it ends, and why. */
export function laterLines(results: Labelled & { readonly savings: Savings }, speaker: Speaker): string[] {
  const { later } = speaker.words;
  const { savings } = results;
  const { form, until, outcomes, source, ageOut } = savings.persistence;
  const lines = [form === "none" ? `${upperFirst(later.form.none)}.` : later.until(later.form[form], String(until))];
  for (const own of outcomes) {
    const text = later.exception(outcomeLabel(results, own.outcome, speaker), later.form[own.form]);
    lines.push(own.source ? `${text} ${later.source(own.source)}` : text);
  }
  lines.push(later.starts);
  if (ageOut !== null) lines.push(later.ageOut(speaker.number(ageOut, 0)));
  lines.push(source === "" ? later.noSource : later.source(source));
  const amount = laterAmount(results, speaker);
  if (amount !== undefined) lines.push(amount);
  return lines;
}

/** What the assumption adds to the gross saving; undefined where nothing is assumed. */
export function laterAmount({ savings }: { readonly savings: Savings }, speaker: Speaker): string | undefined {
  const gross = findFigure(savings, { measure: "gross", basis: "assumed" });
  if (gross === undefined) return undefined;
  const { currency } = savings;
  const range = speaker.moneyRange(gross.lower, gross.upper, currency);
  return speaker.words.later.amount(speaker.money(gross.estimate, currency), range, speaker.years(assumedYears(savings)));
}
