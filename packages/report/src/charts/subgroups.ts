import type { Savings, Subgroup } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { panels } from "./panels.js";
import { chart } from "./theme.js";

/** Amounts per starter in the currency, or in thousands of it where they are large. */
export function perStarterUnit(
  subgroups: readonly Subgroup[],
  currency: string,
  speaker: Speaker,
): { scale: number; unit: string } {
  const { moneyUnit, pricing } = speaker.words;
  const largest = Math.max(0, ...subgroups.map((s) => Math.abs(finite(s.perStarter.estimate) ?? 0)));
  return largest >= 10_000
    ? { scale: 1000, unit: `${pricing.thousands} ${moneyUnit(currency)}` }
    : { scale: 1, unit: moneyUnit(currency) };
}

/**
 * Gross saving per starter by group, a panel for each characteristic.
 *
 * @param label a characteristic in words
 */
export function subgroupsChart(
  subgroups: readonly Subgroup[],
  { currency }: Pick<Savings, "currency">,
  speaker: Speaker,
  label: (covariate: string) => string,
): Chart {
  const { subgroups: say } = speaker.words.pricing;
  const covariates = [...new Set(subgroups.map((s) => s.covariate))];
  const { scale, unit } = perStarterUnit(subgroups, currency, speaker);
  const one = (x: unknown) => {
    const found = finite(x);
    return found === null ? null : found / scale;
  };
  return chart(
    speaker,
    {
      name: "subgroups",
      title: say.chartTitle,
      description: say.chartDescription(subgroups.map((s) => s.value).join("; ")),
    },
    panels(
      covariates.map((covariate) => ({
        title: label(covariate),
        axis: `${say.table.perStarter} (${unit})`,
        points: subgroups
          .filter((s) => s.covariate === covariate)
          .map((s) => ({
            label: s.value,
            value: one(s.perStarter.estimate),
            lower: one(s.perStarter.lower),
            upper: one(s.perStarter.upper),
            strong: true,
          })),
      })),
    ),
  );
}
