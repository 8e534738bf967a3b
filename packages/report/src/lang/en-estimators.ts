/** Words of other estimators beside the matched comparison, and of the effect as a share. */
export const enEstimators = {
  lead: (n: number) =>
    `The study also asks for ${n === 1 ? "another estimator" : `${n} other estimators`}. No money and no verdict come from ${n === 1 ? "it" : "them"}: these rest on the matched comparison alone.`,
  whom: "They compare with everyone, not with people like the starters.",
  agree: (outcome: string, n: number) =>
    n === 1
      ? `${outcome}: the other estimate lies within the interval of the matched one.`
      : `${outcome}: all ${n} other estimates lie within the interval of the matched one.`,
  differ: (outcome: string, outside: number, n: number) =>
    n === 1
      ? `${outcome}: the other estimate lies outside the interval of the matched one.`
      : `${outcome}: ${outside} of ${n} other estimates ${outside === 1 ? "lies" : "lie"} outside the interval of the matched one.`,
  agreeMeans:
    "So the answer does not hang on the choice of estimator. It is no proof: they share the data, and what nobody recorded may mislead them all.",
  differMeans:
    "Where they differ, the first thing to ask is with whom they compare. Those who start have often just had a bad spell, and most others have not: what then evens out by itself, an estimate on everyone takes for an effect. What else each of them assumes stands below.",
  chart: (outcome: string) => `${outcome}: the matched comparison and other estimators`,
  chartDescription: (outcome: string) =>
    `Points with intervals: the mean effect on ${outcome} by the matched comparison, above and with its interval as a band, and by each of the other estimators on everyone.`,
  caption: (outcome: string) => `Estimators: ${outcome}`,
  name: "Name",
  estimator: "Estimator",
  label: "Choices",
  units: "People",
  rows: "Rows used",
  missing: "Cells missing",
  assumption: "It assumes",
  assumptionCaption: "What each estimator assumes",
  main: "The main estimate",
  mainAssumes: "without the programme, starters would have developed like the people matched with them",
  names: {
    attGt: "Group-time effects (Callaway & Sant’Anna)",
    twoWay: "Two-way fixed effects, one number",
    eventStudy: "Two-way fixed effects by time from the start",
    sunAbraham: "Event study by cohort (Sun & Abraham)",
    imputation: "Imputation (Borusyak, Jaravel & Spiess)",
    twoStage: "Two-stage difference-in-differences (Gardner)",
    tripleDifference: "Triple difference",
    efficient: "Efficient under a random start (Roth & Sant’Anna)",
    file: "Estimated elsewhere, read from a file",
  },
  assumes: {
    attGt: "without the programme, each wave would have developed like those who never start, or had not started yet",
    twoWay: "everybody would have developed alike, and the effect is the same for all waves and at all times",
    eventStudy: "everybody would have developed alike, and the effect is the same for all waves at the same time from the start",
    sunAbraham: "without the programme, each wave would have developed like those who never start, or start last",
    imputation: "without the programme, everybody would have kept their own level and followed the common changes of each period",
    twoStage: "without the programme, everybody would have kept their own level and followed the common changes of each period",
    tripleDifference:
      "what sets those the programme is for apart from those beside them would have changed alike with and without the programme",
    efficient: "who starts when was drawn by lot",
  },
  kinds: {
    simple: "All periods after the start",
    dynamic: "By time from the start",
    group: "By wave",
    calendar: "By calendar period",
  },
  failed: (name: string, reason: string) => `${name} has no figure: ${reason}.`,
  failedShort: "No figure",
  noFigure: (name: string) => `${name} has no figure: it could not be estimated.`,
  partsOnly: (name: string) =>
    `${name} has no single figure, only effects by time from the start; they are in the table of estimators.`,
  missingCells: (name: string, cells: number) =>
    `${name}: ${cells} ${cells === 1 ? "combination" : "combinations"} of wave and period could not be estimated and ${cells === 1 ? "is" : "are"} in none of its averages.`,
  randomisation: (name: string, draws: string, p: string) =>
    `${name}: the starts were shuffled ${draws} times. If the programme changed nothing for anybody, an effect at least this far from zero would come by chance with ${p} (two-sided randomisation test; it holds where the starts were drawn by lot).`,
  randomisationP: "Randomisation test, p",
  randomisationDraws: "Draws",
  insideHeading: "What went into the single number",
  inside:
    "The single number of two-way fixed effects is an average of effects at different times, with weights that nobody chose. A negative weight turns an effect around: the more it helps there, the less the number shows.",
  negative: (name: string, cells: number, of: number, sum: string) =>
    `${name}: ${cells} of ${of} weights ${cells === 1 ? "is" : "are"} negative (together −${sum}): the single number subtracts some of the effects.`,
  noNegative: (name: string, of: number) =>
    `${name}: none of the ${of} weights is negative: the single number subtracts no effect.`,
  forbidden: (share: string) =>
    `${share} of it comes from comparisons with people who already had the programme; where their effect grows, that counts as a loss for the others.`,
  noTypes:
    "Which comparisons of two groups the number is made of can be told only where everybody is observed in every period and no group is too small to be told.",
  typesCaption: (outcome: string, name: string) => `${outcome}, ${name}: the comparisons it is made of`,
  comparison: "Comparison",
  weight: "Share of the weight",
  average: "Average estimate",
  types: {
    "treated-untreated": "Starters against those who never start",
    "earlier-later": "Earlier starters against later ones, before these start",
    "later-earlier": "Later starters against earlier ones, who already have the programme",
    "treated-always": "Starters against those who had the programme all along",
    "both-treated": "Earlier and later starters against one another",
    "untreated-always": "Those who never start against those who had the programme all along",
    within: "People of one wave who differ in what is adjusted for",
  },
  bacon: {
    title: (outcome: string) => `${outcome}: the comparisons in the two-way estimate`,
    description: (outcome: string) =>
      `A point for each comparison of two groups in the two-way fixed effects estimate of ${outcome}: its share of the weight and its estimate. The dashed line is the two-way estimate.`,
    weight: "Share of the weight",
    estimate: (unit: string) => (unit === "" ? "Estimate" : `Estimate (${unit})`),
  },
  negativeWeights: "Negative weights of waves and periods, summed",
  negativeCells: "Negative weights",
  allCells: "Weights in all",
};

export const enRelative = {
  outside: (below: string, above: string) => `below ${below} or above ${above}`,
  everything: "no limits",
  note: "In per cent: the mean effect as a share of what the outcome would have been without the programme, with limits by Fieller’s method.",
  unbounded:
    "Where the limits are not between two numbers, the level without the programme is itself so uncertain that the share could be almost anything: then use the effect in its own unit.",
  delta: "delta method",
  fieller: "Fieller",
  shape: "Fieller’s limits are",
  shapes: { between: "between the two", outside: "outside of the two", everything: "every number" },
  counterfactual: "Mean without the programme",
};
