import { type Problem, problem } from "@kontrafakt/base";
import { satterthwaite } from "@kontrafakt/effects";
import type { Account } from "../account/account.js";
import { costFactor } from "../account/cost-parts.js";
import { costOf, figure, moneyWeights, rescaled } from "../account/figure.js";
import { cellWeights } from "../account/person-sums.js";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { MoneyFigure } from "../savings-value.js";
import type { Scaled } from "./payers-value.js";

/**
 * The programme at other numbers of starters: n times the saving per starter M/N, in the waves, years and prices observed; programme cost by its
 * behaviour. N counts the matched starters, so that cost for those without a comparison stays with them, as in every figure.
 *
 * The starters found are taken as drawn from those there may be, so the shares p_g of the waves are estimated. With m_g the saving per starter of
 * wave g, Var(Σ p̂_g m̂_g) = Σ p_g p_h Cov(m̂_g, m̂_h) + (1/N)·(Σ p_g m_g² − m̄²): given the shares m̂ is unbiased, so there is no covariance
 * between the two, and what is left out is of order 1/N². Hence
 * SE² = SE²(M | starters)/N² + (1/N²)·Σ_g n_g (m_g − m̄)², with N − 1 degrees of freedom for the second part (Satterthwaite 1946).
 *
 * @param total gross over all years and payers, undiscounted, with its interval under price uncertainty
 */
export function scaleTo(
  account: Account,
  options: Pick<MoneyOptions, "scale">,
  facts: StudyFacts,
  total: MoneyFigure,
): { readonly scaled: Scaled[]; readonly problems: Problem[] } {
  const wanted = options.scale?.starters ?? [];
  if (wanted.length === 0) return { scaled: [], problems: [] };
  const left = (code: string) => ({ scaled: [], problems: [problem(code, "warning", { option: "savings.scale" }, {})] });
  const N = facts.starters;
  if (N === undefined || !(N > 0)) return left("savings/scale-without-starters");
  const spread = spreadOfWaves(account, facts, N);
  if (spread === null) return left("savings/scale-without-waves");
  const whole = withSpread(total, spread, N);
  const scaled = wanted.map((starters): Scaled => {
    const gross = rescaled(whole, starters / N);
    const cost = costAt(account, starters, N);
    return { starters, gross, cost, net: rescaled(gross, 1, cost) };
  });
  return { scaled, problems: [] };
}

/** Variance of M from who starts in which wave, N²·(1/N²)·Σ n_g (m_g − m̄)²; null where the waves' sizes are not known. */
function spreadOfWaves(account: Account, { waves: told }: StudyFacts, N: number): number | null {
  const { sums, together: payers } = account;
  const { terms, estimate } = sums.cells;
  const weights = cellWeights(
    sums,
    moneyWeights(account, { measure: "gross", years: sums.years, payers, consequences: sums.consequences, discounted: false }),
  );
  const money = new Map<number, number>();
  const size = new Map<number, number>();
  terms.forEach(({ group = Number.NaN, n }, i) => {
    money.set(group, (money.get(group) ?? 0) + weights[i] * estimate[i]);
    size.set(group, Math.max(size.get(group) ?? 0, n));
  });
  // A plan says who starts when: its waves are not drawn.
  if (money.size === 1 || account.assumed !== undefined) return 0;
  if (told !== undefined) for (const { wave, starters } of told) size.set(wave, starters);
  // Cells of one person are sums over people whose number is not told.
  else if ([...size.values()].every((n) => n === 1)) return null;
  const people = [...money.keys()].reduce((sum, group) => sum + (size.get(group) ?? 0), 0);
  const all = [...money.values()].reduce((sum, m) => sum + m, 0);
  let spread = 0;
  for (const [group, m] of money) {
    const n = size.get(group) ?? 0;
    if (!(n > 0)) return null;
    const off = m / n - all / people;
    spread += n * off * off;
  }
  // Shares n_g/Σn_g of N people, where counts are told roughly.
  return (spread * N) / people;
}

function withSpread(total: MoneyFigure, spread: number, N: number): MoneyFigure {
  if (!(spread > 0)) return total;
  const parts = [total.se * total.se, spread];
  const wider = figure(total.estimate, Math.sqrt(parts[0] + parts[1]), satterthwaite(parts, [total.df, Math.max(1, N - 1)]));
  if (total.priceLower === undefined || total.priceUpper === undefined) return wider;
  // Independent of what prices widen it by, so squares of half-widths add up.
  const [more, fixed] = [wider.upper - wider.estimate, total.upper - total.estimate];
  const [middle, half] = [(total.priceLower + total.priceUpper) / 2, (total.priceUpper - total.priceLower) / 2];
  const wide = Math.sqrt(half * half + Math.max(0, more * more - fixed * fixed));
  return { ...wider, priceLower: middle - wide, priceUpper: middle + wide };
}

/** Cost within the window of the payers whose savings are added up. A step costs what one of the ⌈N/step⌉ steps there were did cost. */
function costAt(account: Account, starters: number, N: number): number {
  const { sums, together: payers } = account;
  const place = { years: sums.years, payers, discounted: false };
  return account.costParts.reduce((sum, part) => {
    return sum + costOf({ ...account, cost: part.cost }, place) * costFactor(part, starters, N);
  }, 0);
}
