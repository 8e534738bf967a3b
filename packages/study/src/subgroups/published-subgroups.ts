import { coarse, type DisclosureRules } from "@kontrafakt/cohort";
import type { MoneyFigure, Savings } from "@kontrafakt/savings";
import { coarseInterval, coarseStep } from "../disclosure/published-outcome.js";

/** Savings of subgroups fit for publishing: figures rounded far below their uncertainty, so that no sum of them tells of single people. */
export function publishedSubgroups(savings: Savings, { smallCell }: DisclosureRules): Savings {
  if (smallCell <= 1 || savings.subgroups === undefined) return savings;
  const subgroups = savings.subgroups.map((s) => ({ ...s, total: rounded(s.total), perStarter: rounded(s.perStarter) }));
  return { ...savings, subgroups };
}

function rounded(figure: MoneyFigure): MoneyFigure {
  const { priceLower, priceUpper } = figure;
  const step = coarseStep(figure);
  const priced = {
    ...(priceLower !== undefined && { priceLower: coarse(priceLower, step) }),
    ...(priceUpper !== undefined && { priceUpper: coarse(priceUpper, step) }),
  };
  return { ...coarseInterval(figure), ...priced };
}
