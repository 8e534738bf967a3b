import { z } from "zod";
import { count, group, interval, listOf, number, text, verdict } from "./results-shapes.js";

const ratioFigure = z.looseObject({
  estimate: number,
  lower: number,
  upper: number,
  shape: z.enum(["between", "outside", "all"]),
});

/** How an estimate was made sure of, and what other methods say. */
export const inference = z
  .looseObject({
    choice: z
      .looseObject({
        covariance: text,
        degrees: text,
        by: z.array(text),
        clusters: count,
        treatedClusters: count.optional(),
        reason: text,
      })
      .optional(),
    bands: z.enum(["supT", "bonferroni"]).optional(),
    test: z.looseObject({ p: number, pAbove: number, pBelow: number }).optional(),
    beside: listOf({
      method: text,
      variant: text,
      estimate: number,
      lower: number,
      upper: number,
      level: z.number(),
      p: number.optional(),
      pAbove: number.optional(),
      pBelow: number.optional(),
      draws: z.int(),
      exact: z.boolean(),
      null: z.enum(["sharp", "mean"]),
      clusters: count,
    }),
  })
  .optional();
/** What results of every design hold of money. */
export const moneyResults = {
  savings: z.looseObject({
    currency: text,
    priceYear: z.int(),
    discount: z.looseObject({ baseYear: z.int(), source: text }),
    years: z.array(z.int()),
    payers: z.array(text),
    consequences: z.array(text),
    lines: listOf({
      basis: z.enum(["observed", "assumed"]),
      measure: text,
      year: z.int().nullable(),
      payer: text.nullable(),
      consequence: text.nullable(),
      discounted: z.boolean(),
      figure: z.looseObject(interval),
    }),
    breakEven: z.looseObject({ year: z.int().nullable(), share: listOf({ year: z.int(), share: number }) }),
    shares: listOf({ source: text, share: number, error: number }),
    figures: listOf({
      account: z.enum(["payer", "public", "society"]),
      payer: text.nullable(),
      horizon: z.enum(["observed", "withAssumed"]),
      benefit: z.looseObject(interval),
      cost: z.looseObject(interval),
      netPresentValue: z.looseObject(interval),
      net: z.looseObject(interval),
      benefitCostRatio: ratioFigure.nullable(),
      returnOnCost: ratioFigure.nullable(),
      internalRate: z.looseObject({ rate: z.number().nullable(), reason: text }),
      payback: z.looseObject({ plain: z.int().nullable(), discounted: z.int().nullable() }),
      switching: listOf({ input: text, unit: text, now: number, value: number }),
    }),
    tornado: listOf({ source: text, input: text, low: number, high: number }),
    bookable: listOf({
      account: text,
      payer: text,
      year: z.int(),
      estimate: number,
      bounds: listOf({ level: z.number(), amount: number }),
    }),
    transfers: listOf({
      rule: text,
      payer: text,
      net: z.looseObject(interval),
      transfer: z.looseObject(interval),
      after: z.looseObject(interval),
    }),
    payerShares: listOf({ payer: text, kind: text, cost: number, gain: number }),
    parameters: z
      .looseObject({
        country: text,
        vintage: text,
        parameters: listOf({ name: text, unit: text, source: text, verified: z.boolean(), used: z.boolean() }),
      })
      .optional(),
    persistence: z.looseObject({
      form: text,
      source: text,
      outcomes: listOf({ outcome: text, form: text }),
      remaining: listOf({ year: z.int(), share: number }),
      followUp: listOf({ wave: z.int(), label: text, periods: z.int() }),
    }),
    scaled: listOf({ starters: z.int(), gross: z.looseObject(interval), cost: number, net: z.looseObject(interval) }).optional(),
    subgroups: listOf({
      covariate: text,
      value: text,
      total: z.looseObject(interval),
      perStarter: z.looseObject(interval),
    }).optional(),
    listPrices: listOf({
      spend: text,
      quantity: text,
      figure: z.looseObject(interval),
      bySpend: z.looseObject(interval),
    }).optional(),
    human: listOf({
      outcome: text,
      unit: text,
      better: z.enum(["lower", "higher"]),
      estimate: number,
      lower: number,
      upper: number,
      direction: text,
    }),
    notMeasured: listOf({ payer: text, consequence: text }),
    draws: z.int(),
  }),
  verification: z.looseObject({
    primary: z.looseObject({ measure: text, years: z.array(z.int()), payers: z.array(text) }),
    claim: number,
    evaluated: z.looseObject(interval),
    verdict,
    caps: z.array(text),
    evidence: z
      .looseObject({ method: text, p: number, draws: z.int(), exact: z.boolean(), null: z.enum(["sharp", "mean"]) })
      .optional(),
    inference,
    design: z.looseObject({ se: number, smallestDetectable: number, couldHaveTold: z.boolean().nullable() }),
    rows: listOf({ year: z.int(), payer: text, consequence: text, claim: number, evaluated: number }),
    budget: listOf({ account: text, year: z.int(), reason: text }),
    waterfall: listOf({ step: text, amount: number, figure: z.looseObject(interval).optional() }),
    gap: listOf({ source: text, amount: number }),
    reconciliation: listOf({
      account: text,
      payer: text,
      consequence: text,
      year: z.int(),
      computed: number,
      booked: number,
      difference: number,
      share: number,
    }),
    prior: z
      .looseObject({ kind: text, mean: number, sd: number, posterior: z.looseObject({ mean: number, sd: number }) })
      .optional(),
  }),
  money: z.looseObject({
    prices: z.array(group),
    costs: z.array(group),
    claim: z.array(group),
    budget: z.array(group),
    facts: group,
  }),
};
