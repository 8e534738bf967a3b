import type { Contributions } from "./contributions.js";
import type { DisclosureRules } from "./rules.js";

/** Why a mean or total is withheld. */
export type TotalReason = "few" | "all" | "dominance" | "p-percent";

/**
 * Why a mean or total of people's amounts may not be told, or undefined where it may. The primary rules of Hundepool et al. (2012),
 * Statistical Disclosure Control, Wiley, ch. 4.2:
 *
 * - `few`: fewer than `smallCell` people add anything (minimum frequency). Nobody at all counts as few, or "withheld" would mean "some".
 * - `all` (only `yesNo`: everybody adds 0 or 1): all but fewer than `smallCell` people have it, so that it is known of each (group disclosure).
 * - `dominance`: the n largest make up more than `share` of the total ((n, k) rule).
 * - `p-percent`: whoever added the second largest amount could learn the largest within p percent, that is
 *   total − largest − second < p/100 · largest (p% rule).
 */
export function withheldBecause(cell: Contributions, rules: DisclosureRules, yesNo = false): TotalReason | undefined {
  const { people, notZero, total, largest } = cell;
  if (notZero < rules.smallCell) return rules.smallCell > 1 ? "few" : undefined;
  if (yesNo) return rules.smallCell > 1 && people - notZero < rules.smallCell ? "all" : undefined;
  for (const { n, share } of rules.dominance) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += largest[i] ?? 0;
    if (sum > share * total) return "dominance";
  }
  const [first = 0, second = 0] = largest;
  if (total - first - second < (rules.pPercent / 100) * first) return "p-percent";
  return undefined;
}
