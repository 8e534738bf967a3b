import * as z from "zod";
import { attGtOptions } from "./att-gt-options.js";
import { efficientOptions } from "./efficient-options.js";
import { eventStudyOptions } from "./event-study-options.js";
import { imputationOptions } from "./imputation-options.js";
import { sunAbrahamOptions } from "./sun-abraham-options.js";
import { tripleDifferenceOptions } from "./triple-difference-options.js";
import { twoStageOptions } from "./two-stage-options.js";
import { twoWayOptions } from "./two-way-options.js";

/** One of the estimators of this package, by name, with its options. */
export const estimatorOptions = z.discriminatedUnion("estimator", [
  attGtOptions.extend({ estimator: z.literal("attGt").describe("Group-time effects (Callaway & Sant'Anna).") }),
  twoWayOptions.extend({ estimator: z.literal("twoWay").describe("Two-way fixed effects, one number.") }),
  eventStudyOptions.extend({ estimator: z.literal("eventStudy").describe("Two-way fixed effects by event time.") }),
  sunAbrahamOptions.extend({ estimator: z.literal("sunAbraham").describe("Event study by cohort (Sun & Abraham).") }),
  imputationOptions.extend({ estimator: z.literal("imputation").describe("Imputation (Borusyak, Jaravel & Spiess).") }),
  twoStageOptions.extend({ estimator: z.literal("twoStage").describe("Two-stage difference-in-differences (Gardner).") }),
  tripleDifferenceOptions.extend({ estimator: z.literal("tripleDifference").describe("Triple difference, doubly robust.") }),
  efficientOptions.extend({ estimator: z.literal("efficient").describe("Efficient under a random start (Roth & Sant'Anna).") }),
]);

export type EstimatorOptions = z.infer<typeof estimatorOptions>;
export type EstimatorOptionsInput = z.input<typeof estimatorOptions>;
export type EstimatorName = EstimatorOptions["estimator"];
