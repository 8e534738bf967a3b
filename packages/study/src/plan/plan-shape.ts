import { z } from "zod";
import { listOf, number, text } from "../results-shapes.js";

const path = listOf({ year: z.int(), payer: text, people: z.number(), amount: z.number() });

/** What the results of a plan hold of the plan itself. */
export const planShape = z.looseObject({
  from: z.int(),
  until: z.int(),
  starters: listOf({ year: z.int(), starters: z.number(), low: z.number(), high: z.number() }),
  effects: listOf({
    outcome: text,
    yearSinceStart: z.int(),
    effect: z.number(),
    counted: z.number(),
    grade: text,
    optimismBias: z.number(),
    source: text,
  }),
  target: z
    .looseObject({
      years: listOf({ year: z.int(), people: z.number() }),
      use: listOf({ outcome: text, unit: text, perPerson: number }),
      path,
      ahead: path,
    })
    .optional(),
  claim: listOf({
    year: z.int(),
    payer: text,
    consequence: text,
    amount: z.number(),
    starters: z.number(),
    effect: z.number(),
    price: z.number(),
    cashable: z.number(),
  }),
  measure: z.enum(["gross", "cashable"]),
});
