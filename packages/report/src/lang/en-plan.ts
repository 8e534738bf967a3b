/** Words of a plan: a report before anything has been observed. */
export const enPlan = {
  badge: "A plan: nothing has been observed",
  question: "What is the programme expected to save?",
  notObserved:
    "Nothing in this report has been observed. Effects are assumed, from the sources named below; the money follows from them by the same model that a later study verifies with.",
  answer: (gross: string, range: string, years: string, cost: string, net: string) =>
    `If the assumptions hold, the programme is expected to save ${gross}${range === "" ? "" : ` (${range})`} in ${years}. It is planned to cost ${cost}, which leaves ${net} net.`,
  none: "No saving could be worked out.",
  summary: { plan: "Plan" },
  starters: (n: string, years: string) => `${n} are planned to start in ${years}.`,
  cards: { depends: "What does it depend on?", people: "Who is it for?", verify: "How will it be verified?" },
  noHistory: "The plan has no history of its target group, so what the group uses without the programme is not known here.",
  size: (people: string, year: string) => `The target group was ${people} people in ${year}.`,
  cost: (amount: string, year: string) => `Without the programme they cost all payers together ${amount} in ${year}.`,
  verify:
    "claim.csv holds the expected saving with its parts: starters, effect, price and cashable share. A later study reads it as its claim, so that what came of the plan can be told part by part.",
  planned: {
    caption: "Planned starters, and what the range takes in 95 times in 100",
    year: "Year",
    starters: "Planned starters",
    range: "Range",
    reached: (dropouts: string, success: string) =>
      `${dropouts} of the starters are counted as leaving before the end, without effect; of those who stay, the stated effect is counted for ${success}.`,
    costBias: (uplift: string, mitigated: string, source: string) =>
      `Planned costs are raised by ${uplift} for optimism, less ${mitigated} of it that has been dealt with (${source}).`,
    years: (from: string, until: string) => `Counted: ${from} to ${until}. Nothing is counted before or after.`,
  },
  effects: {
    lead: "These changes are assumed for one starter in each year since the start. No one has measured them for this programme here.",
    caption: "Assumed change per starter, and where it comes from",
    year: "Year since the start",
    stated: "Stated",
    range: "Range",
    distribution: "Varies as",
    grade: "Evidence",
    bias: "Taken off for optimism",
    counted: "Counted with",
    source: "Source",
    together:
      "The changes of one outcome turn out high or low together in all years and for all starters. Different outcomes are independent of one another unless the plan puts them in one group.",
    after: "After the last year stated nothing is counted, unless the plan says how the effect goes on.",
  },
  target: {
    lead: (people: string, first: string, last: string) =>
      `Without the programme: ${people} people in the last of the years ${first} to ${last}, and what they cost whom, at the plan's prices.`,
    path: "What the target group costs without the programme, by payer",
    ahead: "What those who are to start would cost without the programme, and the saving expected of it",
    use: "Use per person and year without the programme",
    people: "People",
    perPerson: "Per person and year",
    without: "Without the programme",
    saving: "Expected saving",
    share: "Share",
    aheadNote:
      "Starters are taken to use what the target group did on average, from the start on. If they use more or less than the group, so will they cost.",
    describe: "Bars of what the target group cost each payer by year, without the programme.",
  },
  depends: {
    lead: "The interval takes in uncertain effects, prices and numbers of starters as the plan states them.",
    none: "Nothing in the plan is stated as uncertain, so there is no interval. That does not make it certain.",
  },
  claim: {
    caption: "The expected saving, with its parts",
    effect: "Units fewer per person and year",
    price: "Price",
    cashable: "Share counted",
  },
  assume: {
    effects: "The assumed effects hold here, for these starters, as the sources found them elsewhere.",
    prices: "A unit less is worth its price: capacity is freed and can be used otherwise or taken out of a budget.",
    window: "Nothing is counted after the plan's last year.",
  },
};
