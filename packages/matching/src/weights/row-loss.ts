import { exp, ln } from "@kontrafakt/numerics";

/**
 * A sum of concave functions Fᵢ(xᵢ'b), one a row, whose maximum b gives the weights. `fill` writes F′ to `first` and −F″ to `second`
 * (0 or more) and returns the sum.
 */
export interface RowLoss {
  readonly fill: (linear: Float64Array, first: Float64Array, second: Float64Array) => number;
  /** The constant that, added to every xᵢ'b, makes the sum largest; for sums in which it has a closed form. */
  readonly centre?: (linear: Float64Array) => number;
}

/**
 * Exponential tilting: Σ sᵢ xᵢ'b − Σ dᵢ exp(xᵢ'b), whose maximum has donors' weights wᵢ = dᵢ exp(xᵢ'b) with Σ w x = Σ s x
 * (the dual of entropy balancing, Hainmueller 2012, eq. 8, with the intercept for its normalising sum).
 * @param target s, n values
 * @param donor d, n values, 0 for rows that are not weighted
 */
export function tilt(target: Float64Array, donor: Float64Array): RowLoss {
  const n = target.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += target[i];
  return {
    fill(linear, first, second) {
      let value = 0;
      for (let i = 0; i < n; i++) {
        const w = donor[i] > 0 ? donor[i] * exp(linear[i]) : 0;
        first[i] = target[i] - w;
        second[i] = w;
        value += target[i] * linear[i] - w;
      }
      return value;
    },
    centre(linear) {
      let most = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < n; i++) if (donor[i] > 0 && linear[i] > most) most = linear[i];
      let sum = 0;
      for (let i = 0; i < n; i++) if (donor[i] > 0) sum += donor[i] * exp(linear[i] - most);
      return ln(total / sum) - most;
    },
  };
}

/**
 * The balancing score of the covariate balancing propensity score for everybody (Imai & Ratkovic 2014, eq. 10 with the logit): F′ = d / p for treated,
 * −d / (1 − p) for others, so that the maximum has equal weighted sums of x in both arms.
 * @param base d, n values
 */
export function inverseProbabilityLoss(treated: Uint8Array, base: Float64Array): RowLoss {
  return {
    fill(linear, first, second) {
      let value = 0;
      for (let i = 0; i < linear.length; i++) {
        const sign = treated[i] === 1 ? 1 : -1;
        const odds = exp(-sign * linear[i]);
        first[i] = sign * base[i] * (1 + odds);
        second[i] = base[i] * odds;
        value += base[i] * (sign * linear[i] - odds);
      }
      return value;
    },
  };
}
