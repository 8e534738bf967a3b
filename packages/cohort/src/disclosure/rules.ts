/** The n largest contributions may not make up more than `share` of a total. */
export interface Dominance {
  readonly n: number;
  readonly share: number;
}

/** What the owner of data asks of every figure made from them. */
export interface DisclosureRules {
  /** Counts of people above 0 and below this are withheld; a mean or total needs as many people with something to add. Unit: people. */
  readonly smallCell: number;
  /** Every rule is obeyed; none = no such rule. */
  readonly dominance: readonly Dominance[];
  /** Nobody may learn the largest contribution to a total within this many percent; 0 = no such rule. */
  readonly pPercent: number;
  /** Counts of people are told as the nearest multiple of this; 1 = exactly. */
  readonly rounding: number;
}

/** No rule at all: what remains where nobody owns anything. */
export const NO_RULES: DisclosureRules = { smallCell: 1, dominance: [], pPercent: 0, rounding: 1 };

/** The rules of a figure made from the data of several owners: each of theirs at its strictest. */
export function strictest(rules: readonly DisclosureRules[]): DisclosureRules {
  const dominance = new Map<number, number>();
  for (const { n, share } of rules.flatMap((r) => r.dominance)) dominance.set(n, Math.min(share, dominance.get(n) ?? 1));
  return {
    smallCell: Math.max(NO_RULES.smallCell, ...rules.map((r) => r.smallCell)),
    dominance: [...dominance].sort(([a], [b]) => a - b).map(([n, share]) => ({ n, share })),
    pPercent: Math.max(NO_RULES.pPercent, ...rules.map((r) => r.pPercent)),
    rounding: Math.max(NO_RULES.rounding, ...rules.map((r) => r.rounding)),
  };
}
