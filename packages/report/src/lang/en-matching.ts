/** What the report says of how the comparison group was found. Every text is finished; names are the study's labels. */
export const enMatching = {
  nearest: (ratio: string, on: string, limit: string) =>
    `Within each wave, each starter is matched with ${ratio} controls on ${on}${limit}.`,
  ratio: (most: string) => `up to ${most}`,
  variableRatio: (ratio: string, least: string, most: string) =>
    `${least} to ${most} (about ${ratio} on average; more where many resemble the starter)`,
  distance: {
    linear: "the estimated chance of starting",
    probability: "the estimated chance of starting (as a probability)",
    mahalanobis: "how alike their characteristics are (Mahalanobis distance)",
    robustMahalanobis: "how alike their characteristics are (Mahalanobis distance of ranks)",
    scaledEuclidean: "how alike their characteristics are (each in its standard deviation)",
    euclidean: "how alike their characteristics are (in their own units)",
  },
  caliper: (caliper: string) => `, at most ${caliper} standard deviations away`,
  caliperAside: (caliper: string) =>
    `, among those whose estimated chance of starting is at most ${caliper} standard deviations away`,
  noCaliper: ", with no limit on how far away",
  exact: (names: string) =>
    `Within each wave, starters are compared with everybody who has exactly the same ${names} (exact matching).`,
  everything: "values in all characteristics and in what came before",
  coarsened:
    "Each characteristic is cut into intervals, and within each wave starters are compared with everybody who lies in the same intervals of all of them (coarsened exact matching).",
  k2k: "Of each such group only as many controls are kept as there are starters, the nearest.",
  ipw: "Within each wave, starters are compared with everybody at risk of starting, weighted by the estimated chance of starting so that together they resemble the starters (inverse probability weighting).",
  entropy: (moments: string) =>
    `Within each wave, starters are compared with everybody at risk of starting, weighted as evenly as possible while their ${moments} equal the starters' (entropy balancing).`,
  moments: ["means", "means and variances", "means, variances and skewness"],
  cbps: "Within each wave, starters are compared with everybody at risk of starting, weighted by a chance of starting that is estimated so that the characteristics balance (covariate balancing propensity score).",
  target: {
    att: "The weights are about those who started: they say what would have happened to them.",
    ate: "The weights are about everybody at risk, not about those who started.",
    ato: "The weights are about those for whom starting was in the balance, not about all who started.",
  },
  estimated: "Standard errors allow for the weights having been estimated.",
  fixed: "The weights are held fixed: standard errors do not allow for their having been estimated.",
  limits: (list: string) => `No control differs from its starter by more than: ${list}.`,
  limit: (name: string, width: string, unit: string) => `${name} ${width}${unit}`,
  sd: " standard deviations",
  born: "date of birth",
  days: " days",
  alike: (names: string) => `A control always has the same ${names} as its starter.`,
  different: (names: string) => `A control never has the same ${names} as its starter.`,
  thing: { household: "household", school: "school", class: "class" },
  order: {
    largest: "",
    smallest: "The starter with the smallest chance of starting chooses first.",
    closest: "The starter with the closest control chooses first.",
    random: "Who chooses first is drawn by lot.",
    data: "Starters choose in the order of the file.",
  },
  replace: "A control may serve several starters of a wave.",
  reuseLimit: (n: string) => `A control may serve up to ${n} starters of a wave.`,
  reuse: "A person may be a control in several waves, so matched sets are not independent of one another.",
  trimProbability: (low: string, high: string) =>
    `People whose estimated chance of starting lies outside ${low} to ${high} are left out, starters too: nothing is said about those.`,
  trimWeight: (share: string) => `Weights above the ${share} quantile are cut to it, at the price of some balance.`,
  score: {
    probit: "The chance of starting is estimated by a probit model.",
    firth:
      "The chance of starting is estimated with Firth's penalty, which keeps characteristics that tell starters from others without fail.",
    formula: (formula: string) => `The chance of starting is estimated from: ${formula}.`,
  },
  gap: (span: string) =>
    `The ${span} just before time zero enter neither the comparison group nor the base, since what led to the referral shows in them.`,
  peak: (list: string) =>
    `When they were referred, starters stood out from their own level a year before (less what befell the others): ${list}. Part of that turns back by itself.`,
  peakOf: (outcome: string, size: string) => `${outcome} by ${size} standard deviations`,
  noPeak: "Starters were not referred at a peak: against their own level a year before they stood out no more than the limit.",
  candidates: (n: string, chosen: string) =>
    `${n} ways to find the comparison group were compared by balance alone, before any outcome after the start was read; ${chosen} balances best and is used.`,
  bracketHeading: "If the starters were referred at their worst",
  bracket: (declared: string, before: string) =>
    `People are often referred when things are worst, and then come back by themselves. The table sets the result beside the one found when the comparison group and the base are taken ${before} further back${declared}. The truth is often between the two: the first may take the return for an effect, the second counts need that had risen for lasting reasons against the programme and then shows too little saving.`,
  bracketDeclared: (gap: string) => ` (the study itself leaves out ${gap})`,
  bracketPeople: (n: string) => `Starters who could be compared in the second: ${n}.`,
  cautious: (amount: string) => `Counted from before the peak at which the starters were referred, the cautious end: ${amount}.`,
  cautiousOpen: (amount: string) =>
    `Counted from before the peak at which the starters were referred, the cautious end, the saving is ${amount}, and then it cannot be ruled out that nothing was saved.`,
  bracketAgrees: "Both point the same way; the second is the cautious end.",
  bracketDisagrees: "They point in opposite directions, so the answer depends on which of the two is believed.",
  bracketCaption: "Mean effect with the declared base, and with the base before the peak",
  bracketDeclaredHead: "As declared",
  bracketBeforeHead: "Before the peak",
  declared: "the one declared first",
  candidatesCaption: "Ways to find the comparison group, compared by balance alone",
  candidate: {
    name: "Specification",
    starters: "Starters compared",
    over: "Over the limit",
    worst: "Largest std. difference",
    effective: "Effective controls",
    used: "Used",
    failed: (reason: string) => `could not be matched: ${reason}`,
  },
};
