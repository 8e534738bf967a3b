/** Words of who pays, who gains, what would make every payer whole, and what a budget can be lowered by. */
export const enSharing = {
  kind: {
    municipality: "municipality",
    region: "region",
    state: "state",
    fund: "fund",
    citizen: "citizens",
    relative: "relatives",
    other: "others",
  },
  byYear: "Each payer's net by year, undiscounted",
  byYearDescription: (payers: string) => `Lines of the net by year with bands, a panel for each payer: ${payers}.`,
  share: (payer: string, cost: string, gain: string) => `${payer} pays ${cost} of the cost and gets ${gain} of the saving`,
  gainOnly: (payer: string, gain: string) => `${payer} pays nothing and gets ${gain} of the saving`,
  rule: {
    makeWhole: "Every payer made whole",
    byCost: "By share of the cost",
    byGain: "By share of the saving",
    shapley: "Shapley value",
  },
  ruleMeans: {
    makeWhole: "whoever has lost is given back the loss by those who have gained, in proportion to what they gained net",
    byCost: "the net result is shared in proportion to what each paid",
    byGain: "the cost is shared in proportion to what each saved",
    shapley:
      "each payer gets the mean of what it adds to the net result, over all orders in which payers could come together to pay",
  },
  lead: "Discounted. Positive = the payer receives, negative = it hands over; the amounts of a rule sum to zero. They are proposals to talk about, not claims of one payer on another.",
  deficit:
    "Where the net result is below zero nobody can be made whole; the loss is then shared in proportion to what each paid.",
  caption: {
    shares: "Each payer's share of cost and saving",
    transfers: "What each payer would receive or hand over, by sharing rule",
  },
  table: {
    kind: "Kind of payer",
    cost: "Share of the cost",
    gain: "Share of the saving",
    rule: "Sharing rule",
    net: "Net before",
    transfer: "Receives (+) or hands over (−)",
    after: "Net after",
  },
  means: (rule: string, meaning: string) => `${rule}: ${meaning}.`,
  bookable: {
    caption: "Bookable amounts, undiscounted",
    lead: "What a budget can be lowered by on the safe side: with 80% or 90% confidence, given the model, the account's cashable saving is at least this, after capacity steps, the time before budgets follow, and the payer's own programme cost.",
    note: "Each bound holds for its own row, not for several rows together.",
    atLeast: (level: string) => `At least (${level})`,
    nothing: "nothing",
    empty: "Nothing can be taken out of a budget on the safe side, for any account or year.",
  },
};
