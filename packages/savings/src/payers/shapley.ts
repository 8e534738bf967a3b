import { BLOCK, stream } from "@kontrafakt/numerics";

const PAYER_SHAPLEY = "savings/payer-shapley";
/** Above this many payers subsets are too many: 2^15 of them are gone through. */
export const MOST_EXACT = 15;

/** Shares of `gains` in max(0, Σ gains − cost). */
export type Shapley = (gains: Float64Array, cost: number) => Float64Array;

/**
 * The Shapley value of the game in which payers who come together pay the whole programme and keep their own gains:
 * v(S) = max(0, Σ_{k∈S} gain_k − cost). Exact over all subsets up to 15 payers; above that the mean over 1,024 drawn orders and their reverses,
 * which sums to v of all just as well. One gain in every draw makes thousands of games: that is why it is not `shapleyValues`. Source: Shapley 1953, A value for n-person games; orders as in Castro et al. 2009,
 * doi:10.1016/j.cor.2008.04.004.
 *
 * @param payers how many; every call takes as many gains
 */
export function shapleyOf(payers: number, seed: number): Shapley {
  return payers <= MOST_EXACT ? exact(payers) : drawn(payers, seed);
}

/**
 * φ_k = Σ_{S∋k} v(S)·(w(|S|−1) + w(|S|)) − Σ_S v(S)·w(|S|) with w(s) = s!(K−s−1)!/K! (w(K) = 0); sums over the S that hold k by folding
 * halves, so that 2^(K+2) steps give all of them.
 */
function exact(K: number): Shapley {
  const N = 1 << K;
  const w = new Float64Array(K + 1);
  if (K > 0) w[0] = 1 / K;
  for (let s = 1; s < K; s++) w[s] = (w[s - 1] * s) / (K - s);
  const size = new Uint8Array(N);
  for (let S = 1; S < N; S++) size[S] = size[S >> 1] + (S & 1);
  const within = Float64Array.from(size, (s) => (s === 0 ? 0 : w[s - 1] + w[s]));
  const without = Float64Array.from(size, (s) => w[s]);
  const sums = new Float64Array(N);
  const held = new Float64Array(N);
  return (gains, cost) => {
    let all = 0;
    for (let k = 0; k < K; k++) for (let low = 0; low < 1 << k; low++) sums[(1 << k) + low] = sums[low] + gains[k];
    for (let S = 0; S < N; S++) {
      const value = Math.max(0, sums[S] - cost);
      held[S] = value * within[S];
      all += value * without[S];
    }
    const shares = new Float64Array(K);
    for (let k = K - 1, half = N / 2; k >= 0; k--, half /= 2) {
      let sum = 0;
      for (let S = 0; S < half; S++) {
        sum += held[half + S];
        held[S] += held[half + S];
      }
      shares[k] = sum - all;
    }
    return shares;
  };
}

function drawn(K: number, seed: number): Shapley {
  const random = stream(seed, PAYER_SHAPLEY, 0);
  const orders = Array.from({ length: BLOCK }, () => {
    const order = Int32Array.from({ length: K }, (_, k) => k);
    for (let i = K - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }).flatMap((order) => [order, order.toReversed()]);
  return (gains, cost) => {
    const shares = new Float64Array(K);
    for (const order of orders) {
      let sum = 0;
      let before = 0;
      for (let i = 0; i < K; i++) {
        const k = order[i];
        sum += gains[k];
        const value = Math.max(0, sum - cost);
        shares[k] += (value - before) / orders.length;
        before = value;
      }
    }
    return shares;
  };
}
