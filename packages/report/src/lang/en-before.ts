import type { OtherWords } from "./other-words.js";

/** What reports of other designs say of observed years, said of a plan. */
export const enBefore: OtherWords = {
  heading: { later: "What is assumed after the stated years", claim: "The expected saving" },
  measure: {
    gross: "expected gross saving",
    cashable: "expected cashable saving",
    cost: "planned programme cost",
    net: "expected net saving",
  },
  table: { gross: "Expected gross saving", cost: "Planned cost", net: "Expected net saving" },
  chart: {
    savings: "Expected gross saving and planned programme cost by year",
    gross: "Expected gross saving",
    cost: "Planned programme cost",
    cumulative: "Expected cumulative net saving, discounted",
    payers: "Who would pay and who would gain, all planned years",
  },
  lead: {
    locked: "The plan is locked, and nothing has been changed since.",
    deviates: (n) => `The plan was locked earlier. ${n === 1 ? "One thing has" : `${n} things have`} changed since.`,
    notLocked: "The plan is not locked. Lock it before the start, so that everyone can see later what was expected.",
    savings: (gross, range, years, cost, net) =>
      `Expected gross saving ${years}: ${gross} (${range}). The programme is planned to cost ${cost}, which leaves ${net} net.`,
    payers: (gains) => `Expected gross savings by payer: ${gains}.`,
  },
  assume: {
    bands:
      "Two bands: at fixed prices and numbers of starters only the effect is uncertain; the other takes in prices, starters and how the effect goes on too, each as the plan states it. Bands over a path hold for the whole path at once, pointwise limits for one year at a time.",
  },
  fate: {
    none: "The plan assumes nothing of outcomes besides the priced services, so it does not say how participants would fare. A saving should not stand alone.",
  },
  payback: {
    best: (year) => `If the assumptions hold, the programme pays for itself from ${year}.`,
    surely: (year) => `From ${year} even the lower limit of the band is above zero.`,
    notSurely: (year, last) =>
      `As planned, from ${year}; but the lower limit of the band does not get above zero within the planned years (to ${last}).`,
    never: (year, net) => `Not within the planned years: by ${year} the net so far is ${net}.`,
    neverPlain: (year) => `Not within the planned years (to ${year}).`,
    note: "Discounted. Nothing is counted past the planned years.",
  },
  later: {
    form: {
      none: "nothing is counted after the years stated for an outcome",
      constant: "the effect is assumed to stay as in its last stated year",
    },
    starts: "It starts from each outcome's last stated year since the start.",
    direction: { better: "assumed better", worse: "assumed worse", "no-clear-change": "no clear change assumed" },
    caption: { followUp: "How many years of each start are in the plan" },
    table: { periods: (unit) => `In the plan (${unit})` },
  },
  worth: {
    caption: {
      observed: "Net present value, planned years",
      scaled: "With other numbers of starters, at the assumed effect per starter",
    },
    horizon: { observed: "planned years" },
    lead: (npv, range) => `For all public payers together, in the planned years, the net present value is ${npv} (${range}).`,
    societyLead: (npv, range) => `For society as a whole, the net present value in the planned years is ${npv} (${range}).`,
    perUnit: (currency, back) => `Each ${currency} paid for the programme is expected to give ${back} back.`,
    switchingLead: {
      observed:
        "The net present value of all public payers together would be zero in the planned years with one of these changes, everything else as it is:",
    },
    input: { persistence: "months the effect lasts after the planned years" },
    switching: {
      persistence: (value, now) => `An effect that lasts ${value} months after the planned years instead of ${now}`,
    },
    scaledNote: "The effect per starter is taken to be the same with more or fewer starters.",
    given:
      "Intervals tell what the plan's ranges lead to, at fixed prices. Amounts are in the plan's price level, discounted as the assumptions say.",
  },
  notClaimed: [
    "It does not say that the programme works: effects are assumed, and nobody has been observed.",
    "It does not say that a saving is money in hand: freed capacity becomes money only when a budget is lowered.",
    "An interval tells what the plan's own ranges lead to. If the ranges are too narrow, so is the interval.",
    "It does not take the place of an evaluation: whether the saving came can only be told afterwards, against a comparison group.",
  ],
};
