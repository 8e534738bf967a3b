/** Words of what the money depends on: sources of uncertainty, one input at a time, and a declared prior. */
export const enDepends = {
  lead: (parts: string) => `The uncertainty (variance) of the discounted net of all public payers comes from ${parts}.`,
  leadLater: (parts: string) =>
    `The uncertainty (variance) of the discounted net of all public payers, assumed years included, comes from ${parts}.`,
  cashable: "Where the time before budgets follow is uncertain, both are counted in cashable money, which alone it moves.",
  part: (share: string, source: string) => `${source} (${share})`,
  given: "Intervals and shares here are confidence given the model.",
  noPrior: "Probabilities would need a belief declared before the data, and the study declares none.",
  caption: { shares: "Sources of the uncertainty", tornado: "Discounted net of all public payers, one input at a time" },
  table: {
    source: "Source",
    share: "Share of the variance",
    error: "Monte-Carlo error (points)",
    input: "Input",
    low: "Input low",
    high: "Input high",
  },
  tornado: "What one uncertain input at a time does to the net",
  tornadoDescription: (inputs: string) =>
    `Bars from the discounted net of all public payers with one input at its 2.5% quantile to that at its 97.5% quantile, largest first: ${inputs}.`,
  tornadoNote:
    "Each row sets one input to its 2.5% and 97.5% quantile and leaves the others at their estimate. What crosses zero can turn a net gain into a net loss by itself.",
  short: { effect: "Effect", price: "Price", lag: "Delay", persistence: "Duration", volume: "Starters", cost: "Cost" },
  input: (source: string, what: string) => (what === "" ? source : `${source}: ${what}`),
  decline: "yearly decline",
  point: (n: string) => `share at point ${n}`,
  low: "input at 2.5%",
  high: "input at 97.5%",
  estimate: (amount: string) => `estimate ${amount}`,
  tornadoUnit: (unit: string) => `Discounted net (${unit})`,
  prior: {
    sceptical: (sd: string) =>
      `Before the data the study declared a sceptical belief: most likely no saving, and only 1 in 20 believes in as large a saving as expected (standard deviation ${sd}).`,
    given: (mean: string, sd: string, source: string) =>
      `Before the data the study declared its belief: ${mean} (standard deviation ${sd}). Source: ${source}.`,
    posterior: (mean: string, sd: string) => `Belief and data together say ${mean} (standard deviation ${sd}).`,
    probabilities: (saving: string, claim: string, net: string) =>
      `With that belief, the probability of a saving is ${saving}, of at least the expected amount ${claim}, and of more than the programme's cost ${net}. With another belief they would be others.`,
    above: (p: string) => `above ${p}`,
    below: (p: string) => `below ${p}`,
    information: (amount: string) => `To know the net for certain would be worth at most ${amount} to the decision.`,
    caption: "With the declared belief",
  },
};
