/** A weighted mean of the outcome, of fitted values, or of both. */
export interface WeightedMean {
  readonly sign: 1 | -1;
  /** One a row; 0 for whoever is not in it. */
  readonly weights: Float64Array;
  /** What is averaged: `outcome` times the outcome plus, for each regression, its coefficient times the fitted value. */
  readonly outcome: 0 | 1;
  readonly fitted: readonly number[];
  /** The weights hold the odds of treatment, which were estimated. */
  readonly odds?: boolean;
  /** The estimation of its regressions enters the influence with the opposite sign (`compat: did` on cross-sections). */
  readonly turned?: boolean;
}

export interface WeightedRegression {
  /** One a row; 0 for whoever is not in it. */
  readonly weights: Float64Array;
  /** (X'WX)⁻¹, k × k. */
  readonly inverse: Float64Array;
  readonly dropped: readonly number[];
  /** Whether its estimation counts in the influence; by construction it does not under improved doubly robust estimation. */
  readonly counts: boolean;
}

export interface EstimatedOdds {
  /** (X'CX)⁻¹ of the propensity's coefficients. */
  readonly inverse: Float64Array;
  /** One a row: weight times (treated − propensity). */
  readonly score: Float64Array;
}

/** A signed sum of weighted means: what every difference-in-differences of two groups is, whatever its covariates do. */
export interface SumOfMeans {
  readonly means: readonly WeightedMean[];
  readonly regressions: readonly WeightedRegression[];
  /** Absent where the odds are not estimated, or their estimation does not count. */
  readonly odds?: EstimatedOdds;
}

export interface Design {
  readonly n: number;
  /** n × k with a leading constant. */
  readonly x: Float64Array;
  readonly k: number;
}

/**
 * The sum for R outcomes at once, and what each row puts into estimate − truth: its part in every mean, and by the chain rule in the
 * regressions and the propensity they rest on.
 * @param y n × R
 * @returns `influence` n × R
 */
export function sumOfMeans(sum: SumOfMeans, { n, x, k }: Design, y: Float64Array, R: number) {
  const value = new Float64Array(R);
  const influence = new Float64Array(n * R);
  const fits = sum.regressions.map((regression) => fittedValues(regression, { n, x, k }, y, R));
  const reach = sum.regressions.map(() => new Float64Array(k));
  const pull = new Float64Array(R * k);
  const averaged = new Float64Array(n * R);
  const mean = new Float64Array(R);
  for (const { sign, weights, outcome, fitted, odds, turned } of sum.means) {
    let total = 0;
    for (let i = 0; i < n; i++) total += weights[i];
    mean.fill(0);
    for (let i = 0; i < n; i++) {
      if (weights[i] === 0) continue;
      const share = weights[i] / total;
      for (let r = 0, c = i * R; r < R; r++, c++) {
        let v = outcome === 1 ? y[c] : 0;
        for (let f = 0; f < fits.length; f++) v += fitted[f] * fits[f][c];
        averaged[c] = v;
        mean[r] += share * v;
      }
    }
    for (let r = 0; r < R; r++) value[r] += sign * mean[r];
    const moves = odds === true && sum.odds !== undefined;
    for (let i = 0; i < n; i++) {
      if (weights[i] === 0) continue;
      const share = (sign * weights[i]) / total;
      for (let r = 0, c = i * R; r < R; r++, c++) {
        const part = share * (averaged[c] - mean[r]);
        influence[c] += part;
        if (moves) for (let j = 0; j < k; j++) pull[r * k + j] += part * x[i * k + j];
      }
      for (let f = 0; f < fits.length; f++) {
        if (fitted[f] === 0) continue;
        for (let j = 0; j < k; j++) reach[f][j] += (turned ? -1 : 1) * fitted[f] * share * x[i * k + j];
      }
    }
  }
  sum.regressions.forEach(({ weights, inverse, counts }, f) => {
    if (!counts) return;
    const direction = times(inverse, reach[f], k, 1);
    for (let i = 0; i < n; i++) {
      if (weights[i] === 0) continue;
      let along = 0;
      for (let j = 0; j < k; j++) along += x[i * k + j] * direction[j];
      along *= weights[i];
      for (let c = i * R; c < (i + 1) * R; c++) influence[c] += along * (y[c] - fits[f][c]);
    }
  });
  if (sum.odds) {
    const { inverse, score } = sum.odds;
    const direction = times(inverse, transposed(pull, R, k), k, R);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < k; j++) {
        const at = score[i] * x[i * k + j];
        for (let r = 0, c = i * R; r < R; r++, c++) influence[c] += at * direction[j * R + r];
      }
    }
  }
  return { value, influence };
}

/** Xβ with β from the factor of the regression and one step of iterative refinement, n × R. */
function fittedValues({ weights, inverse }: WeightedRegression, { n, x, k }: Design, y: Float64Array, R: number): Float64Array {
  const beta = new Float64Array(k * R);
  const fits = new Float64Array(n * R);
  for (let step = 0; step < 2; step++) {
    const score = new Float64Array(k * R);
    for (let i = 0; i < n; i++) {
      if (weights[i] === 0) continue;
      for (let j = 0; j < k; j++) {
        const at = weights[i] * x[i * k + j];
        for (let r = 0, c = i * R; r < R; r++, c++) score[j * R + r] += at * (y[c] - fits[c]);
      }
    }
    const change = times(inverse, score, k, R);
    for (let j = 0; j < beta.length; j++) beta[j] += change[j];
    fits.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < k; j++) {
        const at = x[i * k + j];
        for (let r = 0, c = i * R; r < R; r++, c++) fits[c] += at * beta[j * R + r];
      }
    }
  }
  return fits;
}

/** A symmetric k × k times a k × R. */
function times(a: Float64Array, b: Float64Array, k: number, R: number): Float64Array {
  const out = new Float64Array(k * R);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) for (let r = 0; r < R; r++) out[i * R + r] += a[i * k + j] * b[j * R + r];
  return out;
}

function transposed(a: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = a[i * columns + j];
  return out;
}
