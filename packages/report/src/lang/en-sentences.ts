/** What a verdict sentence is told. All are finished texts; `measure` starts in lower case. */
export interface VerdictWords {
  readonly measure: string;
  readonly years: string;
  readonly estimate: string;
  readonly lower: string;
  readonly range: string;
  readonly claim: string;
}

export const enSentences = {
  verdictSentence: {
    reached: (v: VerdictWords) =>
      `The ${v.measure} for ${v.years} is estimated at ${v.estimate}. Even the lower limit of the interval, ${v.lower}, is no less than the expected ${v.claim}.`,
    "in-line": (v: VerdictWords) =>
      `The ${v.measure} for ${v.years} is estimated at ${v.estimate}. The interval, ${v.range}, lies above zero and takes in the expected ${v.claim}.`,
    smaller: (v: VerdictWords) =>
      `The ${v.measure} for ${v.years} is estimated at ${v.estimate}. The interval, ${v.range}, lies above zero but below the expected ${v.claim}.`,
    "below-claim": (v: VerdictWords) =>
      `The ${v.measure} for ${v.years} is estimated at ${v.estimate}. The interval, ${v.range}, takes in zero and lies below the expected ${v.claim}.`,
    "cannot-tell": (v: VerdictWords) =>
      `The ${v.measure} for ${v.years} is estimated at ${v.estimate}. The interval, ${v.range}, takes in both zero and the expected ${v.claim}.`,
    "extra-cost": (v: VerdictWords) =>
      `The ${v.measure} for ${v.years} is estimated at ${v.estimate}. The whole interval, ${v.range}, lies below zero: spending rose. The expectation was ${v.claim}.`,
    "too-early": (v: VerdictWords) =>
      `The expected ${v.claim} concern ${v.years}, and not all of those years have been observed yet.`,
  },
  evidenceDisagrees: (v: VerdictWords, test: string, p: string) =>
    `The ${v.measure} for ${v.years} is estimated at ${v.estimate}, and the interval, ${v.range}, lies above zero. But the ${test}, which a skewed outcome must also pass, does not agree (${p}; it takes p < 0.025), so a saving does not count as shown. The expectation was ${v.claim}.`,
  verdictOtherwise: (v: VerdictWords) =>
    `The ${v.measure} for ${v.years} is estimated at ${v.estimate}, with an interval of ${v.range}; the expectation was ${v.claim}.`,
  evidence: {
    test: "second test",
    tests: {
      set: "permutation test within matched sets",
      cluster: "test that gives the programme to other clusters",
      people: "test that gives the programme to other people",
      scoreBootstrap: "score bootstrap",
    },
  },
  capped: "This holds only if the comparison holds:",
  cap: {
    "not-balanced": "after matching, the groups still differ more than the declared limit",
    "few-matched": "fewer than half of the starters found comparable controls",
    "pre-trend": "the groups developed differently before the start",
    "rare-left-out": "the money of an outcome that few people have is left out, so that nobody can be recognised",
    "no-permutation":
      "no test that needs no bell shape holds for this comparison, so the interval stands alone even where outcomes are skewed",
    "inference-in-doubt":
      "so few clusters got the programme, or so few people have the outcome, that the interval may be too short",
    "not-matched": "nobody was matched: those who started are compared with everyone who had not, as they are",
    "depends-on-base":
      "with the comparison group and the base taken before the peak at which the starters were referred, the figure has the opposite sign",
    "not-measured": "part of the expected saving has no price and is not in the evaluated figure",
  },
  design: {
    could: (smallest: string) =>
      `A saving of the expected size should have been visible: the design can show about ${smallest} or more.`,
    couldNot: (smallest: string) =>
      `The design could only have shown about ${smallest} or more, so a saving of the expected size might go unseen. This should not be taken to mean that the programme fails: more people or more years would have to be followed.`,
  },
  sure: {
    interval: (measure: string, years: string, range: string) =>
      `With 95% confidence, given the model, the ${measure} for ${years} lies in the interval ${range}.`,
    prices: (range: string) => `With uncertain prices as well: ${range}.`,
    none: "There is no interval yet for the years the expectation concerns.",
    shares: (effect: string, price: string) => `${effect} of the uncertainty comes from the effect, ${price} from the prices.`,
    notMeasured: (n: number) =>
      `${n} ${n === 1 ? "combination" : "combinations"} of payer and consequence without a price: not measured, and not counted as zero.`,
  },
  gained: {
    saved: (payer: string, gross: string) => `${payer}: estimated saving ${gross}`,
    cost: (payer: string, gross: string) => `${payer}: estimated extra cost ${gross}`,
    paid: (paid: string, net: string) => `, paid ${paid}, net ${net}`,
    uncertain: " (the saving's interval takes in zero)",
    netUncertain: " (the net interval takes in zero)",
    notMeasured: (payer: string) => `${payer}: not measured`,
    free: (payers: string) => `${payers} gained without paying for the programme.`,
    everyone: "Each payer's gain stands beside what it paid.",
    none: "No payer has a saving that is shown on its own.",
    more: (n: number) => `and ${n} more, see below`,
  },
  payback: {
    best: (year: string) => `The best estimate is that the programme has paid for itself from ${year}.`,
    surely: (year: string) => `From ${year} even the lower limit of the band is above zero.`,
    notSurely: (year: string, last: string) =>
      `The best estimate is from ${year}, but that is not certain: the lower limit of the band does not get above zero in the observed years (to ${last}).`,
    never: (year: string, net: string) => `Not within the observed years: by ${year} the net so far is ${net}.`,
    neverPlain: (year: string) => `Not within the observed years (to ${year}).`,
    share: (share: string, year: string) =>
      `By the end of ${year} the programme has paid back in ${share} of the simulated draws.`,
    note: "Discounted. Nothing is counted past the observed years.",
  },
  fate: {
    line: (outcome: string, change: string, lower: string, upper: string, per: string) =>
      `${outcome}: ${change} ${per} (${lower} to ${upper})`,
    none: "Every outcome measured has a price, so nothing beside the money shows how they fared. A saving should not stand alone.",
    worse: (outcomes: string) =>
      `Note: ${outcomes} became worse. Less use of services together with worse outcomes may mean that needs went unmet.`,
    per: (person: string, period: string) => `${person} and ${period}`,
  },
  lead: {
    whoRows: (rows: string, files: number) => `${rows} rows were read from ${files} ${files === 1 ? "file" : "files"}.`,
    who: (starters: string, people: string, matched: string, controls: string) =>
      `${starters} ${people} started; ${matched} of them could be compared with ${controls} similar ones who had not started.`,
    startersLost: (named: string) =>
      `The files name ${named} starters; the others could not be used, for the reasons in the table.`,
    unmatched: (unmatched: string) => `${unmatched} found no comparable controls; nothing is said about them.`,
    balanced: (n: string, limit: string, worst: string, name: string) =>
      `Yes: after matching, none of the ${n} characteristics used in matching differs by more than ${limit} standard deviations (largest: ${name}, ${worst}).`,
    unbalanced: (k: string, n: string, limit: string, worst: string, name: string) =>
      `Not entirely: ${k} of ${n} characteristics used in matching still differ by more than ${limit} standard deviations (largest: ${name}, ${worst}).`,
    waveUnbalanced: (limit: string, wave: string, worst: string) =>
      `Taken together yes, but within the wave ${wave} the largest difference is ${worst} standard deviations (limit ${limit}).`,
    unused: (k: string, n: string, worst: string, name: string) =>
      `Of the ${n} that matching did not use, ${k} differ by more (largest: ${name}, ${worst}).`,
    noBalance: "No characteristics were compared.",
    paths: (
      outcome: string,
      unit: string,
      period: string,
      treatedBefore: string,
      otherBefore: string,
      treatedAfter: string,
      otherAfter: string,
    ) =>
      `${outcome}: starters went from ${treatedBefore} ${unit} ${period} in the base to ${treatedAfter} after the start, the matched comparison from ${otherBefore} to ${otherAfter}.`,
    pathsNote:
      "These are plain averages, to look at. They are not the estimate of the effect, which is in the next section. A point is left out where only a handful of people, or nobody, had anything but 0: it would tell of single persons.",
    others: (label: string, people: string, source: string) =>
      `${label}: published averages of ${people} people a period (source: ${source}). They are taken at the starters' calendar time, are there to look at, and enter no estimate.`,
    effects: (changes: string) => `Against the comparison, after the start: ${changes}.`,
    effectsNone: "No effect could be estimated.",
    effect: (outcome: string, status: string) => `${outcome}: ${status}`,
    savings: (gross: string, range: string, years: string, cost: string, net: string) =>
      `Gross saving ${years}: ${gross} (${range}). The programme cost ${cost}, which leaves ${net} net.`,
    noSavings: "No savings could be calculated.",
    payers: (gains: string) => `Gross savings by payer: ${gains}.`,
    claim: (claim: string, evaluated: string, range: string) => `Expected: ${claim}. Evaluated: ${evaluated} (${range}).`,
    claimCashable: (claim: string, evaluated: string, range: string) =>
      `Expected: ${claim}. Evaluated, the cashable part alone: ${evaluated} (${range}).`,
    claimEarly: (claim: string) => `Expected: ${claim}. The years it concerns have not all been observed.`,
    cashable: (cashable: string) => `Of the evaluated saving, ${cashable} is of a kind that can leave a budget.`,
    budget: (changes: string) =>
      `Budgets were adjusted in the same years, in the accounts' own prices and by the reason given: ${changes}. A lowered budget and lower spending are two different things.`,
    noReason: "without a reason",
    plus: (amount: string) => amount.replace(/(?=\d)/, "+"),
    simpler: (outcome: string, beforeAfter: string, rest: string, matched: string, unit: string) =>
      `${outcome}: a plain before–after comparison would have said ${beforeAfter} ${unit} in total, starters versus the rest ${rest}; the matched comparison says ${matched}.`,
    simplerNote:
      "The first can mistake the ordinary return from a peak for an effect; the second compares children in need with children who are not.",
    simplerNotePeople:
      "The first can mistake the ordinary return from a peak for an effect; the second compares people in need with people who are not.",
    assumptions: "The result rests on the assumptions below. If one does not hold, the result may not hold either.",
    lockedOn: (date: string) => `Locked on ${date}.`,
    lockedAfter:
      "When the plan was locked, results of an earlier run already stood beside the study: it does not count as fixed beforehand.",
    locked:
      "The plan is locked, and nothing has been changed since. The lock shows what was fixed; that it was before anyone saw an outcome is for whoever locked it to say.",
    deviates: (n: number) =>
      `The plan was locked before outcomes were read. ${n === 1 ? "One thing has" : `${n} things have`} changed since.`,
    notLocked:
      "The plan was not locked before outcomes were read. The reader cannot see whether choices were made after the result was known.",
    method: (product: string, version: string, seed: string) =>
      `Made with ${product} ${version}, seed ${seed}. The same files, version and seed give the same figures to the last digit.`,
  },
  preTrend: {
    none: "balanced by construction, no evidence about trends",
    sign: (periods: string, p: string) =>
      `the groups developed differently in the ${periods} that matching did not use (${p}): the comparison is in doubt`,
    noSign: (periods: string, p: string) =>
      `no sign of different development in the ${periods} that matching did not use (${p}); this is not proof that there is none`,
    but: (n: string) => `; taken one by one, the band excludes zero in ${n} of them`,
    line: (outcome: string, text: string) => `${outcome}: ${text}.`,
  },
  assume: {
    estimand: (people: string) =>
      `The result is for the starters who could be matched, everyone who started: those who dropped out stay in (intention to treat). It is about these ${people}, not about others.`,
    unmatched: (n: string) =>
      `Starters without comparable controls: ${n}. They are left out of effects and money; nothing is assumed about them.`,
    never:
      "Comparison with not starting: a control is followed until it is referred itself; those who remain are weighted up so that they also stand for those who left (inverse-probability-of-censoring weights).",
    waiting:
      "Comparison with waiting: controls stay in even if they start later themselves, so the effect is that of starting now rather than later.",
    exclude: (what: string) => `Left out as controls: those who share ${what} with a starter.`,
    trends:
      "Without the programme, the two groups would have developed alike (parallel trends), apart from what the adjustment accounts for.",
    base: (base: string, anticipation: string) =>
      `The change is measured from the mean of the ${base} before time zero. ${anticipation === "" ? "Time zero is the start." : `Time zero is the referral, taken to be ${anticipation} before the start.`}`,
    waveBalance:
      "A single wave is small, so differences of a few tenths are usual in it; the effect of one wave alone should be read with that in mind.",
    effectiveControls: (n: string) => `Effective number of controls, as they are weighted: ${n}.`,
    designSe: "Standard error from the design alone (placebo before the programme)",
    designSmallest: "Smallest saving it could have shown (80% power)",
    evidenceShort: (test: string) => `${test.slice(0, 1).toUpperCase()}${test.slice(1)}, one-sided`,
    cluster: (cluster: string, clusters: string) =>
      `Standard errors are clustered by ${cluster} and matched set (${clusters} clusters).`,
    clusterAlone: (cluster: string, clusters: string) =>
      `Standard errors are clustered by ${cluster} (${clusters} clusters): the sets are too large, or share too many controls, to count as one each.`,
    prices: (priceYear: string, currency: string) => `All amounts are in ${currency} at ${priceYear} prices.`,
    discount: (rate: string, year: string, source: string) =>
      `Discounted amounts use ${rate} a year to ${year}${source === "" ? "" : ` (${source})`}.`,
    bands:
      "Two bands: at fixed prices only the effect is uncertain; with uncertain prices each price varies within its range, one draw per price shared by all years. Bands over a path hold for the whole path at once, pointwise limits for one year at a time.",
    window: "No effect is assumed past the observed years.",
    notMeasured: (list: string) => `Without a price, so not measured (not zero): ${list}.`,
    evidence: (test: string, p: string, draws: string) =>
      `Second test of a saving, beside the interval: ${test}, one-sided ${p} (${draws} draws).`,
    smallCells: (n: string) =>
      `Counts below ${n} are withheld; “≈” before a count says that it differs from the one told by fewer than that, or is rounded, and “≥” that it is at least that many.`,
    disclosure: (figures: string, count: number) =>
      count === 0
        ? "No figure had to be withheld."
        : `${figures} figures are withheld or told roughly, in this report, its tables and its results file alike.`,
    disclosureMethod:
      "A mean or total needs as many people with something to add as a count does, and nobody's part of it may be worked out. Means are rounded so that their digits do not give the number of people away. Estimates of effect are told as they are: they compare weighted groups over years, and no single person's days follow from them.",
  },
  notClaimed: [
    "It does not say that a saving is money in hand: freed capacity becomes money only when a budget is lowered.",
    "It does not say anything about later years than those observed, about other municipalities, or about single persons.",
    "An interval is confidence given the model; it is not the probability that the programme works.",
    "A saving that is not shown is not a saving shown to be absent.",
    "The comparison group was matched, not drawn by lot: differences that nobody recorded may remain.",
  ],
  details: "Details for the specialist",
  describe: {
    love: (n: string, over: string, limit: string) =>
      `Dot for each of ${n} characteristics before and after matching. ${over} differ by more than ${limit} after matching.`,
    pathsOthers: (outcome: string, others: string) =>
      `Lines for the average ${outcome} of starters, the matched comparison, the rest and, as published, ${others}, by time from the start.`,
    paths: (outcome: string) =>
      `Lines of the average ${outcome} of starters, matched comparison and the rest by time from the start.`,
    events: (outcome: string) =>
      `Points with limits: the difference between starters and comparison in ${outcome} by time from the start, with pointwise limits and a band over the whole path.`,
    eventsPointwise: (outcome: string) =>
      `Points with pointwise limits: the difference between starters and comparison in ${outcome} by time from the start.`,
    savings: "Bars of the gross saving by year with limits, and marks for the programme cost.",
    cumulative: (text: string) => `Line of the cumulative net saving by year with its band. ${text}`,
    payers:
      "Bars for each payer: what it paid for the programme to the left, its gross saving to the right, and a point for its net.",
    claim: (text: string) => `Bars of the expected and the evaluated saving with its interval. ${text}`,
    shares: (text: string) => `Bars of the share of uncertainty by source. ${text}`,
    breakEvenShare: "Bars of the share of draws that have paid back by each year.",
    naive:
      "Points for each outcome: total effect by before–after, by starters versus the rest, and by the matched comparison with its interval.",
    flow: "Bars of the number of people left after each step.",
    estimates: (outcome: string) => `Points with intervals: estimates of the effect on ${outcome}.`,
    outcomes: "Points with intervals: the mean effect on each outcome.",
  },
};
