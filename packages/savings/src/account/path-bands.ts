import type { Context } from "@kontrafakt/base";
import { supT } from "@kontrafakt/numerics";
import type { MoneyFigure } from "../savings-value.js";
import type { Account } from "./account.js";

const BANDS = "savings/bands";

/**
 * Adds the 95% simultaneous band to a path of figures at fixed prices. Half-widths are c·se_y with c the 95% quantile of
 * max_y |t_y|, t multivariate with the smallest degrees of freedom on the path.
 *
 * @param weights of each figure on the person sums, in the order of `figures`
 */
export async function pathBands(
  account: Account,
  figures: readonly MoneyFigure[],
  weights: readonly Float64Array[],
  context: Context,
): Promise<MoneyFigure[]> {
  const moving = figures.map((_, i) => i).filter((i) => figures[i].se > 0);
  if (moving.length === 0) return figures.map((f) => ({ ...f, bandLower: f.estimate, bandUpper: f.estimate }));
  const k = moving.length;
  const covariance = quadratic(
    account,
    moving.map((i) => weights[i]),
  );
  const df = Math.min(...moving.map((i) => figures[i].df));
  const bounded = account.sums.effects.bounded === true;
  const { critical } = await supT({ covariance, k, df, level: 0.95, seed: context.seed, name: BANDS, bounded }, context);
  return figures.map((f) => {
    const half = f.se > 0 ? critical * f.se : 0;
    return { ...f, bandLower: f.estimate - half, bandUpper: f.estimate + half };
  });
}

/** W Σ W' for rows of weights W. */
function quadratic(account: Account, rows: readonly Float64Array[]): Float64Array {
  const { covariance } = account.sums.effects;
  const m = account.sums.effects.terms.length;
  const k = rows.length;
  const out = new Float64Array(k * k);
  const product = new Float64Array(m);
  for (let a = 0; a < k; a++) {
    product.fill(0);
    for (let i = 0; i < m; i++) {
      const w = rows[a][i];
      if (w !== 0) for (let j = 0; j < m; j++) product[j] += w * covariance[i * m + j];
    }
    for (let b = 0; b <= a; b++) {
      let value = 0;
      for (let j = 0; j < m; j++) value += product[j] * rows[b][j];
      out[a * k + b] = value;
      out[b * k + a] = value;
    }
  }
  return out;
}
