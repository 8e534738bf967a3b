import type { MoneyFigure } from "@kontrafakt/savings";
import type { Text } from "@kontrafakt/study";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";

/** Amounts in tables: millions with two decimals, so that a column lines up. */
export interface Amounts {
  one(x: unknown): string;
  range(lower: unknown, upper: unknown): string;
  /** "3.10 (1.20 to 5.00)"; without limits that are known, the estimate alone. */
  figure(figure: Partial<MoneyFigure> | undefined): string;
  /** "DKK million". */
  readonly unit: string;
}

export function amounts(speaker: Speaker, currency: string): Amounts {
  const one = (x: unknown) => speaker.number(numberOf(x) / 1e6, 2);
  const range = (lower: unknown, upper: unknown) => speaker.range(one(lower), one(upper));
  return {
    one,
    range,
    figure: (f) => {
      const [lower, upper] = [numberOf(f?.lower), numberOf(f?.upper)];
      return lower < upper ? `${one(f?.estimate)} (${range(lower, upper)})` : one(f?.estimate);
    },
    unit: speaker.words.millions(currency),
  };
}

/** What holds outcomes with their labels. */
export interface Labelled {
  readonly outcomes: readonly { readonly name: string; readonly label: Text; readonly unit: string }[];
}

/** An outcome by its label; other names, and those without an outcome, as they are. */
export function outcomeLabel(results: Labelled, name: string, speaker: Speaker): string {
  const outcome = results.outcomes.find((o) => o.name === name);
  return outcome ? speaker.text(outcome.label) : name === "" ? speaker.words.table.all : name;
}

/** Outcomes of one field, separated by commas, each by its label. */
export function outcomesLabel(results: Labelled, names: string, speaker: Speaker): string {
  const whole = outcomeLabel(results, names, speaker);
  return whole === names
    ? names
        .split(", ")
        .map((name) => outcomeLabel(results, name, speaker))
        .join(", ")
    : whole;
}
