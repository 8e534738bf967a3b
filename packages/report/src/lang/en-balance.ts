/** What the report says of balance in detail. */
export const enBalance = {
  waves: "What is left of each difference, wave by wave",
  wavesDescription: (waves: string, n: string, over: string, limit: string) =>
    `A cell for each of ${n} characteristics in each of ${waves} waves: blue where starters are lower than their controls, orange where they are higher. ${over} cells differ by more than ${limit}.`,
  higher: "starters higher",
  lower: "starters lower",
  notTold: "not told",
  over: (limit: string) => `a number stands where it is beyond ±${limit}`,
  periods: "Were the groups alike before the programme?",
  periodsDescription: (n: string, held: string) =>
    `A line for each of ${n} outcomes: what is left of the difference between starters and controls in each period before time zero. ${held} of the periods were held back: matching did not use them.`,
  periodsAxis: (unit: string) => `${unit} before time zero`,
  used: "Used to find the comparison group",
  gap: "Left out before time zero",
  heldBack: "Held back",
  scores: "Did starters and controls have the same chance of starting?",
  scoresDescription: (intervals: string) =>
    `Two panels, before and after, each with the shares of starters and of others in ${intervals} intervals of the score; where the areas lie upon each other, the groups are alike.`,
  scoreAxis: "Score: how likely a start was (logarithm of the odds)",
  density: "Share per unit of score",
  starters: "Starters",
  others: "Comparison",
  distributions: "How alike the whole distributions are",
  distributionsNote:
    "0 is the same and 1 apart. The mean gap is between the two cumulative distributions; what does not overlap is of the two densities.",
  pairNote: "The pair distance is the mean difference between a starter and a control of its set, in standard deviations.",
  ecdfBefore: "Mean gap before",
  ecdfAfter: "Mean gap after",
  overlapBefore: "Not overlapping before",
  overlapAfter: "Not overlapping after",
  pairDistance: "Pair distance",
  unmatched: "Who was lost: starters with and without a control",
  unmatchedNote:
    "The results are about the starters with a control. Where those without one differ much, the results say little of people like them.",
  unmatchedNone: "The differences of those without a control are not told: they, or some of them, are few.",
  meanMatched: "With a control, mean",
  meanUnmatched: "Without, mean",
  smdUnmatched: "Std. difference",
  effectiveInWave: "Effective controls",
  effective: (starters: string, controls: string) =>
    `As they are weighted, starters count as ${starters} and controls as ${controls} people would.`,
  products: (over: string, n: string, limit: string, worst: string, size: string) =>
    `Squares of the characteristics and products of each pair: ${over} of ${n} differ by more than ${limit} standard deviations (largest: ${worst}, ${size}).`,
  productsFine: (n: string, limit: string) =>
    `Squares of the characteristics and products of each pair: none of ${n} differs by more than ${limit} standard deviations.`,
  product: (a: string, b: string) => `${a} × ${b}`,
  square: (a: string) => `${a}, squared`,
  raw: "Differences of yes/no characteristics are shown as differences of shares.",
  pooled: "Differences are in pooled standard deviations of starters and others, since the result is about both.",
  period: "Periods before time zero",
  role: "Use",
  interval: "Score from",
  to: "to",
  shareOf: (group: string, when: string) => `${group}, ${when.toLowerCase()}`,
};
export type BalanceWords = typeof enBalance;
