/** Words of the way from the expected saving to lower spending, and of what must add up. */
export const enGap = {
  step: {
    assumed: "Expected",
    evaluated: "Evaluated",
    cashable: "Of it cashable",
    budgetLowered: "Budget lowered because of the programme",
    spendingLower: "Lower spending in the accounts",
  },
  notKnown: "not known",
  waterfall: "From the expected saving to lower spending",
  waterfallDescription: (steps: string) =>
    `Bars of what was expected, what was evaluated, what can leave a budget, by how much budgets were lowered and how much less was spent: ${steps}.`,
  difference: "Difference from the step before",
  unknown:
    "By how much budgets were lowered because of the programme, and how much less was spent, is not known: no budget row belongs to these years, payers and outcomes.",
  apart: "A lowered budget need not be spent less, and lower spending need not lower a budget: each is told by itself.",
  source: {
    volume: "how many started",
    effect: "the effect",
    price: "the prices",
    timing: "the timing",
    cashability: "what can leave a budget",
    notSeparable: "what cannot be told apart",
  },
  shortSource: {
    volume: "Volume",
    effect: "Effect",
    price: "Price",
    timing: "Timing",
    cashability: "Cashability",
    notSeparable: "Not separable",
  },
  whole: "Evaluated less expected",
  chart: "Why the evaluated saving differs from the expected one",
  chartDescription: (parts: string) =>
    `Bars to the left of zero for what made the saving smaller, to the right for what made it larger: ${parts}.`,
  below: "below what was expected",
  above: "above what was expected",
  lead: (whole: string, parts: string) => `The evaluated saving differs from the expected one by ${whole}: ${parts}.`,
  part: (source: string, amount: string) => `${source} ${amount}`,
  onlyAmount: (whole: string) =>
    `The evaluated saving differs from the expected one by ${whole}. The expectation does not state its parts, or they cannot be told for what was evaluated, so the difference cannot be split into people, effect and price.`,
  method:
    "Each part is its Shapley value: the mean of what changing it does over all orders in which the parts can be changed. The parts add up to the whole.",
  caption: "The difference split by what differed",
  table: {
    source: "What differed",
    amount: "Amount",
    computed: "Units × price",
    booked: "In the accounts",
    difference: "Difference",
    share: "Of the account",
  },
  reconciled: (accounts: number) =>
    accounts === 1
      ? "As a check of the prices, everyone's units × price are held against the account: they differ by no more than 5%."
      : `As a check of the prices, everyone's units × price are held against ${accounts} rows of the accounts: none differs by more than 5%.`,
  far: (over: number, accounts: number, worst: string, share: string) =>
    `As a check of the prices, everyone's units × price are held against the accounts: ${over} of ${accounts} rows ${over === 1 ? "differs" : "differ"} by more than 5% (farthest: ${worst}, ${share}). Either the price, the counting of units or the account covers something else.`,
  reconciliation: "Everyone's units × price against the accounts, in each account's own price level",
  volume: {
    caption: "Planned and actual starters",
    planned: "Planned",
    actual: "Started",
    dropouts: "Of them left before the end",
    lead: (planned: string, actual: string, years: string) =>
      `${planned} were planned to start in ${years}; ${actual} did. Small numbers are withheld and others rounded, so that nobody can be counted back.`,
  },
};
