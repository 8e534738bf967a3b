import { type Context, fail, runBlocks } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { BLOCK } from "@kontrafakt/numerics";
import { effectsJobs } from "../jobs.js";
import { messages } from "../messages.js";
import { type EfficientOptionsInput, efficientOptions } from "../options/efficient-options.js";
import { efficientFigures } from "./efficient-aggregate.js";
import { efficientData } from "./efficient-data.js";
import { efficientCells, efficientDesign } from "./efficient-design.js";
import { armsOfUnits } from "./efficient-fit.js";
import { type EfficientParts, type EfficientTestBlock, studentisedEffect } from "./efficient-test-block.js";
import type { Form } from "./moment-cells.js";

/** Randomisation test of one outcome, two-sided. */
export interface EfficientTest {
  readonly kind: "efficient-test";
  readonly outcome: string;
  /** Mean effect over all treated person-periods, and the same over Neyman's standard error. */
  readonly estimate: number;
  readonly statistic: number;
  /** (1 + number of draws at least as far from 0) / (1 + draws). */
  readonly p: number;
  readonly draws: number;
}

/**
 * Tests that the programme changed no one's outcome by shuffling start dates over units, `permutations` times: exact for that hypothesis, and,
 * as the statistic is studentised, right in large samples for a mean effect of zero too. One test an outcome.
 * Source: Roth & Sant'Anna 2023, doi:10.1086/726581, §3.4.
 * @throws KontrafaktError as `efficient`, and where no draws are asked for
 */
export async function efficientTest(
  data: Panel,
  input: EfficientOptionsInput,
  context: Context,
): Promise<readonly EfficientTest[]> {
  const options = efficientOptions.parse(input);
  const draws = options.permutations;
  if (draws === 0) fail("effects/efficient-test-draws", { option: "permutations" }, {}, messages);
  const read = efficientData(data, options);
  if (!read.sample) return fail("effects/efficient-test-persons", {}, {}, messages);
  const { sample, stride } = read;
  const design = efficientDesign(read.moments, options.outcomes);
  const { arms } = design.moments;
  const arm = armsOfUnits(design.moments, sample.group);
  const units = Int32Array.from(arm.keys()).filter((i) => arm[i] >= 0);
  const tests: EfficientTest[] = [];
  const figures = efficientFigures(design, efficientCells(design, options.weighting, 0), { type: "simple" });
  if (figures.length === 0) fail("effects/efficient-test-no-effect", {}, {}, messages);
  for (const figure of figures) {
    const values = (forms: readonly Form[]) => {
      const out = new Float64Array(units.length * arms.length);
      const T = sample.periods.length;
      for (const { arm: a, variable, coefficient } of forms) {
        variable.forEach((v, x) => {
          const y = sample.outcomes[Math.floor(v / T)].measure.values;
          for (let r = 0; r < units.length; r++) {
            out[r * arms.length + a] += coefficient[x] * (y[sample.unit[units[r]] * stride + (v % T)] - design.moments.shift[v]);
          }
        });
      }
      return out;
    };
    const parts: EfficientParts = {
      effect: values(figure.effect),
      before: values(figure.before),
      cohort: Int32Array.from(units, (i) => arm[i]),
      sizes: Int32Array.from(arms, (own) => own.units),
      efficient: options.weighting === "efficient",
    };
    const { estimate, statistic } = studentisedEffect(parts, parts.cohort);
    const inputs: EfficientTestBlock[] = [];
    for (let done = 0; done < draws; done += BLOCK) {
      const count = Math.min(BLOCK, draws - done);
      inputs.push({ ...parts, observed: statistic, seed: context.seed, block: done / BLOCK, count });
    }
    const reached = await runBlocks<EfficientTestBlock, number>(context, effectsJobs, "effects/efficient-test", inputs);
    const p = (1 + reached.reduce((a, b) => a + b, 0)) / (1 + draws);
    tests.push({ kind: "efficient-test", outcome: figure.term.outcome, estimate, statistic, p, draws });
  }
  return tests;
}
