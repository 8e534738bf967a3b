/** Words of the figures a decision is made on. */
export const enWorth = {
  caption: {
    observed: "Net present value, observed years only",
    withAssumed: "Net present value, with what is assumed after the observed years",
    ratios: "What is gained per unit paid, and when it is paid back",
    scaled: "With other numbers of starters, at the effect per starter that was found",
  },
  account: { public: "All public payers together", society: "Society as a whole" },
  table: {
    account: "Bottom line",
    benefit: "Saving, discounted",
    cost: "Programme cost, discounted",
    npv: (level: string) => `Net present value (${level} interval)`,
    ratio: (level: string) => `Benefit–cost ratio (${level})`,
    returnOnCost: "Return: net per unit paid",
    internalRate: "Internal rate of return",
    payback: "Payback, plain",
    paybackDiscounted: "Payback, discounted",
    mvpf: "Marginal value of public funds",
    horizon: "Counted",
    net: "Net, undiscounted",
    reason: "Internal rate: outcome",
    shape: "Limits",
    input: "What would have to change",
    now: "Now",
    value: "Breaks even at",
    starters: "Starters",
  },
  horizon: { observed: "observed years", withAssumed: "with assumed years" },
  shape: { between: "between", outside: "outside", all: "none" },
  outside: (lower: string, upper: string) => `below ${lower} or above ${upper}`,
  noLimits: "no limits can be given",
  noCost: "no cost",
  noRate: {
    found: "found",
    "no-change-of-sign": "none, the yearly net never changes sign",
    "no-rate": "none from −99% to 1,000% fits",
    "several-rates": "none, several rates fit",
  },
  never: "not within the horizon",
  none: "none",
  over: (share: string) => `over ${share}`,
  noRateFor: {
    "no-change-of-sign": "the yearly net never changes sign",
    "no-rate": "no rate from −99% to 1,000% fits",
    "several-rates": "several rates fit",
  },
  noRates: (reasons: string) => `No internal rate: ${reasons}.`,
  lead: (npv: string, range: string) =>
    `For all public payers together, in the observed years, the net present value is ${npv} (${range}).`,
  perUnit: (currency: string, back: string) => `Each ${currency} paid for the programme gave ${currency}\u00a0${back} back.`,
  later: (npv: string, range: string) => `With what is assumed after the observed years, it is ${npv} (${range}).`,
  societyLead: (npv: string, range: string) =>
    `For society as a whole, the net present value in the observed years is ${npv} (${range}).`,
  rule: (country: string, vintage: string) =>
    `Society's bottom line counts citizens and relatives too, by the rules of ${country} (parameters in the edition of ${vintage}). Transfers between payers cancel.`,
  plainRule:
    "Society's bottom line counts citizens and relatives too. The study names no country's parameters, so no tax distortion is counted. Transfers between payers cancel.",
  taxDistortion: (share: string) => `Public money is counted as costing ${share} more than its amount (tax distortion).`,
  priceConversion: (factor: string) =>
    `What public payers spend is multiplied by ${factor} to be in the prices that citizens pay.`,
  mvpf: (value: string, range: string) =>
    `Marginal value of public funds: those outside the public purse gain ${value} for each unit of net public cost (${range}).`,
  mvpfLoss: (value: string, range: string) =>
    `Marginal value of public funds: those outside the public purse lose ${value} for each unit that the purse gains on net (${range}).`,
  mvpfFree: "Marginal value of public funds: not limited, since the public purse gains too.",
  mvpfUnlimited: "unlimited: the public purse gains too",
  discountSteps: (rates: string, year: string, source: string) =>
    `Discounted amounts are worth what they are in ${year}, at yearly rates in steps: ${rates}${source === "" ? "" : ` (${source})`}.`,
  country: { DK: "Denmark", NO: "Norway", SE: "Sweden", UK: "the United Kingdom" },
  switchingLead: {
    observed:
      "The net present value of all public payers together would be zero in the observed years with one of these changes, everything else as it is:",
    withAssumed: "With what is assumed after the observed years, it would be zero with one of these changes:",
  },
  input: {
    starters: "number of starters",
    persistence: "months the effect lasts after the observed years",
    effect: "effect",
    price: "price",
    cost: "programme cost",
  },
  switching: {
    starters: (value: string, now: string) => `${value} ${value === "1" ? "starter" : "starters"} instead of ${now}`,
    persistence: (value: string, now: string) =>
      `An effect that lasts ${value} months after the observed years instead of ${now}`,
    effect: (outcome: string, value: string, now: string, unit: string) =>
      `${outcome}: ${value} fewer ${unit} per starter instead of ${now}`,
    less: (outcome: string, value: string, now: string, unit: string) =>
      `${outcome}: ${value} ${unit} less per starter instead of ${now}`,
    change: (outcome: string, value: string, now: string, unit: string) =>
      `${outcome}: a change of ${value} ${unit} per starter instead of ${now}`,
    price: (outcome: string, value: string, now: string, unit: string) =>
      `${outcome}: a price of ${value} per unit (${unit}) instead of ${now}`,
    cost: (value: string, now: string) => `A programme cost of ${value} instead of ${now}`,
  },
  noSwitch: {
    starters: "No number of starters makes it break even.",
    persistence: "Even an effect that lasts sixty years more does not make it break even.",
    anyStarters: "It stays above zero with any number of starters.",
    effect: (outcomes: string) => `Not worked out for an effect that is zero as it is: ${outcomes}.`,
    price: (outcomes: string) => `Not even a price of 0 for one of these makes it break even: ${outcomes}.`,
    anyPrice: (outcomes: string) => `It stays above zero at any price of one of these: ${outcomes}.`,
    cost: "Even a programme that cost nothing would not break even.",
  },
  scaledNote:
    "The effect per starter is taken to be the same with more or fewer starters. Intervals are wider than above: it is about other starters than those observed.",
  given:
    "Intervals are confidence given the model, at fixed prices. Amounts are in the study's price level, discounted as the assumptions say.",
};
