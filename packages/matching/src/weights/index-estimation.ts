import type { WeightEstimation } from "../comparison.js";

/** Weights that follow one index X b, found where Σ aᵢ xᵢ = 0. */
export interface IndexEquation {
  /** n × k, row-major. */
  readonly x: Float64Array;
  readonly n: number;
  readonly k: number;
  /** a, n values: each row's part in the estimating equation. */
  readonly part: Float64Array;
  /** −∂ Σ a x / ∂b inverted, k × k, 0 where dropped. */
  readonly inverse: Float64Array;
  /** ∂ wᵢ / ∂ (xᵢ'b), n values. */
  readonly slope: Float64Array;
}

/**
 * Influence H⁻¹ aᵢ xᵢ and gradient (∂wᵢ/∂ηᵢ) xᵢ of weights from one index or several beside each other (Newey & McFadden 1994, §3; Stefanski & Boos 2002).
 */
export function indexEstimation(equations: readonly IndexEquation[]): WeightEstimation {
  const { n } = equations[0];
  const parameters = equations.reduce((sum, e) => sum + e.k, 0);
  const influence = new Float64Array(n * parameters);
  const gradient = new Float64Array(n * parameters);
  let offset = 0;
  for (const { x, k, part, inverse, slope } of equations) {
    for (let i = 0; i < n; i++) {
      const from = i * k;
      const to = i * parameters + offset;
      const own = part[i];
      const along = slope[i];
      for (let j = 0, at = 0; j < k; j++) {
        let value = 0;
        for (let l = 0; l < k; l++, at++) value += inverse[at] * x[from + l];
        gradient[to + j] = along * x[from + j];
        influence[to + j] = own * value;
      }
    }
    offset += k;
  }
  return { parameters, influence, gradient };
}
