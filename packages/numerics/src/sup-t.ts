import { type Context, fail, runBlocks } from "@kontrafakt/base";
import { tQuantile } from "./distributions.js";
import { numericsJobs } from "./jobs.js";
import { messages } from "./messages.js";
import { pivotedCholesky } from "./pivoted-cholesky.js";
import { quantile } from "./quantile.js";
import { BLOCK } from "./stream.js";
import type { SupTBlock } from "./sup-t-block.js";
import { correlation } from "./wald.js";

export interface SupTInput {
  /** k × k, row-major; only correlations count. Coordinates with variance 0 are left out. */
  readonly covariance: Float64Array;
  readonly k: number;
  /** Degrees of freedom above 0, or Infinity. */
  readonly df: number;
  /** Simultaneous coverage, in (0, 1). */
  readonly level: number;
  readonly seed: number;
  /** Name of the stream. */
  readonly name: string;
  /** Variances are upper bounds and correlations are not known: the critical value is Bonferroni's. */
  readonly bounded?: boolean;
  /** Default 20,000: at 95%, the critical value's simulation error is 0.4 to 0.8% of it. */
  readonly draws?: number;
}

export interface SupT {
  readonly critical: number;
  /** 0 when nothing is simulated: a single coordinate, all perfectly correlated, or correlations not known. */
  readonly draws: number;
}

/**
 * Critical value c with P(max |T_k| ≤ c) = level for a multivariate t: the half-width, in standard errors, of a band that covers all
 * coordinates at once. Simulated, then kept between the pointwise value and Bonferroni's, which bound it. NaN without any variance.
 * Source: Montiel Olea & Plagborg-Møller 2019, doi:10.1002/jae.2656.
 */
export async function supT(input: SupTInput, context: Context = { seed: input.seed }): Promise<SupT> {
  const { covariance, k, df, level, seed, name, draws = 20_000 } = input;
  if (!(df > 0)) fail("numerics/parameter", {}, { what: "df of a band", need: "above 0", value: String(df) }, messages);
  if (!(level > 0 && level < 1))
    fail("numerics/parameter", {}, { what: "the level of a band", need: "between 0 and 1", value: String(level) }, messages);
  if (!(Number.isSafeInteger(draws) && draws > 0)) {
    fail(
      "numerics/parameter",
      {},
      { what: "the number of draws", need: "a whole number above 0", value: String(draws) },
      messages,
    );
  }
  for (let i = 0; i < k; i++) if (!(covariance[i * k + i] >= 0)) fail("numerics/covariance", {}, { index: i }, messages);

  const { matrix, scale } = correlation(covariance, k);
  const coordinates = scale.filter((s) => s > 0).length;
  const { factor, rank } = pivotedCholesky(matrix, k, 1e-10);
  if (rank === 0) return { critical: NaN, draws: 0 };
  const pointwise = tQuantile((1 + level) / 2, df);
  const bonferroni = tQuantile(1 - (1 - level) / (2 * coordinates), df);
  if (input.bounded) return { critical: bonferroni, draws: 0 };
  if (rank === 1) return { critical: pointwise, draws: 0 };

  const inputs: SupTBlock[] = [];
  for (let done = 0; done < draws; done += BLOCK) {
    inputs.push({ seed, name, block: done / BLOCK, count: Math.min(BLOCK, draws - done), factor, k, rank, df });
  }
  const blocks = await runBlocks<SupTBlock, Float64Array>(context, numericsJobs, "numerics/sup-t", inputs);
  const maxima = new Float64Array(draws);
  blocks.forEach((block, b) => {
    maxima.set(block, b * BLOCK);
  });
  const simulated = quantile(maxima.sort(), level);
  return { critical: Math.min(Math.max(simulated, pointwise), bonferroni), draws };
}
