import { KontrafaktError, problemText } from "@kontrafakt/base";
import { z } from "zod";
import { scoreMessages } from "../messages/score.js";
import { parseFormula } from "../score/parse-formula.js";

/** One term of the score beside the variables themselves. */
export const scoreTerm = z.union([
  z
    .strictObject({
      power: z.string().describe("the variable"),
      degree: z.int().min(2).max(5).default(2).describe("highest power; lower ones are in too"),
    })
    .describe("powers of a variable"),
  z
    .strictObject({
      spline: z.string().describe("the variable"),
      df: z.int().min(2).max(10).default(3).describe("columns of the basis; inner knots lie at equally spaced quantiles"),
    })
    .describe("natural cubic spline of a variable"),
  z
    .strictObject({ interaction: z.array(z.string()).min(2).max(4).describe("the variables") })
    .describe("products of variables; a category stands for all its levels"),
]);

/** The `matching.score` block. */
export const scoreOptions = z.strictObject({
  model: z
    .enum(["logit", "probit"])
    .default("logit")
    .describe("how the chance of starting follows from the variables; probit is the normal distribution's version"),
  penalty: z
    .enum(["none", "firth"])
    .default("none")
    .describe(
      "none: maximum likelihood, a variable that tells starters from others without fail is left out; " +
        "firth: Firth's penalised likelihood, which keeps such a variable and always has a maximum (logit only)",
    ),
  formula: z
    .string()
    .superRefine((formula, context) => {
      try {
        parseFormula(formula);
      } catch (error) {
        if (!(error instanceof KontrafaktError)) throw error;
        for (const problem of error.problems) {
          const message = problemText({ ...problem, where: {} }, scoreMessages);
          context.addIssue({ code: "custom", message, params: { problem } });
        }
      }
    })
    .optional()
    .describe(
      "what the score is made of, in place of every covariate and history window: names joined by +, poly(age, 2), spline(age, 3), " +
        "sex:age for a product, sex*age for both and their product, history for all its windows, . for everything; names with spaces in backticks",
    ),
  terms: z.array(scoreTerm).default([]).describe("terms beside the variables: powers, splines, interactions"),
  tolerance: z
    .number()
    .gt(0)
    .lt(1)
    .default(1e-7)
    .describe("a column is dropped as collinear when earlier columns leave at most this share of its norm"),
});
export type ScoreOptions = z.infer<typeof scoreOptions>;
export type ScoreTerm = z.infer<typeof scoreTerm>;
