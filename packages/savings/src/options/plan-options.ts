import { z } from "zod";
import { accountMapOptions } from "./account-file-options.js";
import { column, file, optionalColumn } from "./column-options.js";
import { moneyShape } from "./savings-options.js";
import { uncertainOptions } from "./uncertain-options.js";

const share = z.number().min(0).max(1);
const year = z.int().min(1900).max(2200);
const text = z.union([z.string().min(1), z.record(z.string().min(1), z.string().min(1))]);

export const planEffectsFileOptions = z
  .strictObject({
    file: file("Assumed effects: what the programme changes for one starter, by outcome and year since the start"),
    outcome: column("outcome", "the outcome that changes: its name or label under plan.outcomes"),
    yearSinceStart: column("yearSinceStart", "0 = the calendar year of the start, 1 = the next one, and so on, without gaps"),
    effect: column("effect", "change per starter in that year in the outcome's unit; negative = less of it"),
    low: optionalColumn("low", "lowest the change may be; empty = not uncertain"),
    high: optionalColumn("high", "highest the change may be; empty = not uncertain"),
    distribution: optionalColumn(
      "distribution",
      "how the change may vary: fixed, uniform, triangular, pert, normal, lognormal, beta, gamma or empirical; empty = triangular where low and high are given, else fixed",
    ),
    sd: optionalColumn("sd", "standard deviation of the change, for normal, lognormal, beta and gamma"),
    values: optionalColumn("values", "for empirical: the changes found, separated by |"),
    grade: optionalColumn("grade", "how good the evidence for the effect is, as the plan grades it, such as A to E"),
    optimismBias: optionalColumn(
      "optimismBias",
      "share taken off the effect since plans tend to expect too much, 0–1; empty = none",
    ),
    source: column("source", "where the effect comes from"),
  })
  .describe("File of assumed effects and its columns");

export const historyFileOptions = z
  .strictObject({
    file: file("What the target group used without the programme, by year and outcome, as kontrafakt history writes it"),
    year: column("year", "calendar year"),
    people: column("people", "people of the target group in that year"),
    outcome: column("outcome", "the outcome: its name or label under plan.outcomes"),
    units: column("units", "how much of it they used that year in all, in the outcome's unit"),
  })
  .describe("History of the target group and its columns: its size, and what it costs whom without the programme");

export const planOptions = z
  .strictObject({
    from: year.describe("First calendar year that counts"),
    until: year.describe("Last calendar year that counts"),
    starters: z
      .record(z.string().regex(/^\d{4}$/, "years have four digits"), uncertainOptions("How many start that year"))
      .refine((years) => Object.keys(years).length > 0, "name at least one year with starters")
      .describe("Planned starters by calendar year"),
    firstYear: z
      .number()
      .gt(0)
      .max(1)
      .default(0.5)
      .describe(
        "How much of the year of the start is left on average when people start; 0.5 = starts spread over the year. Counts people in claim.csv and in the target group's cost, not effects, which are per starter and calendar year",
      ),
    dropouts: share.lt(1).default(0).describe("Share of starters who leave before the end, for whom no effect is counted"),
    successRate: share
      .gt(0)
      .default(1)
      .describe("Share of those who stay for whom the stated effect holds; 1 where the effect is an average over all of them"),
    outcomes: z
      .record(
        z.string().min(1),
        z.strictObject({
          unit: z.string().min(1).describe("What it is counted in, such as days"),
          label: text.describe("What the report calls it: one text, or one a language").optional(),
          better: z.enum(["lower", "higher"]).default("lower").describe("Which direction is good"),
          group: z
            .string()
            .min(1)
            .describe("Effects of one group turn out high or low together, as far as savings.uncertainty.correlation says")
            .optional(),
        }),
      )
      .refine((outcomes) => Object.keys(outcomes).length > 0, "name at least one outcome")
      .describe("What the programme is to change, by name; a later study's outcomes should have the same names"),
    effects: planEffectsFileOptions,
    history: historyFileOptions.optional(),
    costBias: z
      .strictObject({
        uplift: z.number().min(0).max(5).describe("Share by which such programmes have cost more than planned"),
        mitigated: share.default(0).describe("Share of it that has been dealt with already"),
        source: z.string().min(1).describe("Where the uplift comes from; printed in the report"),
      })
      .describe("Optimism bias of the cost: planned cost × (1 + uplift × (1 − mitigated))")
      .optional(),
    measure: z
      .enum(["gross", "cashable"])
      .default("gross")
      .describe(
        "Which saving claim.csv states for a later study to be held against: avoided spending, or the part that can leave a budget",
      ),
  })
  .refine((plan) => plan.from <= plan.until, { message: "until must not be before from", path: ["until"] })
  .refine((plan) => Object.keys(plan.starters).every((y) => Number(y) >= plan.from && Number(y) <= plan.until), {
    message: "every year with starters must lie within from and until",
    path: ["starters"],
  })
  .describe("What is planned: who starts when, what is assumed to change for them, and what they use without the programme");

/** Money of a plan: as of a study, without anything to hold it against. */
export const planMoneyOptions = z
  .strictObject({ ...moneyShape, accounts: accountMapOptions })
  .describe("Prices, costs, and how assumed effects become money");

export type PlanOptions = z.infer<typeof planOptions>;
export type PlanMoneyOptions = z.infer<typeof planMoneyOptions>;
