import { upperFirst } from "../upper-first.js";
/** Words of what is assumed after the observed years, and of the outcomes that stand beside the money. */
export const enLater = {
  form: {
    none: "nothing is counted after the observed years",
    constant: "the effect is assumed to stay as it was at the end of the observed years",
    exponential: "the effect is assumed to fade by the same share each year",
    stepwise: "the effect is assumed to fall in steps, as the study states",
    interpolated: "the effect is assumed to follow a line between the shares that the study states",
  },
  starts: "It starts from the mean over the last year observed.",
  until: (form: string, year: string) => `${upperFirst(form)}, until ${year}.`,
  exception: (outcome: string, form: string) => `${outcome}: ${form}.`,
  source: (source: string) => `Why this is assumed: ${source}.`,
  noSource: "The study gives no reason for it.",
  ageOut: (age: string) => `It ends for a person at the age of ${age}.`,
  amount: (amount: string, range: string, years: string) =>
    `This adds a gross saving of ${amount} (${range}) in ${years}. It is assumed, not observed, and enters neither the verdict nor the payback above.`,
  notClaimed:
    "It does not observe anything after the observed years: later amounts are assumed, and stand apart. It says nothing about other municipalities or about single persons.",
  caption: {
    followUp: "How long each wave was followed after its start",
    remaining: "Share still below the age at which the effect ends",
    left: "What is left of the last observed effect, as counted",
    listPrices: "List price × quantity beside spend at fixed prices, in no total",
  },
  table: {
    periods: (unit: string) => `Followed (${unit})`,
    share: "Share",
    spend: "Spend",
    quantity: "Quantity",
    byList: "List price × quantity",
    bySpend: "Spend at fixed prices",
    basis: "Basis",
  },
  basis: { observed: "observed", assumed: "assumed" },
  grossAssumed: "Gross saving, assumed",
  assumedYears: (years: string) => `Assumed, not observed: ${years}`,
  human: (lines: string) => `Beside the money: ${lines}.`,
  humanLine: (outcome: string, direction: string) => `${outcome} (${direction})`,
  direction: {
    better: "better",
    worse: "worse",
    "no-clear-change": "no clear change",
    "not-told": "withheld or not estimated",
  },
  lowerAndWorse: (outcomes: string) =>
    `Note: less was spent on services while ${outcomes} became worse. Needs may have gone unmet, so the saving should not be read as a gain alone.`,
};
